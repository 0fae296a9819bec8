import type { Issue, StrayRow } from '../../model/index.ts';
import { columnName } from '../../sheet/index.ts';
import { type ColumnField, columnTitles, questionFields } from '../columns.ts';
import { notice } from '../notice.ts';
import type { ReturnedRow } from '../returned.ts';
import { doubtIssues } from './doubts.ts';
import type { Identity } from './identity.ts';
import { strayOf, type TableRow } from './table-row.ts';

export interface Matched {
  readonly rows: readonly ReturnedRow[];
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}

const returned = (
  row: TableRow,
  rowId: string,
  matchedBy: ReturnedRow['matchedBy'],
  mismatched: boolean,
): ReturnedRow => ({
  rowId,
  matchedBy,
  mismatched,
  sheet: row.sheet,
  row: row.row,
  questionText: row.questionText,
  cells: row.cells,
  values: row.values,
});

const placeOf = ({ sheet, row, columns }: TableRow, field?: ColumnField) => {
  const column = field && columns.at.get(field);
  return { sheet, row, ...(field ? { field } : {}), ...(column ? { column: columnName(column) } : {}) };
};

/** Edits of what a form does not change. Item and key point left blank are what unmerging leaves behind. */
function editIssues(row: TableRow, rowId: string, identity: Identity): Issue[] {
  const questions = questionFields
    .filter(field => {
      const text = row.question[field];
      const unmerged = (field === 'item' || field === 'keyPoint') && text === '';
      return text !== null && !unmerged && identity.edited(rowId, field, text);
    })
    .map(field => notice('form_question_edited', { column: columnTitles[field] }, placeOf(row, field)));
  const evidence =
    row.evidence !== null && identity.edited(rowId, 'evidence', row.evidence)
      ? [notice('form_evidence_edited', { column: columnTitles.evidence }, placeOf(row, 'evidence'))]
      : [];
  return [...questions, ...evidence];
}

function byId(row: TableRow, rowId: string, identity: Identity): Matched {
  const mismatched = identity.contradicts(rowId, row.question);
  return {
    rows: [returned(row, rowId, 'id', mismatched)],
    strays: [],
    issues: [
      ...(mismatched ? [notice('form_row_mismatched', {}, placeOf(row))] : editIssues(row, rowId, identity)),
      ...doubtIssues(row),
    ],
  };
}

function byQuestion(row: TableRow, free: readonly string[], identity: Identity): Matched {
  const [rowId] = free;
  if (rowId === undefined || free.length > 1) {
    const code = free.length > 1 ? 'form_row_ambiguous' : 'form_row_stray';
    return { rows: [], strays: [strayOf(row)], issues: [notice(code, {}, placeOf(row))] };
  }
  return {
    rows: [returned(row, rowId, 'question', false)],
    strays: [],
    issues: [
      notice('form_row_by_question', {}, placeOf(row)),
      ...editIssues(row, rowId, identity),
      ...doubtIssues(row),
    ],
  };
}

/** Climbs the identity ladder for every row: by id, else by a question that only one issued row without its id asks. */
export function matchEach(tableRows: readonly TableRow[], identity: Identity): readonly Matched[] {
  const taken = new Set(tableRows.flatMap(({ rowId }) => rowId ?? []));
  return tableRows.map(row =>
    row.rowId !== null
      ? byId(row, row.rowId, identity)
      : byQuestion(
          row,
          identity.rowsAsking(row.question).filter(rowId => !taken.has(rowId)),
          identity,
        ),
  );
}

/** The same, of all rows together. */
export function matchRows(tableRows: readonly TableRow[], identity: Identity): Matched {
  const each = matchEach(tableRows, identity);
  return {
    rows: each.flatMap(({ rows }) => rows),
    strays: each.flatMap(({ strays }) => strays),
    issues: each.flatMap(({ issues }) => issues),
  };
}
