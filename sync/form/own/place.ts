import { type Issue, type Placements, rowKey, type StrayRow } from '../../model/index.ts';
import { notice } from '../notice.ts';
import { doubtIssues } from '../read/doubts.ts';
import { duplicateIssues } from '../read/duplicates.ts';
import type { ReturnedForm, ReturnedRow } from '../returned.ts';
import type { OwnReading, OwnRow } from './read.ts';

interface Placed {
  readonly rows: readonly ReturnedRow[];
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}

/**
 * Our own form as the merge wants it: every row stands for the issued row that it was read as, or where a person put it.
 * @param placements of rows by `rowKey`: an issued row, or null for none
 */
export function placeOwn(
  { rows, strays, issues }: OwnReading,
  { formId, placements = {} }: { readonly formId: string; readonly placements?: Placements },
): ReturnedForm {
  const placed = rows.map(row => {
    const choice = placements[rowKey(row.sheet, row.row)];
    if (choice === undefined && row.rowId !== null && row.matchedBy !== null)
      return { ...at(row, row.rowId, row.matchedBy, row.mismatched), issues: row.issues };
    if (!choice) return stray(row, choice === undefined);
    return { ...at(row, choice, 'person', false), issues: doubtIssues(row) };
  });
  const found = placed.flatMap(each => each.rows);
  const byText = found.filter(({ matchedBy }) => matchedBy === 'text').length;
  return {
    formId,
    rows: found,
    strays: [...strays.map(each => ({ ...each, placeable: false as const })), ...placed.flatMap(each => each.strays)],
    issues: [
      ...(byText > 0 ? [notice('form_rows_by_text', { count: byText })] : []),
      ...issues,
      ...duplicateIssues(found),
      ...placed.flatMap(each => each.issues),
    ],
  };
}

const at = (
  { sheet, row, questionText, cells, values }: OwnRow,
  rowId: string,
  matchedBy: ReturnedRow['matchedBy'],
  mismatched: boolean,
): Omit<Placed, 'issues'> => ({
  rows: [{ rowId, matchedBy, mismatched, sheet, row, questionText, cells, values }],
  strays: [],
});

function stray({ sheet, row, questionText, values, candidates, issues }: OwnRow, asRead: boolean): Placed {
  const code = candidates.length > 0 ? 'form_row_doubtful' : 'form_row_stray';
  return {
    rows: [],
    strays: [
      {
        sheet,
        row,
        text: questionText || Object.values(values).join('\n'),
        values: { ...values },
        ...(candidates.length > 0 ? { candidates: [...candidates] } : {}),
      },
    ],
    issues: asRead && issues.length > 0 ? issues : [notice(code, {}, { sheet, row })],
  };
}
