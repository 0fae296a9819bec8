import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { Event } from '../../sync/model/index.ts';
import { fieldChanges } from './field-changes.ts';
import { useFieldLabel, Value } from './Value.tsx';

/** Before and after of an event, field by field. */
export const Changes = ({ event }: { readonly event: Pick<Event, 'resource' | 'before' | 'after'> }) => {
  const translate = useTranslate();
  const labelOf = useFieldLabel();
  const changes = fieldChanges(event.before, event.after);
  if (changes.length === 0) return <Box sx={{ color: 'text.secondary' }}>{translate('events.noChanges')}</Box>;
  return (
    <Box component="section" aria-label={translate('events.showChanges')} tabIndex={0} sx={{ overflowX: 'auto' }}>
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
                {labelOf(event.resource, field)}
              </TableCell>
              <TableCell sx={{ minWidth: 140, color: 'text.secondary' }}>
                <Value resource={event.resource} field={field} value={before} />
              </TableCell>
              <TableCell sx={{ minWidth: 140 }}>
                <Value resource={event.resource} field={field} value={after} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};
