import { parseBareMark, parseMark } from '../../model/index.ts';
import { joinLines } from '../cell-outline.ts';

/** Circled numbers are characters of their own up to this one. */
const mostCircled = 20;

const circled = (label: string): string | null => {
  const number = parseBareMark(label)?.kind === 'circled' ? Number(label.slice(1)) : 0;
  return number >= 1 && number <= mostCircled ? String.fromCodePoint(0x2460 + number - 1) : null;
};

/** How agencies print a mark before its text, in order of preference; null where a way is not for this mark. */
const spellings: readonly ((label: string) => string | null)[] = [
  circled,
  label => (/^[壹貳參肆伍陸柒捌玖拾一二三四五六七八九]+$/.test(label) ? `${label}、` : null),
  label => (label.endsWith(')') ? label : null),
  label => `${label}.`,
  // The blank keeps a text that begins with a digit from running into the mark.
  label => `${label}. `,
  label => `${label}、`,
  label => `${label} `,
];

/** A mark as it is printed, and the text behind it: one line, or a short heading with its text below. */
export interface MarkedText {
  /** Empty where there is none. */
  readonly mark: string;
  readonly text: string;
}

/** Of the ways to print a mark, the first is taken that is read back as this mark and this text. */
export function marked(label: string | null, text: string): MarkedText {
  if (label === null) return { mark: '', text };
  const isRead = (spelling: string): boolean => {
    const mark = parseMark(spelling + text);
    return mark?.label === label && mark.rest === text;
  };
  const ways = spellings.flatMap(way => way(label) ?? []);
  return { mark: ways.find(isRead) ?? `${label}、`, text };
}

const mostOfTitle = 20;

/**
 * Sets the short heading that a text begins with on a line of its own, as agencies do (訂定標準作業流程 / 訂定申辦案件…), but only
 * where joining the lines gives the very same text.
 */
export function withTitleLine({ mark, text }: MarkedText): MarkedText {
  const blank = text.indexOf(' ');
  if (blank < 2 || blank > mostOfTitle) return { mark, text };
  const lines = [text.slice(0, blank), text.slice(blank + 1)];
  const same = joinLines(lines) === text && parseMark(lines[1]!) === null;
  return { mark, text: same ? lines.join('\n') : text };
}

const narrow: Readonly<Record<string, number>> = { '.': 0.25, ' ': 0.25, '(': 0.33, ')': 0.33 };

/** How wide a mark is in print, in ems of the official fonts. */
export const widthOfMark = (mark: string): number =>
  [...mark].reduce((sum, char) => sum + (narrow[char] ?? (/[0-9A-Za-z]/.test(char) ? 0.55 : 1)), 0);
