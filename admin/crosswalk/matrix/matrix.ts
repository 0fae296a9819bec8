import type { Crosswalk, CrosswalkItem, CrosswalkLink } from '../../../sync/model/index.ts';
import { printedLabel } from '../../plan-tree/outline/index.ts';

/** A row of the own plan as a column. */
export interface MatrixColumn {
  readonly item: CrosswalkItem;
  /** Its numbers below the item that it stands under, such as (一)1. */
  readonly label: string;
}

/** The columns under one of the plan's items. */
export interface MatrixGroup {
  readonly root: CrosswalkItem;
  readonly columns: readonly MatrixColumn[];
}

/** What stands where a row and a column meet. */
export interface MatrixCells {
  readonly linked: ReadonlyMap<string, CrosswalkLink>;
  readonly suggested: ReadonlySet<string>;
}

/** More than this a browser draws too slowly to be pleasant: one item at a time is shown then. */
export const mostCells = 6_000;

export const cellKey = (superiorItemId: string, planItemId: string): string => `${superiorItemId}:${planItemId}`;

export const cellsOf = ({ links, suggestions }: Pick<Crosswalk, 'links' | 'suggestions'>): MatrixCells => ({
  linked: new Map(links.map(link => [cellKey(link.superiorItemId, link.planItemId), link])),
  suggested: new Set(suggestions.map(({ superiorItemId, planItemId }) => cellKey(superiorItemId, planItemId))),
});

/** The own plan as columns, item by item: its lowest rows, and those above them that serve or may serve something themselves. */
export function groupsOf({
  items,
  links,
  suggestions,
}: Pick<Crosswalk, 'items' | 'links' | 'suggestions'>): readonly MatrixGroup[] {
  const byId = new Map(items.map(item => [item.id, item]));
  const parents = new Set(items.map(({ parentId }) => parentId));
  const named = new Set([...links, ...suggestions].map(({ planItemId }) => planItemId));
  const rootOf = (item: CrosswalkItem): CrosswalkItem => {
    const parent = item.parentId === null ? undefined : byId.get(item.parentId);
    return parent ? rootOf(parent) : item;
  };
  const labelOf = (item: CrosswalkItem): string => {
    const parent = item.parentId === null ? undefined : byId.get(item.parentId);
    const label = item.label === null ? '' : printedLabel(item.label);
    return parent?.parentId == null ? label : labelOf(parent) + label;
  };
  const columns = items.filter(({ id }) => !parents.has(id) || named.has(id));
  const groups = Map.groupBy(columns, rootOf);
  return [...groups].map(([root, members]) => ({
    root,
    columns: members.map(item => ({ item, label: labelOf(item) })),
  }));
}

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Where a key leads to in a table of so many rows and columns. */
export function moved(
  [row, column]: readonly [number, number],
  move: Move,
  [rows, columns]: readonly [number, number],
): readonly [number, number] {
  const within = (at: number, size: number): number => Math.max(0, Math.min(size - 1, at));
  const to: Readonly<Record<Move, readonly [number, number]>> = {
    left: [row, column - 1],
    right: [row, column + 1],
    up: [row - 1, column],
    down: [row + 1, column],
    first: [row, 0],
    last: [row, columns - 1],
  };
  const [r, c] = to[move];
  return [within(r, rows), within(c, columns)];
}
