import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { LookSwitches } from '../layout/LookSwitches.tsx';
import { Mark } from '../layout/Mark.tsx';

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** One sheet of paper on the desk: every page before log-in. */
export const GateSheet = ({ title, text, children }: Props) => {
  const translate = useTranslate();
  const product = translate('shell.product');
  useEffect(() => {
    document.title = `${title}｜${product}`;
  }, [title, product]);
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        bgcolor: 'background.default',
        px: 2,
        pt: { xs: 4, sm: 9 },
        pb: 4,
      }}
    >
      <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 3 }}>
        <Mark size={40} />
        <Box>
          <Typography component="p" sx={{ fontWeight: 700, fontSize: '1.25rem', lineHeight: 1.3 }}>
            {product}
          </Typography>
          <Typography component="p" variant="caption" sx={{ color: 'text.secondary' }}>
            {translate('account.tagline')}
          </Typography>
        </Box>
      </Box>
      <Paper
        component="main"
        sx={{
          width: '100%',
          maxWidth: 440,
          border: 1,
          borderColor: 'divider',
          borderTop: '3px solid',
          borderTopColor: 'primary.main',
          borderRadius: '2px 2px 10px 10px',
          px: { xs: 2.5, sm: 4 },
          py: { xs: 3, sm: 4 },
        }}
      >
        <Typography component="h1" variant="h1" sx={{ mb: 1 }}>
          {title}
        </Typography>
        {text ? <Typography sx={{ mb: 1.5, color: 'text.secondary' }}>{text}</Typography> : null}
        {children}
      </Paper>
      <Box component="footer" sx={{ mt: 2, display: 'flex', gap: 1 }}>
        <LookSwitches />
      </Box>
    </Box>
  );
};
