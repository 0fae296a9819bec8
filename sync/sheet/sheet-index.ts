import { addressOf, type Range } from './address.ts';
import { indexMerges, indexRanges } from './merges.ts';
import type { Cell, ColumnSpan, DrawnBox, Row, Sheet, SheetState, Table, Validation } from './workbook.ts';

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
  readonly drawnBoxes?: () => readonly DrawnBox[];
}

export interface IndexedSheet {
  readonly sheet: Sheet;
  /** Cells that the file holds more than once. The last one with something in it counts. */
  readonly repeated: readonly Cell[];
}

/** Orders rows and cells and makes them fast to look up. */
export function indexSheet(content: SheetContent): IndexedSheet {
  const repeated: Cell[] = [];
  const rows = content.ordered ? content.rows : orderedRows(content.rows, repeated);
  const row = (number: number): Row | undefined => find(rows, number, rowOf);
  const cell = (number: number, column: number): Cell | undefined => find(row(number)?.cells, column, columnOf);
  const mergeAt = atFirstUse(() => indexMerges(content.merges));
  const { notes, links, choicesAt, ordered, ...rest } = content;
  const noteTexts = memo(notes);
  const validation = atFirstUse(() =>
    indexRanges(content.validations.flatMap(v => v.ranges.map(range => [range, v] as const))),
  );
  const sheet: Sheet = {
    ...rest,
    rows,
    row,
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
    isRowHidden: number => row(number)?.hidden ?? false,
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

const rowOf = ({ row }: Row): number => row;
const columnOf = ({ column }: Cell): number => column;

/** Each row once, ascending, with its cells so too; the very list that came in when it is like that, as nearly all are. */
function orderedRows(rows: readonly Row[], repeated: Cell[]): readonly Row[] {
  const each = rows.every(({ cells }) => ascends(cells, columnOf))
    ? rows
    : rows.map(row => withOrderedCells(row, repeated));
  if (ascends(each, rowOf)) return each;
  const byNumber = new Map<number, Row>();
  for (const row of each) {
    const earlier = byNumber.get(row.row);
    const joined = earlier ? { ...row, cells: [...earlier.cells, ...row.cells] } : row;
    byNumber.set(row.row, withOrderedCells(joined, repeated));
  }
  return [...byNumber.values()].sort((a, b) => a.row - b.row);
}

function ascends<T>(list: readonly T[], key: (item: T) => number): boolean {
  for (let i = 1; i < list.length; i++) if (key(list[i]!) <= key(list[i - 1]!)) return false;
  return true;
}

function withOrderedCells(row: Row, repeated: Cell[]): Row {
  if (ascends(row.cells, columnOf)) return row;
  const cells: Cell[] = [];
  for (const cell of row.cells.toSorted((a, b) => a.column - b.column)) {
    const earlier = cells.at(-1);
    if (earlier?.column !== cell.column) cells.push(cell);
    else {
      repeated.push(cell);
      if (cell.value.kind !== 'blank' || earlier.value.kind === 'blank') cells[cells.length - 1] = cell;
    }
  }
  return { ...row, cells };
}

/** Looks up in an ascending list. */
function find<T>(list: readonly T[] | undefined, wanted: number, key: (item: T) => number): T | undefined {
  let [low, high] = [0, (list?.length ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = key(list![middle]!);
    if (found === wanted) return list![middle];
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
