import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

const kinds = '.xlsx,.xlsm,.xls,.ods';

/** Where returned forms are dropped or chosen. */
export const DropZone = ({ busy, onFiles }: Props) => {
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
      aria-label={translate('exchange.receive.title')}
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
        <Typography sx={{ fontWeight: 600 }}>{translate('exchange.receive.drop')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('exchange.receive.help')}
        </Typography>
      </Box>
      <Button variant="contained" disabled={busy} onClick={() => input.current?.click()}>
        {translate('exchange.receive.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={kinds}
        aria-label={translate('exchange.receive.choose')}
        onChange={event => {
          give(event.target.files);
          event.target.value = '';
        }}
      />
    </Box>
  );
};
