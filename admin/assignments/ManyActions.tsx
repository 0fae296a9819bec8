import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useNotify, useTranslate, useUnselectAll } from 'react-admin';
import { type Assignment, type AssignmentVerb, assignmentMachine } from '../../sync/model/index.ts';
import { callVerb, mayUse, request, useSession } from '../data/index.ts';
import { ConfirmDialog, ReasonDialog } from '../verbs/index.ts';
import { inTurn, type Outcome } from './in-turn.ts';
import { OfficerDialog } from './OfficerDialog.tsx';

const verbs = Object.keys(assignmentMachine.verbs) as AssignmentVerb[];

/** What can be done to several assignments at once: the verbs that fit all of them, and naming their officer. */
export const ManyActions = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const unselect = useUnselectAll('assignments');
  const { user } = useSession();
  const { data = [], selectedIds } = useListContext<Assignment>();
  const [asking, setAsking] = useState<AssignmentVerb | 'officer' | null>(null);
  const [busy, setBusy] = useState(false);
  const rows = data.filter(row => selectedIds.includes(row.id));
  const fitting = verbs.filter(
    verb =>
      rows.length > 0 &&
      mayUse(user.role, 'assignments', verb) &&
      rows.every(row => assignmentMachine.verbs[verb].from.includes(row.state)),
  );
  const [first] = rows;
  const oneUnit = first !== undefined && rows.every(row => row.unitId === first.unitId);
  const tracked = rows.every(row => row.state === 'open' || row.state === 'releaseRequested');

  const finish = async (outcome: Promise<Outcome>, told: (done: number) => string) => {
    setBusy(true);
    const { done, refused, message } = await outcome;
    setBusy(false);
    setAsking(null);
    unselect();
    void queries.invalidateQueries();
    if (refused > 0) notify('assignments.notDone', { type: 'error', messageArgs: { count: refused, message } });
    else notify(told(done), { type: 'success' });
  };
  const run = (verb: AssignmentVerb, reason?: string) =>
    finish(
      inTurn(rows, ({ id, version }) => callVerb('assignments', id, verb, { version, ...(reason ? { reason } : {}) })),
      count => translate('assignments.verbDone', { verb: translate(`verbs.assignment.${verb}`), count }),
    );
  const give = (officerId: string | null) =>
    finish(
      inTurn(rows, ({ id, version }) =>
        request(`/api/assignments/${id}`, { method: 'PATCH', json: { version, officerId } }),
      ),
      count => translate('assignments.setDone', { count }),
    );
  const close = () => setAsking(null);
  const word = (verb: AssignmentVerb) => translate(`verbs.assignment.${verb}`);
  const text = (verb: AssignmentVerb) => translate(`verbText.assignment.${verb}`);
  return (
    <>
      {mayUse(user.role, 'assignments', 'update') && tracked ? (
        <Button
          size="small"
          onClick={() => (oneUnit ? setAsking('officer') : notify('assignments.sameUnit', { type: 'info' }))}
        >
          {translate('assignments.setOfficer')}
        </Button>
      ) : null}
      {fitting.map(verb => (
        <Button key={verb} size="small" onClick={() => setAsking(verb)}>
          {word(verb)}
        </Button>
      ))}
      {asking === 'officer' && first ? (
        <OfficerDialog unitId={first.unitId} busy={busy} onConfirm={id => void give(id)} onClose={close} />
      ) : null}
      {asking !== null && asking !== 'officer' ? (
        assignmentMachine.verbs[asking].reason === 'required' ? (
          <ReasonDialog
            title={`${word(asking)}（${translate('assignments.chosen', { count: rows.length })}）`}
            text={text(asking)}
            verb={word(asking)}
            busy={busy}
            onConfirm={reason => void run(asking, reason)}
            onClose={close}
          />
        ) : (
          <ConfirmDialog
            title={`${word(asking)}（${translate('assignments.chosen', { count: rows.length })}）`}
            verb={word(asking)}
            busy={busy}
            onConfirm={() => void run(asking)}
            onClose={close}
          >
            {text(asking)}
          </ConfirmDialog>
        )
      ) : null}
    </>
  );
};
