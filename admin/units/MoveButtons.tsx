import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useDataProvider, useListContext, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import { type Direction, moved } from './order.ts';

const icons = { up: UpIcon, down: DownIcon };

/** Moves a unit one place up or down; the keyboard's way to re-order is the mouse's too. */
export const MoveButtons = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const provider = useDataProvider();
  const unit = useRecordContext<Unit>();
  const { data = [] } = useListContext<Unit>();
  const [busy, setBusy] = useState(false);
  if (!unit) return null;
  const move = async (direction: Direction) => {
    setBusy(true);
    try {
      for (const { unit: row, position } of moved(data, unit.id, direction))
        await provider.update('units', { id: row.id, data: { ...row, position }, previousData: row });
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return (
    <Box sx={{ display: 'flex', my: -0.5 }}>
      {(['up', 'down'] as const).map(direction => {
        const Icon = icons[direction];
        return (
          <IconButton
            key={direction}
            size="small"
            aria-disabled={busy || moved(data, unit.id, direction).length === 0}
            sx={{ '&[aria-disabled="true"]': { opacity: 0.35 } }}
            aria-label={translate(`units.${direction}`, { name: unit.name })}
            onClick={event => {
              event.stopPropagation();
              if (!busy) void move(direction);
            }}
          >
            <Icon fontSize="small" />
          </IconButton>
        );
      })}
    </Box>
  );
};
