import { sql } from 'kysely';
import { fromRow } from '../listing/fields.ts';
import type { Change } from '../records/change.ts';
import { type PlanItemRow, planItemRows } from './definition.ts';
import { type Tree, treeOf } from './tree.ts';

/** Where every node of a plan stands. Nothing moves while the plan is locked. */
export async function readTree({ tx }: Change, planId: string): Promise<Tree> {
  return treeOf(
    await tx
      .selectFrom('planItems')
      .select(['id', 'parentId', 'position', 'depth'])
      .where('planId', '=', planId)
      .execute(),
  );
}

/**
 * Moves the siblings from a position on, to open a gap (1) or to close one (-1). Nobody edited them, so their versions stay.
 */
export async function shiftSiblings(
  { tx }: Change,
  planId: string,
  parentId: string | null,
  from: number,
  by: 1 | -1,
): Promise<void> {
  await tx
    .updateTable('planItems')
    .set({ position: sql<number>`position + ${by}` })
    .where('planId', '=', planId)
    .where('parentId', parentId === null ? 'is' : '=', parentId)
    .where('position', '>=', from)
    .execute();
}

/** Takes nodes that go with their parent to another level. */
export async function shiftDepth({ tx }: Change, ids: readonly string[], by: number): Promise<void> {
  if (ids.length === 0 || by === 0) return;
  await tx
    .updateTable('planItems')
    .set({ depth: sql<number>`depth + ${by}` })
    .where('id', 'in', ids)
    .execute();
}

/** Leaves the whole content of nodes that are about to go with their parent or plan in the history of each. */
export async function recordDeletion(work: Change, planId: string, ids?: readonly string[]): Promise<void> {
  if (ids?.length === 0) return;
  const rows = await work.tx
    .selectFrom('planItems')
    .selectAll()
    .where('planId', '=', planId)
    .$if(ids !== undefined, query => query.where('id', 'in', ids!))
    .orderBy('id')
    .execute();
  for (const row of rows)
    work.record({
      action: 'planItems.delete',
      resource: 'planItems',
      recordId: row.id,
      agencyId: row.agencyId,
      before: fromRow<PlanItemRow>(planItemRows.fields, row),
    });
}
