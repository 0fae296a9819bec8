import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useGetMany, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Report, Unit, User } from '../../../sync/model/index.ts';
import { RocDate } from '../../fields/index.ts';
import { DueDate } from '../../reports/DueDate.tsx';
import { printed } from '../../reports/paths.ts';
import { usePaths } from '../../reports/use-paths.ts';

interface Props {
  readonly reports: readonly Report[];
  /** What else stands in a row, such as the reason it was returned. */
  readonly note?: (report: Report) => ReactNode;
  readonly action?: (report: Report) => ReactNode;
}

const some = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter(id => id !== null))];

/** Reports in short: the step, whose it is, since when it is late, and whether somebody was reminded. */
export const ReportRows = ({ reports, note, action }: Props) => {
  const translate = useTranslate();
  const pathOf = usePaths(reports.map(report => report.planItemId));
  const { data: units } = useGetMany<Unit>('units', { ids: some(reports.map(report => report.unitId)) });
  const { data: officers } = useGetMany<User>('users', { ids: some(reports.map(report => report.officerId)) });
  const nameOf = (all: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | null) =>
    all?.find(one => one?.id === id)?.name ?? '';
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {reports.map(report => {
        const step = pathOf(report.planItemId).at(-1);
        return (
          <Box
            component="li"
            key={report.id}
            sx={{ display: 'flex', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider', alignItems: 'flex-start' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Link component={RouterLink} to={`/reports/${report.id}/show`} sx={{ fontWeight: 600 }}>
                {step ? printed(step) : translate('shell.loading')}
              </Link>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, fontSize: '0.875rem' }}>
                <span>
                  {nameOf(units, report.unitId)} {nameOf(officers, report.officerId)}
                </span>
                <DueDate report={report} />
                {report.chasedAt ? (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {translate('dashboard.chasedAt')} <RocDate value={report.chasedAt} withTime={false} />
                  </Box>
                ) : null}
              </Box>
              {note?.(report)}
            </Box>
            {action?.(report)}
          </Box>
        );
      })}
    </Box>
  );
};
