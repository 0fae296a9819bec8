import { dueItems, type Round } from '../../sync/model/index.ts';
import { fromRow } from '../listing/fields.ts';
import { lockPlan } from '../plans/lock.ts';
import type { Change } from '../records/change.ts';
import { insertMany } from '../records/records.ts';
import { reports } from '../reports/definition.ts';

/** What a report is before anybody wrote in it. */
const blank = {
  state: 'pending',
  stateReason: '',
  result: null,
  narrative: '',
  figures: [],
  plannedProgress: null,
  actualProgress: null,
  delayCause: '',
  remedy: '',
  remarks: '',
  submittedAt: null,
  acceptedAt: null,
  chasedAt: null,
  evidenceCount: 0,
} as const;

const itemColumns = {
  id: { kind: 'text', nullable: false },
  parentId: { kind: 'text', nullable: true },
  checkMonths: { kind: 'json', nullable: false },
} as const;

/** Assignments that are still tracked owe reports; a request for release alone excuses nobody. */
const tracked = ['open', 'releaseRequested'] as const;

type Owing = Pick<Round, 'id' | 'month' | 'dueDate'>;

/**
 * Gives every tracked assignment of the plan a pending report in each open round in which its step is due, where it has none
 * yet. Whoever adds assignments to a plan calls this in the same change, so that rounds already open ask them too. Doing it
 * again adds nothing. The number of statements does not grow with the plan.
 * @returns how many reports were added
 */
export async function oweReports(work: Change, planId: string): Promise<number> {
  // Opening a round locks the plan too: neither may miss what the other adds.
  await lockPlan(work, planId);
  const open = await work.tx
    .selectFrom('rounds')
    .select(['id', 'month', 'dueDate'])
    .where('planId', '=', planId)
    .where('state', '=', 'open')
    .execute();
  return oweIn(work, planId, open);
}

/** As {@link oweReports}, for rounds of a plan that is locked already. */
export async function oweIn(work: Change, planId: string, rounds: readonly Owing[]): Promise<number> {
  if (rounds.length === 0) return 0;
  const { tx } = work;
  const rows = await tx
    .selectFrom('planItems')
    .select(['id', 'parentId', 'checkMonths'])
    .where('planId', '=', planId)
    .execute();
  const items = rows.map(row =>
    fromRow<{ id: string; parentId: string | null; checkMonths: number[] }>(itemColumns, row),
  );
  const assignments = await tx
    .selectFrom('assignments')
    .select(['id', 'agencyId', 'planItemId', 'unitId', 'officerId'])
    .where('planId', '=', planId)
    .where('state', 'in', tracked)
    .orderBy('id')
    .execute();
  const existing = await tx
    .selectFrom('reports')
    .select(['roundId', 'assignmentId'])
    .where(
      'roundId',
      'in',
      rounds.map(round => round.id),
    )
    .execute();
  const has = new Set(existing.map(row => `${row.roundId} ${row.assignmentId}`));
  const owed = rounds.flatMap(round => {
    const due = dueItems(items, round.month);
    return assignments
      .filter(row => due.has(row.planItemId) && !has.has(`${round.id} ${row.id}`))
      .map(({ id: assignmentId, ...carried }) => ({
        ...blank,
        ...carried,
        figures: [],
        planId,
        assignmentId,
        roundId: round.id,
        dueDate: round.dueDate,
      }));
  });
  if (owed.length > 0) await insertMany(work, reports, owed);
  return owed.length;
}
