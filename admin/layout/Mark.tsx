import Box from '@mui/material/Box';

/** The product's mark: three lines of a plan, the last one ticked. */
export const Mark = ({ size = 28 }: { readonly size?: number }) => (
  <Box component="img" src="/icon.svg" alt="" width={size} height={size} sx={{ display: 'block', flex: 'none' }} />
);
