import { type Mark, parseMark } from '../../model/index.ts';
import { tidy, widthOf } from './width.ts';

/** A line of the file that has text, with what the blank lines and the layout around it tell. */
export interface TextLine {
  /** From 1, as an editor counts. */
  readonly line: number;
  /** As it came, without blanks at its end; all tabs and stretches of blanks are kept. */
  readonly raw: string;
  readonly text: string;
  /** Columns that it is set in from the left. */
  readonly indent: number;
  readonly width: number;
  readonly mark: Mark | null;
  /** Blank lines right before it. */
  readonly gap: number;
  /** The gap before it differs from what this file has between lines: a page or a paragraph may end there. */
  readonly odd: boolean;
  /** A page begins here for certain. */
  readonly pageTop: boolean;
}

export interface TextLines {
  readonly lines: readonly TextLine[];
  /** Lines that held characters which the encoding could not tell. */
  readonly unreadable: readonly number[];
  /** Lines longer than anybody reads, which were cut. */
  readonly tooLong: readonly number[];
  /** The first line that was left out because there are too many. */
  readonly cutAt: number | null;
}

/** A plan of 500 pages has some 20,000. */
const mostLines = 24_000;
const mostLetters = 20_000;

const breaks = /\r\n|[\n\r\v\u0085\u2028\u2029]/;
const invisible = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Radicals and compatibility forms that look like common characters; fonts of .pdf files give them. */
const lookalikes = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
const htmlTag = /<\/?(?:u|b|i|em|strong|sup|sub|span|p|div|font|center)(?:\s[^<>]{0,200})?>/gi;

/** The lines of a text, cleaned of what is not printed. */
export function linesOf(text: string): TextLines {
  const unreadable: number[] = [];
  const tooLong: number[] = [];
  const found: Omit<TextLine, 'odd'>[] = [];
  let cutAt: number | null = null;
  let [number, gap, pageTop, from] = [0, 0, true, 0];
  while (from <= text.length) {
    const end = nextBreak(text, from);
    const source = text.slice(from, Math.min(end.at, from + mostLetters));
    number++;
    if (end.at - from > mostLetters) tooLong.push(number);
    from = end.next;
    if (source.includes('\ufffd')) unreadable.push(number);
    if (source.includes('\f')) pageTop = true;
    const raw = clean(source);
    if (raw.trim() === '') gap++;
    else if (found.length === mostLines) {
      cutAt = number;
      break;
    } else {
      found.push(lineOf(raw, number, gap, pageTop));
      [gap, pageTop] = [0, false];
    }
  }
  const usual = usualGap(found);
  return {
    lines: found.map(line => ({ ...line, odd: line.pageTop || line.gap !== usual })),
    unreadable,
    tooLong,
    cutAt,
  };
}

function nextBreak(text: string, from: number): { at: number; next: number } {
  const window = text.slice(from, from + mostLetters + 1);
  const near = breaks.exec(window);
  if (near) return { at: from + near.index, next: from + near.index + near[0].length };
  const at = text.indexOf('\n', from + window.length);
  return at < 0 ? { at: text.length, next: text.length + 1 } : { at, next: at + 1 };
}

function clean(source: string): string {
  const text = source
    .replace(invisible, letter => (letter === '\t' ? letter : ''))
    .replace(lookalikes, letter => letter.normalize('NFKC'))
    .replace(htmlTag, '')
    .replaceAll('\u3000', '  ')
    .replaceAll('\u00a0', ' ');
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text.slice(0, end);
}

const listBullet = /^\s*[-*•‧●◆■▪–]\s+(?=\D)/;
const emphasis = /\*\*|__/g;
const hashes = /^#{1,6}\s+/;
/** Programs that save their automatic numbers print a tab behind them. */
const tabbedMark = /^(\s*\S{1,6})\t+(?=[^\t]+$)/;

function lineOf(source: string, line: number, gap: number, pageTop: boolean): Omit<TextLine, 'odd'> {
  const bare = source.replace(emphasis, '').replace(hashes, '');
  const unlisted = parseMark(bare.replace(listBullet, '')) ? bare.replace(listBullet, '') : bare;
  const raw = unlisted.replace(tabbedMark, (whole, mark: string) =>
    parseMark(`${mark.trim()}x`)?.rest === 'x' ? `${mark} ` : whole,
  );
  const text = tidy(raw);
  const lead = /^\s*/.exec(raw)![0].replaceAll('\t', '    ');
  return { line, raw, text, indent: lead.length, width: widthOf(text), mark: parseMark(text), gap, pageTop };
}

function usualGap(lines: readonly { readonly gap: number }[]): number {
  const counts = new Map<number, number>();
  for (const { gap } of lines.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].reduce((best, [gap, count]) => (count > best[1] ? [gap, count] : best), [0, 0])[0]!;
}
