import { v7 as uuid } from 'uuid';
import { markLabel, type Plan } from '../../sync/model/index.ts';
import { skeleton } from '../../sync/outline/skeleton/index.ts';
import { type PlanItemRow, planItemRows } from '../plan-items/definition.ts';
import { createPlan } from '../plans/service.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { insertMany } from '../records/records.ts';

interface Wish extends Pick<Plan, 'year' | 'title'> {
  readonly keys: readonly string[];
}

/**
 * A draft of the skeleton's items and key points that were chosen, numbered as plans are. An item comes along with any of its
 * key points.
 */
export async function planOfSkeleton(work: Change, { keys, ...given }: Wish): Promise<Plan> {
  const wanted = new Set(keys);
  const known = new Set(skeleton.flatMap(({ key, keyPoints }) => [key, ...keyPoints.map(point => point.key)]));
  if (keys.some(key => !known.has(key)))
    throw new Refusal('foreign_reference', { field: '{planItem.field.skeletonKey}' }, { field: 'keys' });
  const plan = await createPlan(work, given);
  const chosen = skeleton
    .map(item => ({ ...item, keyPoints: item.keyPoints.filter(({ key }) => wanted.has(key)) }))
    .filter(item => wanted.has(item.key) || item.keyPoints.length > 0);
  const blank = { units: [], checkMonths: [], cadence: [], remarks: '', carriedFrom: null };
  const owner = { agencyId: plan.agencyId, planId: plan.id };
  const row = (
    kind: 'han' | 'hanParen',
    { key, text }: { readonly key: string; readonly text: string },
    place: Pick<PlanItemRow, 'id' | 'parentId' | 'position' | 'depth'>,
  ) => ({ ...owner, ...blank, ...place, label: markLabel(kind, place.position + 1), text, skeletonKey: key });
  await insertMany(
    work,
    planItemRows,
    chosen.flatMap((item, position) => {
      const id = uuid();
      return [
        row('han', item, { id, parentId: null, position, depth: 0 }),
        ...item.keyPoints.map((point, i) =>
          row('hanParen', point, { id: uuid(), parentId: id, position: i, depth: 1 }),
        ),
      ];
    }),
  );
  return plan;
}
