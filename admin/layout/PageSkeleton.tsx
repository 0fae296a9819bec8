import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';

const lines = ['96%', '88%', '92%', '70%', '90%', '84%', '60%'];

/** The shape of a page while it is on its way. */
export const PageSkeleton = () => {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('shell.loading')} sx={{ pt: 1 }}>
      <Skeleton variant="rounded" height={44} sx={{ mb: 2, maxWidth: 420 }} />
      {lines.map(width => (
        <Skeleton key={width} height={36} width={width} />
      ))}
    </Box>
  );
};
