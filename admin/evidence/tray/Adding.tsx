import AttachIcon from '@mui/icons-material/AttachFileOutlined';
import LibraryIcon from '@mui/icons-material/CollectionsBookmarkOutlined';
import LinkIcon from '@mui/icons-material/LinkOutlined';
import CameraIcon from '@mui/icons-material/PhotoCameraOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { acceptList } from '../format.ts';
import { LibraryDialog } from './LibraryDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import type { Tray } from './use-tray.ts';

interface Props {
  readonly reportId: string;
  readonly tray: Tray;
}

/** The ways to add evidence. A device that is touched gets its camera first. */
export const Adding = ({ reportId, tray }: Props) => {
  const translate = useTranslate();
  const touched = useMediaQuery('(pointer: coarse)');
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<'link' | 'library' | null>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    tray.sending.add([...(event.target.files ?? [])]);
    // The same file may be chosen again after it was taken off.
    event.target.value = '';
  };
  const close = () => setOpen(null);
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr' }}>
        {touched ? (
          <Button
            variant="contained"
            startIcon={<CameraIcon />}
            onClick={() => camera.current?.click()}
            sx={{ minHeight: 48 }}
          >
            {translate('evidence.camera')}
          </Button>
        ) : null}
        <Button
          variant={touched ? 'outlined' : 'contained'}
          startIcon={<AttachIcon />}
          onClick={() => files.current?.click()}
          sx={{ minHeight: 48, gridColumn: touched ? 'auto' : '1 / -1' }}
        >
          {translate('evidence.choose')}
        </Button>
        <Button variant="outlined" startIcon={<LibraryIcon />} onClick={() => setOpen('library')}>
          {translate('evidence.pick')}
        </Button>
        <Button variant="outlined" startIcon={<LinkIcon />} onClick={() => setOpen('link')}>
          {translate('evidence.link')}
        </Button>
      </Box>
      {touched ? null : (
        <Typography variant="caption" component="p" sx={{ mt: 1, color: 'text.secondary' }}>
          {translate('evidence.hint')}
        </Typography>
      )}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={acceptList}
        onChange={take}
        aria-label={translate('evidence.choose')}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={take}
        aria-label={translate('evidence.camera')}
      />
      {open === 'link' ? <LinkDialog reportId={reportId} onAdded={tray.refresh} onClose={close} /> : null}
      {open === 'library' ? (
        <LibraryDialog attached={tray.evidence?.map(({ id }) => id) ?? []} onAttach={tray.attach} onClose={close} />
      ) : null}
    </>
  );
};
