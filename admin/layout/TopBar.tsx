import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LoadingIndicator, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSession } from '../data/index.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Mark } from './Mark.tsx';

/** The letterhead of every page: product, agency, the person. */
export const TopBar = () => {
  const translate = useTranslate();
  const { agencyName } = useSession();
  return (
    <Box
      component="header"
      className="shell-bar"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 'appBar',
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        height: 56,
        px: { xs: 1.5, md: 2.5 },
        bgcolor: 'background.paper',
        borderTop: '3px solid',
        borderTopColor: 'primary.main',
        borderBottom: 1,
        borderBottomColor: 'divider',
      }}
    >
      <Box
        component={Link}
        to="/"
        sx={{ display: 'flex', alignItems: 'center', gap: 1.25, color: 'inherit', textDecoration: 'none', minWidth: 0 }}
      >
        <Mark />
        <Typography
          component="span"
          sx={{ fontWeight: 700, whiteSpace: 'nowrap', display: { xs: 'none', sm: 'block' } }}
        >
          {translate('shell.product')}
        </Typography>
        <Typography
          component="span"
          sx={{
            pl: { xs: 0, sm: 1.25 },
            borderLeft: { xs: 0, sm: 1 },
            borderColor: { sm: 'divider' },
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {agencyName}
        </Typography>
      </Box>
      <Box sx={{ flex: 1 }} />
      <Box className="no-print" sx={{ display: { xs: 'none', sm: 'block' } }}>
        <LoadingIndicator />
      </Box>
      <AccountMenu />
    </Box>
  );
};
