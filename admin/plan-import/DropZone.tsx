import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';

const kinds = '.docx,.docm,.dotx,.odt,.fodt,.ott,.pdf,.txt,.xlsx,.xlsm,.xltx,.ods,.fods,.xls';

/** Takes a file by drop, paste or choice. */
export const DropZone = ({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) => {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <Box
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={event => take(event.clipboardData.files)}
      sx={{
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.hover' : 'background.paper',
        borderRadius: 2,
        px: 3,
        py: { xs: 5, md: 8 },
        textAlign: 'center',
      }}
    >
      <UploadIcon sx={{ fontSize: 48, color: 'primary.main' }} aria-hidden />
      <Box sx={{ fontSize: '1.15rem', fontWeight: 700, mt: 1 }}>{translate('planImport.drop')}</Box>
      <Box sx={{ color: 'text.secondary', my: 0.5 }}>{translate('planImport.or')}</Box>
      <Button variant="contained" onClick={() => input.current?.click()}>
        {translate('planImport.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={kinds}
        hidden
        aria-label={translate('planImport.choose')}
        onChange={event => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Box sx={{ color: 'text.secondary', mt: 2, maxWidth: 560, mx: 'auto' }}>{translate('planImport.kinds')}</Box>
    </Box>
  );
};
