import { type Marked, type MarkKind, markRank, parseBareMark, parseMark } from '../../model/index.ts';
import type { Grid, GridCell } from '../../outline/grid.ts';
import { markedOf } from './asked.ts';
import { isCombinedTitle, splitHeading } from './combined.ts';
import { deepest, levels, type RowView, seenIn, within } from './row-view.ts';

interface Standing {
  readonly marked: Marked;
  readonly cell: GridCell;
}

/** The item and the key point that the rows stand under while a table is read from top to bottom. */
export class Headings {
  readonly #grid: Grid;
  #item: Standing | null = null;
  #keyPoint: Standing | null = null;
  /** The last cell that held an item and a key point together, and the kind of mark that its item has. */
  #combined: { readonly cell: GridCell; readonly kind: MarkKind | null } | null = null;
  /** Kinds of marks of headings in rows of their own, from the outermost. */
  #kinds: MarkKind[] = [];
  #hasBands = false;
  /** The row of the last heading without a mark; another one right below stands one level deeper. */
  #unmarkedAt: number | null = null;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  get item(): Marked | null {
    return this.#item?.marked ?? null;
  }
  get keyPoint(): Marked | null {
    return this.#keyPoint?.marked ?? null;
  }
  /** Headings stood in rows of their own. */
  get hasBands(): boolean {
    return this.#hasBands;
  }

  reset(): void {
    this.#combined = null;
    this.#setItem(null);
  }

  /** A row that is a heading and asks nothing. */
  head({ row, own, layout, cells }: RowView): void {
    this.#hasBands = true;
    const numbers = layout.fields.get('number');
    const number = cells.find(cell => within(cell, numbers) && cells.length > 1);
    const cell = cells.find(other => other !== number) ?? cells[0]!;
    const bare = number ? parseBareMark(number.text) : null;
    const text = headingOf(cell.text);
    const standing = { marked: text.label === null && bare ? { ...text, label: bare.label } : text, cell };
    if (own.get('keyPoint') === cell && layout.fields.has('item')) this.#keyPoint = standing;
    else if (own.get('item') === cell && layout.fields.has('step')) this.#setItem(standing);
    else if (
      this.#levelOf(parseMark(cell.text)?.kind ?? bare?.kind ?? null, row) === 0 ||
      layout.fields.has('keyPoint')
    ) {
      this.#setItem(standing);
    } else this.#keyPoint = standing;
  }

  /** What a row that asks shows of its headings: one that begins here counts from here on, one left blank goes on. */
  carry(view: RowView): void {
    const last = deepest(view.layout);
    const { fields } = view.layout;
    if (last === 'step' && !fields.has('keyPoint') && isCombinedTitle(fields.get('item')?.title ?? '')) {
      this.#carryCombined(view);
      return;
    }
    if (last !== 'item') this.#carryItem(view);
    if (last === 'step') this.#carryKeyPoint(view);
  }

  #levelOf(kind: MarkKind | null, row: number): number {
    if (kind === null) {
      const below = this.#unmarkedAt === row - 1;
      this.#unmarkedAt = row;
      return below ? 1 : 0;
    }
    if (!this.#kinds.includes(kind)) this.#kinds = [...this.#kinds, kind].sort((a, b) => markRank(a) - markRank(b));
    return this.#kinds.indexOf(kind);
  }

  #setItem(standing: Standing | null): void {
    this.#item = standing;
    this.#keyPoint = null;
  }

  #carryItem(view: RowView): void {
    const cell = this.#seen(view, 'item');
    if (!cell || this.#item?.cell === cell) return;
    const marked = this.#withNumber(view, cell);
    const same = this.#item?.marked.text === marked.text && this.#item.marked.label === marked.label;
    if (same) this.#item = { marked, cell };
    else this.#setItem({ marked, cell });
  }

  #carryCombined(view: RowView): void {
    const cell = this.#seen(view, 'item');
    if (!cell || this.#combined?.cell === cell) return;
    const { item, keyPoint, kind } = splitHeading(headingText(cell.text), this.#combined?.kind ?? null);
    this.#combined = { cell, kind };
    if (item) this.#setItem({ marked: item, cell });
    if (keyPoint) this.#keyPoint = { marked: keyPoint, cell };
  }

  /** An item merged over the column of key points, or a key point over that of steps, leaves the row without a key point. */
  #carryKeyPoint(view: RowView): void {
    const [place, step] = [view.layout.fields.get('keyPoint'), view.layout.fields.get('step')];
    const cell = this.#seen(view, 'keyPoint');
    if (!cell || !place || !step) return;
    if (cell.left < place.left || cell.right >= step.left) this.#keyPoint = null;
    else this.#keyPoint = { marked: this.#withNumber(view, cell), cell };
  }

  #seen({ own, layout, row }: RowView, level: 'item' | 'keyPoint'): GridCell | null {
    const place = layout.fields.get(level);
    return place ? (own.get(level) ?? seenIn(this.#grid, row, place)) : null;
  }

  /** A mark beside the heading, under the same title or in a number column that is merged over the same rows, is its own. */
  #withNumber({ row, layout }: RowView, cell: GridCell): Marked {
    const marked = headingOf(cell.text);
    if (marked.label !== null) return marked;
    const numbers = layout.fields.get('number');
    const number = this.#grid.at(row, numbers?.left ?? 0);
    const together = number && number.top === cell.top && number.bottom === cell.bottom && number.bottom > number.top;
    const left = cell.left > 1 ? this.#grid.at(row, cell.left - 1) : null;
    const isUnderTitle =
      left !== null && !within(left, numbers) && levels.some(level => within(left, layout.fields.get(level)));
    const mark = (isUnderTitle ? parseBareMark(left.text) : null) ?? (together ? parseBareMark(number.text) : null);
    return mark ? { ...marked, label: mark.label } : marked;
  }
}

/** A heading printed again overleaf says so behind its text. */
const again = /[(（【]\s*(?:續|接)(?:上頁|前頁|上)?\s*[)）】]$/;
const headingText = (text: string): string => text.trimEnd().replace(again, '').trimEnd();
/** Written downwards, a character on each line. */
const downwards = /^\S(?:\s*\n\s*\S)+$/u;
const headingOf = (text: string): Marked => {
  const plain = headingText(text);
  return markedOf(downwards.test(plain) ? plain.replace(/\s/g, '') : plain);
};
