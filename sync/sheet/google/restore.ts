import { type ColumnField, columnTitles, idColumnMark } from '../../form/columns.ts';
import type { ReturnedForm } from '../../form/index.ts';
import type { AnswerField } from '../../model/index.ts';
import { evidenceCell } from './evidence.ts';
import { resultRule } from './publish.ts';
import type { TabTable } from './reading.ts';
import { type CellData, gridRange, type Request, textCell, writeCell } from './requests.ts';
import type { SheetRow } from './rows.ts';

const answers: readonly AnswerField[] = ['result', 'narrative', 'remarks'];

/** The tab where rows of a unit belong: the one that bears its name or has its rows, else the first. */
function homeOf(
  row: SheetRow,
  tables: readonly TabTable[],
  unitsOf: ReadonlyMap<string, string>,
): TabTable | undefined {
  return (
    tables.find(({ sheet }) => sheet === row.unit) ??
    tables.find(({ sheet }) => unitsOf.get(sheet) === row.unit) ??
    tables[0]
  );
}

function rowCells({ columns }: TabTable, row: SheetRow): readonly CellData[] {
  const width = Math.max(columns.idColumn ?? 0, ...columns.at.values());
  const cells: CellData[] = Array.from({ length: width }, () => ({}));
  for (const [field, at] of columns.at)
    cells[at - 1] = field === 'evidence' ? evidenceCell(row) : textCell(row.texts[field]);
  if (columns.idColumn !== null) cells[columns.idColumn - 1] = textCell(row.rowId);
  return cells;
}

/** A row that is put back where a column is gone would come back with a blank, as if somebody had cleared it. */
const isWhole = ({ columns }: TabTable): boolean =>
  columns.idColumn !== null && answers.every(field => columns.at.has(field));

/**
 * Puts rows that are gone back below the others of their tab, as they stand here. Google finds the end of a tab by itself, within
 * the batch, so that a row that somebody adds meanwhile is not overwritten.
 */
export function rowRequests(
  rows: readonly SheetRow[],
  tables: readonly TabTable[],
  { rows: found }: ReturnedForm,
): readonly Request[] {
  const unitsOf = new Map(found.map(row => [row.sheet, (row.values[columnTitles.unit] ?? '').split('\n')[0] ?? '']));
  const byTab = Map.groupBy(rows, row => homeOf(row, tables, unitsOf));
  return [...byTab].flatMap(([table, list]): Request[] =>
    table && isWhole(table)
      ? [
          {
            appendCells: {
              sheetId: table.sheetId,
              rows: list.map(row => ({ values: [...rowCells(table, row)] })),
              fields: 'userEnteredValue,textFormatRuns',
            },
          },
        ]
      : [],
  );
}

/** Puts columns that are gone back behind the others, with what stands here, and the ids of rows that are known by their question. */
export function columnRequests(
  table: TabTable,
  { rows: found }: ReturnedForm,
  rows: ReadonlyMap<string, SheetRow>,
  formId: string,
): readonly Request[] {
  const { sheetId, sheet, columns, columnCount } = table;
  const lost = answers.filter(field => !columns.at.has(field) && !columns.repeated.has(field));
  // Copies too: a blank in one of them would look like a clearing once a person has taken the others away.
  const here = found.filter(row => row.sheet === sheet);
  const nameless = here.filter(({ matchedBy }) => matchedBy === 'question');
  const used = Math.max(columnCount, columns.idColumn ?? 0, ...columns.titles.keys());
  const lostId = columns.idColumn === null && nameless.length > 0;
  const added: readonly (ColumnField | 'id')[] = [...lost, ...(lostId ? (['id'] as const) : [])];
  const at = (field: ColumnField | 'id'): number => used + 1 + added.indexOf(field);
  const text = (field: ColumnField | 'id', rowId: string): string =>
    field === 'id' ? rowId : (rows.get(rowId)?.texts[field] ?? '');
  const title = (field: ColumnField | 'id'): string =>
    field === 'id' ? `${idColumnMark}${formId}` : columnTitles[field];
  return [
    ...(added.length > 0 ? [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: added.length } }] : []),
    ...added.flatMap((field): Request[] => [
      writeCell(sheetId, columns.headerRow, at(field), title(field)),
      ...here.map(row => writeCell(sheetId, row.row, at(field), text(field, row.rowId))),
      ...(field === 'result'
        ? [
            {
              setDataValidation: {
                range: gridRange(sheetId, {
                  top: columns.headerRow + 1,
                  left: at(field),
                  bottom: Math.max(table.lastRow, columns.headerRow + 1),
                  right: at(field),
                }),
                rule: resultRule,
              },
            },
          ]
        : []),
    ]),
    ...(lostId ? protectedIds(sheetId, at('id')) : []),
    ...(columns.idColumn === null || lostId
      ? []
      : nameless.map(row => writeCell(sheetId, row.row, columns.idColumn ?? 0, row.rowId))),
  ];
}

const protectedIds = (sheetId: number, column: number): readonly Request[] => [
  {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: column - 1, endIndex: column },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  },
  {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId, startColumnIndex: column - 1, endColumnIndex: column },
        description: '編號',
        warningOnly: false,
        editors: { users: [], domainUsersCanEdit: false },
      },
    },
  },
];

/** Fields of a row as texts, with the answers that stand now. */
export const withTexts = (row: SheetRow, texts: Partial<SheetRow['texts']>): SheetRow => ({
  ...row,
  texts: { ...row.texts, ...texts },
});
