import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { evidenceLink } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';

interface Props {
  readonly reportId: string;
  readonly onAdded: () => void;
  readonly onClose: () => void;
}

/** A page elsewhere as evidence: its name and its address. */
export const LinkDialog = ({ reportId, onAdded, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const link = { reportId, name: name.trim(), url: url.trim() };
  const wrong = {
    name: tried && !evidenceLink.shape.name.safeParse(link.name).success,
    url: tried && !evidenceLink.shape.url.safeParse(link.url).success,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!evidenceLink.safeParse(link).success) return;
    setBusy(true);
    setRefusal(null);
    try {
      await request('/api/evidence/link', { method: 'POST', json: link });
      notify('evidence.linkDialog.added', { type: 'success' });
      onAdded();
      onClose();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      setRefusal(translate(message, { _: message }));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="link-title">
      <form onSubmit={event => void submit(event)} noValidate>
        <DialogTitle id="link-title">{translate('evidence.linkDialog.title')}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 1 }}>{translate('evidence.linkDialog.text')}</Typography>
          <TextField
            autoFocus
            label={translate('evidence.linkDialog.name')}
            value={name}
            onChange={event => setName(event.target.value)}
            error={wrong.name}
            helperText={wrong.name ? translate('evidence.linkDialog.nameNeeded') : ' '}
            slotProps={{ htmlInput: { maxLength: 255 } }}
          />
          <TextField
            label={translate('evidence.linkDialog.url')}
            value={url}
            onChange={event => setUrl(event.target.value)}
            error={wrong.url}
            helperText={translate(wrong.url ? 'evidence.linkDialog.urlWrong' : 'evidence.linkDialog.urlHelp')}
            slotProps={{ htmlInput: { inputMode: 'url', maxLength: 2000, autoCapitalize: 'none' } }}
          />
          <div role="alert">{refusal ? <Alert severity="error">{refusal}</Alert> : null}</div>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {translate('evidence.linkDialog.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
