import { lastColumn, parseRange, type Range } from '../address.ts';
import type { Limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Cell, ColumnSpan, Row, Validation } from '../workbook.ts';
import { type Tag, walkXml } from '../xml.ts';
import type { CellContext } from './cell.ts';
import { CellReader } from './cell-reader.ts';
import { relationshipId, spreadsheet } from './namespaces.ts';
import { isTrue } from './styles.ts';
import { ValidationReader } from './validation-reader.ts';

/** What one worksheet part says, in the order of the file. */
export interface WorksheetContent {
  /** Not yet ordered, and a row may come twice. */
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly columns: readonly ColumnSpan[];
  readonly validations: readonly Validation[];
  readonly protected: boolean;
  /** Relationship ids of its tables. */
  readonly tableIds: readonly string[];
  readonly links: readonly Link[];
  /** Cells that point to a string that is not there. */
  readonly lost: readonly { readonly row: number; readonly column: number }[];
}

/** A hyperlink before its relationship is followed. */
export interface Link {
  readonly range: Range;
  /** Of the address outside; null for a link inside the workbook. */
  readonly id: string | null;
  readonly location: string | null;
}

/** Counts the cells of all sheets of a workbook against its limit. */
export interface CellBudget {
  cells: number;
}

interface OpenRow extends Omit<Row, 'span' | 'cells'> {
  readonly cells: Cell[];
  readonly start: number;
}

const maxRanges = 200_000;
const maxTables = 10_000;
const tooMany = (limit: string): Refusal => new Refusal('workbook_too_large', { limit });

/** Reads one worksheet part in a single pass. Rows and cells may come with or without their `r`, and in any order. */
export function readWorksheet(
  xml: string,
  part: string,
  context: CellContext,
  limits: Limits,
  budget: CellBudget,
): WorksheetContent {
  const rows: Row[] = [];
  const merges: Range[] = [];
  const columns: ColumnSpan[] = [];
  const cells = new CellReader(context);
  const validations = new ValidationReader(maxRanges);
  const tableIds: string[] = [];
  const links: Link[] = [];
  let isProtected = false;
  let row: OpenRow | null = null;
  let lastRow = 0;
  let lastCell = 0;

  const opens: Readonly<Record<string, (tag: Tag) => void>> = {
    row: tag => {
      row = openRow(tag, lastRow + 1);
      lastRow = row.row;
      lastCell = 0;
      if (lastRow > limits.rows || rows.length >= limits.rows) throw tooMany(`${limits.rows} rows`);
    },
    c: tag => {
      if (!row) return;
      lastCell = cells.begin(tag, row.row, lastCell + 1);
      if (lastCell > limits.columns) throw tooMany(`${limits.columns} columns`);
      if (++budget.cells > limits.cells) throw tooMany(`${limits.cells} cells`);
    },
    mergeCell: tag => {
      const range = parseRange(tag.attribute('ref') ?? '');
      if (range && (range.top < range.bottom || range.left < range.right)) merges.push(range);
      if (merges.length > maxRanges) throw tooMany(`${maxRanges} merged cells`);
    },
    col: tag => {
      columns.push(columnSpan(tag));
      if (columns.length > lastColumn) throw tooMany(`${lastColumn} columns`);
    },
    sheetProtection: tag => {
      isProtected = isTrue(tag.attribute('sheet'));
    },
    tablePart: tag => {
      tableIds.push(tag.attributeOf(relationshipId, 'id') ?? '');
      if (tableIds.length > maxTables) throw tooMany(`${maxTables} tables`);
    },
    hyperlink: tag => {
      const range = parseRange(tag.attribute('ref') ?? '');
      const id = tag.attributeOf(relationshipId, 'id') ?? null;
      if (range) links.push({ range, id, location: tag.attribute('location') ?? null });
      if (links.length > maxRanges) throw tooMany(`${maxRanges} links`);
    },
  };

  walkXml(xml, part, {
    open: tag => {
      validations.open(tag);
      if (!spreadsheet.has(tag.uri)) return;
      if (Object.hasOwn(opens, tag.local)) opens[tag.local]!(tag);
      else cells.open(tag);
    },
    text: text => {
      validations.text(text);
      cells.text(text);
    },
    close: (local, uri, end) => {
      validations.close(local, uri);
      if (!spreadsheet.has(uri)) return;
      if (local === 'c') {
        const cell = cells.end(end);
        if (cell && row) row.cells.push(cell);
      } else if (local === 'row' && row) {
        const { start, ...rest } = row;
        rows.push({ ...rest, span: { start, end } });
        row = null;
      } else cells.close(local, uri);
    },
  });
  cells.finish();
  return {
    rows,
    merges,
    columns,
    validations: validations.found,
    protected: isProtected,
    tableIds,
    links,
    lost: cells.lost,
  };
}

const numberOr = <T>(text: string | undefined, otherwise: T): number | T => {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : otherwise;
};

function openRow(tag: Tag, next: number): OpenRow {
  const row = numberOr(tag.attribute('r'), next);
  return {
    row: Number.isInteger(row) && row >= 1 ? row : next,
    hidden: isTrue(tag.attribute('hidden')),
    styleIndex: isTrue(tag.attribute('customFormat')) ? numberOr(tag.attribute('s'), null) : null,
    height: numberOr(tag.attribute('ht'), null),
    customHeight: isTrue(tag.attribute('customHeight')),
    cells: [],
    start: tag.start,
  };
}

function columnSpan(tag: Tag): ColumnSpan {
  const from = numberOr(tag.attribute('min'), 1);
  return {
    from,
    to: numberOr(tag.attribute('max'), from),
    width: numberOr(tag.attribute('width'), null),
    hidden: isTrue(tag.attribute('hidden')),
    styleIndex: numberOr(tag.attribute('style'), null),
  };
}
