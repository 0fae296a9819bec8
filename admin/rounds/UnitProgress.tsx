import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useResourceDefinitions, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Dashboard, Round } from '../../sync/model/index.ts';
import { useUnitsOf } from '../plan-tree/index.ts';
import { type Progress, progressByUnit, progressOfAll } from './progress.ts';

const figures = ['total', 'accepted', 'submitted', 'returned', 'unfinished', 'overdue'] as const;
const parts = [
  { field: 'accepted', color: 'success.main' },
  { field: 'submitted', color: 'info.main' },
  { field: 'returned', color: 'warning.main' },
] as const;

/** What a phone has room for beside the name and the share. */
const essential: ReadonlySet<string> = new Set(['total', 'accepted', 'overdue']);

/** Cells as narrow as their numbers, so that the share stays in sight. */
const narrowCells = {
  '& td, & th': { px: 1 },
  '& .detail': { display: { xs: 'none', sm: 'table-cell' } },
} as const;

const percent = ({ accepted, total }: Progress): number => (total === 0 ? 0 : Math.round((accepted / total) * 100));

/** Accepted, in review and returned as parts of what is owed; the words stand in its name, the numbers beside it. */
const Bar = ({ progress }: { readonly progress: Progress }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: { xs: 0, sm: 104 } }}>
      <Box
        role="img"
        aria-label={translate('rounds.legend', { ...progress })}
        sx={{
          flex: 1,
          height: 12,
          display: { xs: 'none', sm: 'flex' },
          borderRadius: 1,
          overflow: 'hidden',
          bgcolor: 'sunken',
        }}
      >
        {parts.map(({ field, color }) => (
          <Box
            key={field}
            sx={{ width: `${(progress[field] / Math.max(progress.total, 1)) * 100}%`, bgcolor: color }}
          />
        ))}
      </Box>
      <Box component="span" sx={{ width: '3.2em', textAlign: 'right' }}>
        {percent(progress)}%
      </Box>
    </Box>
  );
};

const Figures = ({ progress }: { readonly progress: Progress }) =>
  figures.map(field => (
    <TableCell
      key={field}
      align="right"
      className={essential.has(field) ? '' : 'detail'}
      sx={field === 'overdue' && progress.overdue > 0 ? { color: 'error.main', fontWeight: 700 } : {}}
    >
      {progress[field]}
    </TableCell>
  ));

interface Props {
  readonly round: Round;
  readonly heat: Dashboard['heat'];
}

/** How far the units are with a round. */
export const UnitProgress = ({ round, heat }: Props) => {
  const translate = useTranslate();
  const { units } = useUnitsOf(round.agencyId);
  const lists = useResourceDefinitions().reports?.hasList ?? false;
  const names = new Map(units.map(unit => [unit.id, unit.name]));
  const listOf = (unitId: string) =>
    `/reports?filter=${encodeURIComponent(JSON.stringify({ roundId: round.id, unitId }))}`;
  return (
    <TableContainer>
      <Table size="small" sx={narrowCells}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('rounds.unit')}</TableCell>
            {figures.map(field => (
              <TableCell key={field} align="right" className={essential.has(field) ? '' : 'detail'}>
                {translate(`rounds.${field}`)}
              </TableCell>
            ))}
            <TableCell>{translate('rounds.share')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {progressByUnit(heat).map(progress => {
            const name = names.get(progress.unitId) ?? '';
            return (
              <TableRow key={progress.unitId} hover>
                <TableCell component="th" scope="row" sx={{ fontWeight: 600, minWidth: '6.5em' }}>
                  {lists ? (
                    <Link
                      component={RouterLink}
                      to={listOf(progress.unitId)}
                      aria-label={translate('rounds.toReports', { unit: name })}
                    >
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </TableCell>
                <Figures progress={progress} />
                <TableCell>
                  <Bar progress={progress} />
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td, & th': { fontWeight: 700, color: 'text.primary', fontSize: '0.9375rem' } }}>
            <TableCell component="th" scope="row">
              {translate('rounds.whole')}
            </TableCell>
            <Figures progress={progressOfAll(heat)} />
            <TableCell>
              <Bar progress={progressOfAll(heat)} />
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </TableContainer>
  );
};
