import { middleOf, type Word } from './words.ts';

/**
 * Where the columns below names begin: between two names that fewest words reach over. Programs place words by their width on
 * paper and count characters, so a word may stand a character or two beside its column.
 */
export function bordersOf(names: readonly Word[], lines: readonly (readonly Word[])[]): readonly number[] {
  return names.slice(1).map((name, i) => {
    const [from, to] = [Math.ceil(middleOf(names[i]!)), Math.floor(middleOf(name))];
    const crossed = Array.from({ length: to - from + 1 }, (_, at) => crossings(lines, from + at));
    const least = Math.min(...crossed);
    const runs = stretches(crossed, least);
    const widest = runs.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
    return from + Math.ceil((widest.from + widest.to) / 2);
  });
}

/** Words that begin before a place and end behind it. */
const crossings = (lines: readonly (readonly Word[])[], at: number): number =>
  lines.filter(words => words.some(({ from, to }) => from < at && to > at)).length;

function stretches(
  values: readonly number[],
  value: number,
): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [i, each] of values.entries()) {
    const last = found.at(-1);
    if (each !== value) continue;
    if (last?.to === i - 1) last.to = i;
    else found.push({ from: i, to: i });
  }
  return found;
}

/** The column, from 0, that most of a word stands in. */
export function columnOf({ from, to }: Word, borders: readonly number[]): number {
  const edges = [Number.NEGATIVE_INFINITY, ...borders, Number.POSITIVE_INFINITY];
  const overlap = edges.slice(1).map((right, i) => Math.min(to, right) - Math.max(from, edges[i]!));
  return overlap.indexOf(Math.max(...overlap));
}

/** Beside one that nothing parts from the next, this share of words may do so by chance. */
const mostAcross = 0.02;

/** Whether words reach far over borders, which in a table of columns hardly any does. */
export function areCrossed(lines: readonly (readonly Word[])[], borders: readonly number[]): boolean {
  const words = lines.flat();
  const across = words.filter(({ from, to }) => borders.some(border => from < border - 3 && to > border + 3));
  return across.length > 1 + mostAcross * words.length;
}
