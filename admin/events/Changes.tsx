import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { Event } from '../../sync/model/index.ts';
import { ClampedText } from '../fields/ClampedText.tsx';
import { fieldChanges } from './field-changes.ts';
import { readable } from './readable.ts';

/** Before and after of an event, field by field. */
export const Changes = ({ event }: { readonly event: Pick<Event, 'resource' | 'before' | 'after'> }) => {
  const translate = useTranslate();
  const changes = fieldChanges(event.before, event.after);
  if (changes.length === 0) return <Box sx={{ color: 'text.secondary' }}>{translate('events.noChanges')}</Box>;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('shell.stale.field')}</TableCell>
            <TableCell>{translate('events.before')}</TableCell>
            <TableCell>{translate('events.after')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map(({ field, before, after }) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                {translate(`resources.${event.resource}.fields.${field}`, { _: field })}
              </TableCell>
              <TableCell sx={{ minWidth: 140, color: 'text.secondary' }}>
                <ClampedText text={readable(before, translate)} />
              </TableCell>
              <TableCell sx={{ minWidth: 140 }}>
                <ClampedText text={readable(after, translate)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
