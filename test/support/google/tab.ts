import type { sheets_v4 } from '@googleapis/sheets';

export type CellData = sheets_v4.Schema$CellData;
export type GridRange = sheets_v4.Schema$GridRange;

/** One tab of an emulated spreadsheet. Rows and columns count from 0, as Google counts. */
export interface Tab {
  properties: sheets_v4.Schema$SheetProperties & { sheetId: number; title: string };
  cells: CellData[][];
  merges: GridRange[];
  protectedRanges: sheets_v4.Schema$ProtectedRange[];
}

export const rowCountOf = ({ properties }: Tab): number => properties.gridProperties?.rowCount ?? 0;
export const columnCountOf = ({ properties }: Tab): number => properties.gridProperties?.columnCount ?? 0;

export function grow(tab: Tab, rows: number, columns: number): void {
  tab.properties.gridProperties = {
    ...tab.properties.gridProperties,
    rowCount: Math.max(rowCountOf(tab), rows),
    columnCount: Math.max(columnCountOf(tab), columns),
  };
}

const shown = (cell: CellData): string => {
  const value = cell.userEnteredValue;
  if (value?.stringValue !== undefined && value.stringValue !== null) return value.stringValue;
  if (typeof value?.numberValue === 'number') return String(value.numberValue);
  if (typeof value?.boolValue === 'boolean') return value.boolValue ? 'TRUE' : 'FALSE';
  return cell.formattedValue ?? '';
};

export const textAt = (tab: Tab, row: number, column: number): string => shown(tab.cells[row]?.[column] ?? {});

/** Lays a cell's given fields over what stands there; a field that is named and not given is cleared. */
export function putCell(
  tab: Tab,
  row: number,
  column: number,
  data: CellData,
  fields: readonly (keyof CellData)[],
): void {
  tab.cells[row] ??= [];
  const line = tab.cells[row];
  for (let i = line.length; i < column; i++) line[i] ??= {};
  const kept = Object.fromEntries(
    Object.entries(line[column] ?? {}).filter(([name]) => !fields.includes(name as keyof CellData)),
  );
  const given = Object.fromEntries(Object.entries(data).filter(([name]) => fields.includes(name as keyof CellData)));
  line[column] = calculated({ ...kept, ...given });
}

/** What Google adds to a cell: its value once calculated, and how it is shown. Formulas are not calculated here. */
export function calculated({ effectiveValue: _, formattedValue: shownAs, ...cell }: CellData): CellData {
  const value = cell.userEnteredValue;
  if (!value || Object.keys(value).length === 0) return cell;
  if (typeof value.formulaValue === 'string')
    return { ...cell, effectiveValue: { stringValue: shownAs ?? '' }, formattedValue: shownAs ?? '' };
  return { ...cell, effectiveValue: value, formattedValue: shown(cell) };
}

/** What somebody types: as Google takes it from a keyboard. */
export function typed(text: string): CellData {
  if (text === '') return {};
  if (text.startsWith('=')) return { userEnteredValue: { formulaValue: text }, formattedValue: text.slice(1) };
  if (text.startsWith("'")) return { userEnteredValue: { stringValue: text.slice(1) } };
  if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return { userEnteredValue: { numberValue: Number(text) } };
  return { userEnteredValue: { stringValue: text } };
}

export const lastDataRow = (tab: Tab): number =>
  tab.cells.findLastIndex(row => row?.some(cell => cell?.userEnteredValue !== undefined));

const moved = (range: GridRange, from: number, by: number, axis: 'Row' | 'Column'): GridRange => {
  const [start, end] = [`start${axis}Index`, `end${axis}Index`] as ['startRowIndex', 'endRowIndex'];
  const shift = (at: number | null | undefined, inclusive: boolean) =>
    typeof at !== 'number' || (inclusive ? at < from : at <= from) ? at : Math.max(from, at + by);
  return { ...range, [start]: shift(range[start], true), [end]: shift(range[end], false) } as GridRange;
};

function moveRanges(tab: Tab, from: number, by: number, axis: 'Row' | 'Column'): void {
  tab.merges = tab.merges.map(range => moved(range, from, by, axis));
  tab.protectedRanges = tab.protectedRanges.map(each =>
    each.range ? { ...each, range: moved(each.range, from, by, axis) } : each,
  );
}

export function insertRows(tab: Tab, at: number, count: number): void {
  for (let i = tab.cells.length; i < at; i++) tab.cells[i] ??= [];
  tab.cells.splice(at, 0, ...Array.from({ length: count }, () => []));
  grow(tab, rowCountOf(tab) + count, 0);
  moveRanges(tab, at, count, 'Row');
}

export function deleteRows(tab: Tab, at: number, count: number): void {
  tab.cells.splice(at, count);
  tab.properties.gridProperties = { ...tab.properties.gridProperties, rowCount: rowCountOf(tab) - count };
  moveRanges(tab, at, -count, 'Row');
}

export function insertColumns(tab: Tab, at: number, count: number): void {
  for (const row of tab.cells)
    if (row && row.length > at) row.splice(at, 0, ...Array.from({ length: count }, () => ({})));
  grow(tab, 0, columnCountOf(tab) + count);
  moveRanges(tab, at, count, 'Column');
}

export function deleteColumns(tab: Tab, at: number, count: number): void {
  for (const row of tab.cells) row?.splice(at, count);
  tab.properties.gridProperties = { ...tab.properties.gridProperties, columnCount: columnCountOf(tab) - count };
  moveRanges(tab, at, -count, 'Column');
}
