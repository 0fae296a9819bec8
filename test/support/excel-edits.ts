import ExcelJS, { type CellValue, type Row, type Worksheet } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { asXstring } from '../../sync/form/write/cell-text.ts';
import { addCustomProperties, customPart, pack } from '../../sync/form/write/package.ts';
import { saveWorkbook } from '../../sync/form/write/save.ts';

/**
 * Edits an issued form the way people do in Excel. exceljs stands in for Excel, so what Excel keeps and exceljs drops
 * (custom document properties, characters that XML cannot hold) is carried over.
 */
export type Edit = (workbook: ExcelJS.Workbook) => void;

/** A data row: its place from 1, or a text that one of its cells contains. */
export type RowPick = number | string;

export interface SaveOptions {
  /** Saves without custom document properties, as some other programs do. */
  readonly stripProperties?: boolean;
}

export async function editWorkbook(
  bytes: Uint8Array,
  edits: readonly Edit[],
  { stripProperties = false }: SaveOptions = {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(withPlainCharacters(bytes)).buffer);
  for (const edit of edits) edit(workbook);
  for (const sheet of workbook.worksheets) sheet.eachRow(row => row.eachCell(escapeText));
  const parts = unzipSync(await saveWorkbook(workbook));
  const custom = unzipSync(bytes)[customPart];
  if (custom && !stripProperties) addCustomProperties(parts, custom);
  return pack(parts);
}

/** exceljs reads a part in pieces and loses a character beyond the basic plane that stands on a cut; as references they survive. */
function withPlainCharacters(bytes: Uint8Array): Uint8Array {
  const reference = (char: string): string => `&#x${char.codePointAt(0)!.toString(16)};`;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    name.endsWith('.xml') ? strToU8(strFromU8(part).replace(/[\u{10000}-\u{10ffff}]/gu, reference)) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

function escapeText(cell: ExcelJS.Cell): void {
  const { value } = cell;
  if (cell.master !== cell) return;
  if (typeof value === 'string') cell.value = asXstring(value);
  else if (value && typeof value === 'object' && 'hyperlink' in value)
    cell.value = { ...value, text: asXstring(value.text) };
  else if (value && typeof value === 'object' && 'richText' in value)
    cell.value = { richText: value.richText.map(run => ({ ...run, text: asXstring(run.text) })) };
}

const mainSheet = (workbook: ExcelJS.Workbook): Worksheet => workbook.worksheets[0]!;

const textOf = (row: Row, column: number): string => {
  const cell = row.getCell(column);
  return cell.master.value === null ? '' : cell.text;
};

function texts(row: Row): string[] {
  return Array.from({ length: row.cellCount }, (_, i) => textOf(row, i + 1));
}

/** The table of a sheet: its header row, and the data rows down to the sign-off row. */
function tableOf(sheet: Worksheet): { readonly header: Row; readonly first: number; readonly last: number } {
  const rows = sheet.getRows(1, sheet.rowCount) ?? [];
  const header = rows.find(
    row => texts(row).filter(text => ['執行步驟', '檢核結果', '辦理情形'].includes(text)).length >= 2,
  );
  if (!header) throw new Error(`No table on the sheet ${sheet.name}`);
  const end = rows.find(row => row.number > header.number && texts(row).some(text => text.startsWith('承辦人')));
  return { header, first: header.number + 1, last: (end?.number ?? sheet.rowCount + 1) - 1 };
}

function pick(sheet: Worksheet, row: RowPick): number {
  const { first, last } = tableOf(sheet);
  if (typeof row === 'number') return first + row - 1;
  for (let at = first; at <= last; at += 1) if (texts(sheet.getRow(at)).some(text => text.includes(row))) return at;
  throw new Error(`No row with the text ${row}`);
}

function columnWith(sheet: Worksheet, title: string): number {
  const column = texts(tableOf(sheet).header).indexOf(title) + 1;
  if (column === 0) throw new Error(`No column ${title}`);
  return column;
}

const idColumn = (sheet: Worksheet): number =>
  texts(tableOf(sheet).header).findIndex(text => text.startsWith('guankao:row:')) + 1;

interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const mergesOf = (sheet: Worksheet): readonly Merge[] =>
  (sheet.model.merges as unknown as readonly string[]).map(range => {
    const [from, to] = range.split(':').map(address => sheet.getCell(address));
    return { top: Number(from!.row), left: Number(from!.col), bottom: Number(to!.row), right: Number(to!.col) };
  });

/** Takes all merges away while rows move, and puts them back where `move` says their rows are now. */
function withoutMerges(sheet: Worksheet, work: () => (row: number) => number | null): void {
  const merges = mergesOf(sheet).map(merge => ({ ...merge, value: sheet.getCell(merge.top, merge.left).value }));
  for (const { top, left, bottom, right } of merges) sheet.unMergeCells(top, left, bottom, right);
  const move = work();
  for (const { top, left, bottom, right, value } of merges) {
    const rows = Array.from({ length: bottom - top + 1 }, (_, i) => move(top + i)).filter(row => row !== null);
    if (rows.length === 0) continue;
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    sheet.getCell(first, left).value = value;
    if (first !== last || left !== right) sheet.mergeCells(first, left, last, right);
  }
}

/** Types a value into a column of a row. */
export const setCell =
  (row: RowPick, title: string, value: CellValue): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    sheet.getCell(pick(sheet, row), columnWith(sheet, title)).value = value;
  };

/** Types a value at an address. */
export const setAt =
  (address: string, value: CellValue): Edit =>
  workbook => {
    mainSheet(workbook).getCell(address).value = value;
  };

/** Deletes whole rows; merges shrink and keep their value, as in Excel. */
export const deleteRow =
  (row: RowPick): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const gone = pick(sheet, row);
    withoutMerges(sheet, () => {
      sheet.spliceRows(gone, 1);
      return at => (at === gone ? null : at > gone ? at - 1 : at);
    });
  };

/** Copies a whole row, hidden id included, below itself. */
export const copyRow =
  (row: RowPick): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const from = pick(sheet, row);
    withoutMerges(sheet, () => {
      sheet.duplicateRow(from, 1, true);
      return at => (at > from ? at + 1 : at);
    });
  };

/** Types a new row below another, without an id, from values by column title. */
export const addRow =
  (below: RowPick, values: Readonly<Record<string, CellValue>>): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const at = pick(sheet, below) + 1;
    withoutMerges(sheet, () => {
      sheet.spliceRows(at, 0, []);
      return row => (row >= at ? row + 1 : row);
    });
    for (const [title, value] of Object.entries(values)) sheet.getCell(at, columnWith(sheet, title)).value = value;
  };

/** Unmerges the cells of the table; as in Excel, only the first cell of each keeps the text, unless they are filled down. */
export const unmerge =
  ({ fill = false } = {}): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const { first, last } = tableOf(sheet);
    for (const { top, left, bottom, right } of mergesOf(sheet).filter(
      merge => merge.top >= first && merge.bottom <= last,
    )) {
      const { value } = sheet.getCell(top, left);
      sheet.unMergeCells(top, left, bottom, right);
      for (let row = top + 1; fill && row <= bottom; row += 1) sheet.getCell(row, left).value = value;
    }
  };

/**
 * Unmerges, then sorts the data rows by a column.
 * @param from, to titles of a part of the columns that alone is sorted, the mistake of a wrong selection
 */
export const sortRows =
  (title: string, { descending = false, from, to }: { descending?: boolean; from?: string; to?: string } = {}): Edit =>
  workbook => {
    unmerge({ fill: true })(workbook);
    const sheet = mainSheet(workbook);
    const { first, last } = tableOf(sheet);
    const key = columnWith(sheet, title);
    const left = from ? columnWith(sheet, from) : 1;
    const right = to ? columnWith(sheet, to) : sheet.columnCount;
    const rows = Array.from({ length: last - first + 1 }, (_, i) => sheet.getRow(first + i)).map(row => ({
      key: textOf(row, key),
      values: Array.from({ length: right - left + 1 }, (_, i) => row.getCell(left + i).value),
    }));
    rows.sort((a, b) => (descending ? -1 : 1) * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    rows.forEach(({ values }, i) => {
      values.forEach((value, j) => {
        sheet.getCell(first + i, left + j).value = value;
      });
    });
  };

/** Inserts an empty column before another, with a title and values by data row. */
export const insertColumn =
  (before: string, title: string, values: readonly CellValue[] = []): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const at = columnWith(sheet, before);
    const { header, first } = tableOf(sheet);
    const merges = mergesOf(sheet);
    for (const { top, left, bottom, right } of merges) sheet.unMergeCells(top, left, bottom, right);
    for (const row of sheet.getRows(1, sheet.rowCount) ?? []) {
      for (let column = sheet.columnCount; column >= at; column -= 1) {
        row.getCell(column + 1).value = row.getCell(column).value;
        row.getCell(column).value = null;
      }
    }
    for (const { top, left, bottom, right } of merges)
      sheet.mergeCells(top, left + (left >= at ? 1 : 0), bottom, right + (right >= at ? 1 : 0));
    header.getCell(at).value = title;
    values.forEach((value, i) => {
      sheet.getCell(first + i, at).value = value;
    });
  };

/** Removes what a column shows from its title down, as deleting the column does. */
export const clearColumn =
  (title: string): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const { header, last } = tableOf(sheet);
    const column = columnWith(sheet, title);
    for (let row = header.number; row <= last; row += 1) sheet.getCell(row, column).value = null;
  };

/** Empties the hidden id column, with or without its title. */
export const clearIds =
  ({ title = true } = {}): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const { header, first, last } = tableOf(sheet);
    const column = idColumn(sheet);
    if (column === 0) return;
    for (let row = first; row <= last; row += 1) sheet.getCell(row, column).value = null;
    if (title) sheet.getCell(header.number, column).value = null;
  };

/** Takes away all that says which form and which row this is; to be saved with `stripProperties`. */
export const stripIds: Edit = workbook => {
  clearIds()(workbook);
  removeSheet('guankao')(workbook);
};

/** Puts two columns in each other's place, titles and all. */
export const swapColumns =
  (one: string, other: string): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const { header, last } = tableOf(sheet);
    const [a, b] = [columnWith(sheet, one), columnWith(sheet, other)];
    for (let row = header.number; row <= last; row += 1) {
      const kept = sheet.getCell(row, a).value;
      sheet.getCell(row, a).value = sheet.getCell(row, b).value;
      sheet.getCell(row, b).value = kept;
    }
  };

/** Repeats the header row before a data row, as printing page by page leads people to. */
export const repeatHeader =
  (before: number): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const { header } = tableOf(sheet);
    const at = pick(sheet, before);
    const titles = Array.from({ length: sheet.columnCount }, (_, i) => header.getCell(i + 1).value);
    withoutMerges(sheet, () => {
      sheet.spliceRows(at, 0, titles);
      return row => (row >= at ? row + 1 : row);
    });
  };

/** Merges cells of a column down from a data row. */
export const mergeDown =
  (row: RowPick, title: string, count: number): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const [at, column] = [pick(sheet, row), columnWith(sheet, title)];
    for (let below = at + 1; below < at + count; below += 1) sheet.getCell(below, column).value = null;
    sheet.mergeCells(at, column, at + count - 1, column);
  };

export const renameSheet =
  (name: string): Edit =>
  workbook => {
    mainSheet(workbook).name = name;
  };

/** Copies the sheet with all its texts to another one at the end. */
export const copySheet =
  (name: string): Edit =>
  workbook => {
    const sheet = mainSheet(workbook);
    const copy = workbook.addWorksheet(name);
    sheet.eachRow(row =>
      row.eachCell(cell => {
        if (cell.master === cell) copy.getCell(cell.address).value = cell.value;
      }),
    );
  };

export const removeSheet =
  (name: string): Edit =>
  workbook => {
    workbook.removeWorksheet(name);
  };

/** Line ends and trailing blanks as Windows programs leave them in every answer cell. */
export const saveLikeWindows: Edit = workbook => {
  const sheet = mainSheet(workbook);
  const { first, last } = tableOf(sheet);
  for (const title of ['辦理情形', '備註']) {
    for (let row = first; row <= last; row += 1) {
      const cell = sheet.getCell(row, columnWith(sheet, title));
      if (typeof cell.value === 'string') cell.value = `${cell.value.replaceAll('\n', ' \r\n')}  `;
    }
  }
};
