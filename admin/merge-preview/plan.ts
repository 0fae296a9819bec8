import {
  choicesOf,
  type Decision,
  type Decisions,
  decisionKey,
  type Placements,
  rowKey,
} from '../../sync/model/index.ts';
import type { ShownField, ShownPlan, ShownRow } from './shown.ts';

/** What a person may look at; `attention` is everything that applying would write or that waits for a decision. */
export const views = [
  'attention',
  'conflicts',
  'changes',
  'guessed',
  'notReturned',
  'blocked',
  'strays',
  'unchanged',
] as const;
export type View = (typeof views)[number];

const has = (row: ShownRow, outcome: ShownField['outcome']): boolean =>
  row.fields.some(field => field.outcome === outcome);

/** The fields that a person decides about. */
export const decidable = (row: ShownRow): readonly ShownField[] =>
  row.fields.filter(field => choicesOf(field).length > 0);

/** Whether a row was recognised without its id and nobody has confirmed it yet. */
export const isGuessed = (row: ShownRow): boolean =>
  row.status === 'matched' && (row.matchedBy === 'question' || row.matchedBy === 'text');

/** Says of every row that was guessed that it is the one. */
export const placedAsGuessed = (rows: readonly ShownRow[]): Placements =>
  Object.fromEntries(
    rows.flatMap(row =>
      isGuessed(row) && row.sheet !== null && row.row !== null ? [[rowKey(row.sheet, row.row), row.rowId]] : [],
    ),
  );

const tests: Readonly<Record<View, (row: ShownRow) => boolean>> = {
  attention: row => decidable(row).length > 0,
  conflicts: row => has(row, 'conflict'),
  changes: row => has(row, 'theirs'),
  guessed: isGuessed,
  notReturned: row => row.status === 'notReturned',
  blocked: row => row.status === 'duplicated' || row.status === 'mismatched',
  strays: () => false,
  unchanged: row => row.status === 'matched' && decidable(row).length === 0,
};

export const rowsIn = (plan: ShownPlan, view: View): readonly ShownRow[] => plan.rows.filter(tests[view]);

/** Of the fields of a row, those that a view is about. */
export const fieldsIn = (row: ShownRow, view: View): readonly ShownField[] => {
  if (view === 'conflicts') return row.fields.filter(field => field.outcome === 'conflict');
  if (view === 'changes') return row.fields.filter(field => field.outcome === 'theirs');
  return view === 'unchanged' ? row.fields.filter(field => field.outcome !== 'same') : decidable(row);
};

const every = (plan: ShownPlan) =>
  plan.rows.flatMap(row => row.fields.map(field => ({ row, field, key: decisionKey(row.rowId, field.field) })));

/** Conflicts and changes are counted by field, the rest by row. */
export function countsOf(plan: ShownPlan): Readonly<Record<View, number>> {
  const fields = every(plan);
  const of = (outcome: ShownField['outcome']) => fields.filter(({ field }) => field.outcome === outcome).length;
  return {
    attention: of('conflict') + of('theirs'),
    conflicts: of('conflict'),
    changes: of('theirs'),
    guessed: rowsIn(plan, 'guessed').length,
    notReturned: rowsIn(plan, 'notReturned').length,
    blocked: rowsIn(plan, 'blocked').length,
    strays: plan.strays.length,
    unchanged: rowsIn(plan, 'unchanged').length,
  };
}

/** Which side a field will hold: a plain change is taken until it is turned down, a conflict waits (`undefined`). */
export const standing = (field: ShownField, chosen: Decision | undefined): Decision | undefined =>
  chosen ?? (field.outcome === 'theirs' ? 'theirs' : undefined);

/** Keys of the conflicts that wait, in printed order. */
export const waiting = (plan: ShownPlan, decisions: Decisions): readonly string[] =>
  every(plan)
    .filter(({ field, key }) => field.outcome === 'conflict' && decisions[key] === undefined)
    .map(({ key }) => key);

export interface Outcome {
  /** Fields that applying writes, and the rows they stand in. */
  readonly fields: number;
  readonly rows: number;
  /** Fields where the file says something else and ours stays. */
  readonly keptOurs: number;
}

/** What applying does with these decisions. */
export function outcomeOf(plan: ShownPlan, decisions: Decisions): Outcome {
  const decided = every(plan).filter(({ field }) => choicesOf(field).length > 0);
  const taken = decided.filter(({ field, key }) => standing(field, decisions[key]) === 'theirs');
  return {
    fields: taken.length,
    rows: new Set(taken.map(({ row }) => row.rowId)).size,
    keptOurs: decided.length - taken.length,
  };
}

/** Which fields a person decides about at once. */
export interface Scope {
  readonly outcome: 'conflict' | 'theirs';
  readonly field: ShownField['field'] | 'all';
}

export interface Bulk {
  readonly decisions: Decisions;
  /** Fields that may only keep ours although theirs was asked for. */
  readonly impossible: number;
  /** Fields that had been decided otherwise before. */
  readonly overruled: number;
}

/** One decision for many fields. Where theirs may not be written, ours is kept, and that is counted. */
export function bulk(plan: ShownPlan, earlier: Decisions, scope: Scope, choice: Decision): Bulk {
  const asked = every(plan).filter(
    ({ field }) =>
      field.outcome === scope.outcome &&
      choicesOf(field).length > 0 &&
      (scope.field === 'all' || field.field === scope.field),
  );
  const decided = asked.map(
    ({ field, key }) => ({ key, to: choicesOf(field).includes(choice) ? choice : 'ours' }) as const,
  );
  return {
    decisions: Object.fromEntries(decided.map(({ key, to }) => [key, to])),
    impossible: decided.filter(({ to }) => to !== choice).length,
    overruled: decided.filter(({ key, to }) => earlier[key] !== undefined && earlier[key] !== to).length,
  };
}

/**
 * What 1 and 2 decide in a row: the conflicts that wait, or when none does, all that can be decided so.
 * @param only the key of one field, where the keyboard stands on it
 */
export function decideRow(row: ShownRow, decisions: Decisions, choice: Decision, only?: string): Decisions {
  const possible = decidable(row).filter(
    field => choicesOf(field).includes(choice) && (only === undefined || only === decisionKey(row.rowId, field.field)),
  );
  const open = possible.filter(
    field => field.outcome === 'conflict' && decisions[decisionKey(row.rowId, field.field)] === undefined,
  );
  const fields = open.length > 0 ? open : possible;
  return Object.fromEntries(fields.map(field => [decisionKey(row.rowId, field.field), choice]));
}
