import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { missingForSubmission, type Report, type Round } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { History } from '../../events/History.tsx';
import { EvidenceTray, useTray } from '../../evidence/tray/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { mayWrite, verbsFor } from '../rights.ts';
import { useLimits } from '../use-limits.ts';
import { usePaths } from '../use-paths.ts';
import { statusOf, unsaved } from '../writing/editing.ts';
import { answersOf, readForm } from '../writing/form.ts';
import { isKeptHere } from '../writing/kept.ts';
import { useEditing } from '../writing/use-editing.ts';
import { ActionBar } from './ActionBar.tsx';
import { Answers } from './Answers.tsx';
import { ClashDialog } from './ClashDialog.tsx';
import { LastReport } from './LastReport.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { Missing } from './Missing.tsx';
import { Neighbours } from './Neighbours.tsx';
import { PageNotices } from './Notices.tsx';
import { SaveLine } from './SaveLine.tsx';
import { StepCard } from './StepCard.tsx';
import { Verbs } from './Verbs.tsx';
import { Essentials, Particulars } from './Writing.tsx';

const areas = {
  xs: '"step" "main" "tray" "more" "past"',
  lg: '"step tray" "main tray" "more tray" "past tray"',
} as const;

interface Props {
  /** As the server last told it. */
  readonly report: Report;
  readonly round: Round | undefined;
}

/** The report page: what is asked, what is answered, what proves it, what can be done with it. */
export const Sheet = ({ report, round }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const limits = useLimits();
  const path = usePaths([report.planItemId])(report.planItemId);
  const editing = useEditing(report);
  const { state, autosave } = editing;
  const [putOff, setPutOff] = useState(false);
  const roundClosed = round?.state === 'closed';
  const shown = state.base;
  const writable = mayWrite(user, shown, roundClosed);
  const tray = useTray(shown.id);
  const verbs = verbsFor(user, shown, roundClosed);
  const missing = missingForSubmission({ ...answersOf(shown), ...readForm(state.form).answers }, limits);
  const clashing = state.clashing.length > 0;
  const unrevised = shown.state === 'returned' && unsaved(state).length === 0;

  const settle = async () => {
    if (tray.active > 0) return { problem: 'report.missing.uploads' };
    await tray.finish();
    if (!writable || (await autosave.flush())) return { version: autosave.get().base.version };
    return { problem: 'report.missing.unsaved' };
  };
  const writing = { report: shown, form: state.form, limits, onChange: autosave.type };

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Neighbours report={shown} />
      <PageNotices editing={editing} writable={writable} verbs={verbs} roundClosed={roundClosed} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateAreas: areas,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 372px' },
        }}
      >
        <Box sx={{ gridArea: 'step', minWidth: 0 }}>
          <StepCard report={shown} path={path} />
        </Box>
        <Box sx={{ gridArea: 'main', minWidth: 0 }}>
          {writable ? (
            <Essentials {...writing} />
          ) : (
            <Panel title={translate('report.answers')}>
              <Box sx={{ display: 'grid', gap: 2.5 }}>
                <Answers answers={answersOf(shown)} />
                <LastReport report={shown} />
              </Box>
            </Panel>
          )}
        </Box>
        <Box
          sx={{
            gridArea: 'tray',
            minWidth: 0,
            position: { lg: 'sticky' },
            top: { lg: 72 },
            maxHeight: { lg: 'calc(100dvh - 160px)' },
            overflowY: { lg: 'auto' },
          }}
        >
          <EvidenceTray report={shown} tray={tray} writable={writable} />
        </Box>
        {writable ? (
          <Box sx={{ gridArea: 'more', minWidth: 0 }}>
            <Particulars {...writing} />
          </Box>
        ) : null}
        <Box sx={{ gridArea: 'past', minWidth: 0 }}>
          <History resource="reports" id={shown.id} />
        </Box>
      </Box>
      {writable || verbs.length > 0 ? (
        <ActionBar
          actions={
            <Verbs
              report={shown}
              verbs={verbs}
              missing={verbs.includes('submit') ? missing : []}
              unrevised={unrevised}
              settle={settle}
            />
          }
        >
          {writable || statusOf(state) === 'locked' ? (
            <SaveLine
              state={state}
              keptHere={isKeptHere(shown.id)}
              onAgain={() => void autosave.flush()}
              onChoose={() => setPutOff(false)}
            />
          ) : null}
          {verbs.includes('submit') ? <Missing fields={missing} unrevised={unrevised} /> : null}
        </ActionBar>
      ) : null}
      {clashing && writable && !putOff ? (
        <ClashDialog
          saved={shown}
          form={state.form}
          clashing={state.clashing}
          onSettle={autosave.settle}
          onLater={() => setPutOff(true)}
        />
      ) : null}
      <LeaveGuard unsaved={writable && unsaved(state).length > 0} uploads={tray.active} save={autosave.flush} />
    </Box>
  );
};
