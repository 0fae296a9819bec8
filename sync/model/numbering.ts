import { parseRocDate } from './roc-date.ts';

/** Kinds of numbering marks, from the outermost that plans use to the innermost. */
export const markKinds = [
  'formal',
  'han',
  'hanParen',
  'digit',
  'compound',
  'digitParen',
  'digitHalfParen',
  'stem',
  'stemParen',
  'circled',
  'letter',
  'letterParen',
] as const;
export type MarkKind = (typeof markKinds)[number];

/** A numbering mark and the text behind it. */
export interface Mark {
  readonly kind: MarkKind;
  /** The mark without its trailing dot, in half width, without blanks: 壹, 一, (一), 1, 1.2, (1), 1), 甲, (甲), ○1, A, (A). */
  readonly label: string;
  /** Its number within the kind, from 1; for a compound one the last number. */
  readonly ordinal: number;
  /** What follows the mark, as printed. */
  readonly rest: string;
}

/** Depth of a kind against other kinds; a smaller rank stands further out. */
export const markRank = (kind: MarkKind): number => markKinds.indexOf(kind);

const hanDigits = '一二三四五六七八九';
const formalDigits = '壹貳參肆伍陸柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const formalVariants: Readonly<Record<string, string>> = { 贰: '貳', 叁: '參', 参: '參', 陆: '陸' };

/** 一 to 九十九, with 廿 and 卅; 0 when the numeral is none of them. */
function hanOrdinal(numeral: string): number {
  const match = /^(?:([二三四五六七八九]?)十|([廿卅]))?([一二三四五六七八九]?)$/.exec(numeral);
  if (!match || numeral === '') return 0;
  const [, tens, twenty, ones] = match;
  const ten = twenty
    ? twenty === '廿'
      ? 2
      : 3
    : tens === undefined
      ? 0
      : tens === ''
        ? 1
        : hanDigits.indexOf(tens) + 1;
  return ten * 10 + (ones ? hanDigits.indexOf(ones) + 1 : 0);
}

/** 壹 to 拾玖; 0 when the numeral is none of them. */
function formalOrdinal(numeral: string): number {
  const match = /^(拾?)([壹貳參肆伍陸柒捌玖]?)$/.exec(numeral.replace(/[贰叁参陆]/g, c => formalVariants[c]!));
  if (!match || numeral === '') return 0;
  return (match[1] ? 10 : 0) + (match[2] ? formalDigits.indexOf(match[2]) + 1 : 0);
}

const stemOrdinal = (stem: string): number => stems.indexOf(stem) + 1;
const letterOrdinal = (letter: string): number => letter.toUpperCase().charCodeAt(0) - 64;
const halfWidth = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** The ideographic comma comes in full, small and half width. */
const comma = '、﹑､';
const dot = `[.．﹒${comma},，]`;
const open = '[(（﹙]';
const close = '[)）﹚]';
const digit = '[0-9０-９]';
const digits = `(${digit}{1,2})`;
const hundreds = `([1-9１-９]${digit}{2})`;
const compound = `(${digit}{1,2}(?:[.．\\-－]${digit}{1,2}){1,3})`;
const han = '([一二三四五六七八九十廿卅]{1,3})';
/** A number before one of these counts or dates something and numbers nothing. */
const counted = '(?![\\d０-９]|[年月日號時點分秒個項次人件大種週天季級樓成倍元歲]|%|％|℃)';

const hanNumeral = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return (tens > 1 ? hanDigits[tens - 1] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? hanDigits[ones - 1] : '');
};

const labels: Readonly<Record<Exclude<MarkKind, 'compound'>, (ordinal: number) => string>> = {
  formal: n => (n >= 10 ? '拾' : '') + (n % 10 > 0 ? formalDigits[(n % 10) - 1] : ''),
  han: hanNumeral,
  hanParen: n => `(${hanNumeral(n)})`,
  digit: n => `${n}`,
  digitParen: n => `(${n})`,
  digitHalfParen: n => `${n})`,
  stem: n => stems.charAt(n - 1),
  stemParen: n => `(${stems.charAt(n - 1)})`,
  circled: n => `○${n}`,
  letter: n => String.fromCharCode(64 + n),
  letterParen: n => `(${String.fromCharCode(64 + n)})`,
};

/** How far the kinds count that do not count to 99. */
const mostOf: Partial<Record<MarkKind, number>> = {
  formal: 19,
  digit: 999,
  stem: 10,
  stemParen: 10,
  letter: 26,
  letterParen: 26,
};

/** The label of a number within a kind, as `parseMark` gives it; null for compound marks and beyond what the kind can count. */
export function markLabel(kind: MarkKind, ordinal: number): string | null {
  return kind === 'compound' || ordinal < 1 || ordinal > (mostOf[kind] ?? 99) ? null : labels[kind](ordinal);
}

type Reader = (match: RegExpExecArray) => Omit<Mark, 'rest'>;
interface Pattern {
  readonly shape: RegExp;
  readonly read: Reader;
}

const pattern = (source: string, read: Reader): Pattern => ({ shape: new RegExp(`^\\s*${source}\\s*`, 'u'), read });
const numbered =
  (kind: MarkKind, ordinalOf: (text: string) => number, label: (text: string) => string): Reader =>
  match => {
    const text = halfWidth(match[1]!);
    return { kind, label: label(text), ordinal: ordinalOf(text) };
  };
const same = (text: string): string => text;
const inParens = (text: string): string => `(${text})`;

/** Single characters that are whole marks: ㈠ ⑴ ⒈ ① ❶, by the code point of the first of each row. */
const wholeMarks: readonly { first: number; count: number; kind: MarkKind; label: (n: number) => string }[] = [
  { first: 0x3220, count: 10, kind: 'hanParen', label: n => `(${n === 10 ? '十' : hanDigits[n - 1]})` },
  { first: 0x2474, count: 20, kind: 'digitParen', label: n => `(${n})` },
  { first: 0x2488, count: 20, kind: 'digit', label: n => `${n}` },
  { first: 0x2460, count: 20, kind: 'circled', label: n => `○${n}` },
  { first: 0x2776, count: 10, kind: 'circled', label: n => `○${n}` },
];

function wholeMark(match: RegExpExecArray): Omit<Mark, 'rest'> {
  const code = match[1]!.codePointAt(0)!;
  const row = wholeMarks.find(({ first, count }) => code >= first && code < first + count)!;
  const ordinal = code - row.first + 1;
  return { kind: row.kind, label: row.label(ordinal), ordinal };
}

/** 99.12.31 is a day. */
const isDay = (label: string): boolean => Number(label.slice(0, 2)) >= 80 && parseRocDate(label) !== null;

function compoundMark(match: RegExpExecArray): Omit<Mark, 'rest'> {
  const label = halfWidth(match[1]!);
  return { kind: 'compound', label, ordinal: isDay(label) ? 0 : Number(/\d+$/.exec(label)![0]) };
}

/** In order of trial: the first that fits decides. */
const patterns: readonly Pattern[] = [
  pattern(`([㈠-㈩⑴-⒇⒈-⒛①-⑳❶-❿])[.．${comma}]?`, wholeMark),
  pattern(
    `[○◯〇]\\s*${digits}${dot}?`,
    numbered('circled', Number, text => `○${text}`),
  ),
  pattern(`${open}\\s*${han}\\s*${close}${dot}?`, numbered('hanParen', hanOrdinal, inParens)),
  pattern(`${open}\\s*${digits}\\s*${close}${dot}?`, numbered('digitParen', Number, inParens)),
  pattern(`${open}\\s*([A-Za-zＡ-Ｚａ-ｚ])\\s*${close}${dot}?`, numbered('letterParen', letterOrdinal, inParens)),
  pattern(
    `([壹貳參肆伍陸柒捌玖拾贰叁参陆]{1,2})\\s*(?:[.．﹒${comma},，:：]|\\s)`,
    numbered('formal', formalOrdinal, same),
  ),
  pattern(`${han}\\s*(?:[.．﹒${comma}:：]|\\s)`, numbered('han', hanOrdinal, same)),
  // 甲、乙級 names two of something and numbers nothing.
  pattern(`([${stems}])\\s*[.．﹒${comma}:：](?!\\s*[${stems}])`, numbered('stem', stemOrdinal, same)),
  pattern(`${open}\\s*([${stems}])\\s*${close}${dot}?`, numbered('stemParen', stemOrdinal, inParens)),
  pattern(`${compound}(?:\\s*[.．、﹑､](?!${digit})|\\s)`, compoundMark),
  pattern(`${digits}\\s*[.．﹒](?=[0-9０-９]{2,4}\\s*年)`, numbered('digit', Number, same)),
  pattern(`${digits}\\s*(?:${dot}(?![0-9０-９])|\\s(?!\\s*[\\d０-９])${counted})`, numbered('digit', Number, same)),
  pattern(`${hundreds}\\s*[.．﹒${comma}](?!\\s*${digit})\\s*${counted}`, numbered('digit', Number, same)),
  pattern(
    `${digits}\\s*${close}`,
    numbered('digitHalfParen', Number, text => `${text})`),
  ),
  pattern(`([A-Za-zＡ-Ｚａ-ｚ])\\s*[.．﹒${comma})）](?![A-Za-z][.．])`, numbered('letter', letterOrdinal, same)),
];

/**
 * Parses the numbering mark that a text begins with, in half or full width, with or without its dot.
 * A bare number needs a dot or a blank behind it, so that 3大項目, 114年 and 1.5公里 are text.
 * @returns null when the text begins with no mark
 */
export function parseMark(text: string): Mark | null {
  for (const { shape, read } of patterns) {
    const match = shape.exec(text);
    if (!match) continue;
    const mark = read(match);
    if (mark.ordinal > 0) return { ...mark, rest: text.slice(match[0].length) };
  }
  return null;
}

const glued = new RegExp(`^\\s*${digits}\\s*(?:[.．﹒]|${counted})\\s*(?=\\S)`, 'u');

/**
 * Parses a number glued to its text (1訂定…, 2.3樓…), which is a mark only if the numbering around it asks for it:
 * the caller must know that `ordinal` is the next one.
 */
export function parseGluedMark(text: string): Mark | null {
  const match = glued.exec(text);
  const ordinal = Number(halfWidth(match?.[1] ?? ''));
  return match && ordinal > 0
    ? { kind: 'digit', label: `${ordinal}`, ordinal, rest: text.slice(match[0].length) }
    : null;
}

const gluedCompound = new RegExp(`^\\s*${compound}(?![.．\\-－]?${digit})${counted}(?=\\S)`, 'u');

/**
 * Parses a compound number glued to its text (1-1訂定…, 1.2.3訂定…), which is a mark only if those around it go on with it:
 * 1.5公里 and 2-3場 begin like that as well.
 */
export function parseGluedCompound(text: string): Mark | null {
  const match = gluedCompound.exec(text);
  const mark = match && compoundMark(match);
  return mark && mark.ordinal > 0 ? { ...mark, rest: text.slice(match[0].length) } : null;
}

/** Parses a text that is nothing but a mark, as in a column of its own; null when there is more to it. */
export function parseBareMark(text: string): Mark | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 12) return null;
  const plain = halfWidth(trimmed);
  if (/^\d{3}$/.test(plain)) return { kind: 'digit', label: plain, ordinal: Number(plain), rest: '' };
  const mark = parseMark(`${trimmed.replace(/[.．、]$/, '')}、`) ?? parseMark(trimmed);
  return mark && mark.rest.replace(/[、.．]/g, '') === '' ? { ...mark, rest: '' } : null;
}
