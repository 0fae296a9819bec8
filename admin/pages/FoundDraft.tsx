import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { rocText } from '../fields/index.ts';

interface Props {
  /** When it was typed. */
  readonly at: string;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
}

/** What was typed earlier on this device and never saved, to be taken up again or thrown away. */
export const FoundDraft = ({ at, onRestore, onDiscard }: Props) => {
  const translate = useTranslate();
  return (
    <Alert
      severity="info"
      sx={{ width: '100%', mb: 2 }}
      action={
        <>
          <Button size="small" onClick={onRestore}>
            {translate('shell.draft.restore')}
          </Button>
          <Button size="small" onClick={onDiscard}>
            {translate('shell.draft.discard')}
          </Button>
        </>
      }
    >
      {translate('shell.draft.found', { at: rocText(at) })}
    </Alert>
  );
};
