import { v7 as uuid } from 'uuid';
import type { PlanNode } from '../../sync/model/index.ts';
import { believed, matchSkeleton } from '../../sync/outline/skeleton/index.ts';
import type { PlanItemRow } from '../plan-items/definition.ts';

type Stored = Omit<PlanItemRow, 'version' | 'createdAt' | 'updatedAt'>;

/** A tree of nodes as rows, from top to bottom as it is printed, so that every parent comes before its children. */
export function flatten(
  nodes: readonly PlanNode[],
  owner: Pick<PlanItemRow, 'agencyId' | 'planId'>,
): readonly Stored[] {
  const rows: Stored[] = [];
  const keys = new Map(
    matchSkeleton(nodes).flatMap(({ node, key, confidence }) => (confidence < believed ? [] : [[node, key]])),
  );
  const walk = (siblings: readonly PlanNode[], parentId: string | null, depth: number): void => {
    for (const [position, node] of siblings.entries()) {
      const { children, units, checkMonths, cadence, ...content } = node;
      const id = uuid();
      const links = { carriedFrom: null, skeletonKey: keys.get(node) ?? null };
      const lists = { units: [...units], checkMonths: [...checkMonths], cadence: [...cadence] };
      rows.push({ id, ...owner, parentId, position, depth, ...content, ...lists, ...links });
      walk(children, id, depth + 1);
    }
  };
  walk(nodes, null, 0);
  return rows;
}

/** What of a tree in a request is beyond measure. It is walked without recursion, before anything else looks at it. */
export function excessOf(
  items: unknown,
  { deepest, most }: { readonly deepest: number; readonly most: number },
): 'too_deep' | 'too_many_items' | null {
  let level = Array.isArray(items) ? items : [];
  let seen = 0;
  for (let depth = 1; level.length > 0; depth++) {
    seen += level.length;
    if (depth > deepest) return 'too_deep';
    if (seen > most) return 'too_many_items';
    level = level.flatMap(node => (Array.isArray(node?.children) ? node.children : []));
  }
  return null;
}
