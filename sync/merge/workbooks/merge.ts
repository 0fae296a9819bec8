import { notice } from '../../form/index.ts';
import { saysMore } from '../../form/template/index.ts';
import {
  type FieldMerge,
  type Issue,
  type MergedField,
  mergedFields,
  type RowMerge,
  type WorkbookMerge,
  type WorkbookStray,
} from '../../model/index.ts';
import { decide } from '../three-way.ts';
import { conflictTogether, type Together } from '../together.ts';
import { type Found, findRows } from './found.ts';
import { type FormBook, type Side, type SideCell, type SideRow, sideOf } from './side.ts';
import { sameValue } from './values.ts';

export interface MergePolicy {
  /** Fields that conflict as one where both sides changed something of them, such as result, narrative and evidence. */
  readonly together?: Together<MergedField>;
}

/** Choices that were marked in an unknown way are no blank. */
const said = (field: MergedField, cell: SideCell | undefined, before: SideCell | undefined): SideCell | undefined =>
  field === 'result' && cell?.value === null && saysMore(cell.seen, before?.seen ?? '')
    ? { ...cell, value: cell.seen, doubtful: true }
    : cell;

/** A side without the row, or without a place for the field, has changed nothing. */
function mergeField(field: MergedField, base: SideRow, ours: SideRow | null, theirs: SideRow | null): FieldMerge[] {
  const before = base.cells.get(field);
  const [mine, other] = [ours, theirs].map(row => said(field, row?.cells.get(field), before));
  // What the form works out by itself is nobody's answer.
  if (before?.formula || (!mine && !other)) return [];
  const was = before?.value ?? null;
  const values = { base: was, ours: mine ? mine.value : was, theirs: other ? other.value : was };
  const { outcome, why } = decide((a, b) => sameValue(field, a, b), values, {
    ours: mine?.doubtful ? 'doubtful' : null,
    theirs: other?.doubtful ? 'doubtful' : null,
  });
  if (outcome === 'same') return [];
  const cells = { base: before?.cell || null, ours: mine?.cell || null, theirs: other?.cell || null };
  return [{ field, ...values, outcome, why: why as FieldMerge['why'], cells }];
}

const placeOf = (row: SideRow | null) => row && { sheet: row.sheet, row: row.row };

/** What of a workbook, or of whatever else answers the same questions, one row is merged with. */
export type RowsFound = Pick<Found, 'rowFor' | 'presenceOf'>;

/** One row of the base as `mergeWorkbooks` merges it. */
export function mergeRow(base: SideRow, ours: RowsFound, theirs: RowsFound, { together = [] }: MergePolicy): RowMerge {
  const [mine, other] = [ours.rowFor(base), theirs.rowFor(base)];
  const fields = mergedFields.flatMap(field => mergeField(field, base, mine, other));
  return {
    sheet: base.sheet,
    row: base.row,
    text: base.text,
    ours: placeOf(mine),
    theirs: placeOf(other),
    presence: { ours: ours.presenceOf(base), theirs: theirs.presenceOf(base) },
    fields: [...conflictTogether(fields, together)],
  };
}

const straysOf = (side: WorkbookStray['side'], { others }: Found): readonly WorkbookStray[] =>
  others.map(({ row, copyOf, candidates }) => ({
    side,
    sheet: row.sheet,
    row: row.row,
    text: row.text,
    values: Object.fromEntries(
      [...row.cells].flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])),
    ),
    copyOf,
    candidates: [...candidates],
  }));

/** Fields that the base has a place for and another workbook has not: they count as not returned. */
function missingFields({ rows, file }: Side, base: Side): readonly Issue[] {
  if (rows.length === 0) return [];
  const has = (list: readonly SideRow[], field: MergedField): boolean => list.some(({ cells }) => cells.has(field));
  return mergedFields
    .filter(field => field !== 'history' && has(base.rows, field) && !has(rows, field))
    .map(field => ({
      ...notice('form_column_missing', { column: `{form.field.${field}}`, file }, { sheet: rows[0]!.sheet, field }),
    }));
}

/**
 * Three-way merge of workbooks of one form, per field: the one that both came from (a template, say), ours and theirs. Rows are
 * recognised without ids, wherever they stand now. Changes nothing: the plan says what each side changed, what conflicts, and
 * what belongs to no row of the base. Exchanging ours and theirs exchanges the sides of the plan.
 */
export function mergeWorkbooks(
  books: { readonly base: FormBook; readonly ours: FormBook; readonly theirs: FormBook },
  policy: MergePolicy = {},
): WorkbookMerge {
  const [base, ours, theirs] = [books.base, books.ours, books.theirs].map(sideOf) as [Side, Side, Side];
  const [mine, other] = [findRows(ours, base), findRows(theirs, base)];
  const rows = base.rows.map(row => mergeRow(row, mine, other, policy));
  return {
    files: { base: base.file, ours: ours.file, theirs: theirs.file },
    rows,
    conflicts: rows.flatMap(({ sheet, row, fields }) =>
      fields.filter(({ outcome }) => outcome === 'conflict').map(({ field }) => ({ sheet, row, field })),
    ),
    strays: [...straysOf('ours', mine), ...straysOf('theirs', other)],
    issues: [
      ...base.issues,
      ...ours.issues,
      ...missingFields(ours, base),
      ...theirs.issues,
      ...missingFields(theirs, base),
    ],
  };
}
