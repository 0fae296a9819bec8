import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { HttpError, useTranslate } from 'react-admin';

/** A part of a page that could not be read: why, and again. */
export const Failed = ({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) => {
  const translate = useTranslate();
  // Anything but a refusal means that the answer was not understood, which its own words would not explain.
  const message = error instanceof HttpError ? error.message : 'shell.error.otherVersion';
  return (
    <Alert
      severity="error"
      action={
        <Button onClick={onAgain} sx={{ whiteSpace: 'nowrap' }}>
          {translate('shell.tryAgain')}
        </Button>
      }
    >
      {translate(message, { _: message })}
    </Alert>
  );
};
