import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Drawer from '@mui/material/Drawer';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** A tree with its side panel: beside it where there is room, over it where there is not. */
export const besideTree = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 352px', xl: 'minmax(0, 1fr) 400px' },
} as const;

interface Props {
  readonly label: string;
  /** What stands there while no row is chosen. */
  readonly empty: string;
  /** Whether a narrow screen shows it; a wide one always does. */
  readonly open: boolean;
  readonly onClose: () => void;
  /** The row in hand, or null. */
  readonly children: ReactNode;
}

/** Where the row in hand is looked at and written. */
export const SidePanel = ({ label, empty, open, onClose, children }: Props) => {
  const translate = useTranslate();
  const wide = useMediaQuery<Theme>(theme => theme.breakpoints.up('lg'));
  if (wide)
    return (
      <Card
        component="aside"
        aria-label={label}
        sx={{
          p: 2,
          position: 'sticky',
          top: 72,
          alignSelf: 'start',
          maxHeight: 'calc(100dvh - 88px)',
          overflowY: 'auto',
        }}
      >
        {children ?? <Box sx={{ color: 'text.secondary' }}>{empty}</Box>}
      </Card>
    );
  return (
    <Drawer
      anchor="right"
      open={open && children !== null}
      onClose={onClose}
      slotProps={{ paper: { sx: { width: 'min(100%, 440px)', p: 2 }, 'aria-label': label } }}
    >
      <Button onClick={onClose} sx={{ alignSelf: 'flex-end' }}>
        {translate('ra.action.close')}
      </Button>
      {children}
    </Drawer>
  );
};
