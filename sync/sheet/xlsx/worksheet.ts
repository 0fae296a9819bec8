import type { Range } from '../address.ts';
import type { Limits } from '../limits.ts';
import type { ColumnSpan, Row, Validation } from '../workbook.ts';
import { isFallback } from '../xml.ts';
import { token, XmlScanner } from '../xml-scanner.ts';
import type { CellContext, XlsxCell } from './cell.ts';
import { CellReader } from './cell-reader.ts';
import { Frame, type Link, numberOr, tooMany } from './frame.ts';
import { spreadsheet } from './namespaces.ts';
import { isTrue } from './styles.ts';

/** What one worksheet part says, in the order of the file. */
export interface WorksheetContent {
  /** Not yet ordered, and a row may come twice. */
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly columns: readonly ColumnSpan[];
  readonly validations: readonly Validation[];
  readonly protected: boolean;
  readonly tableIds: readonly string[];
  readonly links: readonly Link[];
  /** Cells that point to a string that is not there. */
  readonly lost: readonly { readonly row: number; readonly column: number }[];
}

/** Counts the cells of all sheets of a workbook against its limit. */
export interface CellBudget {
  cells: number;
}

/** Reads one worksheet part in a single pass. Rows and cells may come with or without their `r`, and in any order. */
export function readWorksheet(
  xml: string,
  part: string,
  context: CellContext,
  limits: Limits,
  budget: CellBudget,
): WorksheetContent {
  const scanner = new XmlScanner(xml, part);
  const frame = new Frame();
  const cells = new CellReader(context, scanner);
  const rows: Row[] = [];
  let fallback = 0;
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.open) {
      if (isFallback(scanner)) fallback++;
      else if (fallback > 0) continue;
      else if (scanner.local === 'sheetData' && spreadsheet.has(scanner.uri)) {
        readRows(scanner, cells, limits, budget, rows);
      } else frame.open(scanner);
    } else if (kind === token.close) {
      if (fallback === 0) frame.close(scanner.local, scanner.uri);
      if (isFallback(scanner)) fallback--;
    } else if (fallback === 0) frame.text(scanner.text);
  }
  cells.finish();
  const { merges, columns, validations, tableIds, links } = frame;
  return { rows, merges, columns, validations, protected: frame.protected, tableIds, links, lost: cells.lost };
}

/** A row whose element is still open. */
interface OpenRow extends Row {
  readonly cells: XlsxCell[];
  readonly span: { readonly start: number; end: number };
}

/** Reads on to the end of `sheetData`. Elements that nobody here knows are looked through. */
function readRows(scanner: XmlScanner, cells: CellReader, limits: Limits, budget: CellBudget, rows: Row[]): void {
  const outside = scanner.depth;
  let row: OpenRow | null = null;
  let lastRow = 0;
  let lastCell = 0;
  let fallback = 0;
  let plain = false;
  /** Cells of the row may be written in the plainest way: its own name has no prefix, nor have theirs. */
  let plainRow = false;
  const take = (row: OpenRow, cell: XlsxCell): void => {
    if (++budget.cells > limits.cells) throw tooMany(`${limits.cells} cells`);
    lastCell = cell.column;
    if (lastCell > limits.columns) throw tooMany(`${limits.columns} columns`);
    row.cells.push(cell);
  };
  for (;;) {
    if (plain && row) {
      const cell = cells.readPlain(row.row, lastCell + 1);
      if (cell) {
        take(row, cell);
        continue;
      }
    }
    const kind = scanner.next();
    if (kind === token.open) {
      plain = false;
      if (isFallback(scanner)) fallback++;
      if (fallback > 0 || !spreadsheet.has(scanner.uri)) continue;
      if (scanner.local === 'c' && row) {
        take(row, cells.read(row.row, lastCell + 1));
        plain = plainRow;
      } else if (scanner.local === 'row') {
        row = openRow(scanner, lastRow + 1);
        lastRow = row.row;
        lastCell = 0;
        plainRow = scanner.isPlainlyNamed;
        plain = plainRow;
        if (lastRow > limits.rows || rows.length >= limits.rows) throw tooMany(`${limits.rows} rows`);
      }
    } else if (kind === token.close) {
      if (isFallback(scanner)) fallback--;
      if (scanner.depth === outside) return;
      plain = false;
      if (row && scanner.local === 'row' && spreadsheet.has(scanner.uri)) {
        row.span.end = scanner.end;
        rows.push(row);
        row = null;
      }
    }
  }
}

function openRow(tag: XmlScanner, next: number): OpenRow {
  const row = rowNumber(tag, next);
  return {
    row,
    hidden: isTrue(tag.attribute('hidden')),
    styleIndex: isTrue(tag.attribute('customFormat')) ? numberOr(tag.attribute('s'), null) : null,
    height: numberOr(tag.attribute('ht'), null),
    customHeight: isTrue(tag.attribute('customHeight')),
    cells: [],
    span: { start: tag.start, end: 0 },
  };
}

/** @param next the number of a row that does not say its own */
export function rowNumber(tag: XmlScanner, next: number): number {
  const row = numberOr(tag.attribute('r'), next);
  return Number.isInteger(row) && row >= 1 ? row : next;
}
