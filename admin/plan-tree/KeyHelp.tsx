import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';

const keys = {
  walk: '↑ ↓ ← →',
  ends: 'Home / End',
  check: 'Space',
  edit: 'Enter',
  add: 'Insert',
  move: 'Alt + ↑ ↓',
  level: 'Alt + ← →',
  paste: 'Ctrl + V',
  remove: 'Delete',
  undo: 'Ctrl + Z',
} as const;

export type HelpKey = keyof typeof keys;

/** The keys that work in a tree. */
export const KeyHelp = ({ of }: { readonly of: readonly HelpKey[] }) => {
  const translate = useTranslate();
  const id = useId();
  const [at, setAt] = useState<HTMLElement | null>(null);
  return (
    <>
      <Tooltip title={translate('planTree.keys')} describeChild={false}>
        <IconButton aria-haspopup="dialog" aria-expanded={at !== null} onClick={event => setAt(event.currentTarget)}>
          <KeyboardIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Popover
        anchorEl={at}
        open={at !== null}
        onClose={() => setAt(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, tabIndex: -1, sx: { p: 2, maxWidth: 420 } } }}
      >
        <Typography id={id} variant="h3" component="h2" sx={{ mb: 1 }}>
          {translate('planTree.keysTitle')}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5 }}>
          {of.map(key => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                {keys[key]}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {translate(`planTree.key.${key}`)}
              </Box>
            </Box>
          ))}
        </Box>
      </Popover>
    </>
  );
};
