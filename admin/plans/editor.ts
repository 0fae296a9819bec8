import type { PlanItem, PlanNode } from '../../sync/model/index.ts';
import {
  countNodes,
  edited,
  type ItemContent,
  inPrintedOrder,
  insertAt,
  place,
  renumbered,
  type Slot,
  slotOf,
  subtreeIds,
  without,
} from '../plan-tree/outline/index.ts';

/** The plan's rows as the screen has them. */
export interface Rows {
  read(): readonly PlanItem[];
  write(rows: readonly PlanItem[]): void;
}

/** What of a row is written in its place: its content, and which part of the common skeleton it is. */
export type RowChange = Partial<ItemContent & Pick<PlanItem, 'skeletonKey'>>;

/** The API's four ways to change a plan's tree. */
export interface Tree {
  create(item: Partial<ItemContent> & Slot & { readonly text: string }): Promise<PlanItem>;
  edit(id: string, change: RowChange & { readonly version: number }): Promise<PlanItem>;
  move(id: string, to: Slot & { readonly version: number }): Promise<PlanItem>;
  remove(id: string): Promise<unknown>;
}

/** Something that was done to a plan, and how to take it back. */
export interface Done {
  readonly kind: 'edit' | 'add' | 'move' | 'remove' | 'paste' | 'renumber';
  /** How many rows it concerned. */
  readonly count: number;
  /** The row it began with. */
  readonly id: string;
  readonly text: string;
  undo(): Promise<unknown>;
}

/** A change that was not sent, because one before it was refused. */
export class OverturnedError extends Error {}

/**
 * Changes a plan one after another, each on the screen at once and then on the server, in the order in which they were asked for.
 * A change that the server refuses rejects; whoever called then reads the plan anew.
 */
export function planEditor(rows: Rows, tree: Tree) {
  // A deleted row that is put back has another id; what was done before still speaks of the old one.
  const newIds = new Map<string, string>();
  const now = (id: string): string => (newIds.has(id) ? now(newIds.get(id)!) : id);
  const find = (id: string): PlanItem => {
    const row = rows.read().find(one => one.id === now(id));
    if (!row) throw new Error(`row ${id} is not on the screen`);
    return row;
  };
  const slotNow = ({ parentId, index }: Slot): Slot => ({ parentId: parentId === null ? null : now(parentId), index });

  let tail: Promise<unknown> = Promise.resolve();
  let era = 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const asked = era;
    const next = tail.then(async () => {
      if (asked !== era) throw new OverturnedError();
      return work();
    });
    // What was asked for after a change that failed was meant for a plan that never came about.
    tail = next.catch(() => {
      if (asked === era) era += 1;
    });
    return next;
  };

  /** What the server alone knows of a row; what the person wrote meanwhile stays. */
  const learn = ({ id, version, updatedAt, unitIds, unresolvedUnits }: PlanItem) =>
    rows.write(edited(rows.read(), id, { version, updatedAt, unitIds, unresolvedUnits }));

  const sendEdit = (id: string, change: RowChange) =>
    inTurn(async () => learn(await tree.edit(now(id), { ...change, version: find(id).version })));

  const edit = async (id: string, change: RowChange): Promise<Done> => {
    const row = find(id);
    const before = Object.fromEntries(
      (Object.keys(change) as (keyof RowChange)[]).map(field => [field, row[field]]),
    ) as RowChange;
    rows.write(edited(rows.read(), row.id, change as Partial<PlanItem>));
    await sendEdit(id, change);
    return { kind: 'edit', count: 1, id, text: row.text, undo: () => edit(id, before) };
  };

  const move = async (id: string, slot: Slot): Promise<Done> => {
    const row = find(id);
    const from = slotOf(rows.read(), row.id)!;
    rows.write(place(rows.read(), row.id, slotNow(slot)));
    await inTurn(async () => learn(await tree.move(now(id), { ...slotNow(slot), version: find(id).version })));
    return { kind: 'move', count: 1, id, text: row.text, undo: () => move(id, from) };
  };

  const create = (content: Partial<ItemContent> & { readonly text: string }, slot: Slot): Promise<PlanItem> =>
    inTurn(async () => {
      const row = await tree.create({ ...content, ...slotNow(slot) });
      rows.write(insertAt(rows.read(), row, { parentId: row.parentId, index: row.position }));
      return row;
    });

  const takeOut = async (id: string): Promise<void> => {
    const gone = now(id);
    rows.write(without(rows.read(), gone));
    await inTurn(() => tree.remove(gone));
  };

  const add = async (content: Partial<ItemContent> & { readonly text: string }, slot: Slot): Promise<Done> => {
    const row = await create(content, slot);
    return { kind: 'add', count: 1, id: row.id, text: row.text, undo: () => takeOut(row.id) };
  };

  const putBack = async (gone: readonly PlanItem[], slot: Slot): Promise<void> => {
    for (const [n, row] of gone.entries()) {
      const { label, text, units, checkMonths, cadence, remarks } = row;
      const where = n === 0 ? slot : { parentId: row.parentId, index: row.position };
      const back = await create({ label, text, units, checkMonths, cadence, remarks }, where);
      newIds.set(row.id, back.id);
    }
  };

  const remove = async (id: string): Promise<Done> => {
    const row = find(id);
    const slot = slotOf(rows.read(), row.id)!;
    const ids = subtreeIds(rows.read(), row.id);
    const gone = inPrintedOrder(rows.read()).filter(one => ids.has(one.id));
    await takeOut(id);
    return { kind: 'remove', count: gone.length, id, text: row.text, undo: () => putBack(gone, slot) };
  };

  const paste = async (nodes: readonly PlanNode[], slot: Slot): Promise<Done> => {
    const added: string[] = [];
    const grow = async (siblings: readonly PlanNode[], parentId: string | null, start: number): Promise<void> => {
      for (const [n, { children, ...content }] of siblings.entries()) {
        const { units, checkMonths, cadence, ...rest } = content;
        const whole = { ...rest, units: [...units], checkMonths: [...checkMonths], cadence: [...cadence] };
        const row = await create(whole, { parentId, index: start + n });
        if (parentId === slot.parentId) added.push(row.id);
        await grow(children, row.id, 0);
      }
    };
    await grow(nodes, slot.parentId, slot.index);
    const undo = async () => {
      for (const id of added.toReversed()) await takeOut(id);
    };
    return { kind: 'paste', count: countNodes(nodes), id: added[0] ?? '', text: nodes[0]?.text ?? '', undo };
  };

  /** Counts the siblings of a row anew from the first. */
  const renumber = async (id: string): Promise<Done> => {
    const row = find(id);
    const siblings = rows
      .read()
      .filter(one => one.parentId === row.parentId)
      .toSorted((a, b) => a.position - b.position);
    const labels = renumbered(siblings.map(one => one.label));
    const changes: Done[] = [];
    for (const [n, sibling] of siblings.entries())
      if (sibling.label !== labels[n]) changes.push(await edit(sibling.id, { label: labels[n]! }));
    const undo = async () => {
      for (const change of changes.toReversed()) await change.undo();
    };
    return { kind: 'renumber', count: changes.length, id, text: row.text, undo };
  };

  return { edit, move, add, remove, paste, renumber, now, rows: rows.read };
}

export type PlanEditor = ReturnType<typeof planEditor>;
