import { type Column, type Placed, type Repair, type TextColumn, textColumns } from './cells.ts';
import { isFragmented, type SlotLine } from './cut-cells.ts';
import { endsSentence, goesOn } from './join.ts';
import type { Piece } from './pieces.ts';
import { alignLine, type SlotMap, type SlotPiece } from './slots.ts';
import { stretchesOf } from './stretches.ts';
import { solid } from './width.ts';
import { isTextColumn } from './widths.ts';

type Aligned = ReturnType<typeof alignLine>;

/**
 * Tells which cell each piece of a divided table belongs to. Tabs and bars show what stands side by side, but cells on
 * the left get lost, columns shift from page to page, and a line may be a whole row or just one printed line of it.
 */
export function placeDivided(
  lines: readonly SlotLine[],
  columns: readonly Column[],
): { placed: readonly Placed[]; lost: readonly Piece[] } {
  const fragmented = isFragmented(lines);
  const placing = new Placing(fragmented, columns);
  const lost: Piece[] = [];
  for (const { lines: stretch, map } of stretchesOf(lines, columns)) {
    const isWider = fragmented && (stretch[0]?.width ?? 0) > columns.length;
    const settled = isWider ? placeStrays(stretch, map) : { lines: stretch, lost: [] };
    for (const line of settled.lines) placing.line(line, map);
    for (const { piece } of settled.lost) lost.push(piece);
  }
  placing.end();
  return { placed: placing.placed, lost };
}

/**
 * Text in a slot that is no column of the table was recognised out of its place, often again and again while the lines go
 * on. Of what carries a mark the last printing is kept, behind the line where it stands; the rest is told as lost.
 */
function placeStrays(
  stretch: readonly SlotLine[],
  map: SlotMap,
): { lines: readonly SlotLine[]; lost: readonly SlotPiece[] } {
  const isStray = ({ slot }: SlotPiece): boolean => slot !== null && !map.has(slot);
  const lost: SlotPiece[] = [];
  const lines = stretch.flatMap((line, i) => {
    const strays = line.pieces.filter(isStray);
    if (strays.length === 0) return [line];
    const marked = strays.findLastIndex(({ piece }) => piece.level !== null);
    const text = solid(strays[marked]?.piece.text ?? '');
    const again = stretch
      .slice(i + 1, i + 4)
      .some(other => other.pieces.some(part => isStray(part) && solid(part.piece.text) === text));
    const isKept = (part: SlotPiece, at: number): boolean =>
      marked >= 0 && !again && (at === marked || (at < marked && part.piece.kind !== 'text'));
    lost.push(...strays.filter((part, at) => !isKept(part, at)));
    const placeless = strays.filter(isKept).map(({ piece }) => ({
      ...line,
      pieces: [{ piece, slot: null }],
      odd: false,
      loose: true,
    }));
    return [{ ...line, pieces: line.pieces.filter(part => !isStray(part)) }, ...placeless];
  });
  return { lines, lost };
}

class Placing {
  readonly #fragmented: boolean;
  readonly #columns: readonly Column[];
  readonly placed: Placed[] = [];
  readonly #open: Record<TextColumn, Piece | null> = { item: null, keyPoint: null, step: null };
  /** Deadlines of the row, and those that were printed before the step that they belong to. */
  #deadline = '';
  #early: Piece[] = [];
  #served = false;
  #begunStep: Piece | null = null;
  /** The number of the last key point, and whether it began anew though no item did. */
  #keyPoint = 0;
  #orphaned = false;

  constructor(fragmented: boolean, columns: readonly Column[]) {
    this.#fragmented = fragmented;
    this.#columns = columns;
  }

  line({ pieces, loose }: SlotLine, map: SlotMap): void {
    const aligned = alignLine(pieces, this.#columns, map, (piece, column) => this.#fit(piece, column));
    const begun = new Set<Column>();
    for (const [i, { piece, column, shifted }] of aligned.entries()) {
      if (isTextColumn(column) && aligned[i - 1]?.column === column) {
        this.#text(piece, column, false, null);
        continue;
      }
      if (!isTextColumn(column)) {
        this.#beside(piece, column, shifted, begun);
        continue;
      }
      const begins = this.#begins(piece, column, begun, aligned);
      const late = begins && this.#isLate(piece, column);
      if (begins && !late) begun.add(column);
      this.#text(piece, column, begins, this.#repairOf(piece, column, begins, shifted, loose), late);
    }
  }

  end(): void {
    for (const piece of this.#early) this.#put(piece, 'deadline', true, null);
    this.#early = [];
  }

  /** What speaks for and against a text without a mark going on in a column. */
  #fit({ level, kind }: Piece, column: Column): number {
    if (level !== null || kind !== 'text' || !isTextColumn(column)) return 0;
    const open = this.#open[column];
    if (!open) return 0.3;
    if (endsSentence(open.text)) return 0.6;
    return column === 'item' ? 0.1 : goesOn(open.text) ? -0.5 : -0.3;
  }

  #begins(piece: Piece, column: TextColumn, begun: ReadonlySet<Column>, aligned: Aligned): boolean {
    const open = this.#open[column];
    const depth = textColumns.indexOf(column);
    if (!open || piece.level === depth) return true;
    if (piece.level !== null) return column !== 'step' || begun.has('keyPoint');
    const further = textColumns.slice(0, depth).some(left => begun.has(left));
    if (further) return !goesOn(open.text) || column === 'step' || !this.#fragmented;
    if (column === 'item') return this.#orphaned;
    const whole = endsSentence(open.text);
    if (column === 'keyPoint')
      return whole && (!this.#fragmented || aligned.some(other => other.piece.kind !== 'text'));
    if (this.#early.some(({ guessed }) => !guessed)) return true;
    const deadline = aligned.some(other => other.column === 'deadline');
    if (deadline && this.#deadlineIsWhole() && whole) return true;
    return !this.#fragmented && whole && this.#served;
  }

  #restarts({ level, mark }: Piece): boolean {
    return level === 1 && mark?.ordinal === 1 && this.#keyPoint > 1;
  }

  #deadlineIsWhole(): boolean {
    return this.#deadline !== '' && !/[、,，及和]$/.test(this.#deadline);
  }

  #repairOf(piece: Piece, column: TextColumn, begins: boolean, shifted: boolean, loose: boolean): Repair | null {
    const open = this.#open[column];
    if (loose) return 'text_outside_joined';
    const marked = piece.level !== null;
    if (begins && !marked && open && this.#fragmented && column !== 'step') return 'text_lost';
    if (begins && !marked && this.#early.length > 0) return 'text_lost';
    if (begins && column === 'keyPoint' && this.#restarts(piece) && open) return 'text_lost';
    if (begins && marked && piece.mark?.rest === '') return 'text_lost';
    if (begins && marked && open && goesOn(open.text) && open.line < piece.line) return 'text_lost';
    if (!begins && !this.#fragmented && !marked) return 'text_cell_resumed';
    return shifted ? 'text_cell_shifted' : null;
  }

  /** The first line of a heading was lost: what is left of it came after what stands beside it. */
  #isLate(piece: Piece, column: TextColumn): boolean {
    if (!this.#fragmented || piece.level !== null) return false;
    if (column === 'item') return this.#orphaned;
    const step = this.#open.step;
    return (
      column === 'keyPoint' &&
      step !== null &&
      step.level === null &&
      step === this.#begunStep &&
      piece.line - step.line <= 2
    );
  }

  #text(piece: Piece, column: TextColumn, begins: boolean, repair: Repair | null, late = false): void {
    this.placed.push({ piece, column, begins, repair, ...(late ? { late } : {}) });
    this.#open[column] = piece;
    if (late) this.#orphaned = false;
    if (!begins || late) return;
    if (column === 'step') this.#begunStep = piece;
    if (column === 'keyPoint') {
      this.#orphaned = this.#restarts(piece) && this.#keyPoint > 0;
      this.#keyPoint = piece.level === 1 ? piece.mark!.ordinal : this.#keyPoint;
    }
    if (column === 'item') {
      this.#keyPoint = this.#orphaned ? this.#keyPoint : 0;
      this.#orphaned = false;
    }
    if (column !== 'step') this.#open.step = null;
    if (column === 'item') this.#open.keyPoint = null;
    this.#deadline = '';
    this.#served = false;
    if (column !== 'step') return;
    for (const early of this.#early) {
      this.#put(early, 'deadline', true, null);
      this.#deadline += early.text;
    }
    this.#early = [];
  }

  #beside(piece: Piece, column: Column, shifted: boolean, begun: ReadonlySet<Column>): void {
    if (column === 'deadline') {
      const stray = begun.size === 0 && this.#deadlineIsWhole();
      if (stray || (this.#early.length > 0 && !begun.has('step'))) {
        this.#early.push(piece);
        return;
      }
      this.#deadline += piece.text;
    } else this.#served = true;
    this.#put(piece, column, true, shifted ? 'text_cell_shifted' : null);
  }

  #put(piece: Piece, column: Column, begins: boolean, repair: Repair | null): void {
    this.placed.push({ piece, column, begins, repair });
  }
}
