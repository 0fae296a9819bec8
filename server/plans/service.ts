import { type Plan, type PlanVerb, planMachine } from '../../sync/model/index.ts';
import { recordDeletion } from '../plan-items/repository.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert, remove } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { plans } from './definition.ts';
import { mustBeDraft, mustNotBeClosed } from './lock.ts';

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Document = Given<Pick<Plan, 'documentDate' | 'documentNumber'>>;

/** A plan always belongs to the agency of whoever drafts it. */
export function createPlan(work: Change, { year, title }: Pick<Plan, 'year' | 'title'>): Promise<Plan> {
  return insert(work, plans, {
    agencyId: work.actor.agencyId,
    year,
    title,
    state: planMachine.initial,
    documentDate: null,
    documentNumber: null,
    approvedAt: null,
    approvedBy: null,
    publishedAt: null,
    closedAt: null,
  });
}

/** Year and title are approved with the plan; the document that approved it may be put right until the plan is closed. */
export async function editPlan(
  work: Change,
  id: string,
  version: number,
  set: Document & Given<Pick<Plan, 'year' | 'title'>>,
): Promise<Plan> {
  const plan = await find(work, plans, 'update', id);
  if (plan.version !== version) throw stale(plan);
  const differs = (key: 'year' | 'title') => set[key] !== undefined && set[key] !== plan[key];
  if (differs('year') || differs('title')) mustBeDraft(plan);
  mustNotBeClosed(plan);
  return edit(work, plans, plan, version, set);
}

/** @throws Refusal `in_use` when steps of it are assigned already */
export async function deletePlan(work: Change, id: string): Promise<void> {
  const plan = await find(work, plans, 'delete', id);
  mustBeDraft(plan);
  await recordDeletion(work, id);
  await remove(work, plans, plan);
}

const after: Readonly<Record<PlanVerb, (work: Change) => Partial<Plan>>> = {
  approve: ({ at, actor }) => ({ approvedAt: at, approvedBy: actor.id }),
  unapprove: () => ({ approvedAt: null, approvedBy: null }),
  publish: ({ at }) => ({ publishedAt: at }),
  close: ({ at }) => ({ closedAt: at }),
};

export function approvePlan(work: Change, id: string, version: number, document: Document): Promise<Plan> {
  return advancePlan(work, 'approve', id, version, undefined, document);
}

/** @throws Refusal `illegal_transition`, `reason_required`, `rounds_open` */
export async function advancePlan(
  work: Change,
  verb: PlanVerb,
  id: string,
  version: number,
  reason?: string,
  document: Document = {},
): Promise<Plan> {
  const plan = await find(work, plans, verb, id);
  if (plan.version !== version) throw stale(plan);
  const state = transition(planMachine, 'plan', plan.state, verb, reason);
  if (verb === 'close') await refuseOpenRounds(work, id);
  return edit(work, plans, plan, version, { ...document, ...after[verb](work), state }, verb, reason);
}

/** Reports of an open round could never be finished under a closed plan. */
async function refuseOpenRounds({ tx }: Change, planId: string): Promise<void> {
  const open = await tx
    .selectFrom('rounds')
    .select(['id', 'title'])
    .where('planId', '=', planId)
    .where('state', '=', 'open')
    .execute();
  if (open.length > 0) throw new Refusal('rounds_open', { title: open[0]!.title }, { rounds: open });
}
