import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { useGetMany, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Unit } from '../../../sync/model/index.ts';
import { ClampedText, LightChip } from '../../fields/index.ts';
import { DueDate } from '../../reports/DueDate.tsx';
import { printed } from '../../reports/paths.ts';
import { usePaths } from '../../reports/use-paths.ts';
import type { Late } from './late.ts';

const shownAtFirst = 12;
const onPaperOnly = { display: 'none', '@media print': { display: 'table-row' } } as const;

/** What is late and why: step, unit, how late, the cause that was given and the remedy. */
export const LateTable = ({ late }: { readonly late: readonly Late[] }) => {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const pathOf = usePaths(late.map(({ report }) => report.planItemId));
  const { data: units } = useGetMany<Unit>('units', { ids: [...new Set(late.map(({ report }) => report.unitId))] });
  return (
    <>
      <TableContainer>
        <Table size="small" sx={{ '@media print': { '& td, & th': { px: 0.5, fontSize: '0.75rem' } } }}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('dashboard.late.light')}</TableCell>
              <TableCell>{translate('dashboard.late.step')}</TableCell>
              <TableCell>{translate('dashboard.late.unit')}</TableCell>
              <TableCell>{translate('dashboard.late.howLate')}</TableCell>
              <TableCell>{translate('dashboard.late.cause')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {late.map(({ report, light, lag }, i) => {
              const step = pathOf(report.planItemId).at(-1);
              return (
                <TableRow key={report.id} sx={all || i < shownAtFirst ? {} : onPaperOnly}>
                  <TableCell>
                    <LightChip light={light} />
                  </TableCell>
                  <TableCell sx={{ minWidth: 180, '@media print': { minWidth: 0 } }}>
                    <Link component={RouterLink} to={`/reports/${report.id}/show`}>
                      {step ? printed(step) : translate('shell.loading')}
                    </Link>
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap', '@media print': { whiteSpace: 'normal' } }}>
                    {units?.find(unit => unit?.id === report.unitId)?.name ?? ''}
                  </TableCell>
                  <TableCell>
                    <DueDate report={report} />
                    {report.plannedProgress !== null && report.actualProgress !== null ? (
                      <Box sx={{ whiteSpace: 'nowrap', color: lag > 0 ? 'error.main' : 'text.secondary' }}>
                        {translate('dashboard.late.progress', {
                          planned: report.plannedProgress,
                          actual: report.actualProgress,
                        })}
                      </Box>
                    ) : null}
                  </TableCell>
                  <TableCell sx={{ minWidth: 220, '@media print': { minWidth: 0 } }}>
                    {report.delayCause ? (
                      <ClampedText text={report.delayCause} />
                    ) : (
                      <Box component="span" sx={{ color: 'text.secondary' }}>
                        {translate('dashboard.late.noCause')}
                      </Box>
                    )}
                    {report.remedy ? (
                      <Box sx={{ mt: 0.5, display: 'flex', gap: 0.5 }}>
                        <Box component="span" sx={{ color: 'text.secondary', flex: 'none' }}>
                          {translate('dashboard.late.remedy')}
                        </Box>
                        <ClampedText text={report.remedy} />
                      </Box>
                    ) : null}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      {late.length > shownAtFirst ? (
        <Button className="no-print" aria-expanded={all} onClick={() => setAll(!all)} sx={{ mt: 1 }}>
          {all ? translate('shell.fold') : translate('dashboard.late.all', { count: late.length })}
        </Button>
      ) : null}
    </>
  );
};
