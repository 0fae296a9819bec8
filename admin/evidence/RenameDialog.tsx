import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for another name; a blank one is refused beside the box. */
export const RenameDialog = ({ name, onRename, onClose }: Props) => {
  const translate = useTranslate();
  const [next, setNext] = useState(name);
  const blank = next.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!blank) onRename(next.trim());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="rename-title">
      <form onSubmit={submit}>
        <DialogTitle id="rename-title">{translate('evidence.renameTitle')}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            label={translate('resources.evidence.fields.name')}
            value={next}
            onChange={event => setNext(event.target.value)}
            error={blank}
            helperText={blank ? translate('evidence.linkDialog.nameNeeded') : ' '}
            slotProps={{ htmlInput: { maxLength: 255 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={blank}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
