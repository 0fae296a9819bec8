import ErrorIcon from '@mui/icons-material/ReportProblemOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Title, useResetErrorBoundaryOnLocationChange, useTranslate } from 'react-admin';
import { Message } from './Message.tsx';

interface Props {
  readonly error?: unknown;
  readonly resetErrorBoundary: (...args: unknown[]) => void;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What happened, what was kept, what to do. */
export const ErrorPage = ({ error, resetErrorBoundary }: Props) => {
  const translate = useTranslate();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  return (
    <>
      <Title title="ra.page.error" />
      <Message
        icon={ErrorIcon}
        role="alert"
        title={translate('shell.error.title')}
        actions={
          <>
            <Button variant="contained" onClick={() => resetErrorBoundary()}>
              {translate('shell.tryAgain')}
            </Button>
            <Button variant="outlined" href="#/">
              {translate('shell.toHome')}
            </Button>
          </>
        }
      >
        <p>{translate('shell.error.kept')}</p>
        <p>{translate('shell.error.todo')}</p>
        <Box component="details" sx={{ textAlign: 'left', mt: 2 }}>
          <summary>{translate('shell.error.details')}</summary>
          <Box component="pre" tabIndex={0} sx={{ whiteSpace: 'pre-wrap', fontSize: '0.8125rem' }}>
            {translate(textOf(error), { _: textOf(error) })}
          </Box>
        </Box>
      </Message>
    </>
  );
};
