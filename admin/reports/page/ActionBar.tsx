import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Stays at the foot of the window, above the phone's menu: where saving stands and what can be done. */
export const ActionBar = ({ children, actions }: { readonly children: ReactNode; readonly actions: ReactNode }) => (
  <Box
    className="no-print"
    sx={{
      position: 'sticky',
      bottom: { xs: 'calc(54px + env(safe-area-inset-bottom))', md: 0 },
      zIndex: 5,
      mx: { xs: -1.5, sm: -2.5, md: -3 },
      mt: 2,
      px: { xs: 1.5, sm: 2.5, md: 3 },
      py: 1.25,
      display: 'flex',
      alignItems: 'center',
      gap: { xs: 1, sm: 2 },
      flexWrap: 'wrap',
      bgcolor: 'background.paper',
      borderTop: 1,
      borderColor: 'divider',
    }}
  >
    <Box sx={{ flex: '1 1 220px', minWidth: 0, display: 'grid', gap: 0.25 }}>{children}</Box>
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', ml: 'auto' }}>{actions}</Box>
  </Box>
);
