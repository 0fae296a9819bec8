import PreviousIcon from '@mui/icons-material/ChevronLeft';
import NextIcon from '@mui/icons-material/ChevronRight';
import CloseIcon from '@mui/icons-material/Close';
import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import NewTabIcon from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { type KeyboardEvent, useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Evidence } from '../../../sync/model/index.ts';
import { fileUrl, previewOf, previewUrl } from '../format.ts';
import { PdfFrame } from './PdfFrame.tsx';
import { Picture } from './Picture.tsx';

interface Props {
  /** What can be looked at, in order. */
  readonly items: readonly Evidence[];
  readonly shownId: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 };

/** Images and PDFs over the page, one after another; arrows lead on, Escape leads back. */
export const Viewer = ({ items, shownId, onShow, onClose }: Props) => {
  const translate = useTranslate();
  const title = useId();
  const at = items.findIndex(({ id }) => id === shownId);
  const shown = items[at];
  if (!shown) return null;
  const go = (by: number) => {
    const next = items[at + by];
    if (next) onShow(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(by);
  };
  const turn = (by: number, word: string, Icon: typeof NextIcon) => (
    <IconButton color="inherit" aria-label={translate(word)} disabled={!items[at + by]} onClick={() => go(by)}>
      <Icon />
    </IconButton>
  );
  return (
    <Dialog
      open
      fullScreen
      onClose={onClose}
      onKeyDown={onKeyDown}
      aria-labelledby={title}
      slotProps={{ paper: { sx: { border: 0, borderRadius: 0 } } }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.5,
          px: 1.5,
          minHeight: 56,
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <Box
          id={title}
          component="h2"
          sx={{ m: 0, flex: 1, fontSize: '1rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {shown.name}
        </Box>
        {items.length > 1 ? (
          <>
            {turn(-1, 'evidence.viewer.previous', PreviousIcon)}
            <Box role="status" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
              {translate('evidence.viewer.place', { place: at + 1, total: items.length })}
            </Box>
            {turn(1, 'evidence.viewer.next', NextIcon)}
          </>
        ) : null}
        <IconButton
          component="a"
          color="inherit"
          href={previewUrl(shown.id)}
          target="_blank"
          rel="noopener"
          aria-label={translate('evidence.viewer.newTab')}
          sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
        >
          <NewTabIcon />
        </IconButton>
        <IconButton
          component="a"
          color="inherit"
          href={fileUrl(shown.id)}
          download={shown.name}
          aria-label={translate('evidence.downloadNamed', { name: shown.name })}
        >
          <DownloadIcon />
        </IconButton>
        <IconButton color="inherit" autoFocus aria-label={translate('evidence.viewer.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </Box>
      {previewOf(shown) === 'pdf' ? (
        <PdfFrame key={shown.id} evidence={shown} sx={{ flex: 1, border: 0, bgcolor: 'sunken' }} />
      ) : (
        <Picture key={shown.id} evidence={shown} />
      )}
    </Dialog>
  );
};
