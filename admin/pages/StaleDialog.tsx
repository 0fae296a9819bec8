import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useFieldLabel, Value } from '../events/Value.tsx';
import type { Difference } from './stale.ts';

interface Props {
  readonly resource: string;
  readonly found: readonly Difference[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody else saved first: both versions side by side, and the person chooses. */
export const StaleDialog = ({ resource, found, onKeepMine, onTakeTheirs }: Props) => {
  const translate = useTranslate();
  const labelOf = useFieldLabel();
  return (
    <Dialog open maxWidth="md" fullWidth aria-labelledby="stale-title">
      <DialogTitle id="stale-title">{translate('shell.stale.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{translate('shell.stale.text')}</Typography>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('shell.stale.field')}</TableCell>
              <TableCell>{translate('shell.stale.mine')}</TableCell>
              <TableCell>{translate('shell.stale.theirs')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {found.map(({ field, mine, theirs }) => (
              <TableRow key={field}>
                <TableCell component="th" scope="row">
                  {labelOf(resource, field)}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'pre-line' }}>
                  <Value resource={resource} field={field} value={mine} />
                </TableCell>
                <TableCell sx={{ whiteSpace: 'pre-line' }}>
                  <Value resource={resource} field={field} value={theirs} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onTakeTheirs}>{translate('shell.stale.takeTheirs')}</Button>
        <Button variant="contained" onClick={onKeepMine}>
          {translate('shell.stale.keepMine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
