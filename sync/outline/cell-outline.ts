import { type Mark, parseGluedCompound, parseGluedMark, parseMark } from '../model/index.ts';
import { beginsWithDecimal } from './glued-marks.ts';

/** A stretch of a cell's text under one numbering mark, or under none. */
export interface Segment {
  readonly mark: Omit<Mark, 'rest'> | null;
  readonly text: string;
  /** The mark was taken for one only because the numbering around it asks for it. */
  readonly guessed: boolean;
}

interface OpenSegment {
  mark: Omit<Mark, 'rest'> | null;
  guessed: boolean;
  readonly lines: string[];
}

/**
 * Splits the text of a cell at its numbering marks: at the beginning of lines, and within a line where the next number of
 * the same kind follows a sentence (1.甲。2.乙。).
 * @param isNext whether the numbering around the cell asks for this number at the cell's beginning
 * @param compound whether the cells around begin with numbers such as 1-2 that are glued to their texts
 */
export function splitCell(
  text: string,
  isNext: (ordinal: number) => boolean,
  compound: boolean = false,
): readonly Segment[] {
  const open: OpenSegment[] = [];
  for (const line of text.split(/\r?\n/)) {
    for (const piece of piecesOf(line.trim(), lastOrdinal(open))) {
      if (piece === '') continue;
      const strict = parseMark(piece);
      const mark = strict ?? (compound ? parseGluedCompound(piece) : null) ?? gluedMark(piece, open, isNext);
      const current = open.at(-1);
      if (mark) {
        const { rest, ...bare } = mark;
        open.push({ mark: bare, guessed: strict === null, lines: rest === '' ? [] : [rest] });
      } else if (current) current.lines.push(piece);
      else open.push({ mark: null, guessed: false, lines: [piece] });
    }
  }
  return open.map(({ mark, guessed, lines }) => ({ mark, guessed, text: joinLines(lines) }));
}

type Numbered = Omit<Mark, 'rest'>;
const lastOrdinal = (open: readonly OpenSegment[]): Numbered | null => open.findLast(s => s.mark)?.mark ?? null;

function gluedMark(piece: string, open: readonly OpenSegment[], isNext: (ordinal: number) => boolean): Mark | null {
  const mark = parseGluedMark(piece);
  if (!mark) return null;
  const digits = open.findLast(segment => segment.mark?.kind === 'digit')?.mark;
  if (digits) return digits.ordinal + 1 === mark.ordinal ? mark : null;
  if (open.length > 0 || (mark.ordinal === 1 && beginsWithDecimal(piece))) return null;
  return isNext(mark.ordinal) ? mark : null;
}

const sentenceEnd = /[。；;！!？?]\s*|\s+/g;

/** Cuts a line before every mark that continues the numbering it stands in. */
function piecesOf(line: string, last: Numbered | null): readonly string[] {
  let current = parseMark(line) ?? last;
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: gap } of line.matchAll(sentenceEnd)) {
    const start = index + gap.length;
    const mark = current && start > from ? parseMark(line.slice(start)) : null;
    if (!current || mark?.kind !== current.kind || mark.ordinal !== current.ordinal + 1) continue;
    pieces.push(line.slice(from, start).trim());
    from = start;
    current = mark;
  }
  return [...pieces, line.slice(from)];
}

const sentence = /[。；;：:！？!?]$/;
const latinSeam = /[\w)\]] [\w([]$/;
const titleLetters = 20;

/**
 * Joins the lines of one text. A blank stays between a title line and what follows it, after a finished sentence and
 * between Latin words; any other line merely wrapped and goes on without one.
 */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const [i, raw] of lines.entries()) {
    const line = tidy(raw);
    const isTitle = i === 1 && text.length <= titleLetters && !/[，,、]/.test(text);
    const apart = isTitle || sentence.test(text) || latinSeam.test(`${text.slice(-1)} ${line.slice(0, 1)}`);
    text += (text !== '' && apart ? ' ' : '') + line;
  }
  return text;
}

/** One blank for many; none in words that were spread out (執 行 重 點) and before marks that close. */
function tidy(line: string): string {
  const single = line.replace(/\s+/g, ' ').trim();
  return gather(single).replace(/(?<=\p{Script=Han}) (?=[，。、；：！？）」』])/gu, '');
}

const spread =
  /(?<=^|[^\p{Script=Han}])\p{Script=Han}{1,3}(?: [，、；]?\p{Script=Han}{1,3}[，、；]?(?= |$|[^\p{Script=Han}])){2,}/gu;
const alone = /(?<!\p{Script=Han})\p{Script=Han}(?: \p{Script=Han}(?!\p{Script=Han}))+/gu;
const hanGap = /(?<=[\p{Script=Han}，、；]) (?=[\p{Script=Han}，、；])/gu;

/** Justified lines come out with a blank after every word or two; a title and its body have one between them. */
const gather = (line: string): string =>
  line.replace(spread, run => run.replace(hanGap, '')).replace(alone, run => run.replaceAll(' ', ''));
