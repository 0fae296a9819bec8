import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ComponentType, ReactNode } from 'react';

interface Props {
  readonly icon: ComponentType<{ readonly sx?: object }>;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do next: buttons. */
  readonly actions?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** A page, or part of one, that has something to say instead of something to show. */
export const Message = ({ icon: Icon, title, children, actions, role }: Props) => (
  <Box role={role} sx={{ py: { xs: 5, md: 8 }, px: 2, textAlign: 'center', maxWidth: 620, mx: 'auto' }}>
    <Icon sx={{ fontSize: 44, color: 'primary.main' }} />
    <Typography variant="h2" component="p" sx={{ mt: 1 }}>
      {title}
    </Typography>
    <Box sx={{ mt: 1, color: 'text.secondary', lineHeight: 1.8 }}>{children}</Box>
    {actions ? (
      <Box sx={{ mt: 3, display: 'flex', gap: 1.5, justifyContent: 'center', flexWrap: 'wrap' }}>{actions}</Box>
    ) : null}
  </Box>
);
