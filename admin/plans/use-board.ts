import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Plan, PlanItem, PlanNode } from '../../sync/model/index.ts';
import { currentRowOf, type Difference, differences } from '../pages/stale.ts';
import type { Dropping, PasteWhere, Writing, Written } from '../plan-tree/index.ts';
import { useFolding } from '../plan-tree/index.ts';
import {
  blankContent,
  type Command,
  dropSlot,
  insertAt,
  linesOf,
  type MoveName,
  moves,
  nextLabel,
  type Shown,
  type Slot,
  slotOf,
} from '../plan-tree/outline/index.ts';
import { useStable } from '../plan-tree/use-stable.ts';
import type { Done, RowChange } from './editor.ts';
import { usePlanEditing } from './use-plan-tree.ts';

/** The row that is being added and does not exist yet. */
export const newRowId = 'new';

interface Clash {
  readonly id: string;
  readonly found: readonly Difference[];
}

interface Given {
  readonly plan: Plan;
  readonly rows: readonly PlanItem[];
  readonly editable: boolean;
  readonly shownBy: (rows: readonly PlanItem[]) => Shown | null;
  readonly onDone: (done: Done) => void;
}

/** The state of the plan's board: which row is active, which is being written in, and what each command does. */
export function useBoard({ plan, rows, editable, shownBy, onDone }: Given) {
  const [search] = useSearchParams();
  const [activeId, setActiveId] = useState<string | null>(search.get('item'));
  const [editingId, setEditingId] = useState<string | null>(null);
  const [adding, setAdding] = useState<Slot | null>(null);
  const [pasting, setPasting] = useState<string | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const folding = useFolding();
  const { editor, last, undo, run } = usePlanEditing(plan);

  const shown = useMemo(() => {
    if (adding === null) return rows;
    const previous = rows.filter(row => row.parentId === adding.parentId)[adding.index - 1];
    const parent = rows.find(row => row.id === adding.parentId);
    const label = nextLabel(previous?.label, parent ? parent.depth + 1 : 0);
    const blank = { ...blankContent, label, id: newRowId, position: 0, depth: 0, ...adding } as unknown as PlanItem;
    return insertAt(rows, blank, adding);
  }, [rows, adding]);
  const filter = useMemo(() => shownBy(shown), [shown, shownBy]);
  const lines = useMemo(() => linesOf(shown, folding.folded, filter), [shown, folding.folded, filter]);
  const active = rows.find(row => row.id === activeId) ?? null;

  const save = useStable(async (id: string, change: RowChange): Promise<boolean> => {
    const before = rows.find(row => row.id === id);
    if (!before) return false;
    const done = await run(
      e => e.edit(id, change),
      error => {
        const theirs = currentRowOf(error);
        const found = theirs ? differences({ ...before }, { ...before, ...change }, theirs) : [];
        if (found.length > 0) setClash({ id, found });
        return found.length > 0;
      },
    );
    return done !== null;
  });

  const add = (where: 'after' | 'inside') => {
    const slot = active ? slotOf(rows, active.id) : null;
    if (!active || !slot) setAdding({ parentId: null, index: rows.filter(row => row.parentId === null).length });
    else if (where === 'after') setAdding({ ...slot, index: slot.index + 1 });
    else {
      folding.fold(active.id, false);
      setAdding({ parentId: active.id, index: rows.filter(row => row.parentId === active.id).length });
    }
    setEditingId(newRowId);
  };

  const commitNew = async ({ label, text }: Written, slot: Slot) => {
    setEditingId(null);
    if (text === '') return setAdding(null);
    const done = await run(e => e.add({ label, text }, slot));
    setAdding(null);
    if (done) setActiveId(done.id);
    return undefined;
  };

  const commit = useStable((id: string, written: Written) => {
    if (id === newRowId) return void (adding && commitNew(written, adding));
    setEditingId(null);
    const row = rows.find(one => one.id === id);
    if (row && (row.label !== written.label || row.text !== written.text)) void save(id, { ...written });
    return undefined;
  });
  const cancel = useStable((id: string) => {
    setEditingId(null);
    if (id === newRowId) setAdding(null);
  });
  const writing: Writing = useMemo(() => ({ commit, cancel }), [commit, cancel]);

  // A key may follow the one before it faster than the screen is drawn, so moves start from what was done, not from what is seen.
  const move = (name: MoveName, id: string): boolean => {
    const slot = moves[name](editor.rows(), id);
    if (!slot) return true;
    if (slot.parentId !== null) folding.fold(slot.parentId, false);
    void run(e => e.move(id, slot));
    return true;
  };

  const remove = (id: string) => {
    const at = lines.findIndex(line => line.row.id === id);
    const depth = lines[at]?.row.depth ?? 0;
    const after = lines.slice(at + 1).find(line => line.row.depth <= depth) ?? lines[at - 1];
    setActiveId(after?.row.id ?? null);
    void run(e => e.remove(id)).then(done => done && onDone(done));
  };

  const paste = (nodes: readonly PlanNode[], where: PasteWhere) => {
    setPasting(null);
    const slot = active ? slotOf(rows, active.id) : null;
    const end = (parentId: string | null) => rows.filter(row => row.parentId === parentId).length;
    const to: Slot =
      !active || !slot
        ? { parentId: null, index: end(null) }
        : where === 'inside'
          ? { parentId: active.id, index: end(active.id) }
          : { ...slot, index: slot.index + 1 };
    if (to.parentId !== null) folding.fold(to.parentId, false);
    void run(e => e.paste(nodes, to)).then(done => {
      if (!done) return;
      setActiveId(done.id);
      onDone(done);
    });
  };

  const takeBack = () => {
    if (last)
      void undo().then(() => {
        setActiveId(editor.now(last.id));
      });
  };
  const edit = (id: string): true => {
    setActiveId(id);
    setEditingId(id);
    return true;
  };
  const done = <T>(_: T): true => true;
  const commands: Readonly<Partial<Record<Command, (id: string) => boolean>>> = {
    edit,
    add: () => done(add('after')),
    remove: id => done(remove(id)),
    undo: () => done(takeBack()),
    up: id => move('up', id),
    down: id => move('down', id),
    indent: id => move('indent', id),
    outdent: id => move('outdent', id),
  };

  const dropping: Dropping = {
    allowed: (id, target, where) => dropSlot(rows, id, target, where) !== null,
    drop: (id, target, where) => {
      const slot = dropSlot(editor.rows(), id, target, where);
      setActiveId(id);
      if (slot) void run(e => e.move(id, slot));
    },
  };

  const renumber = () =>
    active && void run(e => e.renumber(active.id)).then(result => result && result.count > 0 && onDone(result));

  /** Settles a clash: writes what the person wrote over what somebody else saved, or leaves theirs. */
  const settleClash = (mine: boolean) => {
    if (!clash) return;
    const change = Object.fromEntries(clash.found.map(({ field, mine: value }) => [field, value]));
    setClash(null);
    if (mine) void save(clash.id, change);
  };

  return {
    lines,
    filter,
    folding,
    active,
    activeId: editingId === newRowId ? newRowId : activeId,
    setActiveId,
    editingId,
    writing,
    dropping: editable ? dropping : undefined,
    onCommand: editable ? (command: Command, id: string) => commands[command]?.(id) ?? false : undefined,
    clash,
    settleClash,
    pasting,
    setPasting,
    paste,
    add,
    edit,
    move,
    remove,
    renumber,
    last,
    undo: takeBack,
    save,
  };
}

export type Board = ReturnType<typeof useBoard>;
