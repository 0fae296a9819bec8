import { addressOf, type Cell, parseAddress, type Range, type Row, type Sheet } from '../../sheet/index.ts';
import { indexSheet } from '../../sheet/sheet-index.ts';

/** Rows of a sheet, first and last. */
export type Band = readonly [first: number, last: number];

const turnedRange = ({ top, left, bottom, right }: Range): Range => ({
  top: left,
  left: top,
  bottom: right,
  right: bottom,
});

const turnedCell = (cell: Cell): Cell => ({
  row: cell.column,
  column: cell.row,
  address: addressOf(cell.column, cell.row),
  text: cell.text,
  value: cell.value,
  formula: cell.formula,
  sharedFormula: cell.sharedFormula,
  styleIndex: cell.styleIndex,
  numberFormat: cell.numberFormat,
  locked: cell.locked,
  span: cell.span,
  isRich: cell.isRich ?? false,
  isPhonetic: cell.isPhonetic ?? false,
});

/** A band of a sheet turned over its diagonal: what stood in row 3 of column B stands in row 2 of column C. */
export function turned(sheet: Sheet, [first, last]: Band): Sheet {
  const columns = new Map<number, Cell[]>();
  for (const { row, cells } of sheet.rows) {
    if (row < first || row > last) continue;
    for (const cell of cells) {
      const list = columns.get(cell.column);
      if (list) list.push(turnedCell(cell));
      else columns.set(cell.column, [turnedCell(cell)]);
    }
  }
  const rows = [...columns]
    .sort(([a], [b]) => a - b)
    .map(
      ([column, cells]): Row => ({
        row: column,
        hidden: sheet.isColumnHidden(column),
        styleIndex: null,
        height: null,
        customHeight: false,
        cells,
        span: { start: 0, end: 0 },
      }),
    );
  const hidden = sheet.rows.filter(row => row.hidden && row.row >= first && row.row <= last);
  return indexSheet({
    name: sheet.name,
    state: sheet.state,
    part: sheet.part,
    rows,
    merges: sheet.merges.filter(({ top, bottom }) => top >= first && bottom <= last).map(turnedRange),
    columns: hidden.map(({ row }) => ({ from: row, to: row, width: null, hidden: true, styleIndex: null })),
    validations: sheet.validations.map(validation => ({ ...validation, ranges: validation.ranges.map(turnedRange) })),
    tables: [],
    notes: () => new Map(),
    links: () => [],
    protected: sheet.protected,
  }).sheet;
}

/** Where a cell of a turned sheet stands in the sheet itself. */
export function turnedAddress(address: string): string {
  const place = parseAddress(address);
  return place ? addressOf(place.column, place.row) : address;
}
