import { useMemo, useRef, useState } from 'react';
import type { PlanNode } from '../../sync/model/index.ts';
import { type Dropping, type PasteWhere, useFolding, type Writing, type Written } from '../plan-tree/index.ts';
import {
  type Command,
  dropSlot,
  type ItemContent,
  linesOf,
  type MoveName,
  moves,
  type OutlineRow,
  type Slot,
  shownBy,
  slotOf,
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

const always = <T>(_: T): true => true;

/** What each command does to the rows of a review, and which row is active. */
export function useReviewBoard({ review, change, undo, onlyOpen }: Given) {
  const { rows } = review;
  const [activeId, setActiveId] = useState<string | null>(null);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [pasting, setPasting] = useState<string | null>(null);
  const folding = useFolding();
  const typed = useRef({ id: '', fields: '', at: 0 });
  const byRow = useMemo(() => issuesByRow(review), [review]);
  const filter = useMemo(
    () => (onlyOpen ? shownBy(rows, row => (byRow.get(row.id) ?? []).some(isOpen) || row.id === editingId) : null),
    [rows, byRow, onlyOpen, editingId],
  );
  const lines = useMemo(() => linesOf(rows, folding.folded, filter), [rows, folding.folded, filter]);
  const active = rows.find(row => row.id === activeId) ?? null;
  const end = (parentId: string | null): number => rows.filter(row => row.parentId === parentId).length;

  const slotFor = (where: PasteWhere): Slot => {
    const slot = active ? slotOf(rows, active.id) : null;
    if (!active || !slot) return { parentId: null, index: end(null) };
    return where === 'inside' ? { parentId: active.id, index: end(active.id) } : { ...slot, index: slot.index + 1 };
  };
  const add = (where: PasteWhere) => {
    const { review: next, id } = addRow(review, slotFor(where));
    if (active && where === 'inside') folding.fold(active.id, false);
    change(() => next);
    setActiveId(id);
    setEditingId(id);
  };
  const paste = (nodes: readonly PlanNode[], where: PasteWhere) => {
    setPasting(null);
    const { review: next, id } = addNodes(review, nodes, slotFor(where));
    if (active && where === 'inside') folding.fold(active.id, false);
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
    setActiveId(below);
    setEditingId(below);
  });
  const writing: Writing = useMemo(() => ({ commit, cancel, split: part }), [commit, cancel, part]);

  const goTo = (id: string) => {
    folding.reveal(rows, id);
    setActiveId(id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus());
  };
  const neighbour = (id: string): OutlineRow | undefined => {
    const at = lines.findIndex(line => line.row.id === id);
    const depth = lines[at]?.row.depth ?? 0;
    return (lines.slice(at + 1).find(line => line.row.depth <= depth) ?? lines[at - 1])?.row;
  };
  const remove = (id: string) => {
    setActiveId(neighbour(id)?.id ?? null);
    change(before => removeRow(before, id));
  };
  const mergeUp = (id: string) => {
    const at = rows.findIndex(row => row.id === id);
    setActiveId(rows[at - 1]?.id ?? id);
    change(before => merge(before, id));
  };
  const move = (name: MoveName, id: string): true => {
    const slot = moves[name](rows, id);
    if (!slot) return true;
    if (slot.parentId !== null) folding.fold(slot.parentId, false);
    change(before => moveTo(before, id, slot));
    return true;
  };
  const edit = (id: string): true => {
    setActiveId(id);
    setEditingId(id);
    return true;
  };
  const commands: Readonly<Partial<Record<Command, (id: string) => boolean>>> = {
    edit,
    add: () => always(add('after')),
    remove: id => always(remove(id)),
    undo: () => always(undo()),
    up: id => move('up', id),
    down: id => move('down', id),
    indent: id => move('indent', id),
    outdent: id => move('outdent', id),
  };
  const dropping: Dropping = {
    allowed: (id, target, where) => dropSlot(rows, id, target, where) !== null,
    drop: (id, target, where) => {
      const slot = dropSlot(rows, id, target, where);
      setActiveId(id);
      if (slot) change(before => moveTo(before, id, slot));
    },
  };
  /** The next row with something to look at, after the active one and then from the top. */
  const nextOpen = () => {
    const at = rows.findIndex(row => row.id === activeId);
    const isWaiting = (row: OutlineRow) => (byRow.get(row.id) ?? []).some(isOpen);
    const next = rows.slice(at + 1).find(isWaiting) ?? rows.find(isWaiting);
    if (next) goTo(next.id);
  };
  return {
    lines,
    byRow,
    folding,
    active,
    activeId,
    setActiveId,
    editingId,
    writing,
    dropping,
    onCommand: (command: Command, id: string) => commands[command]?.(id) ?? false,
    pasting,
    setPasting,
    paste,
    add,
    edit,
    move,
    remove,
    mergeUp,
    renumber: () => active && change(before => renumber(before, active.id)),
    writeRow,
    goTo,
    nextOpen,
  };
}
