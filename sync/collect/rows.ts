import { notice } from '../form/index.ts';
import { saysMore } from '../form/template/index.ts';
import type { FormBook, SideRow } from '../merge/workbooks/index.ts';
import { type CollectedValues, type Issue, type MergedField, mergedFields, rowKey } from '../model/index.ts';
import { type Opened, openReturned } from './opened.ts';
import type { CollectedRowRead, CollectedRows, Edition, EditionRow, StrayRow } from './order.ts';

type Read = Pick<CollectedRowRead, 'values' | 'cells' | 'doubtful'>;

/** Choices that were marked in an unknown way are no blank: what stands there is kept, for a person to look at. */
function readRow(row: SideRow, issued: EditionRow | undefined): Read {
  const values: CollectedValues = {};
  const cells: Partial<Record<MergedField, string>> = {};
  const doubtful: MergedField[] = [];
  for (const [field, cell] of row.cells) {
    if (issued?.computed.includes(field)) continue;
    const unclear = field === 'result' && cell.value === null && saysMore(cell.seen, issued?.seen ?? '');
    values[field] = unclear ? cell.seen : cell.value;
    cells[field] = cell.cell;
    if (unclear || cell.doubtful) doubtful.push(field);
  }
  return { values, cells, doubtful };
}

/** Fields that the edition has a place for and the file has not: they count as not returned. */
function missingFields(rows: readonly SideRow[], edition: Edition): readonly Issue[] {
  const [first] = rows;
  if (!first) return [];
  return mergedFields
    .filter(field => field !== 'history')
    .filter(field => edition.rows.some(({ cells }) => field in cells) && !rows.some(({ cells }) => cells.has(field)))
    .map(field => notice('form_column_missing', { column: `{form.field.${field}}` }, { sheet: first.sheet, field }));
}

/**
 * What a returned file answers to the questions of an edition, wherever its rows, columns and sheets stand now. A question that
 * several rows answer is taken from none of them; a row that is no certain question is a stray.
 */
export const collectRows = (book: FormBook, edition: Edition): CollectedRows => rowsOf(openReturned(book), edition);

/** What `collectRows` tells, of a workbook that is open. */
export function rowsOf({ side, matches: matchesOf }: Opened, edition: Edition): CollectedRows {
  const { rows: matches } = matchesOf(edition);
  const questions = new Map(edition.rows.map(row => [rowKey(row.sheet, row.row), row]));
  const questionOf = (sheet: string | null, row: number | null): EditionRow | undefined =>
    sheet === null || row === null ? undefined : questions.get(rowKey(sheet, row));
  const found = matches.map(match => questionOf(match.templateSheet, match.templateRow));
  const counts = new Map<EditionRow, number>();
  for (const question of found) if (question) counts.set(question, (counts.get(question) ?? 0) + 1);

  const rows: CollectedRowRead[] = [];
  const strays: StrayRow[] = [];
  for (const [i, row] of side.rows.entries()) {
    const { matchedBy, candidates } = matches[i]!;
    const question = found[i];
    const place = { sheet: row.sheet, row: row.row };
    const read = readRow(row, question);
    if (question && counts.get(question) === 1) {
      rows.push({ rowId: question.rowId, ...place, ...read, matchedBy: matchedBy! });
      continue;
    }
    strays.push({
      ...place,
      text: row.text,
      values: read.values,
      cells: read.cells,
      copyOf: question?.rowId ?? null,
      candidates: candidates.flatMap(({ sheet, row, score }) => {
        const rowId = questionOf(sheet, row)?.rowId;
        return rowId === undefined ? [] : [{ rowId, score }];
      }),
    });
  }
  const collected = new Set(rows.map(({ rowId }) => rowId));
  const duplicates = edition.rows.filter(row => (counts.get(row) ?? 0) > 1).map(({ rowId }) => rowId);
  return {
    rows,
    strays,
    duplicates,
    notReturned: edition.rows
      .map(({ rowId }) => rowId)
      .filter(rowId => !collected.has(rowId) && !duplicates.includes(rowId)),
    issues: [...side.issues, ...missingFields(side.rows, edition)],
  };
}
