import { type Marked, parseBareMark, parseMark } from '../../model/index.ts';
import type { Grid, GridCell, GridRow } from '../../outline/grid.ts';
import { markedOf } from './asked.ts';
import { choicesIn } from './choices.ts';
import type { Header } from './header.ts';
import { isLabel } from './labels.ts';
import type { Layout, Place } from './layout.ts';
import { isFiller, isFootnote, isSignOff, isTotal } from './outside-rows.ts';
import { stackedHeadings } from './stacked.ts';

/** A stretch of the table under one header. */
export interface Section {
  readonly header: Header;
  readonly layout: Layout;
  readonly rows: readonly GridRow[];
}

export type RowKind = 'asks' | 'header' | 'section' | 'total' | 'note' | 'signOff' | 'blank' | 'preamble' | 'outside';

/** A row that asks something, with the headings that it stands under. */
export interface AskingRow {
  readonly row: number;
  readonly layout: Layout;
  readonly item: Marked | null;
  readonly keyPoint: Marked | null;
  /** The cell whose text the row asks, and the one that holds its mark where that is another. */
  readonly asked: GridCell;
  readonly markCell: GridCell | null;
}

export interface TableRows {
  readonly asking: readonly AskingRow[];
  readonly kinds: ReadonlyMap<number, RowKind>;
}

/** What a person says of single rows. */
export interface RowWishes {
  readonly add: ReadonlySet<number>;
  readonly drop: ReadonlySet<number>;
}

export function readTable(
  grid: Grid,
  sections: readonly Section[],
  preamble: ReadonlySet<string>,
  wishes: RowWishes,
): TableRows {
  const reading = new TableReading(grid, preamble, wishes);
  for (const [i, section] of sections.entries()) reading.read(section, sections[i - 1], i < sections.length - 1);
  return { asking: reading.asking, kinds: reading.kinds };
}

const levels = ['item', 'keyPoint', 'step'] as const;
/** A finding is what a row asks where it stands in no other column. */
type Level = (typeof levels)[number] | 'finding';
const beside = ['units', 'checkMonths', 'finding', 'plannedDate'] as const;

interface Standing {
  readonly marked: Marked;
  readonly cell: GridCell;
}

/** A row of a section with what it shows in the columns that ask. */
interface View {
  readonly row: number;
  readonly cells: readonly GridCell[];
  /** Texts that begin in this row, by level. */
  readonly own: ReadonlyMap<Level, GridCell>;
}

class TableReading {
  readonly asking: AskingRow[] = [];
  readonly kinds = new Map<number, RowKind>();
  readonly #grid: Grid;
  readonly #preamble: ReadonlySet<string>;
  readonly #wishes: RowWishes;
  #item: Standing | null = null;
  #keyPoint: Standing | null = null;
  /** A footnote or the row to sign stands above, and no row of the table since. */
  #closedBy: 'note' | 'signOff' | null = null;
  /** Kinds of marks of headings in rows of their own, from the outermost. */
  #bands: (string | null)[] = [];
  #latest: GridCell | null = null;
  #kind: RowKind = 'outside';

  constructor(grid: Grid, preamble: ReadonlySet<string>, wishes: RowWishes) {
    this.#grid = grid;
    this.#preamble = preamble;
    this.#wishes = wishes;
  }

  read({ header, layout, rows }: Section, before: Section | undefined, goesOn: boolean): void {
    if (before && !sameTitles(before.header, header)) this.#setItem(null);
    this.#closedBy = null;
    const above = goesOn ? linesAboveNext(rows, layout) : new Set<number>();
    const asked = levels.filter(level => layout.fields.has(level));
    const stacked = asked.length === 1 ? stackedHeadings(layout, rows) : new Set<number>();
    for (let row = header.top; row <= header.bottom; row++) this.kinds.set(row, 'header');
    for (const [i, row] of rows.entries()) {
      const next = rows[i + 1];
      this.#kind = above.has(row.row)
        ? 'outside'
        : this.#readRow(this.#view(row, layout), next ? this.#view(next, layout) : null, layout, stacked);
      this.kinds.set(row.row, this.#kind);
    }
  }

  #view({ row, cells }: GridRow, layout: Layout): View {
    const own = new Map<Level, GridCell>();
    for (const level of [...levels, deepest(layout)]) {
      const cell = ownCell(cells, layout.fields.get(level));
      if (cell) own.set(level, cell);
    }
    return { row, cells, own };
  }

  #readRow(view: View, next: View | null, layout: Layout, stacked: ReadonlySet<number>): RowKind {
    const { row } = view;
    if (this.#wishes.drop.has(row)) return 'outside';
    if (this.#wishes.add.has(row)) return this.#ask(view, layout) ? 'asks' : 'outside';
    const cells = view.cells.filter(({ left, right }) => right >= layout.left && left <= layout.right);
    if (cells.length === 0) return view.cells.length === 0 ? 'blank' : 'outside';
    if (cells.every(({ text }) => this.#preamble.has(text))) return 'preamble';
    if (isSignOff(cells) && !this.#offersChoices(cells)) return this.#close('signOff');
    if (isTotal(cells)) return 'total';
    if (isFiller(cells)) return 'outside';
    if (isFootnote(cells) && !this.#isStep(view, layout)) return this.#close('note');
    if (cells.every(({ text }) => isLabel(text)) && cells.some(({ text }) => /[:：]/.test(text))) return 'outside';
    if (this.#isAfterEnd(view, cells)) return this.#isNote(cells) ? 'note' : 'outside';
    if (this.#isEmptyForm(view, layout)) return 'blank';
    this.#closedBy = null;
    if (stacked.has(row) || this.#isBand(view, next, layout, cells)) return this.#head(view, layout, cells);
    return this.#ask(view, layout) ? 'asks' : 'outside';
  }

  #close(kind: 'note' | 'signOff'): RowKind {
    this.#closedBy = kind;
    return kind;
  }

  /** Below a footnote a row of the table has more than one cell; below the row to sign it must ask beyond doubt. */
  #isAfterEnd({ own }: View, cells: readonly GridCell[]): boolean {
    if (this.#closedBy === null) return false;
    if (cells.length === 1 || own.size === 0) return true;
    return (
      this.#closedBy === 'signOff' &&
      !this.#offersChoices(cells) &&
      ![...own.values()].some(({ text }) => parseMark(text))
    );
  }

  readonly #offersChoices = (cells: readonly GridCell[]): boolean =>
    cells.some(({ text }) => choicesIn(text).length > 1);

  /** Lines below a footnote that go on with it. */
  #isNote(cells: readonly GridCell[]): boolean {
    return cells.length === 1 && this.#kind === 'note';
  }

  /** Stands where steps stand, no wider, beside other cells or in a table of steps only. */
  #isStep({ own, cells }: View, layout: Layout): boolean {
    const step = own.get(deepest(layout));
    return step !== undefined && cells.length > 1 && !isFootnote([step]);
  }

  /** Nothing but a running number or boxes not yet ticked: for whoever wants to add a row. */
  #isEmptyForm({ own, cells, row }: View, layout: Layout): boolean {
    if (own.size > 0 || this.#isCovered(row, layout)) return false;
    const number = layout.fields.get('number');
    return cells.every(
      cell =>
        within(cell, number) ||
        (choicesIn(cell.text).length > 1 && choicesIn(cell.text).every(({ ticked }) => !ticked)),
    );
  }

  /** A block that began further up reaches over the column that asks. */
  #isCovered(row: number, layout: Layout): boolean {
    const place = layout.fields.get(deepest(layout));
    const cell = place && this.#grid.at(row, place.left);
    return cell !== null && cell !== undefined && cell.top < row;
  }

  /** A heading in a row of its own: one text over several columns, or alone in a column that is not the deepest. */
  #isBand(view: View, next: View | null, layout: Layout, cells: readonly GridCell[]): boolean {
    const numbers = layout.fields.get('number');
    const texts = cells.filter(
      cell => !(within(cell, numbers) && parseBareMark(cell.text) !== null && cells.length > 1),
    );
    const [cell] = texts;
    if (!cell || texts.length > 1 || layout.fields.has('finding')) return false;
    const last = layout.fields.get(deepest(layout));
    if (!last || cell.left > last.right) return false;
    const answers = answerPlaces(layout);
    if (answers.some(place => cell.right >= place.left && cell.left <= place.left)) return true;
    if (this.#isCovered(view.row, layout)) return false;
    const columns = levels.filter(level => layout.fields.has(level));
    const isDeepest = view.own.get(deepest(layout)) === cell;
    if (columns.length < 2 || isDeepest || cell.right >= last.left) return false;
    const level = columns.find(column => view.own.get(column) === cell);
    return next !== null && next.own.size > 0 && (level === undefined || !next.own.has(level));
  }

  #head(view: View, layout: Layout, cells: readonly GridCell[]): RowKind {
    const numbers = layout.fields.get('number');
    const number = cells.find(cell => within(cell, numbers) && cells.length > 1);
    const cell = cells.find(other => other !== number) ?? cells[0]!;
    const bare = number && parseBareMark(number.text);
    const own = markedOf(cell.text);
    const marked = own.label === null && bare ? { ...own, label: bare.label } : own;
    const kind = parseMark(cell.text)?.kind ?? bare?.kind ?? null;
    const standing = { marked, cell };
    if (view.own.get('keyPoint') === cell && layout.fields.has('item')) this.#keyPoint = standing;
    else if (view.own.get('item') === cell && layout.fields.has('step')) this.#setItem(standing);
    else {
      const known = this.#bands.indexOf(kind);
      const level = known >= 0 ? known : this.#bands.push(kind) - 1;
      if (level === 0 || layout.fields.has('keyPoint')) this.#setItem(standing);
      else this.#keyPoint = standing;
    }
    return 'section';
  }

  #setItem(standing: Standing | null): void {
    this.#item = standing;
    this.#keyPoint = null;
  }

  #ask(view: View, layout: Layout): boolean {
    const { row, own } = view;
    const last = deepest(layout);
    if (last !== 'item') this.#carry(view, layout, 'item', last);
    if (last === 'step') this.#carry(view, layout, 'keyPoint', last);
    const place = layout.fields.get(last);
    const seen = own.get(last) ?? (place ? this.#grid.at(row, place.left) : null);
    const asked = seen ?? this.#shallower(view) ?? this.#ownUnitsOnly(view, layout);
    if (!asked) return false;
    const isWhole = (standing: Standing | null): boolean => standing?.cell === asked && last === 'step';
    if (seen && asked.top < row && !this.#asksAgain(view, layout)) return false;
    this.#latest = asked;
    const item = last === 'item' ? markedOf(asked.text) : (this.#item?.marked ?? null);
    const keyPoint =
      last === 'keyPoint' ? markedOf(asked.text) : isWhole(this.#keyPoint) ? null : (this.#keyPoint?.marked ?? null);
    this.asking.push({
      row,
      layout,
      item: last === 'item' && this.#bands.length > 0 ? (this.#item?.marked ?? null) : item,
      keyPoint,
      asked,
      markCell: this.#markCell(view, layout, asked),
    });
    return true;
  }

  /** A heading that begins here counts from here on; one left blank goes on from above. */
  #carry({ row, own }: View, layout: Layout, level: 'item' | 'keyPoint', last: Level): void {
    const place = layout.fields.get(level);
    if (!place) return;
    const deepestPlace = layout.fields.get(last);
    const cell = own.get(level) ?? this.#grid.at(row, place.left);
    if (!cell || (cell.left < place.left && level === 'keyPoint')) {
      if (level === 'keyPoint' && cell) this.#keyPoint = null;
      return;
    }
    const spansAll = deepestPlace !== undefined && cell.right >= deepestPlace.left && level === 'keyPoint';
    if (spansAll) {
      this.#keyPoint = null;
      return;
    }
    const marked = this.#withNumber(row, layout, cell);
    if (level === 'keyPoint') this.#keyPoint = { marked, cell };
    else if (this.#item?.cell !== cell) {
      const same = this.#item?.marked.text === marked.text && this.#item.marked.label === marked.label;
      if (same) this.#item = { marked, cell };
      else this.#setItem({ marked, cell });
    }
  }

  /** A mark in the number column belongs to the heading beside it when it is merged over the same rows. */
  #withNumber(row: number, layout: Layout, cell: GridCell): Marked {
    const marked = markedOf(cell.text);
    const place = layout.fields.get('number');
    const number = place && this.#grid.at(row, place.left);
    const together = number && number.top === cell.top && number.bottom === cell.bottom && number.bottom > number.top;
    const mark = together && marked.label === null ? parseBareMark(number.text) : null;
    return mark ? { ...marked, label: mark.label } : marked;
  }

  /** The row stops at a heading: an item that is its own step. */
  #shallower({ own }: View): GridCell | null {
    return own.get('keyPoint') ?? own.get('item') ?? null;
  }

  /** The step above once more, for a unit of its own. */
  #ownUnitsOnly({ cells }: View, layout: Layout): GridCell | null {
    const units = ownCell(cells, layout.fields.get('units'));
    return units && this.#latest ? this.#latest : null;
  }

  /** A row inside a merged step asks on its own when something of the question, or boxes to tick, begin in it. */
  #asksAgain({ cells }: View, layout: Layout): boolean {
    const asks = [...beside, 'number' as const].some(field => ownCell(cells, layout.fields.get(field)) !== undefined);
    return asks || cells.some(({ text }) => choicesIn(text).length > 1);
  }

  /** A mark in a column of its own, or in the first of several columns under one title. */
  #markCell({ cells }: View, layout: Layout, asked: GridCell): GridCell | null {
    const place = layout.fields.get(deepest(layout));
    return (
      cells.find(
        cell => cell !== asked && within(cell, place) && cell.right < asked.left && parseBareMark(cell.text) !== null,
      ) ?? null
    );
  }
}

const sameTitles = (a: Header, b: Header): boolean => titlesOf(a) === titlesOf(b);
const titlesOf = ({ columns }: Header): string => columns.map(({ titles }) => titles.at(-1)?.text ?? '').join('\n');

/** Lines that stand between a table and the next one, as its title does: the last rows with a single unnumbered text. */
function linesAboveNext(rows: readonly GridRow[], layout: Layout): ReadonlySet<number> {
  const place = layout.fields.get(deepest(layout));
  const lines = new Set<number>();
  for (const { row, cells } of [...rows].reverse()) {
    const [cell] = cells;
    const isStep = place && cell && cell.left === place.left && cell.right <= place.right;
    if (!cell || cells.length > 1 || isStep || parseMark(cell.text) !== null) break;
    lines.add(row);
  }
  return lines;
}

const within = ({ left, right }: GridCell, place: Place | undefined): boolean =>
  place !== undefined && left >= place.left && right <= place.right;

/** The text that begins in a row in a column, or in the last of several under one title; marks alone only where nothing else is. */
function ownCell(cells: readonly GridCell[], place: Place | undefined): GridCell | undefined {
  if (!place) return undefined;
  const found = cells.filter(({ left }) => left >= place.left && left <= place.right);
  return found.findLast(({ text }) => parseBareMark(text) === null) ?? found.at(-1);
}

export const deepest = ({ fields }: Layout): Level => levels.findLast(level => fields.has(level)) ?? 'finding';

const answerFields = ['result', 'narrative', 'evidence', 'action', 'selfScore', 'firstScore', 'secondScore'] as const;

function answerPlaces({ fields, ticks }: Layout): readonly Place[] {
  return [...answerFields.flatMap(field => fields.get(field) ?? []), ...ticks.values()];
}
