import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { keys } from './keys.ts';

/** The keys of the review, for screens that have a keyboard. */
export const KeyHelp = () => {
  const translate = useTranslate();
  return (
    <Box
      className="no-print"
      role="group"
      aria-label={translate('review.keys.title')}
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexWrap: 'wrap',
        columnGap: 1.5,
        color: 'text.secondary',
        fontSize: '0.8125rem',
        mb: 1,
        '& kbd': {
          fontFamily: 'inherit',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          px: 0.75,
          mr: 0.5,
          bgcolor: 'background.paper',
        },
        '@media (pointer: coarse)': { display: 'none' },
      }}
    >
      {Object.entries(keys).map(([key, act]) => (
        <span key={key}>
          <kbd>{key.toUpperCase()}</kbd>
          {translate(`collection.review.key.${act}`)}
        </span>
      ))}
    </Box>
  );
};
