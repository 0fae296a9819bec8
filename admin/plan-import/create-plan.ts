import type { Plan } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { bodyOf, type Review } from './review.ts';
import type { unitChanges } from './unit-decisions.ts';

/**
 * Carries out the decisions about units, then creates the draft plan with its whole tree. What was done before a refusal
 * stays: the next try finds those units there and goes on.
 */
export async function createPlan(review: Review, { create, alias }: ReturnType<typeof unitChanges>): Promise<Plan> {
  for (const name of create) await request('/api/units', { method: 'POST', json: { name } });
  for (const { unit, aliases } of alias)
    await request(`/api/units/${unit.id}`, { method: 'PATCH', json: { version: unit.version, aliases } });
  const { json } = await request('/api/plans/import', { method: 'POST', json: bodyOf(review) });
  return json as Plan;
}
