import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  /** Branch of the catalogue with `title`, `drop`, `help` and `choose`. */
  readonly words: string;
  /** Endings of the files that are taken. */
  readonly kinds: string;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped or chosen, above the list of what came before. */
export const DropZone = ({ words, kinds, busy, onFiles }: Props) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const give = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !busy) onFiles(files);
  };
  const hold = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <Box
      component="section"
      aria-label={translate(`${words}.title`)}
      className="no-print"
      onDragOver={hold(true)}
      onDragLeave={hold(false)}
      onDrop={event => {
        hold(false)(event);
        give(event.dataTransfer.files);
      }}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        px: 2.5,
        py: 2,
        mb: 2,
        mt: 1,
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        borderRadius: 2,
        bgcolor: over ? 'action.hover' : 'background.paper',
      }}
    >
      <UploadIcon sx={{ fontSize: 36, color: 'primary.main' }} />
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{translate(`${words}.drop`)}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(`${words}.help`)}
        </Typography>
      </Box>
      <Button variant="contained" disabled={busy} onClick={() => input.current?.click()}>
        {translate(`${words}.choose`)}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={kinds}
        aria-label={translate(`${words}.choose`)}
        onChange={event => {
          give(event.target.files);
          event.target.value = '';
        }}
      />
    </Box>
  );
};
