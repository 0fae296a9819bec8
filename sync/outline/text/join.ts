import { parseMark } from '../../model/index.ts';
import type { TextLine } from './lines.ts';
import { tidy } from './width.ts';

/** A full stop, or what closes a whole sentence. */
export const endsSentence = (text: string): boolean => /[。！？!?；;][」』）)]?$/.test(text.slice(-2));
/** The sentence goes on for certain. */
export const goesOn = (text: string): boolean =>
  /[，,、「『（(《]$|.{8}[及與和或之的]$/.test(text.slice(-9)) || opensMore(text);
/** Nothing begins with what closes or parts something. */
export const mustContinue = (text: string): boolean => /^[，。、；：！？」』）)》,;:!?%％]/.test(text);

const opening = '「『《(（';
const closing = '」』》)）';

/** An opening bracket further back than this was never closed. */
const farthest = 200;

/** The last bracket of a text opens. */
function opensMore(text: string): boolean {
  for (let i = text.length - 1; i >= Math.max(0, text.length - farthest); i--) {
    const letter = text.charAt(i);
    if (closing.includes(letter)) return false;
    if (opening.includes(letter)) return true;
  }
  return false;
}

const latinSeam = /[\w)\]] [\w([]$/;

/** What stood between two lines before wrapping parted them: nothing between Han characters, a blank between Latin words. */
export const seamBetween = (before: string, after: string): string =>
  latinSeam.test(`${before.slice(-1)} ${after.slice(0, 1)}`) ? ' ' : '';

/** Two lines that wrapping parted, put together. */
const joinWrapped = (before: string, after: string): string => before + seamBetween(before, after) + after;

/** How much room the first word of a line needs: a long Latin word goes to the next line as a whole. */
const firstWord = (text: string): number => {
  const latin = /^[\w@.:/-]+/.exec(text);
  return latin ? latin[0].length : 2;
};

/** Whether the next word would not have fitted behind a line, so that the line break is mere wrapping. */
export function isFull(line: Pick<TextLine, 'indent' | 'width'>, next: string, margin: number, slack = 4): boolean {
  return line.indent + line.width + firstWord(next) + slack > margin;
}

/**
 * Blanks that the wrapping of a narrow cell left inside one line: the stretches between them are about equally long.
 * Where they are, they are taken out; a single blank behind a short title stays.
 */
export function withoutWrapBlanks(text: string): string {
  const pieces = tidy(text).split(' ');
  if (pieces.length < 4) return tidy(text);
  const lengths = pieces.slice(0, -1).map(piece => [...piece].length);
  const longest = Math.max(...lengths);
  const even = lengths.filter(length => length >= longest - 3).length;
  if (longest > 24 || even < lengths.length - 2) return tidy(text);
  return pieces.reduce((all, piece, i) => {
    const before = pieces[i - 1]!;
    const apart =
      endsSentence(before) || parseMark(piece) !== null || (lengths[i - 1]! < longest - 2 && !goesOn(before));
    return apart ? `${all} ${piece}` : joinWrapped(all, piece);
  });
}
