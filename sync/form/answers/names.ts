import { blanks, trimSigns } from './trim.ts';

/** Evidence names in a cell: a numbered list, lines, or names set off by 、 ； or commas. The literal text is kept beside them. */

const marks: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['digit', /^([\d０-９]{1,2})\s*[.．、]\s*(?![\d０-９])/],
  ['digitHalf', /^([\d０-９]{1,2})\s*[)）]\s*/],
  ['paren', /^[(（]\s*([\d０-９]{1,2})\s*[)）]\s*/],
  ['circled', /^([\u2460-\u2473])\s*/],
  ['han', /^([一二三四五六七八九十]{1,3})\s*[、.．]\s*/],
  ['hanParen', /^[(（]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*/],
  ['letter', /^([A-Za-zＡ-Ｚａ-ｚ])\s*[.．、)）]\s*(?![A-Za-z0-9])/],
];
/** What every mark begins with: most names begin with none of these, and need not be tried seven times. */
const beginsMark = /^[\d０-９(（\u2460-\u2473一二三四五六七八九十A-Za-zＡ-Ｚａ-ｚ]/;
const bullet = /^[-–—•‧・●○◆◇■□▪*＊※>➢]\s*(?=\S)/;

export interface NumberMark {
  readonly style: string;
  /** As printed, with the blanks behind it. */
  readonly literal: string;
  readonly ordinal: number;
}

const han = '一二三四五六七八九';
function ordinalOf(numeral: string): number {
  const half = numeral.normalize('NFKC');
  if (/^\d+$/.test(half)) return Number(half);
  if (/^[A-Za-z]$/.test(half)) return half.toUpperCase().charCodeAt(0) - 64;
  const ten = numeral.indexOf('十');
  if (ten < 0) return han.indexOf(numeral) + 1;
  const tens = ten === 0 ? 1 : han.indexOf(numeral[0]!) + 1;
  return tens * 10 + (numeral.length > ten + 1 ? han.indexOf(numeral.at(-1)!) + 1 : 0);
}

/** 1.114年度計畫: a number before a name that begins with digits, which alone could be a decimal. */
const beforeDigits = /^([\d０-９]{1,2})\s*[.．、]\s*/;
/** A year or a file number, which no decimal is. */
const longDigits = /^1\s*[.．、]\s*\d{3}/;

/**
 * The numbering mark that a text begins with.
 * @param inList other lines show that it is one of a list, so that digits may follow it
 */
export function numberMark(text: string, inList = longDigits.test(text)): NumberMark | null {
  if (!beginsMark.test(text)) return null;
  for (const [style, pattern] of marks) {
    const match = pattern.exec(text);
    if (match) return { style, literal: match[0], ordinal: ordinalOf(match[1]!) };
  }
  const match = inList ? beforeDigits.exec(text) : null;
  return match && { style: 'digit', literal: match[0], ordinal: ordinalOf(match[1]!) };
}

/** Lines that are numbered 1. 2. 3. without a gap are a list, whatever follows the numbers. */
function isCounted(lines: readonly string[]): boolean {
  const ordinals = lines.flatMap(line => {
    const match = beforeDigits.exec(line);
    return match ? [ordinalOf(match[1]!)] : [];
  });
  return ordinals.length > 1 && ordinals.every((ordinal, i) => ordinal === i + 1);
}

/** Texts that say that there is none, or stand for a blank. */
const none = /^(?:無|沒有|免附|無須檢附|無佐證資料|略|-+|—+|－+|\/|N\/?A)[。.]?$/i;

const closers: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '[': ']',
  '“': '”',
};

/** Splits at separators that stand outside brackets and quotation marks. */
function splitOutside(text: string, isSeparator: (sign: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  const awaited: string[] = [];
  let piece = '';
  const closed = new Set(Object.values(closers).filter(closer => text.includes(closer)));
  for (const sign of text) {
    const closer = closers[sign];
    if (closer && closed.has(closer)) awaited.push(closer);
    else if (sign === awaited.at(-1)) awaited.pop();
    if (awaited.length === 0 && isSeparator(sign)) {
      pieces.push(piece);
      piece = '';
    } else piece += sign;
  }
  return [...pieces, piece];
}

const listSigns = ['；;', '、', '，,'] as const;

/** Names in one line without numbers: the strongest sign that occurs sets them off; the weaker ones belong to the names. */
export function splitLine(line: string): { readonly names: readonly string[]; readonly sign: string | null } {
  for (const signs of listSigns) {
    if (!line.includes(signs[0]!) && !line.includes(signs.at(-1)!)) continue;
    const pieces = splitOutside(line, sign => signs.includes(sign));
    if (pieces.length > 1) {
      const sign = [...line].find(each => signs.includes(each)) ?? null;
      const names = signs === '；;' ? pieces.flatMap(piece => splitOutside(piece, each => each === '、')) : pieces;
      return { names, sign };
    }
  }
  return { names: [line], sign: null };
}

/** A line such as `1.甲 2.乙` or `①甲②乙`: cut where the next number of the same style stands. */
function cutInline(line: string): readonly string[] {
  const first = numberMark(line);
  if (!first) return [line];
  const inList = longDigits.test(line);
  const pieces: string[] = [];
  let begin = 0;
  let next = first.ordinal + 1;
  for (let at = first.literal.length; at < line.length; at++) {
    const before = line[at - 1]!;
    const loose = /[\s\u3000；;、，,。.）)]/.test(before) || first.style === 'circled' || first.style === 'paren';
    const mark = loose ? numberMark(line.slice(at), inList) : null;
    if (mark && mark.style === first.style && mark.ordinal === next) {
      pieces.push(line.slice(begin, at));
      begin = at;
      next += 1;
      at += mark.literal.length - 1;
    }
  }
  return [...pieces, line.slice(begin)];
}

const closing: ReadonlySet<string> = new Set([...blanks, ...'；;、，,。']);
const tidyName = (name: string): string => trimSigns(name, closing, blanks);

/** The names that stand in an evidence cell, in order, without their numbers; none for 無 and its like. */
export function evidenceNames(text: string): readonly string[] {
  if (none.test(text.trim())) return [];
  const printed = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const counted = isCounted(printed);
  const lines = printed.flatMap(line => (counted ? [line] : cutInline(line)));
  const markOf = (line: string): string | undefined =>
    numberMark(line, counted || longDigits.test(line))?.literal ?? bullet.exec(line)?.[0];
  if (!lines.some(markOf))
    return lines.flatMap(line => splitLine(line).names.map(tidyName)).filter(name => name !== '');
  const names: string[] = [];
  lines.forEach((line, i) => {
    const mark = markOf(line);
    if (mark !== undefined) names.push(line.slice(mark.length));
    else if (i === 0 && /[:：]$/.test(line)) return;
    else if (names.length > 0) names[names.length - 1] += line;
    else names.push(line);
  });
  return names.map(tidyName).filter(name => name !== '');
}
