import { parseMark } from '../../model/index.ts';
import { isFragmented, type SlotLine } from './cut-cells.ts';
import type { Piece } from './pieces.ts';
import type { SlotPiece } from './slots.ts';
import { solid, widthOf } from './width.ts';

/** What was done about characters that recognition had damaged. */
interface DamageNote {
  readonly code: 'text_lost' | 'text_speck' | 'text_month_guessed' | 'text_repeated';
  readonly line: number;
  readonly text: string;
}

/** Of three printings of a month at least so many must be whole before a damaged one is read as it. */
const wholeMonths = 3;

/**
 * Cleans the lines of a table that was recognised from a picture. Specks, and characters that stand for none, are taken
 * out; a month of which only the number is left is read as one that the table uses; a line that was recognised twice
 * counts once. Each of these is told with its line.
 */
export function withoutDamage(lines: readonly SlotLine[]): {
  lines: readonly SlotLine[];
  notes: readonly DamageNote[];
} {
  if (!isFragmented(lines)) return { lines, notes: [] };
  const months = monthsIn(lines);
  const notes: DamageNote[] = [];
  const cleaned: SlotLine[] = [];
  for (const [i, line] of lines.entries()) {
    const pieces = line.pieces.flatMap(part => {
      const note = (code: DamageNote['code']): void => {
        notes.push({ code, line: line.line, text: part.piece.text });
      };
      const month = damagedMonth(part.piece, months);
      if (month !== null) {
        note('text_month_guessed');
        return [{ ...part, piece: { ...part.piece, text: `${month}月`, kind: 'deadline' as const, guessed: true } }];
      }
      if (isSpeck(part.piece)) {
        note('text_speck');
        return [];
      }
      const garbled = isGarbled(part.piece);
      if (garbled || isFalseStart(part, lines, i)) {
        note('text_lost');
        return garbled && /[，,。、]/.test(part.piece.text) ? [part] : [];
      }
      return [part];
    });
    if (pieces.length === 0) continue;
    cleaned.push(withoutRepeat({ ...line, pieces }, cleaned, notes));
  }
  return { lines: cleaned, notes };
}

function monthsIn(lines: readonly SlotLine[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { piece } of lines.flatMap(({ pieces }) => pieces)) {
    if (piece.kind !== 'deadline') continue;
    for (const [, month] of piece.text.matchAll(/(\d{1,2})\s*月/g)) {
      counts.set(Number(month), (counts.get(Number(month)) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= wholeMonths).map(([month]) => month));
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** 6 H \ for 6月、: the number is whole, and what is left of the word is no word. */
function damagedMonth({ text, kind }: Piece, months: ReadonlySet<number>): number | null {
  if (kind !== 'text' || hasHan(text) || text.length > 7 || /[A-Za-z]{2}/.test(text)) return null;
  const month = Number(/^(1[0-2]|[1-9])(?:\s*[^\d\s]|\s+[^\d])/.exec(text)?.[1]);
  return months.has(month) ? month : null;
}

const isSpeck = ({ text, kind }: Piece): boolean =>
  kind === 'text' && !hasHan(text) && (solid(text).length <= 2 || /^[\d\s/.,|\\-]+$/.test(text)) && !parseMark(text);

const strayNumber =
  /(?<=[\p{Script=Han}])(?<![第每達逾約共計於近滿之表至到])\s*\d{1,3}(?=\s*\p{Script=Han}|$)(?!\s*[年月日時分秒條項款次個種類級樓號期屆人件元萬億千百大小度季週])/gu;

/** Numbers within words, again and again: nobody writes 入五州4人太光444. */
const isGarbled = ({ text, kind, mark, level }: Piece): boolean =>
  kind === 'text' && level === null && text.length <= 30 && ((mark?.rest ?? text).match(strayNumber)?.length ?? 0) >= 2;

/** A number out of turn right above the line with the number that is due: the same line, recognised badly. */
function isFalseStart({ piece, slot }: SlotPiece, lines: readonly SlotLine[], at: number): boolean {
  if (piece.level !== 1 || !piece.mark) return false;
  const due = lastOrdinal(lines, at, piece) + 1;
  const next = lines[at + 1]?.pieces.find(other => other.slot === slot && other.piece.level === 1)?.piece.mark;
  return piece.mark.ordinal !== due && due > 1 && next?.ordinal === due;
}

function lastOrdinal(lines: readonly SlotLine[], at: number, { level }: Piece): number {
  for (let i = at - 1; i >= Math.max(0, at - 60); i--) {
    const found = lines[i]!.pieces.findLast(({ piece }) => piece.level === level);
    if (found) return found.piece.mark!.ordinal;
  }
  return 0;
}

/** A line with the number of the line right above it is that line, recognised again. */
function withoutRepeat(line: SlotLine, above: SlotLine[], notes: DamageNote[]): SlotLine {
  const pieces = line.pieces.map(part => {
    const { piece } = part;
    if (piece.level === null || !piece.mark) return part;
    const last = above.at(-1);
    const twin = last?.pieces.findIndex(({ piece: other }) => other.level === piece.level) ?? -1;
    const other = last?.pieces[twin]?.piece;
    if (!last || !other?.mark || other.mark.ordinal !== piece.mark.ordinal || line.line - last.line > 2) return part;
    notes.push({ code: 'text_repeated', line: line.line, text: piece.text });
    if (solid(other.text) === solid(piece.text)) {
      above[above.length - 1] = { ...last, pieces: last.pieces.filter((_, i) => i !== twin) };
      return part;
    }
    const [first = '', ...rest] = piece.mark.rest.split(' ');
    const alike = resembles(first, other.mark.rest);
    const kept = alike ? other : piece;
    above[above.length - 1] = { ...last, pieces: last.pieces.map((p, i) => (i === twin ? { ...p, piece: kept } : p)) };
    const remainder = alike ? rest.join(' ') : '';
    return { ...part, piece: { ...piece, text: remainder, mark: null, level: null, width: widthOf(solid(remainder)) } };
  });
  return { ...line, pieces: pieces.filter(({ piece }) => piece.text !== '') };
}

/** At least half of the characters of the shorter one stand in the other. */
function resembles(a: string, b: string): boolean {
  const letters = new Set(b);
  const shared = [...a].filter(letter => letters.has(letter)).length;
  return shared * 2 >= Math.min([...a].length, letters.size);
}
