import { addressOf, type Range } from './address.ts';
import { indexMerges, indexRanges } from './merges.ts';
import type { Cell, ColumnSpan, Row, Sheet, SheetState, Table, Validation } from './workbook.ts';

/** What a reader found on a sheet, in the order of its file. */
export interface SheetContent {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
  readonly rows: readonly Row[];
  /** The format does not let rows and cells come twice or out of order; they are not looked at before they are asked for. */
  readonly ordered?: true;
  readonly merges: readonly Range[];
  readonly columns: readonly ColumnSpan[];
  readonly validations: readonly Validation[];
  /** The choices of a list in one of its cells, where they depend on the cell; without it every cell has those of the list. */
  readonly choicesAt?: (validation: Validation, row: number, column: number) => readonly string[] | null;
  readonly tables: readonly Table[];
  /** Texts of notes and targets of links by address, each gathered at its first use. */
  readonly notes: () => ReadonlyMap<string, string>;
  readonly links: () => readonly (readonly [Range, string])[];
  readonly protected: boolean;
}

export interface IndexedSheet {
  readonly sheet: Sheet;
  /** Cells that the file holds more than once. The last one with something in it counts. */
  readonly repeated: readonly Cell[];
}

/** Orders rows and cells and makes them fast to look up. */
export function indexSheet(content: SheetContent): IndexedSheet {
  const repeated: Cell[] = [];
  const byNumber = new Map<number, Row>();
  for (const row of content.rows) {
    if (content.ordered) {
      byNumber.set(row.row, row);
      continue;
    }
    const earlier = byNumber.get(row.row);
    byNumber.set(
      row.row,
      withOrderedCells(earlier ? { ...row, cells: [...earlier.cells, ...row.cells] } : row, repeated),
    );
  }
  const rows = content.ordered ? content.rows : ascending([...byNumber.values()], row => row.row);
  const cell = (row: number, column: number): Cell | undefined => findCell(byNumber.get(row)?.cells, column);
  const mergeAt = atFirstUse(() => indexMerges(content.merges));
  const { notes, links, choicesAt, ordered, ...rest } = content;
  const noteTexts = memo(notes);
  const validation = atFirstUse(() =>
    indexRanges(content.validations.flatMap(v => v.ranges.map(range => [range, v] as const))),
  );
  const sheet: Sheet = {
    ...rest,
    rows,
    row: row => byNumber.get(row),
    cell,
    mergeAt,
    anchor: (row, column) => {
      const merge = mergeAt(row, column);
      return merge ? cell(merge.top, merge.left) : cell(row, column);
    },
    validationAt: (row, column) => {
      const found = validation(row, column);
      return found && choicesAt ? { ...found, choices: choicesAt(found, row, column) } : found;
    },
    noteAt: (row, column) => noteTexts().get(addressOf(row, column)),
    linkAt: atFirstUse(() => indexRanges(links())),
    isRowHidden: row => byNumber.get(row)?.hidden ?? false,
    isColumnHidden: column => content.columns.some(span => span.hidden && column >= span.from && column <= span.to),
  };
  return { sheet, repeated };
}

type Lookup<T> = (row: number, column: number) => T;

/** An index costs more than reading a small sheet, and most are never asked. */
function atFirstUse<T>(make: () => Lookup<T>): Lookup<T> {
  const made = memo(make);
  return (row, column) => made()(row, column);
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function ascending<T>(list: readonly T[], key: (item: T) => number): readonly T[] {
  const ordered = list.every((item, i) => i === 0 || key(item) > key(list[i - 1]!));
  return ordered ? list : [...list].sort((a, b) => key(a) - key(b));
}

function withOrderedCells(row: Row, repeated: Cell[]): Row {
  const sorted = ascending(row.cells, cell => cell.column);
  if (sorted === row.cells) return row;
  const cells: Cell[] = [];
  for (const cell of sorted) {
    const earlier = cells.at(-1);
    if (earlier?.column !== cell.column) cells.push(cell);
    else {
      repeated.push(cell);
      if (cell.value.kind !== 'blank' || earlier.value.kind === 'blank') cells[cells.length - 1] = cell;
    }
  }
  return { ...row, cells };
}

function findCell(cells: readonly Cell[] | undefined, column: number): Cell | undefined {
  let [low, high] = [0, (cells?.length ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells![middle]!;
    if (cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
