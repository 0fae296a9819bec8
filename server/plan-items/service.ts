import type { PlanItem } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Scope } from '../access/rules.ts';
import { plans } from '../plans/definition.ts';
import { lockPlan, lockPlanOf, mustBeDraft } from '../plans/lock.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert, remove } from '../records/records.ts';
import { planItemRows, planItems, withUnits } from './definition.ts';
import { readTree, recordDeletion, shiftDepth, shiftSiblings } from './repository.ts';
import { deepest, type Misplaced, mostItems, type Place, placeOfMoved, placeOfNew, subtreeOf } from './tree.ts';

type Content = Pick<PlanItem, 'label' | 'text' | 'units' | 'checkMonths' | 'cadence' | 'remarks'>;
type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

const blank: Content = { label: null, text: '', units: [], checkMonths: [], cadence: [], remarks: '' };

const unlinked = { carriedFrom: null, skeletonKey: null };

const misplaced: Readonly<Record<Misplaced, () => Refusal>> = {
  unknown_parent: () => new Refusal('foreign_reference', { field: '{planItem.field.parentId}' }, { field: 'parentId' }),
  item_loop: () => new Refusal('item_loop'),
  too_deep: () => new Refusal('too_deep', { limit: deepest }),
};

function placed(place: Place | Misplaced): Place {
  if (typeof place === 'string') throw misplaced[place]();
  return place;
}

/** The row as the API answers it, with its printed units resolved. */
async function whole(work: Change, row: Omit<PlanItem, 'unitIds' | 'unresolvedUnits'>): Promise<PlanItem> {
  const [item] = await withUnits(work.tx, [row]);
  return item!;
}

/** A node of a draft on which the person wants to act. The plan is locked before the node, whatever they want. */
async function findInDraft(work: Change, action: string, id: string): Promise<PlanItem> {
  const plan = await lockPlanOf(work, 'planItems', id);
  const row = await find(work, planItemRows, action, id);
  mustBeDraft(plan!);
  return whole(work, row);
}

interface NewItem extends Given<Content> {
  readonly planId: string;
  readonly parentId: string | null;
  readonly index?: number | undefined;
}

/** Puts a new node under a parent of the plan, at an index or at the end. */
export async function createItem(
  work: Change,
  scope: Scope,
  { planId, parentId, index, ...given }: NewItem,
): Promise<PlanItem> {
  await lockPlan(work, planId);
  const plan = await find(work, plans, 'read', planId);
  mustReach(work.actor, scope, plan);
  mustBeDraft(plan);
  const tree = await readTree(work, planId);
  if (tree.size >= mostItems) throw new Refusal('too_many_items', { limit: mostItems });
  const place = placed(placeOfNew(tree, parentId, index));
  await shiftSiblings(work, planId, parentId, place.position, 1);
  const content = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { agencyId } = plan;
  return whole(
    work,
    await insert(work, planItemRows, { ...blank, ...content, ...unlinked, agencyId, planId, ...place }),
  );
}

export async function editItem(
  work: Change,
  id: string,
  version: number,
  set: Given<Content & Pick<PlanItem, 'skeletonKey'>>,
): Promise<PlanItem> {
  const row = await findInDraft(work, 'update', id);
  const next = await edit(work, planItems, row, version, set);
  return whole(work, next);
}

/** Puts a node, with all below it, elsewhere in its plan: indent, outdent and re-order are this one move. */
export async function moveItem(
  work: Change,
  id: string,
  version: number,
  parentId: string | null,
  index: number,
): Promise<PlanItem> {
  const row = await findInDraft(work, 'update', id);
  if (row.version !== version) throw stale(row);
  const tree = await readTree(work, row.planId);
  const place = placed(placeOfMoved(tree, id, parentId, index));
  if (place.parentId === row.parentId && place.position === row.position) return row;
  await shiftSiblings(work, row.planId, row.parentId, row.position + 1, -1);
  await shiftSiblings(work, row.planId, place.parentId, place.position, 1);
  await shiftDepth(work, subtreeOf(tree, id).slice(1), place.depth - row.depth);
  // Last, so that the shifts above find it where it was and this write says where it stands.
  return edit(work, planItems, row, version, place, 'move');
}

/** Deletes a node with all below it. @throws Refusal `in_use` when any of them is assigned already */
export async function deleteItem(work: Change, id: string): Promise<void> {
  const row = await findInDraft(work, 'delete', id);
  const below = subtreeOf(await readTree(work, row.planId), id).slice(1);
  await recordDeletion(work, row.planId, below);
  await remove(work, planItems, row);
  await shiftSiblings(work, row.planId, row.parentId, row.position + 1, -1);
}
