import OverdueIcon from '@mui/icons-material/AlarmOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import ErrorIcon from '@mui/icons-material/ReportProblemOutlined';
import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { Title, useStore, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { formatRocDateShort, type Report } from '../../../sync/model/index.ts';
import { Message } from '../../layout/index.ts';
import { ReportRows } from '../../reports/ReportRow.tsx';
import { usePaths } from '../../reports/use-paths.ts';
import { useWork } from './use-work.ts';
import type { Whose } from './work.ts';

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly pressing?: boolean;
  readonly children: ReactNode;
}

const Group = ({ title, count, pressing = false, children }: GroupProps) => {
  const heading = useId();
  const translate = useTranslate();
  return (
    <section aria-labelledby={heading}>
      <Typography
        id={heading}
        variant="h2"
        sx={{
          mb: 1,
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          color: pressing ? 'error.main' : 'text.primary',
        }}
      >
        {pressing ? <OverdueIcon aria-hidden fontSize="small" /> : null}
        {title}
        <Box component="span" sx={{ fontWeight: 400, fontSize: '0.9375rem', color: 'text.secondary' }}>
          {translate('myWork.count', { smart_count: count })}
        </Box>
      </Typography>
      <Card sx={{ overflow: 'hidden' }}>{children}</Card>
    </section>
  );
};

interface FoldProps {
  readonly title: string;
  readonly children: ReactNode;
}

const Fold = ({ title, children }: FoldProps) => (
  <Accordion
    disableGutters
    elevation={0}
    sx={{ border: 1, borderColor: 'divider', borderRadius: 2, '&::before': { display: 'none' }, overflow: 'hidden' }}
  >
    <AccordionSummary expandIcon={<ExpandIcon />}>
      <Typography component="span" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
    </AccordionSummary>
    <AccordionDetails sx={{ p: 0, borderTop: 1, borderColor: 'divider' }}>{children}</AccordionDetails>
  </Accordion>
);

/** 我的填報: what is due, soonest first; what was sent; and what happens next when nothing is. */
export const OfficerHome = () => {
  const translate = useTranslate();
  const [whose, setWhose] = useStore<Whose>('myWork.whose', 'mine');
  const { work, sent, rounds, soonDays, error, again } = useWork(whose);
  const shown: readonly Report[] = work
    ? [...work.buckets.flatMap(bucket => bucket.reports), ...work.shut, ...sent]
    : [];
  const pathFor = usePaths(shown.map(({ planItemId }) => planItemId));
  const withOfficer = whose === 'section';
  const open = rounds.find(({ state }) => state === 'open');

  return (
    <>
      <Title title={translate('myWork.title')} />
      <Box sx={{ display: 'grid', gap: 2.5, maxWidth: 960, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
          <Typography role="status" sx={{ mr: 'auto', color: 'text.secondary' }}>
            {work ? translate('myWork.todo', { smart_count: work.todo }) : ''}
          </Typography>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={whose}
            onChange={(_, next: Whose | null) => next && setWhose(next)}
            aria-label={translate('myWork.whose')}
          >
            <ToggleButton value="mine" sx={{ px: 2 }}>
              {translate('myWork.mine')}
            </ToggleButton>
            <ToggleButton value="section" sx={{ px: 2 }}>
              {translate('myWork.section')}
            </ToggleButton>
          </ToggleButtonGroup>
        </Box>
        {error ? (
          <Message
            icon={ErrorIcon}
            role="alert"
            title={translate('myWork.loadFailed')}
            actions={
              <Button variant="contained" onClick={again}>
                {translate('shell.tryAgain')}
              </Button>
            }
          >
            <p>{translate(error.message, { _: error.message })}</p>
          </Message>
        ) : null}
        {!work && !error ? <Skeleton variant="rounded" height={220} /> : null}
        {work?.buckets.map(({ urgency, reports }) => (
          <Group
            key={urgency}
            title={translate(`myWork.${urgency}`, { days: soonDays })}
            count={reports.length}
            pressing={urgency === 'overdue'}
          >
            <ReportRows reports={reports} pathFor={pathFor} withOfficer={withOfficer} />
          </Group>
        ))}
        {work?.todo === 0 ? (
          <Card>
            <Message
              icon={DoneIcon}
              title={translate('myWork.none')}
              actions={
                whose === 'mine' && work.others > 0 ? (
                  <Button variant="outlined" onClick={() => setWhose('section')}>
                    {translate('myWork.showSection')}
                  </Button>
                ) : null
              }
            >
              {open ? (
                <p>{translate('myWork.noneRound', { round: open.title, due: formatRocDateShort(open.dueDate) })}</p>
              ) : null}
              <p>{translate('myWork.noneNext')}</p>
              {whose === 'mine' && work.others > 0 ? (
                <p>{translate('myWork.noneMine', { smart_count: work.others })}</p>
              ) : null}
            </Message>
          </Card>
        ) : null}
        {work && work.shut.length > 0 ? (
          <Fold title={translate('report.counted', { title: translate('myWork.shut'), count: work.shut.length })}>
            <ReportRows reports={work.shut} pathFor={pathFor} withOfficer={withOfficer} />
          </Fold>
        ) : null}
        {work && sent.length > 0 ? (
          <Fold title={translate('myWork.sent')}>
            <Typography
              variant="body2"
              sx={{ px: 2, py: 1.25, color: 'text.secondary', borderBottom: 1, borderColor: 'divider' }}
            >
              {translate('myWork.sentText')}
            </Typography>
            <ReportRows reports={sent} pathFor={pathFor} withOfficer={withOfficer} />
            <Box sx={{ p: 1.5, borderTop: 1, borderColor: 'divider' }}>
              <Button component={Link} to="/reports">
                {translate('myWork.all')}
              </Button>
            </Box>
          </Fold>
        ) : null}
      </Box>
    </>
  );
};

export default OfficerHome;
