import Box from '@mui/material/Box';
import { drawn } from './looks.ts';
import type { Part } from './parts.ts';

/** A small sample of how a part is drawn on the sheet. */
export const Swatch = ({ part }: { readonly part: Part }) => (
  <Box
    component="span"
    aria-hidden
    sx={theme => ({
      width: 18,
      height: 18,
      flex: 'none',
      borderRadius: '3px',
      border: `1px solid ${theme.palette.text.secondary}`,
      ...drawn(part, theme.palette.mode),
    })}
  />
);
