import { type Plan, type Round, type RoundVerb, roundMachine } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { plans } from '../plans/definition.ts';
import { lockPlanOf, mustNotBeClosed } from '../plans/lock.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, findMany, insert, remove } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { rounds } from './definition.ts';
import { oweIn } from './owing.ts';

type Given = Pick<Round, 'planId' | 'kind' | 'title' | 'month' | 'dueDate'>;
type Edited = { readonly [K in 'kind' | 'title' | 'month' | 'dueDate']?: Round[K] | undefined };

/** Prepares a round of one's own agency's plan; its year is the plan's. */
export async function createRound(work: Change, scope: Scope, given: Given): Promise<Round> {
  const [found] = await findMany<Plan>(work, plans, 'read', [given.planId]);
  if (!found) throw new Refusal('foreign_reference', { field: 'planId' });
  const { agencyId, year } = found.row;
  mustReach(work.actor, scope, { agencyId });
  mustNotBeClosed(found.row);
  return insert(work, rounds, { ...given, agencyId, year, state: 'draft' });
}

/** Changes a round. Once it is open the month stands, because reports were asked for by it; a new due date goes to its reports. */
export async function editRound(work: Change, id: string, version: number, set: Edited): Promise<Round> {
  const row = await find(work, rounds, 'update', id);
  if (row.version !== version) throw stale(row);
  if (row.state === 'closed') throw new Refusal('round_closed');
  if (row.state === 'open' && set.month !== undefined && set.month !== row.month)
    throw new Refusal('round_not_draft', { field: 'month' });
  const next = await edit(work, rounds, row, version, set);
  // Carried along, not edited: no version of the reports changes, so nobody who is writing is interrupted.
  if (next.dueDate !== row.dueDate)
    await work.tx
      .updateTable('reports')
      .set({ dueDate: next.dueDate, updatedAt: work.at })
      .where('roundId', '=', id)
      .execute();
  return next;
}

export async function deleteRound(work: Change, id: string): Promise<void> {
  const row = await find(work, rounds, 'delete', id);
  if (row.state !== 'draft') throw new Refusal('round_not_draft');
  await remove(work, rounds, row);
}

/** Opens, closes or reopens a round. Opening asks every due assignment of the plan for a report. */
export async function moveRound(
  work: Change,
  verb: RoundVerb,
  id: string,
  version: number,
  reason?: string,
): Promise<Round> {
  const plan = await lockPlanOf(work, 'rounds', id);
  const row = await find(work, rounds, verb, id);
  if (row.version !== version) throw stale(row);
  const state = transition(roundMachine, 'round', row.state, verb, reason);
  if (plan && verb !== 'close') mustNotBeClosed(plan);
  if (verb === 'open' && plan?.state === 'draft') throw new Refusal('plan_not_approved');
  const next = await edit(work, rounds, row, version, { state }, verb, reason);
  if (state === 'open') await oweIn(work, next.planId, [next]);
  return next;
}
