import { type Mark, type MarkKind, markRank, parseBareMark, parseMark } from '../../../sync/model/index.ts';

const hanDigits = '零一二三四五六七八九';
const formalDigits = '零壹貳參肆伍陸柒捌玖';

/** 1–99 in numerals of some script: 十, 十一, 二十, 二十一. */
function numeral(value: number, digits: string, ten: string): string {
  if (value < 10) return digits[value]!;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : digits[tens]}${ten}${ones === 0 ? '' : digits[ones]}`;
}

const letter = (value: number): string => String.fromCharCode(64 + Math.min(value, 26));

interface Style {
  /** The label of a number. */
  readonly label: (ordinal: number, like: string) => string;
  /** What is printed between label and text. */
  readonly stop: string;
}

const styles: Readonly<Record<MarkKind, Style>> = {
  formal: { label: n => numeral(n, formalDigits, '拾'), stop: '、' },
  han: { label: n => numeral(n, hanDigits, '十'), stop: '、' },
  hanParen: { label: n => `(${numeral(n, hanDigits, '十')})`, stop: '' },
  digit: { label: String, stop: '.' },
  compound: { label: (n, like) => like.replace(/\d+$/, String(n)), stop: '' },
  digitParen: { label: n => `(${n})`, stop: '' },
  digitHalfParen: { label: n => `${n})`, stop: '' },
  circled: { label: n => `○${n}`, stop: '' },
  letter: { label: letter, stop: '.' },
  letterParen: { label: n => `(${letter(n)})`, stop: '' },
};

/** The kinds that plans use, from the top: 一 (一) 1 (1) ○1 A. */
const usual: readonly MarkKind[] = ['han', 'hanParen', 'digit', 'digitParen', 'circled', 'letter'];

/** The mark as documents print it before its text: 一、 (一) 1. (1) ○1 A. */
export const printedLabel = (label: string): string => label + stopOf(parseBareMark(label));
const stopOf = (mark: Mark | null): string => (mark === null ? '' : styles[mark.kind].stop);

/** How far in a label's kind of numbering stands against other kinds; null when it is no numbering. */
export function rankOf(label: string): number | null {
  const mark = parseBareMark(label);
  return mark === null ? null : markRank(mark.kind);
}

/**
 * The label of the row after one labelled `previous`, or of the first row at a depth. Null where the sibling before has none.
 * @param previous the label of the sibling before; undefined when there is none
 */
export function nextLabel(previous: string | null | undefined, depth: number): string | null {
  if (previous === null) return null;
  if (previous === undefined) return styles[usual[Math.min(depth, usual.length - 1)]!].label(1, '');
  const mark = parseBareMark(previous);
  return mark === null ? null : styles[mark.kind].label(mark.ordinal + 1, mark.label);
}

/** The labels that siblings should carry, counted from 1 in the kind of numbering that the first labelled one has. */
export function renumbered(labels: readonly (string | null)[]): readonly (string | null)[] {
  const first = labels.map(label => (label === null ? null : parseBareMark(label))).find(mark => mark !== null);
  if (!first) return labels;
  let ordinal = 0;
  return labels.map(label => {
    if (label === null) return null;
    ordinal += 1;
    return styles[first.kind].label(ordinal, first.label);
  });
}

/** Parts the numbering at the start of a text from the text, which otherwise stays as it is. */
export function splitLabel(text: string): { readonly label: string | null; readonly text: string } {
  const mark = parseMark(text.trim());
  return mark === null ? { label: null, text: text.trim() } : { label: mark.label, text: mark.rest.trim() };
}
