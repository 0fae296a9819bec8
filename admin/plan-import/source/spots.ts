import type { PlanSource, SourceBlock, SourceTable } from '../../../sync/model/index.ts';
import type { Source } from '../review.ts';

/*
 * The document and the tree beside each other: every paragraph and every cell of the document is a spot with a name of its own,
 * and every row of the tree began at one of them.
 */

export const textSpot = (block: number): string => `b${block}`;
export const cellSpot = (block: number, row: number, column: string): string => `b${block}r${row}${column}`;

/** Where something stands, as far as it is known. */
export type Place = { readonly [K in keyof Source]?: Source[K] | undefined };

export interface Spots {
  /** The spot of a place: itself, or the one that it stands in; null for a place that the document does not have. */
  readonly of: (place: Place) => string | null;
  /** All of them, in reading order. */
  readonly all: readonly string[];
}

interface Lined {
  readonly page: number;
  readonly line: number;
  /** Of the cell in a column; a paragraph has none. */
  readonly spotIn: (column: string | undefined) => string;
}

export function spotsOf({ blocks }: PlanSource): Spots {
  const lined: Lined[] = [];
  const tables = new Map<string, { readonly block: number; readonly table: SourceTable }>();
  const all: string[] = [];
  for (const [b, block] of blocks.entries()) {
    if (block.kind === 'text') {
      all.push(textSpot(b));
      lined.push({ page: block.page ?? 0, line: block.line ?? 0, spotIn: () => textSpot(b) });
      continue;
    }
    if (!tables.has(block.name)) tables.set(block.name, { block: b, table: block });
    for (const { row, page, line, cells } of block.rows) {
      all.push(...cells.map(({ column }) => cellSpot(b, row, column)));
      const [first] = cells;
      if (!first || line === undefined) continue;
      const spotIn: Lined['spotIn'] = column =>
        cellSpot(b, row, (cells.find(cell => cell.column === column) ?? first).column);
      lined.push({ page: page ?? 0, line, spotIn });
    }
  }
  const inTable = ({ sheet, row, column }: Place): string | null => {
    const found = tables.get(sheet ?? '');
    const there = found?.table.rows.findLast(one => one.row <= (row ?? 0));
    const cell = there?.cells.find(one => one.column === column) ?? there?.cells[0];
    return found && there && cell ? cellSpot(found.block, there.row, cell.column) : null;
  };
  const onLine = ({ page = 0, line = 0, column }: Place): string | null =>
    lined.findLast(one => one.page < page || (one.page === page && one.line <= line))?.spotIn(column) ?? null;
  return {
    of: place => (place.row === undefined ? null : inTable(place)) ?? (place.line === undefined ? null : onLine(place)),
    all,
  };
}

/** The rows of the tree that began at each spot, in their order. */
export function rowsBySpot(
  rows: readonly { readonly id: string }[],
  sources: Readonly<Record<string, Source>>,
  spots: Spots,
): ReadonlyMap<string, readonly string[]> {
  const bySpot = new Map<string, string[]>();
  for (const { id } of rows) {
    const spot = sources[id] ? spots.of(sources[id]) : null;
    if (spot === null) continue;
    const there = bySpot.get(spot);
    if (there) there.push(id);
    else bySpot.set(spot, [id]);
  }
  return bySpot;
}

/**
 * The row that a person means who points at a spot: the next of those that began there, and where none did the last that began
 * above, which the text there was taken into.
 */
export function rowAt(
  spot: string,
  spots: Spots,
  bySpot: ReadonlyMap<string, readonly string[]>,
  activeId: string | null,
): string | null {
  const here = bySpot.get(spot);
  if (here) return here[(here.indexOf(activeId ?? '') + 1) % here.length]!;
  const above = spots.all.slice(0, spots.all.indexOf(spot)).findLast(one => bySpot.has(one));
  return above === undefined ? null : bySpot.get(above)!.at(-1)!;
}

export type Slot =
  | { readonly kind: 'cell'; readonly cell: SourceTable['rows'][number]['cells'][number] }
  | { readonly kind: 'blank'; readonly column: string };

/** The cells of each row with blanks between them, so that columns stand under each other; what a merge covers is left out. */
export function slotsOf({ columns, rows }: SourceTable): readonly (readonly Slot[])[] {
  const coveredTo = new Map<string, number>();
  return rows.map(({ cells }, r) => {
    const slots: Slot[] = [];
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c]!;
      if ((coveredTo.get(column) ?? 0) > r) continue;
      const cell = cells.find(one => one.column === column);
      if (!cell) {
        slots.push({ kind: 'blank', column });
        continue;
      }
      slots.push({ kind: 'cell', cell });
      for (const covered of columns.slice(c, c + cell.across)) coveredTo.set(covered, r + cell.down);
      c += cell.across - 1;
    }
    return slots;
  });
}

export interface PagedBlock {
  readonly block: SourceBlock;
  readonly at: number;
  /** The page that begins with it; null within a page, and in documents without pages. */
  readonly newPage: number | null;
}

export function pagedBlocks({ blocks }: PlanSource): readonly PagedBlock[] {
  let page: number | undefined;
  return blocks.map((block, at) => {
    const [first, last] = block.kind === 'text' ? [block, block] : [block.rows[0], block.rows.at(-1)];
    const newPage = first?.page !== undefined && first.page !== page ? first.page : null;
    page = last?.page ?? page;
    return { block, at, newPage };
  });
}
