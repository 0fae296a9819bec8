import { type Marked, parseBareMark, parseMark } from '../../model/index.ts';
import type { Grid, GridCell, GridRow } from '../../outline/grid.ts';
import type { Sheet } from '../../sheet/index.ts';
import { markedOf } from './asked.ts';
import { choicesIn } from './choices.ts';
import type { Header } from './header.ts';
import { Headings } from './headings.ts';
import { isLabel, isUnwritten } from './labels.ts';
import type { Layout, Place } from './layout.ts';
import {
  countsColumns,
  isExample,
  isFiller,
  isFootnote,
  isInstruction,
  isSignOff,
  isTotal,
  namesSigner,
} from './outside-rows.ts';
import type { PageTitles } from './page-titles.ts';
import { deepest, levels, ownCell, type RowView, seenIn, viewRow, within } from './row-view.ts';
import { stackedHeadings } from './stacked.ts';

/** A stretch of the sheet under one header. */
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

/**
 * Tells the rows that ask something from all others.
 * @param preamble texts above the table, which come again at page breaks
 */
export function readTable(
  grid: Grid,
  sheet: Sheet,
  sections: readonly Section[],
  preamble: PageTitles,
  wishes: RowWishes,
): TableRows {
  const reading = new TableReading(grid, sheet, preamble, wishes);
  for (const [i, section] of sections.entries()) reading.read(section, sections[i - 1], i < sections.length - 1);
  return { asking: reading.asking, kinds: reading.kinds };
}

class TableReading {
  readonly asking: AskingRow[] = [];
  readonly kinds = new Map<number, RowKind>();
  readonly #grid: Grid;
  readonly #sheet: Sheet;
  readonly #preamble: PageTitles;
  readonly #wishes: RowWishes;
  readonly #headings: Headings;
  /** A footnote or the row to sign stands above, and no row of the table since. */
  #closedBy: 'note' | 'signOff' | null = null;
  #latest: GridCell | null = null;
  #kind: RowKind = 'outside';

  constructor(grid: Grid, sheet: Sheet, preamble: PageTitles, wishes: RowWishes) {
    this.#grid = grid;
    this.#sheet = sheet;
    this.#preamble = preamble;
    this.#wishes = wishes;
    this.#headings = new Headings(grid);
  }

  read({ header, layout, rows }: Section, before: Section | undefined, goesOn: boolean): void {
    if (before && !sameTitles(before.header, header)) this.#headings.reset();
    this.#closedBy = null;
    const above = goesOn ? linesAboveNext(rows, layout) : new Set<number>();
    const columns = levels.filter(level => layout.fields.has(level));
    const stacked = columns.length === 1 ? stackedHeadings(layout, rows) : new Set<number>();
    for (let row = header.top; row <= header.bottom; row++)
      this.kinds.set(row, header.isSummary ? 'outside' : 'header');
    if (header.isSummary) {
      for (const { row } of rows) this.kinds.set(row, 'outside');
      return;
    }
    const views = rows.map(row => viewRow(row, layout, this.#sheet));
    for (const [i, view] of views.entries()) {
      this.#kind = above.has(view.row) ? titleKind(view) : this.#readRow(view, views[i + 1] ?? null, stacked);
      this.kinds.set(view.row, this.#kind);
    }
  }

  #readRow(view: RowView, next: RowView | null, stacked: ReadonlySet<number>): RowKind {
    const { row, cells } = view;
    if (this.#wishes.drop.has(row)) return 'outside';
    if (this.#wishes.add.has(row)) return this.#ask(view) ? 'asks' : 'outside';
    const apart = this.#apart(view);
    if (apart) return apart;
    if (this.#isSignedBelow(view, next)) return this.#close('signOff');
    if (this.#isAfterEnd(view)) return cells.length === 1 && this.#kind === 'note' ? 'note' : 'outside';
    if (this.#isEmptyForm(view)) return 'blank';
    this.#closedBy = null;
    if (stacked.has(row) || this.#isBand(view, next)) {
      this.#headings.head(view);
      return 'section';
    }
    return this.#ask(view) ? 'asks' : 'outside';
  }

  /** What a row is that says by its own words that it is no row of the table. */
  #apart(view: RowView): RowKind | null {
    const { cells, isBlank, offersChoices } = view;
    if (cells.length === 0) return isBlank ? 'blank' : 'outside';
    if (cells.every(({ text }) => this.#preamble.has(text))) return 'preamble';
    if (offersChoices) return null;
    if (isSignOff(cells)) return this.#close('signOff');
    if (isTotal(cells)) return 'total';
    if (isFiller(cells)) return 'outside';
    if (isInstruction(cells) || isExample(cells)) return 'note';
    if (this.kinds.get(view.row - 1) === 'header' && countsColumns(cells)) return 'preamble';
    if (isFootnote(cells) && !isAsked(view)) return this.#close('note');
    const isLabelled = cells.every(({ text }) => isLabel(text)) && cells.some(({ text }) => /[:：]/.test(text));
    return isLabelled || isUnwrittenLabel(cells) ? 'outside' : null;
  }

  /** Signers one below the other, each alone in a row. */
  #isSignedBelow({ cells, offersChoices }: RowView, next: RowView | null): boolean {
    const goesOn = this.#kind === 'signOff' || (next !== null && namesSigner(next.cells));
    return goesOn && !offersChoices && namesSigner(cells);
  }

  #close(kind: 'note' | 'signOff'): RowKind {
    this.#closedBy = kind;
    return kind;
  }

  /** Below a footnote a row of the table has more than one cell or is drawn; below the row to sign it must ask beyond doubt. */
  #isAfterEnd({ own, asked, cells, offersChoices, isDrawn }: RowView): boolean {
    if (this.#closedBy === null) return false;
    if (own.size === 0 || (cells.length === 1 && !(asked && isDrawn()))) return true;
    const isNumbered = [...own.values()].some(({ text }) => parseMark(text) !== null);
    return this.#closedBy === 'signOff' && !offersChoices && !isNumbered;
  }

  /** Nothing but a running number or boxes not yet ticked: for whoever wants to add a row. */
  #isEmptyForm({ own, cells, row, layout }: RowView): boolean {
    if (own.size > 0 || this.#isCovered(row, layout)) return false;
    const number = layout.fields.get('number');
    return cells.every(cell => {
      const choices = choicesIn(cell.text);
      return (within(cell, number) && isNumber(cell)) || (choices.length > 1 && choices.every(({ ticked }) => !ticked));
    });
  }

  /** A block that began further up reaches over the column that asks. */
  #isCovered(row: number, layout: Layout): boolean {
    const cell = seenIn(this.#grid, row, layout.fields.get(deepest(layout)));
    return cell !== null && cell.top < row;
  }

  /** A heading in a row of its own: one text over several columns, or alone in a column that is not the deepest. */
  #isBand({ row, cells, own, asked, layout }: RowView, next: RowView | null): boolean {
    const numbers = layout.fields.get('number');
    const texts = cells.length > 1 ? cells.filter(cell => !(within(cell, numbers) && isNumber(cell))) : cells;
    const [cell] = texts;
    const last = layout.fields.get(deepest(layout));
    if (!cell || !last || texts.length > 1 || layout.fields.has('finding') || cell.left > last.right) return false;
    if (answerPlaces(layout).some(({ left }) => cell.right >= left && cell.left <= left)) return true;
    const columns = levels.filter(level => layout.fields.has(level));
    if (this.#isCovered(row, layout) || asked === cell || cell.right >= last.left) return false;
    const level = columns.find(column => own.get(column) === cell);
    return next !== null && next.own.size > 0 && (level === undefined || !next.own.has(level));
  }

  #ask(view: RowView): boolean {
    const { row, own, layout } = view;
    this.#headings.carry(view);
    const last = deepest(layout);
    const seen = view.asked ?? seenIn(this.#grid, row, layout.fields.get(last));
    const asked = seen ?? own.get('keyPoint') ?? own.get('item') ?? this.#stepAbove(view);
    if (!asked || (seen && asked.top < row && !asksAgain(view))) return false;
    this.#latest = asked;
    const { item, keyPoint, hasBands } = this.#headings;
    this.asking.push({
      row,
      layout,
      item: last === 'item' && !hasBands ? markedOf(asked.text) : item,
      keyPoint: last === 'keyPoint' ? markedOf(asked.text) : keyPoint,
      asked,
      markCell: markCellOf(view, asked),
    });
    return true;
  }

  /** The step above once more, for a unit of its own. */
  #stepAbove({ cells, layout }: RowView): GridCell | null {
    return ownCell(cells, layout.fields.get('units')) ? this.#latest : null;
  }
}

/** 檢查日期 beside room for a day. */
const isUnwrittenLabel = ([first, ...others]: readonly GridCell[]): boolean =>
  first !== undefined &&
  others.length > 0 &&
  isLabel(first.text) &&
  others.every(({ text }) => isUnwritten(text) && /[年月日_＿]/.test(text));

const isNumber = ({ text }: GridCell): boolean => parseBareMark(text) !== null || /^[\w.-]{1,12}$/.test(text);

/** The text stands where steps stand, beside other cells or in a drawn row, so that it asks whatever it begins with. */
const isAsked = ({ asked, cells, layout, isDrawn }: RowView): boolean =>
  asked !== undefined &&
  within(asked, layout.fields.get(deepest(layout))) &&
  (cells.length > 1 ? !isFootnote([asked]) : /^[※＊*◎]/.test(asked.text) && isDrawn());

const beside = ['units', 'checkMonths', 'finding', 'plannedDate', 'number'] as const;

/** A row inside a merged step asks on its own when something of the question, or boxes to tick, begin in it. */
const asksAgain = ({ cells, layout, offersChoices }: RowView): boolean =>
  offersChoices || beside.some(field => ownCell(cells, layout.fields.get(field)) !== undefined);

/** A mark in the first of several columns under one title, or in a column for marks. */
const markCellOf = ({ cells, layout }: RowView, asked: GridCell): GridCell | null => {
  const places = [layout.fields.get(deepest(layout)), layout.marks ?? undefined];
  const isMark = (cell: GridCell): boolean => cell.right < asked.left && parseBareMark(cell.text) !== null;
  return cells.find(cell => places.some(place => within(cell, place)) && isMark(cell)) ?? null;
};

/** A line above the next table is its title, or tells whose form it is. */
const titleKind = ({ cells }: RowView): RowKind => (cells.some(({ text }) => isLabel(text)) ? 'outside' : 'preamble');

const sameTitles = (a: Header, b: Header): boolean => titlesOf(a) === titlesOf(b);
const titlesOf = ({ columns }: Header): string => columns.map(({ titles }) => titles.at(-1)?.text ?? '').join('\n');

/** Lines that stand between a table and the next one, as its title does: the last rows with a single unnumbered text. */
function linesAboveNext(rows: readonly GridRow[], layout: Layout): ReadonlySet<number> {
  const place = layout.fields.get(deepest(layout));
  const lines = new Set<number>();
  for (const { row, cells } of [...rows].reverse()) {
    const [cell] = cells;
    if (!cell || cells.length > 1 || within(cell, place) || parseMark(cell.text) !== null) break;
    lines.add(row);
  }
  return lines;
}

const answerFields = ['result', 'narrative', 'evidence', 'action', 'selfScore', 'firstScore', 'secondScore'] as const;

const answerPlaces = ({ fields, ticks }: Layout): readonly Place[] => [
  ...answerFields.flatMap(field => fields.get(field) ?? []),
  ...ticks.values(),
];
