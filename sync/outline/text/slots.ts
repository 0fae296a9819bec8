import type { Column } from './cells.ts';
import type { Piece } from './pieces.ts';

/** A piece with the place on its line that it came from: the number of its cell, or of the stretch of columns it began in. */
export interface SlotPiece {
  readonly piece: Piece;
  readonly slot: number | null;
}

/** Columns by the slot that they stand in, for one stretch of lines that were laid out alike. */
export type SlotMap = ReadonlyMap<number, Column>;

const levelColumn: readonly Column[] = ['item', 'keyPoint', 'step'];

/** The column that a piece belongs to by what it says; null where it says nothing. */
function ownColumn({ level, kind, mark }: Piece, columns: readonly Column[]): Column | null {
  if (kind === 'unit' && columns.includes('unit')) return 'unit';
  if (kind === 'deadline' && columns.includes('deadline')) return 'deadline';
  if (level === null || mark === null) return null;
  const column = levelColumn[Math.min(level, 2)]!;
  return columns.includes(column) ? column : (columns.filter(c => levelColumn.includes(c)).at(-1) ?? null);
}

/**
 * Which column each slot of a stretch holds, by what most of its cells say. Slots without a vote take the columns that
 * are left between their neighbours, from the right, because it is on the left that cells get lost; a slot more than there
 * are columns is none of the table.
 * @param alike lines of other stretches with as many cells
 */
export function slotMapOf(
  lines: readonly (readonly SlotPiece[])[],
  alike: readonly (readonly SlotPiece[])[],
  columns: readonly Column[],
): { map: SlotMap; score: number } {
  const votes = new Map<number, Map<Column, number>>();
  const vote = (pieces: readonly SlotPiece[], weight: number): void => {
    for (const { piece, slot } of pieces) {
      if (slot === null) continue;
      const own = ownColumn(piece, columns);
      const ballot = votes.get(slot) ?? new Map<Column, number>();
      if (own) ballot.set(own, (ballot.get(own) ?? 0) + weight);
      votes.set(slot, ballot);
    }
  };
  for (const line of lines) vote(line, 1);
  for (const line of alike) vote(line, elsewhere);
  const slots = [...votes.keys()].sort((a, b) => a - b);
  return bestMonotone(slots, columns, (slot, column) => votes.get(slot)?.get(column) ?? 0);
}

/** What lines of other pages with as many cells count for. */
const elsewhere = 0.02;

/** The assignment of slots to ever further columns that wins most votes. */
function bestMonotone(
  slots: readonly number[],
  columns: readonly Column[],
  votes: (slot: number, column: Column) => number,
): { map: SlotMap; score: number } {
  interface Way {
    readonly score: number;
    readonly chosen: readonly (readonly [slot: number, column: number])[];
  }
  let ways: readonly Way[] = [{ score: 0, chosen: [] }];
  for (const slot of slots) {
    const next = new Map<number, Way>();
    const offer = (last: number, way: Way): void => {
      if (way.score > (next.get(last)?.score ?? Number.NEGATIVE_INFINITY)) next.set(last, way);
    };
    for (const way of ways) {
      const last = way.chosen.at(-1)?.[1] ?? -1;
      offer(last, { ...way, score: way.score - unusedSlot });
      for (let column = last + 1; column < columns.length; column++) {
        const score = way.score + votes(slot, columns[column]!) + column * 0.001;
        offer(column, { score, chosen: [...way.chosen, [slot, column]] });
      }
    }
    ways = [...next.values()];
  }
  const best = ways.reduce((a, b) => (b.score > a.score ? b : a));
  return { map: new Map(best.chosen.map(([slot, column]) => [slot, columns[column]!])), score: best.score };
}

const unusedSlot = 0.01;

const shiftCost = 1.5;

/** Puts the pieces of one line into ever further columns: by what they say, else by where they stand. */
export function alignLine(
  pieces: readonly SlotPiece[],
  columns: readonly Column[],
  map: SlotMap,
  fits: (piece: Piece, column: Column) => number,
): readonly { readonly piece: Piece; readonly column: Column; readonly shifted: boolean }[] {
  interface Way {
    readonly cost: number;
    readonly chosen: readonly number[];
  }
  let ways: readonly Way[] = [{ cost: 0, chosen: [] }];
  for (const { piece, slot } of pieces) {
    const own = ownColumn(piece, columns);
    const usual = slot === null ? null : (map.get(slot) ?? null);
    const next = new Map<number, Way>();
    for (const { cost, chosen } of ways) {
      for (let column = chosen.at(-1) ?? 0; column < columns.length; column++) {
        const name = columns[column]!;
        const again = column === chosen.at(-1) && !(name === 'step' && piece.level !== null) ? 4 : 0;
        const wrong = own === null ? strangerCost(name) : own === name ? 0 : 6;
        const shift = usual !== null && usual !== name ? shiftCost : 0;
        const total = cost + again + wrong + shift + fits(piece, name);
        if (total < (next.get(column)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(column, { cost: total, chosen: [...chosen, column] });
        }
      }
    }
    ways = [...next.values()];
  }
  const best = ways.reduce((a, b) => (b.cost < a.cost ? b : a));
  return pieces.map(({ piece, slot }, i) => {
    const column = columns[best.chosen[i]!]!;
    const usual = slot === null ? column : (map.get(slot) ?? column);
    return { piece, column, shifted: usual !== column && ownColumn(piece, columns) === null };
  });
}

/** A text that is no unit and no month in a column that holds nothing else. */
const strangerCost = (column: Column): number =>
  column === 'unit' || column === 'deadline' ? 6 : column === 'remarks' ? 1 : 0;
