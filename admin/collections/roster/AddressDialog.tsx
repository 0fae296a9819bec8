import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Recipient } from '../../../sync/model/index.ts';
import { problemCode, request } from '../../data/index.ts';

interface Props {
  readonly recipient: Recipient;
  readonly name: string;
  readonly onClose: () => void;
}

/** Where the form is mailed to. */
export const AddressDialog = ({ recipient, name, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const id = useId();
  const [address, setAddress] = useState(recipient.mailTo ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await request(`/api/recipients/${encodeURIComponent(recipient.id)}`, {
        method: 'PATCH',
        json: { version: recipient.version, mailTo: address.trim() === '' ? null : address.trim() },
      });
      await queries.invalidateQueries();
      notify('ra.notification.updated', { type: 'success', messageArgs: { smart_count: 1 } });
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      // The roster moves on by itself; with what it is now the same address can be saved.
      if (problemCode(error) === 'stale_version') await queries.invalidateQueries({ queryKey: ['recipients'] });
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <form onSubmit={event => void save(event)}>
        <DialogTitle id={id}>{translate('collection.address.title', { name })}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            type="email"
            label={translate('resources.recipients.fields.mailTo')}
            value={address}
            onChange={event => setAddress(event.target.value)}
            error={problem !== null}
            helperText={problem === null ? translate('collection.address.help') : translate(problem, { _: problem })}
            slotProps={{ htmlInput: { maxLength: 254 } }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
