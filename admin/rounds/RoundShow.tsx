import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReferenceField, TextField, useRecordContext, useTranslate } from 'react-admin';
import { type Round, roundMachine } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { RocDate, StateField } from '../fields/index.ts';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { VerbButtons } from '../verbs/index.ts';
import { ChaseButton } from './ChaseButton.tsx';
import { progressOfAll } from './progress.ts';
import { UnitProgress } from './UnitProgress.tsx';
import { useDashboardOf } from './use-dashboard.ts';
import { useOwed } from './use-owed.ts';
import { useTellOpened } from './use-tell-opened.ts';
import { CloseDialog, OpenDialog } from './verb-dialogs.tsx';

const Progress = ({ round }: { readonly round: Round }) => {
  const translate = useTranslate();
  const { data, isPending } = useDashboardOf(round);
  if (isPending) return <PageSkeleton />;
  if (!data || data.heat.length === 0) return <p>{translate('rounds.noReports')}</p>;
  const all = progressOfAll(data.heat);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">{translate('rounds.progress')}</Typography>
        <Box sx={{ ml: 'auto' }}>
          <ChaseButton round={round} unfinished={all.unfinished + all.returned} />
        </Box>
      </Box>
      <UnitProgress round={round} heat={data.heat} />
    </>
  );
};

const Preview = ({ round }: { readonly round: Round }) => {
  const translate = useTranslate();
  const owes = useOwed(round);
  if (!owes) return <PageSkeleton />;
  return <Box>{owes.reports === 0 ? translate('rounds.owesNothing') : translate('rounds.wouldOwe', owes)}</Box>;
};

const Whole = () => {
  const translate = useTranslate();
  const tellOpened = useTellOpened();
  const round = useRecordContext<Round>();
  if (!round) return null;
  return (
    <>
      <Facts>
        <Fact source="state">
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <StateField machine="round" />
            <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
              <VerbButtons
                resource="rounds"
                name="round"
                machine={roundMachine}
                row={round}
                usual={['open']}
                dialogs={{ open: OpenDialog, close: CloseDialog }}
                tell={{ open: tellOpened }}
              />
            </Box>
          </Box>
        </Fact>
        <Fact source="planId">
          <ReferenceField source="planId" reference="plans" link="show">
            <TextField source="title" variant="body1" />
          </ReferenceField>
        </Fact>
        <Fact source="kind">{translate(`roundKinds.${round.kind}`)}</Fact>
        <Fact source="month">{translate('rounds.monthOf', { year: round.year, month: round.month })}</Fact>
        <Fact source="dueDate">
          <RocDate value={round.dueDate} style="long" />
        </Fact>
      </Facts>
      <Box sx={{ mt: 3 }}>{round.state === 'draft' ? <Preview round={round} /> : <Progress round={round} />}</Box>
    </>
  );
};

const Title = () => <>{useRecordContext<Round>()?.title}</>;

export const RoundShow = () => {
  const { user } = useSession();
  return (
    <ShowPage
      history="rounds"
      title={<Title />}
      edits={round => round.state !== 'closed' && round.agencyId === user.agencyId}
    >
      <Whole />
    </ShowPage>
  );
};

export default RoundShow;
