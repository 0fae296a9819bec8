import { slotOf, subtreeIds } from './change.ts';
import type { OutlineRow, Slot } from './row.ts';

/** Where a keyboard move or a drop would put a row; null when it cannot go there. */
type Move = (rows: readonly OutlineRow[], id: string) => Slot | null;

const siblings = (rows: readonly OutlineRow[], parentId: string | null): readonly OutlineRow[] =>
  rows.filter(row => row.parentId === parentId).sort((a, b) => a.position - b.position);

const up: Move = (rows, id) => {
  const slot = slotOf(rows, id);
  return slot && slot.index > 0 ? { ...slot, index: slot.index - 1 } : null;
};

const down: Move = (rows, id) => {
  const slot = slotOf(rows, id);
  return slot && slot.index < siblings(rows, slot.parentId).length - 1 ? { ...slot, index: slot.index + 1 } : null;
};

/** Under the sibling above, as its last child. */
const indent: Move = (rows, id) => {
  const slot = slotOf(rows, id);
  const above = slot ? siblings(rows, slot.parentId)[slot.index - 1] : undefined;
  return above ? { parentId: above.id, index: siblings(rows, above.id).length } : null;
};

/** Beside the parent, just after it. */
const outdent: Move = (rows, id) => {
  const slot = slotOf(rows, id);
  const parent = slot?.parentId ? slotOf(rows, slot.parentId) : null;
  return parent ? { ...parent, index: parent.index + 1 } : null;
};

export const moves = { up, down, indent, outdent } as const satisfies Readonly<Record<string, Move>>;
export type MoveName = keyof typeof moves;

export type DropWhere = 'before' | 'inside' | 'after';

/** Where a row that is dropped on another goes; null when that is where it stands, or lies below itself. */
export function dropSlot(rows: readonly OutlineRow[], id: string, targetId: string, where: DropWhere): Slot | null {
  if (subtreeIds(rows, id).has(targetId)) return null;
  const from = slotOf(rows, id);
  const target = slotOf(rows, targetId);
  if (!from || !target) return null;
  const slot = where === 'inside' ? insideOf(rows, id, targetId) : besideOf(from, target, where);
  return slot.parentId === from.parentId && slot.index === from.index ? null : slot;
}

const insideOf = (rows: readonly OutlineRow[], id: string, targetId: string): Slot => ({
  parentId: targetId,
  index: siblings(rows, targetId).filter(row => row.id !== id).length,
});

/** The index is counted without the dragged row, so siblings below it stand one higher. */
const besideOf = (from: Slot, target: Slot, where: 'before' | 'after'): Slot => {
  const own = from.parentId === target.parentId && from.index < target.index ? 1 : 0;
  return { parentId: target.parentId, index: target.index + (where === 'after' ? 1 : 0) - own };
};
