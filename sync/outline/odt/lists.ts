import {
  circled,
  decimal,
  earthlyBranch,
  fullWidth,
  hanNumeral,
  heavenlyStem,
  legalNumeral,
  lowerLetter,
  lowerRoman,
  type Numeral,
  none,
  parenthesised,
  simplifiedLegalNumeral,
  upperLetter,
  upperRoman,
} from '../flow/numerals.ts';
import type { Level, Styles } from './styles.ts';

/** Number systems by the first sign that `style:num-format` shows of them. */
const formats: Readonly<Record<string, Numeral>> = {
  '1': decimal,
  a: lowerLetter,
  A: upperLetter,
  i: lowerRoman,
  I: upperRoman,
  一: hanNumeral,
  壹: legalNumeral,
  壱: legalNumeral,
  甲: heavenlyStem,
  子: earthlyBranch,
  '①': circled,
  '⑴': parenthesised,
  '１': fullWidth,
};

function formatOf(name: string): Numeral {
  if (name === '') return none;
  if (name.startsWith('壹') && name.includes('贰')) return simplifiedLegalNumeral;
  return formats[name.charAt(0)] ?? decimal;
}

interface OpenList {
  readonly style: string;
  /** Counts by level, from 0; null where the level has not begun. */
  readonly counts: (number | null)[];
}

/** Counts the items of lists, which nest, break off and go on, and prints the mark of each. */
export class Lists {
  readonly #styles: Styles;
  readonly #open: OpenList[] = [];
  /** Items whose first paragraph has not come yet, one for each open list: the number that it is given, if any. */
  readonly #items: { pending: boolean; start: number | null }[] = [];
  readonly #byId = new Map<string, OpenList>();
  readonly #byStyle = new Map<string, OpenList>();
  readonly #headings: (number | null)[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** @param goesOn with the last list of its style; @param after the list that it goes on with, by id */
  start(style: string | null, id: string | null, goesOn: boolean, after: string | null): void {
    const outer = this.#open.at(-1);
    const name = style ?? outer?.style ?? '';
    const before =
      (after === null ? undefined : this.#byId.get(after)) ?? (goesOn ? this.#byStyle.get(name) : undefined);
    const list =
      outer && style === null ? outer : outer?.style === name ? outer : (before ?? { style: name, counts: [] });
    this.#open.push(list);
    this.#items.push({ pending: false, start: null });
    if (id !== null) this.#byId.set(id, list);
    this.#byStyle.set(name, list);
  }

  end(): void {
    this.#open.pop();
    this.#items.pop();
  }

  startItem(start: number | null): void {
    if (this.#items.length > 0) this.#items[this.#items.length - 1] = { pending: true, start };
  }

  endItem(): void {
    if (this.#items.length > 0) this.#items[this.#items.length - 1] = { pending: false, start: null };
  }

  /** The mark of a paragraph, with a blank behind it; only the first of an item has one. */
  mark(): string {
    const list = this.#open.at(-1);
    const item = this.#items.at(-1);
    if (!list || !item?.pending) return '';
    item.pending = false;
    const levels = this.#styles.lists.get(list.style);
    return next(list.counts, this.#open.length - 1, levels, item.start);
  }

  /** The mark of a heading outside of lists. */
  headingMark(level: number, restart: number | null): string {
    return this.#styles.outline.size === 0 ? '' : next(this.#headings, level - 1, this.#styles.outline, restart);
  }
}

function next(
  counts: (number | null)[],
  at: number,
  levels: ReadonlyMap<number, Level> | undefined,
  start: number | null,
): string {
  const level = levels?.get(at + 1);
  const before = counts[at] ?? null;
  counts[at] = start ?? (before === null ? (level?.start ?? 1) : before + 1);
  counts.length = at + 1;
  if (!level || !levels) return '';
  if (level.bullet !== null) return /^[\p{Co}\s]*$/u.test(level.bullet) ? '• ' : `${level.bullet} `;
  const printed = (n: number): string => {
    const of = levels.get(n);
    return of && of.bullet === null ? formatOf(of.format)(counts[n - 1] ?? of.start) : '';
  };
  if (level.format === '') return level.prefix + level.suffix;
  const first = Math.max(1, at + 2 - level.shown);
  const numbers = Array.from({ length: at + 2 - first }, (_, i) => printed(first + i)).filter(part => part !== '');
  const mark =
    level.pattern === null
      ? level.prefix + numbers.join('.') + level.suffix
      : level.pattern.replace(/%(\d{1,2})%/g, (_, n: string) => printed(Number(n)));
  return mark === '' ? '' : `${mark} `;
}
