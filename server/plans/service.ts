import { isDeepStrictEqual } from 'node:util';
import { noSections, type Plan, type PlanVerb, planMachine } from '../../sync/model/index.ts';
import { recordDeletion } from '../plan-items/repository.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert, remove } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { plans } from './definition.ts';
import { mustBeDraft, mustNotBeClosed } from './lock.ts';
import { newPublicId } from './public-id.ts';

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Document = Given<Pick<Plan, 'documentDate' | 'documentNumber'>>;
/** What of a plan is approved with it. */
type Content = Pick<Plan, 'year' | 'title' | 'sections'>;

export type PlanDraft = Pick<Content, 'year' | 'title'> & Given<Pick<Content, 'sections'>> & Document;

/** A plan always belongs to the agency of whoever drafts it. */
export function createPlan(
  work: Change,
  { year, title, sections = noSections, documentDate = null, documentNumber = null }: PlanDraft,
): Promise<Plan> {
  return insert(work, plans, {
    agencyId: work.actor.agencyId,
    year,
    title,
    sections,
    state: planMachine.initial,
    documentDate,
    documentNumber,
    approvedAt: null,
    approvedBy: null,
    publishedAt: null,
    publishedBy: null,
    publicId: null,
    membersPublic: false,
    closedAt: null,
  });
}

const content: readonly (keyof Content)[] = ['year', 'title', 'sections'];

/**
 * The content is approved with the plan; the document that approved it, and whether its page names people, may be put
 * right until the plan is closed.
 */
export async function editPlan(
  work: Change,
  id: string,
  version: number,
  set: Document & Given<Content & Pick<Plan, 'membersPublic'>>,
): Promise<Plan> {
  const plan = await find(work, plans, 'update', id);
  if (plan.version !== version) throw stale(plan);
  const differs = (key: keyof Content) => set[key] !== undefined && !isDeepStrictEqual(set[key], plan[key]);
  if (content.some(differs)) mustBeDraft(plan);
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

const after: Readonly<Record<PlanVerb, (work: Change, plan: Plan) => Partial<Plan>>> = {
  approve: ({ at, actor }) => ({ approvedAt: at, approvedBy: actor.id }),
  unapprove: () => ({ approvedAt: null, approvedBy: null }),
  publish: ({ at, actor }, { publicId }) => ({
    publishedAt: at,
    publishedBy: actor.id,
    publicId: publicId ?? newPublicId(),
  }),
  unpublish: () => ({ publishedAt: null, publishedBy: null }),
  close: ({ at }) => ({ closedAt: at }),
  reopen: () => ({ closedAt: null }),
};

/** What a verb is given beside the version. */
interface Said {
  readonly reason?: string | undefined;
  readonly set?: Document & Given<Pick<Plan, 'membersPublic'>>;
}

/** @throws Refusal `illegal_transition`, `reason_required`, `rounds_open` */
export async function advancePlan(
  work: Change,
  verb: PlanVerb,
  id: string,
  version: number,
  { reason, set = {} }: Said = {},
): Promise<Plan> {
  const plan = await find(work, plans, verb, id);
  if (plan.version !== version) throw stale(plan);
  const state = transition(planMachine, 'plan', plan.state, verb, reason);
  if (verb === 'close') await refuseOpenRounds(work, id);
  return edit(work, plans, plan, version, { ...set, ...after[verb](work, plan), state }, verb, reason);
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
