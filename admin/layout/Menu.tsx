import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useSession } from '../data/index.ts';
import { type Entry, isHere, menuFor } from './menu-entries.ts';

const MenuEntry = ({ entry, onChoose }: { readonly entry: Entry; readonly onChoose?: (() => void) | undefined }) => {
  const translate = useTranslate();
  const here = isHere(entry, useLocation().pathname);
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={Link}
        to={entry.to}
        selected={here}
        aria-current={here ? 'page' : undefined}
        onClick={() => onChoose?.()}
        sx={{
          py: 0.75,
          px: 2,
          borderLeft: '3px solid transparent',
          '&.Mui-selected': { borderLeftColor: 'primary.main', bgcolor: 'transparent', color: 'primary.main' },
          '&.Mui-selected:hover': { bgcolor: 'action.hover' },
        }}
      >
        <ListItemIcon>
          <entry.icon fontSize="small" />
        </ListItemIcon>
        <ListItemText
          primary={translate(entry.label, { smart_count: 2 })}
          slotProps={{ primary: { sx: { fontWeight: here ? 700 : 500, fontSize: '0.9375rem' } } }}
        />
      </ListItemButton>
    </ListItem>
  );
};

/** The menu of the person's role, in groups. `onChoose` lets a drawer close itself. */
export const Menu = ({ onChoose }: { readonly onChoose?: () => void }) => {
  const translate = useTranslate();
  const session = useSession();
  return (
    <Box component="nav" aria-label={translate('shell.mainMenu')} sx={{ pb: 3 }}>
      {menuFor(session.user.role, session).map(({ group, entries }) => (
        <Box key={group} sx={{ mt: 2 }}>
          <Typography id={`menu-${group}`} variant="caption" sx={{ px: 2.5, color: 'text.secondary', fontWeight: 600 }}>
            {translate(`shell.group.${group}`)}
          </Typography>
          <List aria-labelledby={`menu-${group}`} dense disablePadding>
            {entries.map(entry => (
              <MenuEntry key={entry.to} entry={entry} onChoose={onChoose} />
            ))}
          </List>
        </Box>
      ))}
    </Box>
  );
};
