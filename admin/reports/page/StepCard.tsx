import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useState } from 'react';
import { RecordContextProvider, useTranslate } from 'react-admin';
import type { Report } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { AgencyField, RocDate, rocText, UnitField, UserField, useMonthName } from '../../fields/index.ts';
import { DueDate } from '../DueDate.tsx';
import { isUnfinished } from '../due.ts';
import { Marks } from '../Marks.tsx';
import type { Path } from '../paths.ts';
import { PathAbove, StepText } from '../StepPath.tsx';

const Item = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
        {translate(label)}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  );
};

/** Why it came back, and that somebody asked for it: the first thing to read. */
const Notices = ({ report }: { readonly report: Report }) => {
  const translate = useTranslate();
  const returned = report.state === 'returned';
  return (
    <>
      {report.stateReason && report.state !== 'accepted' ? (
        <Alert severity="warning" sx={{ mt: 2 }}>
          <AlertTitle sx={{ fontWeight: 700 }}>
            {translate(returned || report.submittedAt ? 'report.returnedBecause' : 'report.reopenedBecause')}
          </AlertTitle>
          <Box sx={{ whiteSpace: 'pre-line' }}>{report.stateReason}</Box>
        </Alert>
      ) : null}
      {report.chasedAt && isUnfinished(report) ? (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('report.chasedOn', { date: rocText(report.chasedAt, 'long', false) })}
        </Alert>
      ) : null}
    </>
  );
};

interface Props {
  readonly report: Report;
  readonly path: Path;
}

/** What a phone shows only when it is asked. */
const Details = ({ report, path }: Props) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const { user } = useSession();
  const step = path.at(-1);
  const months = step?.checkMonths ?? [];
  return (
    <>
      {report.agencyId === user.agencyId ? null : (
        <Item label="resources.reports.fields.agencyId">
          <AgencyField />
        </Item>
      )}
      <Item label="resources.reports.fields.officerId">
        <UserField />
      </Item>
      {step && step.cadence.length > 0 ? (
        <Item label="report.cadence">{step.cadence.join(translate('report.and'))}</Item>
      ) : null}
      <Item label="report.checkMonths">
        {months.length === 0
          ? translate('fields.everyMonth')
          : translate('fields.month', { month: months.map(nameOf).join(translate('report.and')) })}
      </Item>
      {report.submittedAt ? (
        <Item label="resources.reports.fields.submittedAt">
          <RocDate value={report.submittedAt} />
        </Item>
      ) : null}
      {report.acceptedAt ? (
        <Item label="resources.reports.fields.acceptedAt">
          <RocDate value={report.acceptedAt} />
        </Item>
      ) : null}
    </>
  );
};

/** What is asked: the step in its plan, who answers for it, by when. */
export const StepCard = (props: Props) => {
  const { report, path } = props;
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const [asked, setAsked] = useState(false);
  return (
    <Card component="section" aria-label={translate('report.step')} sx={{ p: { xs: 2, sm: 2.5 } }}>
      <PathAbove path={path} />
      <Typography sx={{ mt: 1, fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.75, whiteSpace: 'pre-line' }}>
        <StepText path={path} />
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 1.5,
          display: 'grid',
          gap: { xs: 1, sm: 1.5 },
          gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(150px, 1fr))' },
        }}
      >
        <RecordContextProvider value={report}>
          <Item label="resources.reports.fields.state">
            <Marks report={report} />
          </Item>
          <Item label="resources.reports.fields.dueDate">
            <DueDate report={report} />
          </Item>
          <Item label="resources.reports.fields.unitId">
            <UnitField />
          </Item>
          {narrow && !asked ? null : <Details {...props} />}
        </RecordContextProvider>
      </Box>
      {narrow ? (
        <Button size="small" aria-expanded={asked} onClick={() => setAsked(!asked)} sx={{ mt: 0.5, ml: -0.75 }}>
          {translate(asked ? 'report.less' : 'report.more')}
        </Button>
      ) : null}
      <Notices report={report} />
    </Card>
  );
};
