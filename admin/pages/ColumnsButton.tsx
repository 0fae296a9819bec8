import ColumnsIcon from '@mui/icons-material/ViewWeekOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import { useId, useState } from 'react';
import { useResourceContext, useStore, useTranslate, useTranslateLabel } from 'react-admin';
import type { TableColumns } from './table-columns.ts';

/**
 * Shows and hides the columns of a list; the choice is kept in this browser. react-admin's own button is a list of options
 * with switches in them, which screen readers cannot make sense of; this one writes to the same place.
 */
export const ColumnsButton = ({ columns, hiddenAtFirst, storeKey }: TableColumns) => {
  const translate = useTranslate();
  const labelOf = useTranslateLabel();
  const resource = useResourceContext() ?? '';
  const id = useId();
  const [hidden, setHidden] = useStore<readonly string[]>(storeKey ?? `${resource}.datatable`, hiddenAtFirst);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const turn = (key: string) => setHidden(hidden.includes(key) ? hidden.filter(one => one !== key) : [...hidden, key]);
  return (
    <>
      <Button
        size="small"
        startIcon={<ColumnsIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {translate('shell.columns')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id } }}
      >
        <Box component="fieldset" sx={{ border: 0, m: 0, px: 2, py: 1.5, minWidth: 200, display: 'grid' }}>
          <Box component="legend" id={id} sx={{ p: 0, fontWeight: 700, float: 'left' }}>
            {translate('shell.columns')}
          </Box>
          {columns.map(({ key, source, label }) => (
            <FormControlLabel
              key={key}
              control={<Checkbox size="small" checked={!hidden.includes(key)} onChange={() => turn(key)} />}
              label={labelOf({ ...(source ? { source } : {}), ...(label ? { label } : {}), resource })}
            />
          ))}
          <Button size="small" sx={{ mt: 1 }} onClick={() => setHidden(hiddenAtFirst)}>
            {translate('ra.action.reset')}
          </Button>
        </Box>
      </Popover>
    </>
  );
};
