import type { Place } from '../document.ts';
import { withoutFurniture } from './furniture.ts';
import { type Part, partsOf } from './page.ts';
import { proseRoom } from './prose-room.ts';
import { goesOnIn, withSequel } from './sequel.ts';
import type { PageLine, Sketch } from './sketch.ts';
import { roomIn, type Table, type TableCell, tableOf } from './table.ts';
import { isFull, textOf } from './wrapping.ts';

/** A block as it crosses from one thread to another: values only. */
export type PlainBlock = PlainParagraph | PlainTable;

export interface PlainParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: Place;
  readonly indent: number;
  readonly full: boolean;
}

export interface PlainTable {
  readonly kind: 'table';
  readonly place: Place;
  /** Rows and columns count from 1. */
  readonly cells: readonly {
    readonly text: string;
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly places: readonly (readonly [row: number, place: Place])[];
}

/** The paragraphs' lines and the tables of all pages, in reading order. */
export function blocksOf(pages: readonly Sketch[]): readonly PlainBlock[] {
  const lineAt = new Map(pages.map(page => [page.page, page.lineAt]));
  const placeOf = (page: number, baseline: number): Place => ({ page, line: lineAt.get(page)!(baseline) });
  const flow: (PageLine | Table)[] = [];
  let before: readonly Part[] = [];
  for (const page of withoutFurniture(pages)) {
    const last = before.at(-1);
    before = partsOf(page, last?.kind === 'table' && last.gutters ? last : null);
    for (const part of before) addTo(flow, part);
  }
  const lines = flow.filter(part => part.kind === 'line');
  const margin = lines.reduce((least, { left }) => Math.min(least, left), 1e6);
  const roomOf = proseRoom(lines, pages);
  return flow.map((part, i) => {
    if (part.kind === 'table') return tableBlock(part, placeOf);
    const next = flow[i + 1];
    const full = next?.kind === 'line' && isFull(part, next, roomOf(part));
    return { ...paragraphOf(part, margin, placeOf), full };
  });
}

/** A table that goes on from the page before, or from just above, is one with that. */
function addTo(flow: (PageLine | Table)[], part: Part): void {
  const last = flow.at(-1);
  if (part.kind === 'line') flow.push(part);
  else if (last?.kind === 'table' && part.page - last.lastPage <= 1 && goesOnIn(last, part))
    flow[flow.length - 1] = withSequel(last, part);
  else flow.push(tableOf(part));
}

type PlaceOf = (page: number, baseline: number) => Place;

const paragraphOf = ({ text, left, size, page, baseline }: PageLine, margin: number, placeOf: PlaceOf) => ({
  kind: 'paragraph' as const,
  text,
  place: placeOf(page, baseline),
  indent: Math.max(0, Math.round((left - margin) / size)),
});

function tableBlock(table: Table, placeOf: PlaceOf): PlainTable {
  const roomOf = roomIn(table);
  const told = table.cells.filter(({ lines }) => lines.length > 0);
  const alone = new Map(
    [...Map.groupBy(told, ({ left }) => left)].map(([left, cells]) => [
      left,
      new Set(cells.filter(({ lines }) => lines.length === 1).map(({ lines }) => lines[0]!.text)),
    ]),
  );
  const places = new Map<number, Place>();
  for (const cell of told.toSorted(
    (a, b) => a.top - b.top || Number(isMerged(a)) - Number(isMerged(b)) || above(a, b),
  )) {
    const [first] = cell.lines;
    if (first && !places.has(cell.top + 1)) places.set(cell.top + 1, placeOf(first.page, first.baseline));
  }
  return {
    kind: 'table',
    place: [...places.values()][0] ?? { page: table.page },
    cells: told.map(cell => ({
      text: textOf(cell.lines, { room: roomOf(cell), alone: alone.get(cell.left)! }),
      top: cell.top + 1,
      left: cell.left + 1,
      bottom: cell.bottom + 1,
      right: cell.right + 1,
    })),
    places: [...places],
  };
}

const isMerged = ({ top, bottom }: TableCell): boolean => bottom > top;
const above = (a: TableCell, b: TableCell): number =>
  a.lines[0]!.page - b.lines[0]!.page || a.lines[0]!.baseline - b.lines[0]!.baseline;
