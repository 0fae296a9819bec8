import { type Assignment, type AssignmentVerb, assignmentMachine } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { planItemRows } from '../plan-items/definition.ts';
import { lockPlanOf, mustNotBeClosed } from '../plans/lock.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert, isDuplicate } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { excuseReports } from '../rounds/excusing.ts';
import { oweReports } from '../rounds/owing.ts';
import { assignments } from './definition.ts';
import { mustFit } from './fit.ts';
import { carryOfficer } from './repository.ts';

interface NewAssignment {
  readonly planItemId: string;
  readonly unitId: string;
  readonly part?: Assignment['part'] | undefined;
  readonly officerId?: string | null | undefined;
}

/** Gives one unit its share of a plan item; rounds that are open already ask it too. */
export async function createAssignment(work: Change, scope: Scope, given: NewAssignment): Promise<Assignment> {
  const { planItemId, unitId, part = 'lead', officerId = null } = given;
  const plan = await lockPlanOf(work, 'planItems', planItemId);
  const { agencyId, planId } = await find(work, planItemRows, 'read', planItemId);
  mustReach(work.actor, scope, { agencyId, unitId });
  mustNotBeClosed(plan!);
  await mustFit(work, agencyId, [{ unitId, officerId }]);
  const created = await insert(work, assignments, {
    agencyId,
    planId,
    planItemId,
    unitId,
    part,
    officerId,
    state: assignmentMachine.initial,
    stateReason: '',
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal('assignment_exists') : error;
  });
  await oweReports(work, planId);
  return created;
}

/** An assignment on which the person wants to act, after the plan that its reports are made by. */
async function findAndLock(work: Change, action: string, id: string, version: number): Promise<Assignment> {
  const plan = await lockPlanOf(work, 'assignments', id);
  const row = await find(work, assignments, action, id);
  if (row.version !== version) throw stale(row);
  mustNotBeClosed(plan!);
  return row;
}

const tracked: readonly Assignment['state'][] = ['open', 'releaseRequested'];

/** Changes part and case officer; reports that are not finished go to the new officer. */
export async function editAssignment(
  work: Change,
  id: string,
  version: number,
  set: Pick<NewAssignment, 'part' | 'officerId'>,
): Promise<Assignment> {
  const row = await findAndLock(work, 'update', id, version);
  if (!tracked.includes(row.state))
    throw new Refusal('assignment_ended', { state: `{assignment.state.${row.state}}` }, { state: row.state });
  const { officerId } = set;
  if (officerId !== undefined && officerId !== null && officerId !== row.officerId)
    await mustFit(work, row.agencyId, [{ unitId: row.unitId, officerId }]);
  const next = await edit(work, assignments, row, version, set);
  if (next.officerId !== row.officerId) await carryOfficer(work, [id], next.officerId);
  return next;
}

/** @throws Refusal `illegal_transition`, `reason_required`, `plan_closed` */
export async function advanceAssignment(
  work: Change,
  verb: AssignmentVerb,
  id: string,
  version: number,
  reason?: string,
): Promise<Assignment> {
  const row = await findAndLock(work, verb, id, version);
  const state = transition(assignmentMachine, 'assignment', row.state, verb, reason);
  const next = await edit(work, assignments, row, version, { state, stateReason: reason ?? '' }, verb, reason);
  // What was out of sight while a round opened owes it a report once it is tracked again.
  if (verb === 'reopen') await oweReports(work, row.planId);
  if (!tracked.includes(state)) await excuseReports(work, id);
  return next;
}
