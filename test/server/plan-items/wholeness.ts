import { inPrintedOrder, type PlanItem } from '../../../sync/model/index.ts';

type Stand = Pick<PlanItem, 'id' | 'parentId' | 'position' | 'depth'>;

/** What is wrong with a tree: gaps and doubles among positions, parents that are missing, rows in a circle, wrong depths. */
export function wholeness(items: readonly Stand[]): readonly string[] {
  const byId = new Map(items.map(item => [item.id, item]));
  const problems: string[] = [];
  for (const [parentId, siblings] of Map.groupBy(items, item => item.parentId)) {
    const positions = siblings.map(item => item.position).sort((a, b) => a - b);
    if (positions.some((position, i) => position !== i)) problems.push(`positions ${positions} below ${parentId}`);
    if (parentId !== null && !byId.has(parentId)) problems.push(`no parent ${parentId}`);
  }
  for (const item of items) {
    let depth = 0;
    for (let at = item.parentId; at !== null && depth <= items.length; at = byId.get(at)?.parentId ?? null) depth++;
    if (depth > items.length) problems.push(`circle at ${item.id}`);
    else if (item.depth !== depth) problems.push(`depth ${item.depth} instead of ${depth}`);
  }
  return problems;
}

/** A tree as a person sees it: one line a node, indented by its depth. */
export const printed = (items: readonly PlanItem[]): readonly string[] =>
  inPrintedOrder(items).map(item => '　'.repeat(item.depth) + item.text);
