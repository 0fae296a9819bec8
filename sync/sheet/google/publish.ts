import { type ColumnField, columnFields, columnTitles, idColumnMark } from '../../form/columns.ts';
import { digestOf, manifestCells, manifestRow } from '../../form/manifest.ts';
import { columnOf, idColumn, lastColumn } from '../../form/write/grid.ts';
import { resultWords } from '../../model/index.ts';
import { evidenceCell } from './evidence.ts';
import { type CellData, gridRange, markOperation, type Request, textCell } from './requests.ts';
import {
  manifestSheetId,
  manifestTitle,
  type SheetContent,
  type SheetRow,
  type Tab,
  type Tabbing,
  tabsOf,
} from './rows.ts';

const answerColumns: readonly ColumnField[] = ['result', 'narrative', 'remarks'];
const spareRows = 20;

const colours = {
  header: { red: 0.12, green: 0.29, blue: 0.29 },
  question: { red: 0.95, green: 0.96, blue: 0.96 },
  open: { red: 1, green: 0.99, blue: 0.91 },
  closed: { red: 0.87, green: 0.88, blue: 0.88 },
  white: { red: 1, green: 1, blue: 1 },
} as const;

/** In pixels. */
const widths: Readonly<Record<ColumnField, number>> = {
  item: 150,
  keyPoint: 170,
  step: 280,
  unit: 100,
  checkMonths: 80,
  result: 90,
  narrative: 380,
  evidence: 200,
  remarks: 160,
};

const wrapped = (background: (typeof colours)[keyof typeof colours]): CellData => ({
  userEnteredFormat: {
    backgroundColor: background,
    wrapStrategy: 'WRAP',
    verticalAlignment: 'TOP',
    numberFormat: { type: 'TEXT' },
  },
});

const look = (field: ColumnField, row: SheetRow): CellData =>
  wrapped(row.locked ? colours.closed : answerColumns.includes(field) ? colours.open : colours.question);

const headCell: CellData = {
  userEnteredFormat: {
    backgroundColor: colours.header,
    textFormat: { bold: true, foregroundColor: colours.white },
    horizontalAlignment: 'CENTER',
    verticalAlignment: 'MIDDLE',
    wrapStrategy: 'WRAP',
  },
};

/** Cells by column, from the first to the last; those that are not given stay empty. */
const across = (cells: ReadonlyMap<number, CellData>) => ({
  values: Array.from({ length: lastColumn }, (_, i) => cells.get(i + 1) ?? {}),
});

/** The table's titles, with the mark of the form above the ids. */
export const titleRow = (formId: string): ReadonlyMap<number, string> =>
  new Map([
    ...columnFields.map(field => [columnOf(field), columnTitles[field]] as const),
    [idColumn, `${idColumnMark}${formId}`],
  ]);

const answerRow = (row: SheetRow) =>
  across(
    new Map([
      ...columnFields.map(
        field =>
          [
            columnOf(field),
            { ...look(field, row), ...(field === 'evidence' ? evidenceCell(row) : textCell(row.texts[field])) },
          ] as const,
      ),
      [idColumn, textCell(row.rowId)],
    ]),
  );

/** Only the account that published it may change these; editors are stopped, not warned. */
const protect = (sheetId: number, description: string, range: object = { sheetId }): Request => ({
  addProtectedRange: {
    protectedRange: { range, description, warningOnly: false, editors: { users: [], domainUsersCanEdit: false } },
  },
});

function tabRequests(
  { sheetId, title, rows }: Tab,
  index: number,
  { formId, heading }: SheetContent,
): readonly Request[] {
  const headerRow = heading.length + 1;
  const last = headerRow + rows.length;
  const column = (at: number) => ({ sheetId, startColumnIndex: at - 1, endColumnIndex: at });
  const dimension = (at: number) => ({ sheetId, dimension: 'COLUMNS', startIndex: at - 1, endIndex: at });
  const closed = rows.flatMap((row, i) => (row.locked ? [headerRow + 1 + i] : []));
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          index,
          // A sort of the whole tab leaves frozen rows where they are.
          gridProperties: { rowCount: last + spareRows, columnCount: lastColumn, frozenRowCount: headerRow },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [
          ...heading.map(line => across(new Map([[1, textCell(line)]]))),
          across(new Map([...titleRow(formId)].map(([at, text]) => [at, { ...headCell, ...textCell(text) }]))),
          ...rows.map(answerRow),
        ],
        fields: 'userEnteredValue,userEnteredFormat,textFormatRuns',
      },
    },
    {
      setDataValidation: {
        range: gridRange(sheetId, {
          top: headerRow + 1,
          left: columnOf('result'),
          bottom: Math.max(last, headerRow + 1),
          right: columnOf('result'),
        }),
        rule: resultRule,
      },
    },
    ...columnFields.map(
      (field): Request => ({
        updateDimensionProperties: {
          range: dimension(columnOf(field)),
          properties: { pixelSize: widths[field] },
          fields: 'pixelSize',
        },
      }),
    ),
    {
      updateDimensionProperties: {
        range: dimension(idColumn),
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    protect(sheetId, '表頭', { sheetId, startRowIndex: 0, endRowIndex: headerRow }),
    protect(sheetId, '題目', { sheetId, startColumnIndex: 0, endColumnIndex: idColumn - 1 }),
    protect(sheetId, '編號', column(idColumn)),
    protect(sheetId, '佐證資料', column(columnOf('evidence'))),
    ...closed.map(row => protect(sheetId, '審核通過', { sheetId, startRowIndex: row - 1, endRowIndex: row })),
  ];
}

/** The drop-down of results. */
export const resultRule = {
  condition: {
    type: 'ONE_OF_LIST',
    values: Object.values(resultWords).map(userEnteredValue => ({ userEnteredValue })),
  },
  strict: true,
  showCustomUi: true,
} as const;

function manifestRequests({ formId, heading, rows }: SheetContent): readonly Request[] {
  const cells = manifestCells({
    formId,
    heading: digestOf(heading.join('')),
    rows: rows.map(row => manifestRow(row.rowId, row.texts)),
  });
  const columnCount = Math.max(...cells.map(row => row.length));
  return [
    {
      addSheet: {
        properties: {
          sheetId: manifestSheetId,
          title: manifestTitle,
          hidden: true,
          gridProperties: { rowCount: cells.length, columnCount },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: manifestSheetId, rowIndex: 0, columnIndex: 0 },
        rows: cells.map(row => ({ values: row.map(textCell) })),
        fields: 'userEnteredValue',
      },
    },
    protect(manifestSheetId, '題目對照'),
  ];
}

/**
 * Lays a form out in a spreadsheet that has nothing but the tabs it was made with, in one batch: header, drop-downs, protected
 * questions and ids, frozen titles, evidence as links, and the operation that did it.
 * @param before ids of the tabs that are there, which go
 */
export function publishRequests(
  content: SheetContent,
  {
    tabbing,
    operation,
    before,
  }: { readonly tabbing: Tabbing; readonly operation: string; readonly before: readonly number[] },
): readonly Request[] {
  return [
    ...tabsOf(content, tabbing).flatMap((tab, i) => tabRequests(tab, i, content)),
    ...manifestRequests(content),
    ...before.map((sheetId): Request => ({ deleteSheet: { sheetId } })),
    markOperation(operation, false),
  ];
}
