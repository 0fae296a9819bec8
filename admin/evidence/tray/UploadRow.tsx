import CloseIcon from '@mui/icons-material/Close';
import RefusedIcon from '@mui/icons-material/ErrorOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslate } from 'react-admin';
import { sizeText } from '../format.ts';
import type { Upload, Uploads } from './uploads.ts';

interface Props {
  readonly upload: Upload;
  readonly sending: Pick<Uploads, 'cancel' | 'retry'>;
}

/** One file on its way, or refused with the reason beside it. */
export const UploadRow = ({ upload, sending }: Props) => {
  const translate = useTranslate();
  const { key, file, state, progress, reason } = upload;
  const refused = state === 'refused';
  const { name } = file;
  const words =
    state === 'sending'
      ? progress < 1
        ? translate('evidence.upload.sending', { percent: Math.round(progress * 100) })
        : translate('evidence.upload.checking')
      : translate(`evidence.upload.${state}`);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, py: 1, borderTop: 1, borderColor: 'divider' }}>
      {refused ? (
        <RefusedIcon color="error" sx={{ mt: 0.25 }} />
      ) : (
        <UploadIcon sx={{ mt: 0.25, color: 'text.secondary' }} />
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ overflowWrap: 'anywhere', fontWeight: 600, lineHeight: 1.5 }}>{name}</Box>
        <Box
          sx={{ fontSize: '0.8125rem', color: refused ? 'error.main' : 'text.secondary' }}
          role={refused ? 'alert' : undefined}
        >
          {refused
            ? translate('report.labelled', { label: words, text: reason ?? '' })
            : `${words} · ${sizeText(file.size)}`}
        </Box>
        {state === 'sending' ? (
          <LinearProgress
            variant={progress < 1 ? 'determinate' : 'indeterminate'}
            value={progress * 100}
            aria-label={name}
            sx={{ mt: 0.5, height: 6, borderRadius: 3 }}
          />
        ) : null}
        {refused ? (
          <Button
            size="small"
            onClick={() => sending.retry(key)}
            aria-label={translate('evidence.upload.retryNamed', { name })}
            sx={{ ml: -0.75, minWidth: 0, px: 0.75 }}
          >
            {translate('evidence.upload.retry')}
          </Button>
        ) : null}
      </Box>
      <IconButton
        aria-label={translate(refused ? 'evidence.upload.dismiss' : 'evidence.upload.cancel', { name })}
        onClick={() => sending.cancel(key)}
        sx={{ width: 40, height: 40, flex: 'none' }}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  );
};
