import { type Mark, parseMark } from '../../model/index.ts';
import type { TextLine } from './text-lines.ts';

/** Where the lines of a text can begin and end, in points. */
export interface Room {
  readonly left: number;
  readonly right: number;
}

export interface Setting {
  readonly room: Room;
  /** Texts that make up a whole cell elsewhere in the column: a line with one of them is not the half of something. */
  readonly alone: ReadonlySet<string>;
}

const sentenceEnd = /[。；;：:！!？?．.」』）)】〕]$/;
const letters = /[\p{L}\p{N}]$/u;
const wideLetters = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The text of lines that stand in one cell: lines that merely wrapped are joined, new ones begin after \n. */
export function textOf(lines: readonly TextLine[], setting: Setting): string {
  let text = '';
  const marks = new Map<Mark['kind'], number>();
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const mark = parseMark(line.text);
    if (!before) text = line.text;
    else if (isNew(before, line, mark, marks, setting)) text += `\n${line.text}`;
    else text += seam(text, line.text) + line.text;
    if (mark) marks.set(mark.kind, mark.ordinal);
  }
  return text;
}

function isNew(
  before: TextLine,
  line: TextLine,
  mark: Mark | null,
  marks: ReadonlyMap<Mark['kind'], number>,
  { room, alone }: Setting,
): boolean {
  if (mark && (sentenceEnd.test(before.text) || mark.ordinal === (marks.get(mark.kind) ?? 0) + 1)) return true;
  return !isFull(before, line, room) || alone.has(before.text) || alone.has(line.text);
}

/** In a column this narrow, in the size of its text, names stand one below the other more often than texts are wrapped. */
const narrow = 6;

/** The next line's first word would not have fitted into this one. */
export function isFull(line: TextLine, next: TextLine, { left, right }: Room): boolean {
  const [before, behind] = [line.left - left, right - line.right];
  const isCentred = before > 0.5 * line.size && Math.abs(before - behind) < 0.3 * line.size;
  const free = isCentred ? before + behind : behind;
  const wordGap = isLatinSeam(line.text, next.text) ? 0.25 * line.size : 0;
  const slack = right - left < narrow * line.size ? -0.05 : 0.2;
  return free < next.runs[0]!.firstWidth + wordGap + slack * line.size;
}

/** What a wrap stood for: a blank between words that are set apart by blanks, else nothing. */
const seam = (before: string, after: string): string => (isLatinSeam(before, after) ? ' ' : '');

function isLatinSeam(before: string, after: string): boolean {
  const [last, first] = [before.slice(-1), after.slice(0, 1)];
  const isLatin = (text: string): boolean => letters.test(text) && !wideLetters.test(text);
  return isLatin(last) && isLatin(first) && /\p{L}/u.test(last + first);
}

/** A text goes on behind its last line: it reaches the end of that line and of no sentence, and no mark follows. */
export function breaksOff(lines: readonly TextLine[], next: readonly TextLine[], room: Room): boolean {
  const last = lines.at(-1);
  const first = next[0];
  if (!last || !first) return false;
  return !sentenceEnd.test(last.text) && parseMark(first.text) === null && isFull(last, first, room);
}
