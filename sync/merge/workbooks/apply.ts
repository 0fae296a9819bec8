import {
  type Decisions,
  type FieldMerge,
  type MergedField,
  type MergedValue,
  rowKey,
  type WorkbookMerge,
} from '../../model/index.ts';

/** One value that applying a plan puts into the row of the base, as it stands in ours. */
export interface MergeWrite {
  readonly sheet: string;
  readonly row: number;
  readonly field: MergedField;
  readonly before: MergedValue;
  readonly after: MergedValue;
}

/** Values by row of the base and field, as ours has them. */
export type MergeState = ReadonlyMap<string, MergedValue>;

/** Key of one field of one row of the base, in states and in decisions. */
export const mergeKey = (sheet: string, row: number, field: MergedField): string => `${rowKey(sheet, row)}:${field}`;

const isTaken = ({ outcome }: FieldMerge, decision: Decisions[string] | undefined): boolean =>
  outcome === 'theirs' ? decision !== 'ours' : outcome === 'conflict' && decision === 'theirs';

/** What applying a plan writes: theirs where only they changed it, and conflicts as decided; undecided ones are left alone. */
export const mergeWrites = (plan: WorkbookMerge, decisions: Decisions): readonly MergeWrite[] =>
  plan.rows.flatMap(({ sheet, row, fields }) =>
    fields
      .filter(change => isTaken(change, decisions[mergeKey(sheet, row, change.field)]))
      .map(({ field, ours, theirs }) => ({ sheet, row, field, before: ours, after: theirs })),
  );

/** Values after writes; those that already say something else than what was there before are left alone, and told. */
export function applyMerge(
  writes: readonly MergeWrite[],
  state: MergeState,
): { readonly state: MergeState; readonly left: readonly MergeWrite[] } {
  const next = new Map(state);
  const left = writes.filter(({ sheet, row, field, before, after }) => {
    const key = mergeKey(sheet, row, field);
    const fits = (state.get(key) ?? null) === before;
    if (fits) next.set(key, after);
    return !fits;
  });
  return { state: next, left };
}

/** The writes that take others back. */
export const undoMerge = (writes: readonly MergeWrite[]): readonly MergeWrite[] =>
  writes.map(({ before, after, ...place }) => ({ ...place, before: after, after: before }));
