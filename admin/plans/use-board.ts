import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Plan, PlanItem, PlanNode } from '../../sync/model/index.ts';
import { currentRowOf, type Difference, differences } from '../pages/stale.ts';
import { type PasteWhere, type TreeBoard, treeDeeds, useHand, type Writing, type Written } from '../plan-tree/index.ts';
import {
  blankContent,
  insertAt,
  linesOf,
  nextLabel,
  rowAfter,
  type Shown,
  type Slot,
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

/** What was written in a row and could not be saved: the row is opened again with it. */
interface Unsaved extends Written {
  readonly id: string;
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
  const hand = useHand(rows, search.get('item'));
  const { active, activeId, setActiveId, editingId, setEditingId, folding, slotFor } = hand;
  const [adding, setAdding] = useState<Slot | null>(null);
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const { editor, last, undo, run } = usePlanEditing(plan);

  const shown = useMemo(() => {
    const again = (row: PlanItem): PlanItem => (row.id === unsaved?.id ? { ...row, ...unsaved } : row);
    if (adding === null) return unsaved === null ? rows : rows.map(again);
    const previous = rows.filter(row => row.parentId === adding.parentId)[adding.index - 1];
    const parent = rows.find(row => row.id === adding.parentId);
    const label = nextLabel(previous?.label, parent ? parent.depth + 1 : 0);
    const blank = { ...blankContent, label, id: newRowId, position: 0, depth: 0, ...adding } as unknown as PlanItem;
    return insertAt(rows, again(blank), adding);
  }, [rows, adding, unsaved]);
  const filter = useMemo(() => shownBy(shown), [shown, shownBy]);
  const lines = useMemo(() => linesOf(shown, folding.folded, filter), [shown, folding.folded, filter]);

  const send = async (id: string, change: RowChange): Promise<'saved' | 'clash' | 'refused'> => {
    const before = rows.find(row => row.id === id);
    if (!before) return 'refused';
    let clashes = false;
    const done = await run(
      e => e.edit(id, change),
      error => {
        const theirs = currentRowOf(error);
        const found = theirs ? differences({ ...before }, { ...before, ...change }, theirs) : [];
        clashes = found.length > 0;
        if (clashes) setClash({ id, found });
        return clashes;
      },
    );
    return done ? 'saved' : clashes ? 'clash' : 'refused';
  };
  const save = useStable(async (id: string, change: RowChange) => (await send(id, change)) === 'saved');
  const openAgain = (id: string, written: Written) => {
    setUnsaved({ id, ...written });
    hand.edit(id);
  };

  const add = (where: PasteWhere) => {
    setAdding(slotFor(where));
    setEditingId(newRowId);
  };

  const commitNew = async (written: Written, slot: Slot) => {
    if (written.text === '') return setAdding(null);
    const done = await run(e => e.add({ ...written }, slot));
    if (!done) return openAgain(newRowId, written);
    setAdding(null);
    setActiveId(done.id);
    return undefined;
  };

  const commitEdit = async (id: string, written: Written) => {
    const row = rows.find(one => one.id === id);
    if (!row || (row.label === written.label && row.text === written.text)) return;
    if ((await send(id, { ...written })) === 'refused') openAgain(id, written);
  };

  const commit = useStable((id: string, written: Written) => {
    setEditingId(null);
    setUnsaved(null);
    if (id !== newRowId) void commitEdit(id, written);
    else if (adding) void commitNew(written, adding);
  });
  const cancel = useStable((id: string) => {
    setEditingId(null);
    setUnsaved(null);
    if (id === newRowId) setAdding(null);
  });
  const writing: Writing = useMemo(() => ({ commit, cancel }), [commit, cancel]);

  const remove = (id: string) => {
    setActiveId(rowAfter(lines, id)?.id ?? null);
    void run(e => e.remove(id)).then(done => done && onDone(done));
  };

  const paste = (nodes: readonly PlanNode[], where: PasteWhere) => {
    hand.setPasting(null);
    const to = slotFor(where);
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
  const moveTo = (id: string, slot: Slot) => void run(e => e.move(id, slot));
  const { move, onCommand, dropping } = treeDeeds({ hand, rows: editor.rows, moveTo, add, remove, undo: takeBack });

  const renumber = () => {
    if (active) void run(e => e.renumber(active.id)).then(result => result && result.count > 0 && onDone(result));
  };

  /** Settles a clash: writes what the person wrote over what somebody else saved, or leaves theirs. */
  const settleClash = (mine: boolean) => {
    if (!clash) return;
    const change = Object.fromEntries(clash.found.map(({ field, mine: value }) => [field, value]));
    setClash(null);
    if (mine) void save(clash.id, change);
  };

  const board: TreeBoard<PlanItem> = {
    ...{ lines, folding, active, setActiveId, editingId, writing, paste, add, move, remove, renumber },
    ...{ edit: hand.edit, pasting: hand.pasting, setPasting: hand.setPasting, undo: takeBack },
    activeId: editingId === newRowId ? newRowId : activeId,
    dropping: editable ? dropping : undefined,
    onCommand: editable ? onCommand : undefined,
  };
  return { board, filter, clash, settleClash, last, save };
}
