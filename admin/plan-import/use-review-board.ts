import { useMemo, useRef } from 'react';
import type { PlanNode } from '../../sync/model/index.ts';
import { type PasteWhere, type TreeBoard, treeDeeds, useHand, type Writing, type Written } from '../plan-tree/index.ts';
import {
  type ItemContent,
  linesOf,
  type OutlineRow,
  rowAfter,
  type Slot,
  shownBy,
} from '../plan-tree/outline/index.ts';
import { useStable } from '../plan-tree/use-stable.ts';
import {
  addNodes,
  addRow,
  isOpen,
  issuesByRow,
  merge,
  moveTo,
  type Review,
  removeRow,
  renumber,
  split,
  write,
} from './review.ts';

interface Given {
  readonly review: Review;
  readonly change: (next: (review: Review) => Review, merge?: boolean) => void;
  readonly undo: () => void;
  readonly onlyOpen: boolean;
}

/** Letters typed within this time are one step of undo. */
const typing = 1500;

/** What each command does to the rows of a review, and which row is active. */
export function useReviewBoard({ review, change, undo, onlyOpen }: Given) {
  const { rows } = review;
  const hand = useHand(rows);
  const { active, activeId, setActiveId, editingId, setEditingId, folding, slotFor } = hand;
  const typed = useRef({ id: '', fields: '', at: 0 });
  const byRow = useMemo(() => issuesByRow(review), [review]);
  const filter = useMemo(
    () => (onlyOpen ? shownBy(rows, row => (byRow.get(row.id) ?? []).some(isOpen) || row.id === editingId) : null),
    [rows, byRow, onlyOpen, editingId],
  );
  const lines = useMemo(() => linesOf(rows, folding.folded, filter), [rows, folding.folded, filter]);

  const add = (where: PasteWhere) => {
    const { review: next, id } = addRow(review, slotFor(where));
    change(() => next);
    hand.edit(id);
  };
  const paste = (nodes: readonly PlanNode[], where: PasteWhere) => {
    hand.setPasting(null);
    const { review: next, id } = addNodes(review, nodes, slotFor(where));
    change(() => next);
    if (id !== null) setActiveId(id);
  };
  const writeRow = (id: string, part: Partial<ItemContent>) => {
    const fields = Object.keys(part).join();
    const now = Date.now();
    const goesOn = typed.current.id === id && typed.current.fields === fields && now - typed.current.at < typing;
    typed.current = { id, fields, at: now };
    change(before => write(before, id, part), goesOn);
  };

  const commit = useStable((id: string, { label, text }: Written) => {
    setEditingId(null);
    const row = rows.find(one => one.id === id);
    if (row && text === '' && row.text === '' && id.startsWith('n')) change(before => removeRow(before, id));
    else if (row && (row.label !== label || row.text !== text)) change(before => write(before, id, { label, text }));
  });
  const cancel = useStable((id: string) => {
    setEditingId(null);
    const row = rows.find(one => one.id === id);
    if (row?.text === '' && id.startsWith('n')) change(before => removeRow(before, id));
  });
  const part = useStable((id: string, kept: Written, after: string) => {
    const { review: next, id: below } = split(review, id, kept, after);
    change(() => next);
    hand.edit(below);
  });
  const writing: Writing = useMemo(() => ({ commit, cancel, split: part }), [commit, cancel, part]);

  const goTo = (id: string) => {
    folding.reveal(rows, id);
    setActiveId(id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus());
  };
  const remove = (id: string) => {
    setActiveId(rowAfter(lines, id)?.id ?? null);
    change(before => removeRow(before, id));
  };
  const mergeUp = (id: string) => {
    const at = rows.findIndex(row => row.id === id);
    setActiveId(rows[at - 1]?.id ?? id);
    change(before => merge(before, id));
  };
  const moveRow = (id: string, slot: Slot) => change(before => moveTo(before, id, slot));
  const deeds = treeDeeds({ hand, rows: () => rows, moveTo: moveRow, add, remove, undo });
  /** The next row with something to look at, after the active one and then from the top; false when there is none. */
  const nextOpen = (): boolean => {
    const at = rows.findIndex(row => row.id === activeId);
    const isWaiting = (row: OutlineRow) => (byRow.get(row.id) ?? []).some(isOpen);
    const next = rows.slice(at + 1).find(isWaiting) ?? rows.find(isWaiting);
    if (next) goTo(next.id);
    return next !== undefined;
  };
  const renumberAll = () => {
    if (active) change(before => renumber(before, active.id));
  };
  const board: TreeBoard<OutlineRow> = {
    ...{ lines, folding, active, activeId, setActiveId, editingId, writing, paste, add, remove, mergeUp, undo },
    ...{ edit: hand.edit, pasting: hand.pasting, setPasting: hand.setPasting, renumber: renumberAll, ...deeds },
  };
  return { board, byRow, writeRow, goTo, nextOpen };
}
