import type { Placed, Repair, TextColumn } from './cells.ts';
import { endsSentence, goesOn, mustContinue } from './join.ts';
import type { Piece } from './pieces.ts';
import { firstWidths, measuredWidths, type Widths } from './widths.ts';

/**
 * Tells which cell each line of a table belongs to when the table was printed line by line, cell after cell. No single
 * line says it: a line without a mark may go on with the step, or with a key point that the end of a page cut, or begin
 * a step that has no number. So several readings are followed side by side, each paying for what is unlikely in it
 * (a line wider than its column, a sentence that breaks off, a number out of turn), and the cheapest one is taken.
 */
export function placeFlow(pieces: readonly Piece[]): { placed: readonly Placed[]; widths: Widths } {
  const { rounds, readings } = pieces.length > manyPieces ? { rounds: 2, readings: 6 } : { rounds: 3, readings: 24 };
  let widths = firstWidths(pieces);
  let placed = follow(pieces, widths, readings);
  for (let round = 1; round < rounds; round++) {
    widths = measuredWidths(placed, widths);
    placed = follow(pieces, widths, readings);
  }
  return { placed, widths };
}

/** So many are on 100 pages; in what is longer fewer readings are followed, so that it ends in time. */
const manyPieces = 4000;

function follow(pieces: readonly Piece[], widths: Widths, readings: number): readonly Placed[] {
  let beam: readonly Reading[] = [start];
  for (const piece of pieces) {
    const next = beam.flatMap(reading => stepsOf(reading, piece, widths));
    beam = cheapest(next, readings);
  }
  const placed: Placed[] = [];
  let reading: Reading | null = beam[0] ?? null;
  for (; reading?.placed; reading = reading.before) placed.push(reading.placed);
  return placed.reverse();
}

/** One way to read the lines so far. */
interface Reading {
  readonly cost: number;
  readonly before: Reading | null;
  readonly placed: Placed | null;
  /** The last line of each cell that is open. */
  readonly open: Readonly<Record<TextColumn, Piece | null>>;
  /** The open cell of a column began with a mark, so that its further lines may hang. */
  readonly hangs: Readonly<Record<TextColumn, boolean>>;
  /** The number that each column counted to. */
  readonly counted: Readonly<Record<TextColumn, number>>;
  /** The column of the piece before. */
  readonly at: Placed['column'] | null;
  /** A unit was printed since the step began. */
  readonly served: boolean;
  /** Lines since a page may have ended go on from left to right in the cells that it cut. */
  readonly resuming: number | null;
}

const start: Reading = {
  cost: 0,
  before: null,
  placed: null,
  open: { item: null, keyPoint: null, step: null },
  hangs: { item: false, keyPoint: false, step: false },
  counted: { item: 0, keyPoint: 0, step: 0 },
  at: null,
  served: false,
  resuming: null,
};

/** Readings that differ in nothing that matters later are one. */
function cheapest(readings: readonly Reading[], most: number): readonly Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    const { open, at, served, counted, resuming } = reading;
    const key = `${open.item?.line},${open.keyPoint?.line},${open.step?.line},${at},${served},${counted.step},${resuming}`;
    const known = best.get(key);
    if (!known || known.cost > reading.cost) best.set(key, reading);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, most);
}

const columnAt: readonly TextColumn[] = ['item', 'keyPoint', 'step'];
const depth: Readonly<Record<TextColumn, number>> = { item: 0, keyPoint: 1, step: 2 };

function stepsOf(reading: Reading, piece: Piece, widths: Widths): readonly Reading[] {
  if (piece.kind === 'deadline') return [beside(reading, piece, 'deadline')];
  const steps: Reading[] = [];
  if (piece.kind === 'unit') steps.push(beside(reading, piece, 'unit'));
  const text = piece.kind === 'unit' ? 5 : 0;
  for (const column of columnAt) {
    const on = goOnCost(reading, piece, column, widths);
    if (on !== null) steps.push(goOn(reading, piece, column, on + text));
    const begin = beginCost(reading, piece, column, widths);
    if (begin !== null)
      steps.push(begins(reading, piece, column, begin + text + leftOpen(reading, piece, column, widths)));
  }
  return steps;
}

function beside(reading: Reading, piece: Piece, column: 'unit' | 'deadline'): Reading {
  const early = reading.at === 'keyPoint' ? 2 : reading.at === 'item' || reading.at === null ? 5 : 0;
  return {
    ...reading,
    cost: reading.cost + early,
    before: reading,
    placed: { piece, column, begins: true, repair: null },
    at: column,
    served: true,
    resuming: null,
  };
}

function goOn(reading: Reading, piece: Piece, column: TextColumn, cost: number): Reading {
  const direct = reading.at === column;
  const repair: Repair | null = direct
    ? null
    : column === 'step' && !piece.odd
      ? 'text_unit_early'
      : 'text_cell_resumed';
  const resuming = piece.odd || reading.resuming !== null ? depth[column] : null;
  return {
    ...reading,
    cost: reading.cost + cost,
    before: reading,
    placed: {
      piece,
      column,
      begins: false,
      repair: repair ?? (piece.cut && piece.level === null ? 'text_line_cut' : null),
    },
    open: { ...reading.open, [column]: piece },
    at: column,
    resuming,
  };
}

function begins(reading: Reading, piece: Piece, column: TextColumn, cost: number): Reading {
  const { open, counted } = reading;
  const ordinal = piece.mark?.ordinal ?? piece.glued ?? 0;
  const marked = piece.level === depth[column];
  const number = marked || piece.glued !== null ? ordinal : 0;
  return {
    cost: reading.cost + cost,
    before: reading,
    placed: {
      piece,
      column,
      begins: true,
      repair: marked || isExpectedLead(reading, column) ? null : 'text_begin_guessed',
    },
    open: {
      item: column === 'item' ? piece : open.item,
      keyPoint: column === 'keyPoint' ? piece : column === 'item' ? null : open.keyPoint,
      step: column === 'step' ? piece : null,
    },
    hangs: { ...reading.hangs, [column]: piece.mark !== null },
    counted: {
      item: column === 'item' ? number || counted.item : counted.item,
      keyPoint: column === 'keyPoint' ? number || counted.keyPoint : column === 'item' ? 0 : counted.keyPoint,
      step: column === 'step' ? number : 0,
    },
    at: column,
    served: false,
    resuming: null,
  };
}

/** A text without a number right behind its heading is nothing out of the way. */
const isExpectedLead = ({ at, open }: Reading, column: TextColumn): boolean =>
  (column === 'step' && at === 'keyPoint') || (column === 'keyPoint' && at === 'item') || open.item === null;

/** What it costs to take a line for the beginning of a cell; null where it cannot be one. */
function beginCost(reading: Reading, piece: Piece, column: TextColumn, widths: Widths): number | null {
  const { open, counted, at } = reading;
  if (column === 'step' && !open.item && !open.keyPoint) return null;
  if (piece.level === depth[column]) {
    const expected = piece.mark!.ordinal === counted[column] + 1;
    const orphan = column === 'keyPoint' && !open.item ? 2 : 0;
    return (expected ? 0 : piece.mark!.ordinal === 1 ? 1.5 : 2.5) + orphan + brokenOff(reading, piece);
  }
  if (column === 'step' && piece.glued !== null && piece.glued === counted.step + 1) {
    return counted.step > 0 || at === 'keyPoint' ? 1 : 3;
  }
  if (piece.level !== null && piece.level < 3) return null;
  if (mustContinue(piece.text)) return null;
  if (piece.level !== null) return column === 'step' && !open.step ? 2 : null;
  return unmarkedCost(reading, piece, column, widths);
}

/** The cells that end here for good, though they have no full stop where others of their column do. */
function leftOpen({ open, counted }: Reading, piece: Piece, column: TextColumn, widths: Widths): number {
  const isBelowTitle = column === 'step' && counted.step === 0 && piece.level === 2 && piece.mark?.ordinal === 1;
  if (isBelowTitle) return 0;
  const ended = columnAt.slice(depth[column]).map(right => ({ last: open[right], closed: widths[right].closed }));
  const broken = ended.filter(({ last, closed }) => last && closed > 0.6 && !endsSentence(last.text));
  return broken.length * 1.5;
}

/** A cell whose sentence is still open when another begins. */
const brokenOff = ({ at, open }: Reading, piece: Piece): number => {
  const last = at === 'item' || at === 'keyPoint' || at === 'step' ? open[at] : null;
  return last && goesOn(last.text) && !piece.odd ? 1 : 0;
};

function unmarkedCost(reading: Reading, piece: Piece, column: TextColumn, widths: Widths): number | null {
  const { open, at, counted } = reading;
  const hint = piece.odd ? -0.7 : 0;
  if (column === 'item') return open.item === null ? 0.2 : at === 'unit' && counted.item === 0 ? 4 : null;
  if (column === 'keyPoint') {
    if (at !== 'item') return at === 'unit' && counted.keyPoint === 0 && counted.item === 0 ? 5 : null;
    const whole = goesOn(open.item!.text) ? 3 : 0;
    return (counted.item === 0 ? 1.2 : 6) + whole + hint + (tooWide(piece, widths.item.below) ? -1 : 0);
  }
  const wide = widths.keyPoint.below;
  if (at === 'keyPoint' && !open.step) {
    const key = open.keyPoint!;
    const ended = endsSentence(key.text) ? 0 : goesOn(key.text) ? 4 : 2.5;
    return 1 + ended + hint + (tooWide(piece, wide) ? -1 : 0.7);
  }
  if (at === 'item') return 4 + hint;
  if (at !== 'step') return (counted.step > 0 ? 5.5 : 2.5) + (open.step && !endsSentence(open.step.text) ? 2 : 0);
  return 7;
}

/** A comma or a full stop may hang over the edge. */
const reach = ({ text, width }: Piece): number => width - (/[，。、；：,]$/.test(text) ? 2 : 0);
const tooWide = (piece: Piece, width: number): boolean => reach(piece) > width + 2;

/** What it costs to take a line for one more of the cell of a column; null where none is open. */
function goOnCost(reading: Reading, piece: Piece, column: TextColumn, widths: Widths): number | null {
  const last = reading.open[column];
  if (!last) return null;
  if (piece.level !== null && piece.level >= 3)
    return column === 'step' ? (reading.at === 'step' || piece.odd ? 0 : 1) : null;
  const marked = piece.level === null ? 0 : 5;
  const { first, below } = widths[column];
  const width = reading.hangs[column] ? below : Math.max(first, below);
  const over = tooWide(piece, width) ? 4 + Math.min(8, (reach(piece) - width) / 4) : 0;
  const full = last.level === depth[column] ? first : width;
  return (
    marked +
    over +
    (reading.at === column
      ? directCost(last, piece, column, full, widths[column].closed)
      : resumeCost(reading, piece, column, last, full) + habit(last, widths[column].closed))
  );
}

/** How far a line may stay below the width of its column though it was wrapped: a hanging indent takes some of it. */
const slack: Readonly<Record<TextColumn, number>> = { item: 5, keyPoint: 5, step: 8 };

function directCost(last: Piece, piece: Piece, column: TextColumn, width: number, closed: number): number {
  if (mustContinue(piece.text) || goesOn(last.text)) return 0;
  const short = last.width < width - slack[column];
  if (!short) return endsSentence(last.text) ? 0.3 + closed : 0;
  if (endsSentence(last.text)) return 2;
  return column === 'step' ? 0.6 : column === 'item' ? 1.2 : 2.2;
}

/** Where the cells of a column usually end with a full stop, one without is likely to go on. */
const habit = (last: Piece, closed: number): number =>
  endsSentence(last.text) ? 0 : closed > 0.6 ? -0.7 : closed < 0.3 ? 0.5 : 0;

/** The line goes on with a cell though others were printed since: usual where a page ended, odd elsewhere. */
function resumeCost(
  { resuming, at, served }: Reading,
  piece: Piece,
  column: TextColumn,
  last: Piece,
  width: number,
): number {
  const page = piece.odd || resuming !== null;
  const backwards = resuming !== null && resuming > depth[column] ? 4 : 0;
  const whole = endsSentence(last.text) ? 3 : goesOn(last.text) ? -0.5 : 0;
  const short =
    endsSentence(last.text) || width === Number.POSITIVE_INFINITY
      ? 0
      : Math.min(2.5, Math.max(0, width - last.width - 2) / 4);
  const full = column !== 'step' && !endsSentence(last.text) && reach(last) >= width - 1 ? -0.5 : 0;
  const early = column === 'step' && served && (at === 'unit' || at === 'deadline') ? -0.5 : 0;
  return (page ? 1 : 3) + backwards + whole + short + full + early;
}
