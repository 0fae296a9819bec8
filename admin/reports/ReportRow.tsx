import EvidenceIcon from '@mui/icons-material/AttachFileOutlined';
import Box from '@mui/material/Box';
import CardActionArea from '@mui/material/CardActionArea';
import { RecordContextProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Report } from '../../sync/model/index.ts';
import { UserField } from '../fields/index.ts';
import { DueDate } from './DueDate.tsx';
import { Marks } from './Marks.tsx';
import type { Path } from './paths.ts';
import { PathLine, StepText } from './StepPath.tsx';

interface Props {
  readonly report: Report;
  readonly path: Path;
  /** Names the officer where the list holds more than one's own. */
  readonly withOfficer?: boolean;
}

const clamped = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  fontWeight: 600,
  lineHeight: 1.6,
} as const;

/** One report as a line that is a link as a whole: what, by when, in what state. */
export const ReportRow = ({ report, path, withOfficer = false }: Props) => {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <CardActionArea
        component={Link}
        to={`/reports/${encodeURIComponent(report.id)}/show`}
        sx={{
          display: 'grid',
          gap: 0.5,
          px: { xs: 1.5, sm: 2 },
          py: 1.25,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
          columnGap: 3,
          alignItems: 'center',
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <PathLine path={path} />
          <Box sx={clamped}>
            <StepText path={path} />
          </Box>
          {report.state === 'returned' ? (
            <Box
              sx={{ color: 'text.secondary', pl: 1.25, mt: 0.5, borderLeft: '3px solid', borderColor: 'warning.main' }}
            >
              <Box component="span" sx={{ ...clamped, fontWeight: 400, WebkitLineClamp: 1 }}>
                {translate('report.labelled', { label: translate('report.returnedBecause'), text: report.stateReason })}
              </Box>
            </Box>
          ) : null}
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexDirection: { xs: 'row', md: 'column' },
            flexWrap: 'wrap',
            columnGap: 2,
            alignItems: { xs: 'center', md: 'flex-end' },
            fontSize: '0.9375rem',
          }}
        >
          <Marks report={report} />
          <DueDate report={report} />
          {withOfficer ? (
            <RecordContextProvider value={report}>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                <UserField />
              </Box>
            </RecordContextProvider>
          ) : null}
          {report.evidenceCount > 0 ? (
            <Box
              component="span"
              sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, color: 'text.secondary' }}
            >
              <EvidenceIcon aria-hidden sx={{ fontSize: '1rem' }} />
              {translate('report.evidence', { smart_count: report.evidenceCount })}
            </Box>
          ) : null}
        </Box>
      </CardActionArea>
    </Box>
  );
};

interface RowsProps {
  readonly reports: readonly Report[];
  readonly pathFor: (planItemId: string) => Path;
  readonly withOfficer?: boolean;
}

export const ReportRows = ({ reports, pathFor, withOfficer = false }: RowsProps) => (
  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
    {reports.map(report => (
      <ReportRow key={report.id} report={report} path={pathFor(report.planItemId)} withOfficer={withOfficer} />
    ))}
  </Box>
);
