import { type AnswerField, answerFields, type StrayRow } from '../../model/index.ts';
import { columnName, type Row, type Sheet } from '../../sheet/index.ts';
import { type ColumnField, questionFields } from '../columns.ts';
import { legible } from '../plain-text.ts';
import type { ReturnedCell } from '../returned.ts';
import { answerCell, seenText } from './cells.ts';
import type { Columns } from './header.ts';
import type { Identity, Question } from './identity.ts';

/** One row below a header, read but not yet matched. */
export interface TableRow {
  readonly sheet: string;
  readonly row: number;
  readonly columns: Columns;
  /** From the id column, or from any cell that holds an id of this form. */
  readonly rowId: string | null;
  readonly question: Question;
  readonly questionText: string;
  readonly evidence: string | null;
  readonly cells: Readonly<Record<AnswerField, ReturnedCell | null>>;
  readonly values: Readonly<Record<string, string>>;
}

const filled = (row: Row) => row.cells.filter(cell => cell.text.trim() !== '');

/** The id of a row even where its column was moved, or its title cleared. */
export function idIn(row: Row, idColumn: number | null, { knows }: Identity): string | null {
  const cells = filled(row);
  const inColumn = cells.find(cell => cell.column === idColumn)?.text.trim();
  if (inColumn !== undefined && knows(inColumn)) return inColumn;
  return cells.map(cell => cell.text.trim()).find(knows) ?? inColumn ?? null;
}

/** Texts by column title; columns without a title, or with one that another has too, go by their letters. */
export function valuesOf(row: Row, columns: Columns | null): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { column, text } of filled(row)) {
    if (column === columns?.idColumn) continue;
    const title = columns?.titles.get(column);
    const key = title !== undefined && !Object.hasOwn(values, title) ? title : columnName(column);
    values[key] = legible(text);
  }
  return values;
}

/** The row under its header, or null when it holds nothing. */
export function tableRow(sheet: Sheet, row: Row, columns: Columns, identity: Identity): TableRow | null {
  const values = valuesOf(row, columns);
  const rowId = idIn(row, columns.idColumn, identity);
  if (rowId === null && Object.keys(values).length === 0) return null;
  const seen = (field: ColumnField): string | null => {
    const column = columns.at.get(field);
    return column === undefined ? null : seenText(sheet, row.row, column);
  };
  const question = Object.fromEntries(questionFields.map(field => [field, seen(field)])) as Question;
  return {
    sheet: sheet.name,
    row: row.row,
    columns,
    rowId,
    question,
    questionText: [question.item, question.keyPoint, question.step, question.unit].filter(Boolean).join('\n'),
    evidence: seen('evidence'),
    cells: Object.fromEntries(
      answerFields.map(field => {
        const column = columns.at.get(field);
        return [field, column === undefined ? null : answerCell(sheet, row.row, column)];
      }),
    ) as TableRow['cells'],
    values,
  };
}

export const strayOf = ({
  sheet,
  row,
  questionText,
  values,
}: Pick<TableRow, 'sheet' | 'row' | 'questionText' | 'values'>): StrayRow => ({
  sheet,
  row,
  text: questionText || Object.values(values).join('\n'),
  values: { ...values },
});
