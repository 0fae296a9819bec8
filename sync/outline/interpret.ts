import { parseGluedMark, parseMark } from '../model/index.ts';
import { type Segment, splitCell } from './cell-outline.ts';
import type { Draft, DraftPlan } from './draft.ts';
import { type Counting, countingOf } from './glued-marks.ts';
import type { Grid, GridCell } from './grid.ts';
import { Ladder, type Placed } from './ladder.ts';
import type { Section } from './layout.ts';
import { excerpt, inform, type Note, warn } from './note.ts';
import { isOutside } from './outside.ts';
import { bandOf, isErrorValue, type MarkTargets, markBeside, markTargets, type RowView, viewRow } from './row-view.ts';
import { sayBeside } from './say-beside.ts';
import { namesIn } from './unit-cells.ts';

/**
 * Reads the rows under the headings into a tree. A text begins a node; a cell without own text, merged or left blank,
 * goes on with the node above; what stands beside the deepest own text of a row is said of that text.
 * @param preamble texts above the table, which may come again at page breaks
 */
export function interpret(grid: Grid, sections: readonly Section[], preamble: ReadonlySet<string>): DraftPlan {
  const reading = new TableReading();
  for (const section of sections) {
    const views = section.rows
      .map(({ row }) => viewRow(grid, section, row))
      .filter(({ cells }) => !cells.every(cell => preamble.has(cell.text)));
    reading.read(views);
  }
  return { items: reading.items, notes: reading.notes };
}

interface Said {
  readonly text: string;
  /** From a column of its own. */
  readonly label: string | null;
}

class TableReading {
  readonly items: Draft[] = [];
  readonly notes: Note[] = [];
  readonly #bands = new Ladder(this.items);
  #ladders: readonly Ladder[] = [];
  /** What the last cell of each text column said, to know a heading that is merely printed again. */
  #said: (Said | null)[] = [];
  #countings: readonly Counting[] = [];
  #targets: readonly Draft[] = [];
  #latest: Draft | null = null;
  #known: ReadonlySet<string> = new Set();
  #previousRow = 0;
  #closed = false;

  read(views: readonly RowView[]): void {
    const columns = views[0]?.texts.length ?? 0;
    if (this.#ladders.length !== columns) {
      this.#ladders = Array.from({ length: columns }, () => new Ladder(this.items));
      this.#said = [];
    }
    this.#countings = Array.from({ length: columns }, (_, i) =>
      countingOf(views.flatMap(({ texts }) => texts[i]?.own?.text ?? [])),
    );
    const units = views.flatMap(view => view.beside(column => column.field === 'unit').map(({ cell }) => cell.text));
    this.#known = new Set([...this.#known, ...namesIn(units)]);
    const marks = markTargets(views);
    this.#closed = false;
    // Headings that are printed again are no gap in the table.
    this.#previousRow = Math.max(this.#previousRow, views[0]?.section.headingBottom ?? 0);
    for (const [i, view] of views.entries()) this.#readRow(view, views[i + 1] ?? null, marks);
  }

  #readRow(view: RowView, next: RowView | null, marks: MarkTargets): void {
    const around = {
      previousRow: this.#previousRow || view.row - 1,
      next,
      itemsAreMarked: this.items.some(item => item.kind !== null),
      closed: this.#closed,
    };
    this.#previousRow = Math.max(this.#previousRow, view.row, ...view.cells.map(cell => cell.bottom));
    this.#noteErrors(view);
    if (isOutside(view, around)) {
      this.#closed = true;
      const text = excerpt(view.cells.map(cell => cell.text).join(' '));
      this.notes.push(inform('row_outside', { text }, { at: { row: view.row, column: view.cells[0]!.left } }));
      return;
    }
    this.#closed = false;
    const band = bandOf(view);
    const placed = band
      ? this.#placeBand(view, band)
      : this.#continues(view)
        ? []
        : this.#placeTexts(view, next, marks);
    if (placed.length > 0) this.#targets = placed.filter(({ top }) => top).map(({ draft }) => draft);
    this.notes.push(...sayBeside(view, this.#targets, placed.length > 0, this.#known));
  }

  #noteErrors({ row, cells }: RowView): void {
    for (const { text, left } of cells) {
      if (isErrorValue(text)) this.notes.push(warn('cell_error', { text }, { at: { row, column: left } }));
    }
  }

  /** A heading over all columns: an item of the first column, or of a level of its own where no column holds items. */
  #placeBand(view: RowView, cell: GridCell): readonly Placed[] {
    const holdsItems = view.texts[0]?.column.field === 'item';
    const ladder = holdsItems ? this.#ladders[0]! : this.#bands;
    this.#resetAfter(holdsItems ? 0 : -1);
    return this.#place(
      ladder,
      splitCell(cell.text, () => false),
      null,
      cell,
      false,
    );
  }

  #resetAfter(column: number): void {
    for (const [i, ladder] of this.#ladders.entries()) {
      if (i <= column) continue;
      ladder.reset();
      this.#said[i] = null;
    }
  }

  /** A text that broke off in the row above and goes on here, as at the end of a page. */
  #continues({ row, texts, cells, section }: RowView): boolean {
    const own = texts.filter(text => text.own !== null);
    const last = texts.at(-1);
    const before = this.#latest;
    if (own.length !== 1 || own[0] !== last || !last?.own || !before || cells.length > 1) return false;
    const apart = parseMark(last.own.text) !== null || /[。；;.！？!?：:」）)]$/.test(before.text);
    const afterHeading = section.rows[0]?.row === row;
    const likely = afterHeading || (texts.length > 1 && before.kind !== null);
    if (apart || !likely || before.source.column !== last.own.left) return false;
    before.text += splitCell(last.own.text, () => false)[0]?.text ?? '';
    const place = { at: { row, column: last.own.left }, draft: before };
    this.notes.push(warn('row_joined', { text: excerpt(last.own.text) }, place));
    return true;
  }

  #placeTexts(view: RowView, next: RowView | null, marks: MarkTargets): readonly Placed[] {
    let placed: readonly Placed[] = [];
    for (const [i, { column, own }] of view.texts.entries()) {
      if (!own) continue;
      const deeper = view.texts.slice(i + 1).some(text => text.own !== null);
      const text = own.text
        .trimEnd()
        .replace(/[(（]續(?:上頁)?[)）]$/, '')
        .trimEnd();
      const mark = markBeside(view, marks, column.column);
      const said = this.#said[i];
      if (deeper && said?.text === text && (mark === null || mark.label === said.label)) continue;
      const segments = this.#segmentsOf(i, text, next);
      const [first] = segments;
      const numbered = mark && first && first.mark === null ? [{ ...first, mark }, ...segments.slice(1)] : segments;
      const base = this.#baseOf(i);
      placed = this.#place(this.#ladders[i]!, numbered, base, own, view.texts.length === 1);
      this.#noteMissingParent(view, i, placed[0]?.draft);
      this.#resetAfter(i);
      this.#said[i] = { text, label: mark?.label ?? null };
    }
    return placed;
  }

  #segmentsOf(i: number, text: string, next: RowView | null): readonly Segment[] {
    const following = next?.texts[i]?.own?.text ?? '';
    const ahead = (parseMark(following) ?? parseGluedMark(following))?.ordinal;
    const ladder = this.#ladders[i]!;
    const { digits, compound } = this.#countings[i]!;
    const isFirst = (ordinal: number): boolean => digits && ordinal === 1 && ladder.tip === null;
    return splitCell(text, ordinal => ladder.expects(ordinal) || ahead === ordinal + 1 || isFirst(ordinal), compound);
  }

  #baseOf(i: number): Draft | null {
    return this.#ladders.slice(0, i).findLast(ladder => ladder.tip)?.tip ?? this.#bands.tip;
  }

  /** The text has nothing above it in a column that other rows use: its level is a guess. */
  #noteMissingParent(view: RowView, i: number, draft: Draft | undefined): void {
    const missing = view.texts.slice(0, i).find((_, left) => !this.#ladders[left]!.tip);
    const covered =
      missing && view.cells.some(({ left, right }) => left < missing.column.column && right >= missing.column.column);
    if (!missing || covered || !draft) return;
    const place = { at: { row: view.row, column: missing.column.column }, draft };
    this.notes.push(warn('parent_missing', { heading: missing.column.heading }, place));
  }

  #place(ladder: Ladder, segments: readonly Segment[], base: Draft | null, cell: GridCell, paragraphs: boolean) {
    const at = { row: cell.top, column: cell.left };
    const placed = ladder.place(segments, base, at, paragraphs);
    for (const [i, { draft, outOfPlace }] of placed.entries()) {
      if (outOfPlace) this.notes.push(warn('mark_unexpected', { label: draft.label ?? '' }, { at, draft }));
      if (segments[i]?.guessed) this.notes.push(inform('mark_guessed', { label: draft.label ?? '' }, { at, draft }));
    }
    this.#latest = placed.at(-1)?.draft ?? this.#latest;
    return placed;
  }
}
