import ExcelJS from 'exceljs';
import type { Book } from './book.ts';
import { type CellData, calculated, columnCountOf, type GridRange, type Tab } from './tab.ts';

const dayMs = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

function enteredIn({ value, formula, text }: ExcelJS.Cell): CellData {
  if (formula) return { userEnteredValue: { formulaValue: `=${formula}` }, formattedValue: text };
  if (value === null || value === undefined || value === '') return {};
  if (value instanceof Date)
    return { userEnteredValue: { numberValue: (value.getTime() - epoch) / dayMs }, formattedValue: text };
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: text } };
}

/** By cell; also of cells that are blank, which no row knows. */
interface Validations {
  readonly dataValidations: { readonly model: Readonly<Record<string, ExcelJS.DataValidation>> };
}

function addValidations(sheet: ExcelJS.Worksheet, cells: CellData[][]): void {
  const { model } = (sheet as unknown as Validations).dataValidations;
  for (const [address, { type, formulae }] of Object.entries(model)) {
    const list: unknown = formulae?.[0];
    if (type !== 'list' || typeof list !== 'string' || !list.startsWith('"') || address.includes(':')) continue;
    const values = list
      .slice(1, -1)
      .split(',')
      .map(userEnteredValue => ({ userEnteredValue }));
    const { row, col } = sheet.getCell(address);
    cells[Number(row) - 1] ??= [];
    const line = cells[Number(row) - 1]!;
    const dataValidation = { condition: { type: 'ONE_OF_LIST', values }, showCustomUi: true };
    line[Number(col) - 1] = { ...line[Number(col) - 1], dataValidation };
  }
}

function tabOf(sheet: ExcelJS.Worksheet, index: number): Tab {
  const cells: CellData[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, r) => {
    const line: CellData[] = [];
    row.eachCell({ includeEmpty: true }, (cell, c) => {
      const isCovered = cell.isMerged && cell.master.address !== cell.address;
      line[c - 1] = isCovered ? {} : calculated(enteredIn(cell));
    });
    cells[r - 1] = line;
  });
  addValidations(sheet, cells);
  const merges = (sheet.model.merges ?? []).map((name): GridRange => {
    const [from, to] = name.split(':').map(address => sheet.getCell(address));
    return {
      sheetId: index,
      startRowIndex: Number(from?.row) - 1,
      endRowIndex: Number(to?.row),
      startColumnIndex: Number(from?.col) - 1,
      endColumnIndex: Number(to?.col),
    };
  });
  return {
    properties: {
      sheetId: index,
      title: sheet.name,
      index,
      sheetType: 'GRID',
      hidden: sheet.state !== 'visible',
      gridProperties: { rowCount: Math.max(1000, sheet.rowCount), columnCount: Math.max(26, sheet.columnCount) },
    },
    cells: Array.from(cells, row => Array.from(row ?? [], cell => cell ?? {})),
    merges,
    protectedRanges: [],
  };
}

/** What Google makes of an uploaded .xlsx. Document properties are not among what it keeps. Null where it is none. */
export async function tabsOfXlsx(bytes: Uint8Array): Promise<Tab[] | null> {
  const workbook = new ExcelJS.Workbook();
  try {
    // A buffer may lie in the midst of memory that others use.
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    return null;
  }
  return workbook.worksheets.map(tabOf);
}

function write(sheet: ExcelJS.Worksheet, { cells, merges, ...tab }: Tab): void {
  for (const [r, row] of cells.entries())
    for (let c = 0; c < columnCountOf({ cells, merges, ...tab }); c++) {
      const data = row?.[c];
      if (!data || Object.keys(data).length === 0) continue;
      const { stringValue, numberValue, boolValue, formulaValue } = data.userEnteredValue ?? {};
      const cell = sheet.getCell(r + 1, c + 1);
      cell.value = formulaValue
        ? { formula: formulaValue.slice(1), result: data.formattedValue ?? '' }
        : (stringValue ?? numberValue ?? boolValue ?? null);
      const { type, values } = data.dataValidation?.condition ?? {};
      if (type === 'ONE_OF_LIST')
        cell.dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [`"${(values ?? []).map(each => each.userEnteredValue ?? '').join(',')}"`],
        };
    }
  for (const range of merges)
    sheet.mergeCells(
      (range.startRowIndex ?? 0) + 1,
      (range.startColumnIndex ?? 0) + 1,
      range.endRowIndex ?? 1,
      range.endColumnIndex ?? 1,
    );
}

/** A spreadsheet as Google exports it; two exports of the same differ in their bytes, as Google's do. */
export async function xlsxOf({ tabs }: Book, made: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.modified = made;
  for (const tab of tabs)
    write(workbook.addWorksheet(tab.properties.title, { state: tab.properties.hidden ? 'hidden' : 'visible' }), tab);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
