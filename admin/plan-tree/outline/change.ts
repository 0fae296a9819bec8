import { inPrintedOrder } from '../../../sync/model/index.ts';
import type { OutlineRow, Slot } from './row.ts';

/*
 * Changes of a tree that is kept as flat rows. Each takes the rows and returns new ones, in printed order, with positions
 * from 0 without gaps and depths that follow from the parents; rows that did not change stay the same objects, so that
 * nothing is drawn anew in vain.
 */

const siblingsOf = <R extends OutlineRow>(rows: readonly R[], parentId: string | null): readonly R[] =>
  rows.filter(row => row.parentId === parentId).sort((a, b) => a.position - b.position);

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** Numbers positions and depths anew and sorts as printed. */
export function settle<R extends OutlineRow>(rows: readonly R[]): readonly R[] {
  const next = new Map<string | null, number>();
  const depths = new Map<string, number>();
  return inPrintedOrder(rows).map(row => {
    const position = next.get(row.parentId) ?? 0;
    next.set(row.parentId, position + 1);
    const depth = row.parentId === null ? 0 : (depths.get(row.parentId) ?? -1) + 1;
    depths.set(row.id, depth);
    return row.position === position && row.depth === depth ? row : { ...row, position, depth };
  });
}

/** The ids of a row and of all below it. */
export function subtreeIds<R extends OutlineRow>(rows: readonly R[], id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const row of inPrintedOrder(rows)) if (row.parentId !== null && ids.has(row.parentId)) ids.add(row.id);
  return ids;
}

export function slotOf<R extends OutlineRow>(rows: readonly R[], id: string): Slot | null {
  const row = rows.find(one => one.id === id);
  if (!row) return null;
  return { parentId: row.parentId, index: siblingsOf(rows, row.parentId).findIndex(one => one.id === id) };
}

const withSiblings = <R extends OutlineRow>(rows: readonly R[], ordered: readonly R[], parentId: string | null) => {
  const positions = new Map(ordered.map((row, position) => [row.id, position]));
  return settle(
    rows.map(row => {
      const position = positions.get(row.id);
      return position === undefined || (row.position === position && row.parentId === parentId)
        ? row
        : { ...row, parentId, position };
    }),
  );
};

/** Puts a row, with all below it, elsewhere. A slot below the row itself changes nothing. */
export function place<R extends OutlineRow>(rows: readonly R[], id: string, slot: Slot): readonly R[] {
  const row = rows.find(one => one.id === id);
  if (!row || (slot.parentId !== null && subtreeIds(rows, id).has(slot.parentId))) return rows;
  const others = siblingsOf(rows, slot.parentId).filter(one => one.id !== id);
  const index = clamp(slot.index, others.length);
  return withSiblings(rows, [...others.slice(0, index), row, ...others.slice(index)], slot.parentId);
}

/** Adds a row at a slot; its own parent, position and depth are overwritten. */
export function insertAt<R extends OutlineRow>(rows: readonly R[], row: R, slot: Slot): readonly R[] {
  const others = siblingsOf(rows, slot.parentId);
  const index = clamp(slot.index, others.length);
  const added = { ...row, parentId: slot.parentId };
  return withSiblings([...rows, added], [...others.slice(0, index), added, ...others.slice(index)], slot.parentId);
}

/** Takes a row out with all below it. */
export function without<R extends OutlineRow>(rows: readonly R[], id: string): readonly R[] {
  const gone = subtreeIds(rows, id);
  return settle(rows.filter(row => !gone.has(row.id)));
}

export const edited = <R extends OutlineRow>(rows: readonly R[], id: string, set: Partial<R>): readonly R[] =>
  rows.map(row => (row.id === id ? { ...row, ...set } : row));

const joined = (above: string, below: string): string =>
  above === '' || below === ''
    ? above + below
    : `${above}${/[\w)]$/.test(above) && /^\w/.test(below) ? ' ' : ''}${below}`;

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** The row that is printed just above, or null. */
export function rowAbove<R extends OutlineRow>(rows: readonly R[], id: string): R | null {
  const ordered = inPrintedOrder(rows);
  return ordered[ordered.findIndex(row => row.id === id) - 1] ?? null;
}

/**
 * Joins a row onto the one printed above it: a line that a form broke in two. Text and remarks are strung together, units
 * and months united, the children follow.
 */
export function mergedUp<R extends OutlineRow>(rows: readonly R[], id: string): readonly R[] {
  const row = rows.find(one => one.id === id);
  const above = rowAbove(rows, id);
  if (!row || !above) return rows;
  const children = siblingsOf(rows, id);
  const start = siblingsOf(rows, above.id).length;
  const whole = {
    ...above,
    text: joined(above.text, `${row.label ?? ''}${row.text}`),
    units: union(above.units, row.units),
    checkMonths: union(above.checkMonths, row.checkMonths).sort((a, b) => a - b),
    cadence: union(above.cadence, row.cadence),
    remarks: joined(above.remarks, row.remarks),
  };
  return settle(
    rows
      .filter(one => one.id !== id)
      .map(one => {
        if (one.id === above.id) return whole;
        const order = children.findIndex(child => child.id === one.id);
        return order < 0 ? one : { ...one, parentId: above.id, position: start + order };
      }),
  );
}
