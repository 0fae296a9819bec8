import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { RecordContextProvider, useGetList, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Evidence, Report } from '../../sync/model/index.ts';
import { UnitField } from '../fields/index.ts';
import { Marks } from '../reports/Marks.tsx';
import { RoundField } from '../reports/RoundField.tsx';
import { PathLine, useStepText } from '../reports/StepPath.tsx';
import { usePaths } from '../reports/use-paths.ts';

const most = 100;

/** The reports that a piece of evidence is at. */
export const WhereUsed = ({ evidence }: { readonly evidence: Evidence }) => {
  const translate = useTranslate();
  const { data } = useGetList<Report>('reports', {
    filter: { evidenceId: evidence.id },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: most },
  });
  const pathFor = usePaths(data?.map(({ planItemId }) => planItemId) ?? []);
  const stepText = useStepText();
  return (
    <Box component="section" aria-labelledby="where-used" sx={{ mt: 3 }}>
      <Typography id="where-used" variant="h2" sx={{ mb: 1 }}>
        {translate('evidence.where')}
      </Typography>
      {data === undefined ? <Skeleton variant="rounded" height={56} /> : null}
      {data?.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('evidence.nowhere')}</Box> : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map(report => {
          const path = pathFor(report.planItemId);
          return (
            <Box component="li" key={report.id} sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
              <RecordContextProvider value={report}>
                <PathLine path={path} />
                <Link component={RouterLink} to={`/reports/${encodeURIComponent(report.id)}/show`}>
                  {stepText(path)}
                </Link>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, color: 'text.secondary' }}>
                  <UnitField />
                  <RoundField />
                  <Marks report={report} />
                </Box>
              </RecordContextProvider>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
};
