import MoreIcon from '@mui/icons-material/MenuOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Drawer from '@mui/material/Drawer';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useSession } from '../data/index.ts';
import { Menu } from './Menu.tsx';
import { entriesFor, isHere } from './menu-entries.ts';

const slot = {
  flex: 1,
  minWidth: 0,
  flexDirection: 'column',
  gap: 0.25,
  py: 0.75,
  fontSize: '0.75rem',
  lineHeight: 1.4,
  color: 'text.secondary',
  borderTop: '3px solid transparent',
  '&[aria-current="page"]': { color: 'primary.main', borderTopColor: 'primary.main', fontWeight: 700 },
} as const;

const shown = 4;

/** The phone's bottom bar: what the role uses most, and the whole menu in a drawer. */
export const PhoneNav = () => {
  const translate = useTranslate();
  const session = useSession();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Box
        component="nav"
        aria-label={translate('shell.mainMenu')}
        sx={{
          position: 'fixed',
          insetInline: 0,
          bottom: 0,
          zIndex: 'appBar',
          display: { xs: 'flex', md: 'none' },
          bgcolor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
          pb: 'env(safe-area-inset-bottom)',
        }}
      >
        {entriesFor(session.user.role, session)
          .slice(0, shown)
          .map(entry => (
            <ButtonBase
              key={entry.to}
              component={Link}
              to={entry.to}
              aria-current={isHere(entry, pathname) ? 'page' : undefined}
              sx={slot}
            >
              <entry.icon fontSize="small" />
              {translate(entry.label, { smart_count: 2 })}
            </ButtonBase>
          ))}
        <ButtonBase sx={slot} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
          <MoreIcon fontSize="small" />
          {translate('shell.more')}
        </ButtonBase>
      </Box>
      <Drawer
        anchor="right"
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { sx: { width: 272 }, 'aria-label': translate('shell.mainMenu') } }}
      >
        <Menu onChoose={() => setOpen(false)} />
      </Drawer>
    </>
  );
};
