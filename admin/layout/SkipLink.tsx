import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';

/** Jumps over the menu. A button, because a hash link would be taken for a route. */
export const SkipLink = () => {
  const translate = useTranslate();
  return (
    <Box
      component="button"
      type="button"
      onClick={() => document.getElementById('content')?.focus()}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        font: 'inherit',
        color: 'primary.contrastText',
        bgcolor: 'primary.main',
        border: 0,
        borderRadius: 1,
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {translate('shell.skip')}
    </Box>
  );
};
