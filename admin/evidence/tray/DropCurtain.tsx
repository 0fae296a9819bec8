import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';

/** Falls over the whole page while files hang over it. */
export const DropCurtain = () => {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        inset: 12,
        zIndex: 'tooltip',
        display: 'grid',
        placeItems: 'center',
        pointerEvents: 'none',
        border: '3px dashed',
        borderColor: 'primary.main',
        borderRadius: 3,
        bgcolor: theme => `color-mix(in srgb, ${theme.palette.background.paper} 92%, transparent)`,
        color: 'primary.main',
        fontSize: '1.25rem',
        fontWeight: 700,
      }}
    >
      <Box sx={{ textAlign: 'center' }}>
        <UploadIcon sx={{ fontSize: 56, display: 'block', mx: 'auto', mb: 1 }} />
        {translate('evidence.drop')}
      </Box>
    </Box>
  );
};
