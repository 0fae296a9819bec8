import { useState } from 'react';
import { type OutlineRow, type Slot, slotOf } from '../outline/index.ts';
import type { PasteWhere } from '../PasteDialog.tsx';
import { useFolding } from '../use-folding.ts';

/** What somebody has in hand on a tree: the row that is active, the one that is written in, what is pasted, what is folded. */
export function useHand<R extends OutlineRow>(rows: readonly R[], begin: string | null = null) {
  const [activeId, setActiveId] = useState(begin);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [pasting, setPasting] = useState<string | null>(null);
  const folding = useFolding();
  const active = rows.find(row => row.id === activeId) ?? null;
  /** Where rows that are added go: below the active one or inside it, which is opened for them, or at the end of the tree. */
  const slotFor = (where: PasteWhere): Slot => {
    const end = (parentId: string | null) => rows.filter(row => row.parentId === parentId).length;
    const slot = active ? slotOf(rows, active.id) : null;
    if (!active || !slot) return { parentId: null, index: end(null) };
    if (where === 'after') return { ...slot, index: slot.index + 1 };
    folding.fold(active.id, false);
    return { parentId: active.id, index: end(active.id) };
  };
  const edit = (id: string): void => {
    setActiveId(id);
    setEditingId(id);
  };
  return { activeId, setActiveId, active, editingId, setEditingId, pasting, setPasting, folding, slotFor, edit };
}

export type Hand = ReturnType<typeof useHand>;
