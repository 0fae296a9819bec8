import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  readonly title: string;
  /** What will happen, and who will read the reason. */
  readonly text?: string | undefined;
  /** The word on the button. */
  readonly verb: string;
  readonly busy?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

const longest = 2000;

/** Asks why, before a verb that must be explained. */
export const ReasonDialog = ({ title, text, verb, busy = false, onConfirm, onClose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {text ? <DialogContentText sx={{ mb: 1 }}>{text}</DialogContentText> : null}
        <TextField
          autoFocus
          required
          multiline
          minRows={3}
          label={translate('fields.reason')}
          value={reason}
          onChange={event => setReason(event.target.value)}
          error={missing}
          helperText={missing ? translate('fields.reasonNeeded') : ' '}
          slotProps={{ htmlInput: { maxLength: longest } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={busy} onClick={confirm}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
