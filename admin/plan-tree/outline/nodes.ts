import { nest, type PlanNode } from '../../../sync/model/index.ts';
import { contentOf, type ItemContent, type OutlineRow } from './row.ts';

/** Flattens nested nodes into rows, each with the id that `idAt` gives for its path (`0.2.1`). */
export function rowsOf(nodes: readonly PlanNode[], idAt: (path: string) => string): readonly OutlineRow[] {
  const walk = (siblings: readonly PlanNode[], parentId: string | null, depth: number, path: string): OutlineRow[] =>
    siblings.flatMap((node, position) => {
      const here = path === '' ? String(position) : `${path}.${position}`;
      const id = idAt(here);
      return [{ ...copyOf(node), id, parentId, position, depth }, ...walk(node.children, id, depth + 1, here)];
    });
  return walk(nodes, null, 0, '');
}

const copyOf = (node: PlanNode): ItemContent => ({
  label: node.label,
  text: node.text,
  units: [...node.units],
  checkMonths: [...node.checkMonths],
  cadence: [...node.cadence],
  remarks: node.remarks,
});

/** The rows as nested nodes again, positions and ids left out. */
export function nodesOf(rows: readonly OutlineRow[]): readonly PlanNode[] {
  type Grown = ReturnType<typeof nest<OutlineRow>>[number];
  const strip = (branch: Grown): PlanNode => ({ ...contentOf(branch), children: branch.children.map(strip) });
  return nest(rows).map(strip);
}

/** How many nodes stand in a tree. */
export const countNodes = (nodes: readonly PlanNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + countNodes(node.children), 0);
