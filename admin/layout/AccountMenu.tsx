import DevicesIcon from '@mui/icons-material/DevicesOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import LogOutIcon from '@mui/icons-material/LogoutOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import TranslateIcon from '@mui/icons-material/TranslateOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { logOut } from '../data/account.ts';
import { useSession } from '../data/index.ts';
import { appearanceIcons, useOtherAppearance, useOtherLanguage } from './LookSwitches.tsx';

/** Who is logged in, and what concerns only them. */
export const AccountMenu = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { user, unitName } = useSession();
  const language = useOtherLanguage();
  const appearance = useOtherAppearance();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const AppearanceIcon = appearanceIcons[appearance.next];
  const role = translate(`roles.${user.role}`);
  const choose = (act: () => void) => () => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={translate('ra.auth.user_menu')}
        startIcon={<PersonIcon />}
        endIcon={<ExpandIcon />}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ textAlign: 'left', minWidth: 0, px: 1 }}
      >
        <Box
          component="span"
          sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: 180 }}
        >
          {user.name}
        </Box>
        <Box
          component="span"
          sx={{ display: { xs: 'none', sm: 'inline' }, ml: 1, color: 'text.secondary', fontWeight: 400 }}
        >
          {unitName && unitName !== role ? `${unitName} ${role}` : role}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={choose(() => navigate('/account/password'))}>
          <ListItemIcon>
            <KeyIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{translate('shell.changePassword')}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => navigate('/account/sessions'))}>
          <ListItemIcon>
            <DevicesIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{translate('shell.sessions')}</ListItemText>
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(language.change)} lang={language.lang}>
          <ListItemIcon>
            <TranslateIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{language.name}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(appearance.change)}>
          <ListItemIcon>
            <AppearanceIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{translate(appearance.label)}</ListItemText>
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => void logOut())}>
          <ListItemIcon>
            <LogOutIcon fontSize="small" />
          </ListItemIcon>
          <ListItemText>{translate('shell.logOut')}</ListItemText>
        </MenuItem>
      </Menu>
    </>
  );
};
