import { fieldOf, isText, monthOf } from '../../headings.ts';
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
const longest = 10;
const fewest = 3;

/** The heading that begins at a line: names that stand side by side, some of them wrapped; as many lines as name most. */
export function placedHeadingAt(lines: readonly TextLine[], start: number): PlacedHeading | null {
  let best: PlacedHeading | null = null;
  let most = 0;
  const found: (readonly Word[])[] = [];
  for (let end = start; end < Math.min(lines.length, start + deepest); end++) {
    const words = withBrackets(wordsOf(lines[end]!));
    if (lines[end]!.mark || lines[end]!.raw.includes('\t') || words.some(({ text }) => text.length > longest)) break;
    found.push(words);
    const names = stacked(found);
    const known = names.filter(({ text }) => fieldOf(text) !== null);
    if (
      names.length < fewest ||
      known.length * 3 < names.length * 2 ||
      !known.some(({ text }) => isText(fieldOf(text)))
    )
      continue;
    const fields = new Set(names.map(({ text }) => fieldOf(text)));
    // A further line makes names whole; what stands below whole ones is text of the table.
    if (best && known.length < names.length && known.length <= most) break;
    most = known.length;
    if (fields.size >= 2) best = { words: names, start, end: end + 1 };
  }
  return best && withNamesBelow(lines, best);
}

/** 執行步驟 （方 法） is one name. */
function withBrackets(words: readonly Word[]): readonly Word[] {
  const whole: Word[] = [];
  for (const word of words) {
    const before = whole.at(-1);
    const isOpen = before !== undefined && /[(（][^)）]*$/.test(before.text);
    const isNear = before !== undefined && word.from - before.to <= 2;
    if (isNear && (isOpen || /^[(（]/.test(word.text)))
      whole[whole.length - 1] = { text: before.text + word.text, from: before.from, to: word.to };
    else whole.push(word);
  }
  return whole;
}

/** 主辦 and 協辦 below 執行單位, months below 預定期程: they take the place of the name above them. */
function withNamesBelow(lines: readonly TextLine[], heading: PlacedHeading): PlacedHeading {
  const found: (readonly Word[])[] = [];
  for (let end = heading.end; end < Math.min(lines.length, heading.end + 2); end++) {
    found.push(wordsOf(lines[end]!));
    const below = stacked(found);
    const isNamed = ({ text }: Word): boolean =>
      monthOf(text) !== null || (fieldOf(text) !== null && !isText(fieldOf(text)));
    if (below.length < 2 || !below.every(isNamed)) continue;
    const above = heading.words.filter(name => below.every(word => word.to <= name.from || word.from >= name.to));
    if (above.length === heading.words.length) continue;
    return { ...heading, words: [...above, ...below].toSorted((a, b) => a.from - b.from), end: end + 1 };
  }
  return heading;
}
