import type { sheets_v4 } from '@googleapis/sheets';
import { legible } from '../../form/plain-text.ts';
import { addressOf, type Cell, type CellValue, type Range, type Row, type Sheet } from '../index.ts';
import { indexSheet } from '../sheet-index.ts';
import { operationKey } from './marks.ts';

export interface StateTab {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly sheet: Sheet;
}

/** A spreadsheet as it stood at one read: the same tables of cells that files give, and what only Google knows. */
export interface SheetState {
  readonly title: string;
  readonly url: string;
  /** The last operation that was carried out on it by us; null where no mark was left, or it was taken away. */
  readonly operation: string | null;
  readonly tabs: readonly StateTab[];
}

/** What one read asks for: every tab with its cells, nothing of looks. */
export const stateFields = [
  'spreadsheetId',
  'spreadsheetUrl',
  'properties.title',
  'developerMetadata(metadataId,metadataKey,metadataValue)',
  'sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount)),merges,' +
    'data(startRow,startColumn,rowData(values(userEnteredValue,effectiveValue,formattedValue))))',
].join(',');

const nowhere = { start: 0, end: 0 } as const;

function typedValue({ userEnteredValue, effectiveValue }: sheets_v4.Schema$CellData, text: string): CellValue {
  const value = effectiveValue ?? userEnteredValue;
  if (effectiveValue?.errorValue) return { kind: 'error', value: text };
  if (typeof value?.numberValue === 'number') return { kind: 'number', value: value.numberValue };
  if (typeof value?.boolValue === 'boolean') return { kind: 'boolean', value: value.boolValue };
  return text === '' ? { kind: 'blank' } : { kind: 'text', value: text };
}

const seenText = ({ userEnteredValue, effectiveValue, formattedValue }: sheets_v4.Schema$CellData): string =>
  legible(userEnteredValue?.stringValue ?? formattedValue ?? effectiveValue?.stringValue ?? '');

function cellOf(data: sheets_v4.Schema$CellData, row: number, column: number): Cell {
  const text = seenText(data);
  return {
    row,
    column,
    address: addressOf(row, column),
    text,
    value: typedValue(data, text),
    formula: data.userEnteredValue?.formulaValue?.replace(/^=/, '') ?? null,
    sharedFormula: false,
    styleIndex: 0,
    numberFormat: '@',
    locked: false,
    span: nowhere,
  };
}

const rangeOf = (merge: sheets_v4.Schema$GridRange): Range => ({
  top: (merge.startRowIndex ?? 0) + 1,
  left: (merge.startColumnIndex ?? 0) + 1,
  bottom: merge.endRowIndex ?? 1,
  right: merge.endColumnIndex ?? 1,
});

function rowsOf({ data = [] }: sheets_v4.Schema$Sheet): readonly Row[] {
  return data.flatMap(({ startRow, startColumn, rowData = [] }) =>
    rowData.flatMap(({ values = [] }, i): Row[] => {
      const row = (startRow ?? 0) + i + 1;
      const cells = values.map((cell, j) => cellOf(cell, row, (startColumn ?? 0) + j + 1));
      return cells.length === 0
        ? []
        : [{ row, hidden: false, styleIndex: null, height: null, customHeight: false, cells, span: nowhere }];
    }),
  );
}

function tabOf(each: sheets_v4.Schema$Sheet): StateTab {
  const { sheetId, title, hidden, gridProperties } = each.properties ?? {};
  const { sheet } = indexSheet({
    name: title ?? '',
    state: hidden ? 'hidden' : 'visible',
    part: '',
    rows: rowsOf(each),
    merges: (each.merges ?? []).map(rangeOf),
    columns: [],
    validations: [],
    tables: [],
    notes: () => new Map(),
    links: () => [],
    protected: false,
  });
  return {
    sheetId: sheetId ?? 0,
    title: title ?? '',
    rowCount: gridProperties?.rowCount ?? 0,
    columnCount: gridProperties?.columnCount ?? 0,
    sheet,
  };
}

/** A spreadsheet as `spreadsheets.get` answers it with `stateFields`. */
export const stateOf = (spreadsheet: sheets_v4.Schema$Spreadsheet): SheetState => ({
  title: spreadsheet.properties?.title ?? '',
  url: spreadsheet.spreadsheetUrl ?? '',
  operation:
    spreadsheet.developerMetadata?.find(({ metadataKey }) => metadataKey === operationKey)?.metadataValue ?? null,
  tabs: (spreadsheet.sheets ?? []).filter(({ properties }) => properties?.sheetType !== 'OBJECT').map(tabOf),
});
