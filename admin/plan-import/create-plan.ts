import type { Plan } from '../../sync/model/index.ts';
import { problemCode, request } from '../data/index.ts';
import { bodyOf, type Review } from './review.ts';
import type { unitChanges } from './unit-decisions.ts';

/** Drafts that are called the same. */
async function namesakes({ title, year }: Review): Promise<readonly Plan[]> {
  const asked = new URLSearchParams({ title: title.trim(), year: String(year), state: 'draft' });
  return (await request(`/api/plans?${asked}`)).json as readonly Plan[];
}

/** A try that nothing was heard of: the draft may have come about all the same. */
export interface UnansweredTry {
  readonly before: readonly Plan[];
}

export class Unanswered extends Error implements UnansweredTry {
  readonly before: readonly Plan[];

  constructor(cause: Error, before: readonly Plan[]) {
    super(cause.message, { cause });
    this.before = before;
  }
}

/**
 * Carries out the decisions about units, then creates the draft plan with its whole tree. What was done before a refusal
 * stays: the next try finds those units there and goes on.
 * @param earlier the try before, when nothing was heard of it: what it created is found, not created again
 * @throws Unanswered when nothing was heard of this one either
 */
export async function createPlan(
  review: Review,
  { create, alias }: ReturnType<typeof unitChanges>,
  earlier: UnansweredTry | null,
): Promise<Plan> {
  const before = await namesakes(review);
  const created = earlier && before.find(plan => !earlier.before.some(one => one.id === plan.id));
  if (created) return created;
  for (const name of create) await request('/api/units', { method: 'POST', json: { name } });
  for (const { unit, aliases } of alias)
    await request(`/api/units/${unit.id}`, { method: 'PATCH', json: { version: unit.version, aliases } });
  try {
    const { json } = await request('/api/plans/import', { method: 'POST', json: bodyOf(review) });
    return json as Plan;
  } catch (error) {
    const heard = !['network', 'no_answer'].includes(problemCode(error) ?? '');
    throw heard || !(error instanceof Error) ? error : new Unanswered(error, earlier?.before ?? before);
  }
}
