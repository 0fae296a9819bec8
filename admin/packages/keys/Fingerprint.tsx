import Box from '@mui/material/Box';
import { inGroups } from '../../../sync/model/index.ts';

/** A fingerprint in groups of four, large enough to be read to somebody. */
export const Fingerprint = ({ mark, large = false }: { readonly mark: string; readonly large?: boolean }) => (
  <Box
    component="code"
    sx={{
      fontSize: large ? '1.25rem' : '0.9375rem',
      letterSpacing: '0.06em',
      overflowWrap: 'anywhere',
      lineHeight: 1.7,
    }}
  >
    {inGroups(mark)}
  </Box>
);
