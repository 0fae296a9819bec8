import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';

const keys = ['j', 'k', '1', '2'] as const;

/** The keys of the preview, for screens that have a keyboard. */
export const KeyLine = () => {
  const translate = useTranslate();
  return (
    <Box
      className="no-print"
      sx={{
        display: { xs: 'none', md: 'flex' },
        gap: 1.5,
        ml: 'auto',
        color: 'text.secondary',
        fontSize: '0.8125rem',
        '& kbd': {
          fontFamily: 'inherit',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          px: 0.75,
          mr: 0.5,
          bgcolor: 'background.paper',
        },
      }}
    >
      {keys.map(key => (
        <span key={key}>
          <kbd>{key}</kbd>
          {translate(`exchange.keys.${key}`)}
        </span>
      ))}
    </Box>
  );
};
