import type { ColumnField } from '../columns.ts';
import { greatestHeight, heightOf } from './measure.ts';

export type Texts = Readonly<Record<ColumnField, string>>;

/** Rows first..last (indexes) of one column that show one text. */
export interface Block {
  readonly field: 'item' | 'keyPoint';
  readonly first: number;
  readonly last: number;
}

export interface Layout {
  /** In Excel's character units. */
  readonly widths: Readonly<Record<ColumnField, number>>;
  /** In points, by row. */
  readonly heights: readonly number[];
  readonly blocks: readonly Block[];
  /** Size of each row's narrative in points: 12 unless only a smaller one fits a row. */
  readonly narrativeSizes: readonly number[];
  /** Rows whose text fits no row height, with the column that does not. */
  readonly clipped: readonly { readonly index: number; readonly field: ColumnField }[];
}

export const fontSize = 12;
const smallerSizes = [12, 11, 10, 9] as const;
const leastHeight = 40;

const fixedWidths: Readonly<Record<ColumnField, number>> = {
  item: 14,
  keyPoint: 20,
  step: 32,
  unit: 13,
  checkMonths: 11.5,
  result: 10,
  narrative: 44,
  evidence: 20,
  remarks: 14,
};

/**
 * Tried in turn until the longest narrative fits the greatest row height. A wider column makes the whole page smaller, a
 * smaller size only the long narratives.
 */
const narrativeTries = [
  { width: 44, leastSize: 12 },
  { width: 58, leastSize: 10 },
  { width: 76, leastSize: 9 },
] as const;

const fits = (text: string, width: number, size: number): boolean => heightOf(text, width, size) <= greatestHeight;

function blocksOf(rows: readonly Texts[]): readonly Block[] {
  const blocks: Block[] = [];
  const sameItem = (a: Texts, b: Texts): boolean => a.item === b.item;
  const same = {
    item: sameItem,
    keyPoint: (a: Texts, b: Texts): boolean => sameItem(a, b) && a.keyPoint === b.keyPoint,
  };
  for (const field of ['item', 'keyPoint'] as const) {
    let first = 0;
    rows.forEach((row, i) => {
      const next = rows[i + 1];
      if (next && same[field](row, next)) return;
      if (row[field] !== '') blocks.push({ field, first, last: i });
      first = i + 1;
    });
  }
  return blocks;
}

/**
 * Rows under a merged cell share what its text needs beyond what they already have.
 * @param heights in points, by row
 * @param needs of merged cells: rows first..last (indexes) and the height that the text takes
 */
export function raiseForMerged(
  heights: readonly number[],
  needs: readonly { readonly first: number; readonly last: number; readonly height: number }[],
): readonly number[] {
  const raised = [...heights];
  for (const { first, last, height } of needs) {
    const present = raised.slice(first, last + 1).reduce((sum, each) => sum + each, 0);
    const each = Math.ceil((height - present) / (last - first + 1));
    for (let i = first; each > 0 && i <= last; i += 1) raised[i] = Math.min(greatestHeight, raised[i]! + each);
  }
  return raised;
}

/** Decides widths, heights and merges of the table from its texts. */
export function layOut(rows: readonly Texts[]): Layout {
  const { width } =
    narrativeTries.find(({ width, leastSize }) => rows.every(row => fits(row.narrative, width, leastSize))) ??
    narrativeTries.at(-1)!;
  const widths = { ...fixedWidths, narrative: width };
  const narrativeSizes = rows.map(
    row => smallerSizes.find(size => fits(row.narrative, width, size)) ?? smallerSizes.at(-1)!,
  );
  const alone = ['step', 'unit', 'checkMonths', 'result', 'narrative', 'evidence', 'remarks'] as const;
  const needs = rows.map((row, i) =>
    alone.map(field => ({
      field,
      height: heightOf(row[field], widths[field], field === 'narrative' ? narrativeSizes[i]! : fontSize),
    })),
  );
  const own = needs.map(cells => Math.min(greatestHeight, Math.max(leastHeight, ...cells.map(cell => cell.height))));
  const blocks = blocksOf(rows);
  return {
    widths,
    blocks,
    narrativeSizes,
    heights: raiseForMerged(
      own,
      blocks.map(({ field, first, last }) => ({
        first,
        last,
        height: heightOf(rows[first]![field], fixedWidths[field], fontSize),
      })),
    ),
    clipped: needs.flatMap((cells, index) =>
      cells.filter(cell => cell.height > greatestHeight).map(({ field }) => ({ index, field })),
    ),
  };
}
