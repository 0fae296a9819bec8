import { parseMark } from '../../model/index.ts';
import type { Column } from './cells.ts';
import type { TextLine } from './lines.ts';
import type { PieceContext } from './pieces.ts';
import { looksLikeDeadline, looksLikeUnits } from './vocabulary.ts';
import { solid, tidy } from './width.ts';

/** What one column of a spaced table says in one printed line. */
export interface Strip {
  readonly column: Column;
  readonly text: string;
  readonly line: number;
  /** Its place from the top, counted in printed lines over all pages. */
  readonly at: number;
}

interface Word {
  readonly text: string;
  readonly from: number;
  /** Blanks before it. */
  readonly gap: number;
}

const levelColumn: readonly Column[] = ['item', 'keyPoint', 'step'];
/** Programs place words by their width on paper; the characters of one column begin this close to each other. */
const near = 3;
const spacedShare = 0.25;

/** Whether columns of blanks part the cells of a table: many lines have wide gaps within them, or begin far in. */
export function isSpaced(lines: readonly TextLine[]): boolean {
  const wide = lines.filter(({ raw, indent }) => /\S {2,}\S/.test(raw) || indent > 8);
  const starts = new Set(lines.map(({ indent }) => Math.floor(indent / near)));
  if (lines.some(({ raw }) => raw.length > mostLetters)) return false;
  return wide.length >= Math.max(3, lines.length * spacedShare) && starts.size > 1;
}

/** Cuts the lines of a spaced table at its columns, which may stand a little elsewhere on every page. */
export function cutSpaced(lines: readonly TextLine[], context: PieceContext): readonly Strip[] {
  const pages: TextLine[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page && !line.pageTop) page.push(line);
    else pages.push([line]);
  }
  let at = 0;
  const torn = tornUnitLines(lines);
  let starts = startsOf(lines, context, new Map());
  return pages.flatMap(page => {
    starts = startsOf(page, context, starts);
    return page.flatMap(line => stripsOf(line, at++, starts, context, torn.has(line.line)));
  });
}

type Starts = ReadonlyMap<Column, number>;

/** A line of a table has a few cells; what has more words than this is none, and is read only so far. */
const mostLetters = 400;

function wordsOf(raw: string): readonly Word[] {
  return [...raw.slice(0, mostLetters).matchAll(/( *)(\S+)/g)].map(({ index, 1: gap, 2: text }) => ({
    text: text!,
    from: index + gap!.length,
    gap: gap!.length,
  }));
}

/** Where the columns of a page begin: at the marks of their level; what a page does not show is as on the page before. */
function startsOf(page: readonly TextLine[], { levels, units, hasUnits }: PieceContext, before: Starts): Starts {
  const found = new Map<Column, number[]>();
  const note = (column: Column, from: number): void => {
    const list = found.get(column);
    if (list) list.push(from);
    else found.set(column, [from]);
  };
  for (const { raw } of page) {
    for (const { text, from } of wordsOf(raw)) {
      if (hasUnits && from > near && units.has(solid(text))) note('unit', from);
      const mark = parseMark(`${text} `);
      const level = mark ? levels.get(mark.kind) : undefined;
      const column = level === undefined ? undefined : levelColumn[level];
      if (column) note(column, from);
    }
  }
  const starts = new Map(before);
  starts.delete('unit');
  for (const [column, list] of found) starts.set(column, list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!);
  return starts;
}

function stripsOf(line: TextLine, at: number, starts: Starts, context: PieceContext, torn: boolean): readonly Strip[] {
  const strips: { column: Column; words: string[] }[] = [];
  for (const word of wordsOf(line.raw)) {
    const current = strips.at(-1);
    const beside = besideOf(word, starts, context, torn && word.gap > 1);
    const begun = [...starts].find(([column, start]) => column !== 'unit' && Math.abs(start - word.from) <= near);
    const ahead = begun && (!current || rank(begun[0]) > rank(current.column));
    if (beside && (!current || current.column !== beside)) strips.push({ column: beside, words: [word.text] });
    else if (ahead && begun) strips.push({ column: begun[0], words: [word.text] });
    else if (!current || word.gap > 1) {
      const column = columnAt(word.from, starts);
      if (current && rank(column) <= rank(current.column)) current.words.push(word.text);
      else strips.push({ column, words: [word.text] });
    } else current.words.push(word.text);
  }
  return strips.map(({ column, words }) => ({ column, text: tidy(words.join(' ')), line: line.line, at }));
}

const order: readonly Column[] = ['item', 'keyPoint', 'step', 'deadline', 'unit', 'remarks'];
const rank = (column: Column): number => order.indexOf(column);

/** A unit or a month right of the text columns. */
function besideOf(
  { text, from }: Word,
  starts: Starts,
  { units, hasUnits, hasDeadlines }: PieceContext,
  torn: boolean,
): Column | null {
  const texts = levelColumn.map(column => starts.get(column) ?? 0);
  if (from <= Math.max(...texts) + near) return null;
  if (hasUnits && (units.has(solid(text)) || (torn && isInUnits(text, from, starts.get('unit'))))) return 'unit';
  return hasDeadlines && looksLikeDeadline(text) ? 'deadline' : null;
}

const isInUnits = (text: string, from: number, start: number | undefined): boolean =>
  start !== undefined && from >= start - near && isStump(text);

const isStump = (text: string): boolean => /^\p{Script=Han}{1,6}$/u.test(text);

/** Lines whose last word is half of a unit's name, the other half of which ends the line above or below. */
function tornUnitLines(lines: readonly TextLine[]): ReadonlySet<number> {
  const last = lines.map(({ raw }) => wordsOf(raw).at(-1)?.text ?? '');
  const isHalf = (text: string): boolean => isStump(text) && !looksLikeUnits(text);
  const pairs = lines.flatMap(({ line }, i) =>
    [1, 2].flatMap(below => {
      const [one, two] = [last[i]!, last[i + below] ?? ''];
      const name = one + two;
      const isRest = isStump(two) && (two.length <= 2 || !looksLikeUnits(two));
      return isHalf(one) && isRest && looksLikeUnits(name) ? [{ name, lines: [line, lines[i + below]!.line] }] : [];
    }),
  );
  const again = Map.groupBy(pairs, ({ name }) => name);
  return new Set(pairs.filter(({ name }) => again.get(name)!.length > 1).flatMap(pair => pair.lines));
}

/** The last column that begins left of a place, a little tolerance included. */
function columnAt(from: number, starts: Starts): Column {
  const left = [...starts]
    .filter(([column, start]) => column !== 'unit' && start <= from + near)
    .sort((a, b) => b[1] - a[1])[0];
  return left?.[0] ?? 'item';
}
