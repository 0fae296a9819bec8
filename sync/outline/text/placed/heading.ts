import { fieldOf, isText } from '../../headings.ts';
import type { TextLine } from '../lines.ts';
import { stacked, type Word, wordsOf } from './words.ts';

/** Names of columns where they stand. */
export interface PlacedHeading {
  readonly words: readonly Word[];
  /** Index of its first line, and of the first one below it. */
  readonly start: number;
  readonly end: number;
}

const deepest = 3;
const longest = 8;
const fewest = 3;

/** The heading that begins at a line: names that stand side by side, some of them wrapped; as many lines as name most. */
export function placedHeadingAt(lines: readonly TextLine[], start: number): PlacedHeading | null {
  let best: PlacedHeading | null = null;
  const found: (readonly Word[])[] = [];
  for (let end = start; end < Math.min(lines.length, start + deepest); end++) {
    const words = wordsOf(lines[end]!);
    if (lines[end]!.mark || lines[end]!.raw.includes('\t') || words.some(({ text }) => text.length > longest)) break;
    found.push(words);
    const names = stacked(found);
    const known = names.filter(({ text }) => fieldOf(text) !== null);
    if (names.length < fewest || known.length < names.length || !known.some(({ text }) => isText(fieldOf(text))))
      continue;
    const fields = new Set(names.map(({ text }) => fieldOf(text)));
    if (fields.size >= 2) best = { words: names, start, end: end + 1 };
  }
  return best;
}
