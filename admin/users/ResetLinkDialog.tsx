import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { rocText } from '../fields/index.ts';
import type { ResetLink } from './reset-link.ts';

interface Props {
  readonly name: string;
  readonly link: ResetLink;
  readonly onClose: () => void;
}

/** Shows a link that will not be shown again. */
export const ResetLinkDialog = ({ name, link, onClose }: Props) => {
  const translate = useTranslate();
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
    } catch {
      setCopied(document.execCommand('copy'));
    }
  };
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="reset-title">
      <DialogTitle id="reset-title">{translate('users.link.title', { name })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate('users.link.text', { until: rocText(link.expiresAt) })}</Typography>
        <TextField
          label={translate('users.link.label')}
          value={link.url}
          inputRef={box}
          multiline
          slotProps={{ htmlInput: { readOnly: true, style: { overflowWrap: 'anywhere' } } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
        <Button variant="contained" startIcon={<CopyIcon />} onClick={() => void copy()} autoFocus>
          {translate(copied ? 'shell.copied' : 'users.link.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
