import { type Mark, parseGluedMark, parseMark } from '../../model/index.ts';
import { endsSentence } from './join.ts';
import type { Levels } from './levels.ts';
import type { TextLine } from './lines.ts';
import { looksLikeDeadline, looksLikeUnits } from './vocabulary.ts';
import { solid, widthOf } from './width.ts';

/** What stands in one line of a text and in one cell of its table, as far as the line itself tells. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  readonly width: number;
  readonly mark: Mark | null;
  /** The depth of its mark in this table; null without a mark of the ladder. */
  readonly level: number | null;
  /** The number of a mark that merely touches its text (3線上申辦), which the numbering may ask for. */
  readonly glued: number | null;
  readonly kind: 'text' | 'unit' | 'deadline';
  /** A page or a paragraph may have ended before it. */
  readonly odd: boolean;
  /** It was cut from a line that holds something else too. */
  readonly cut: boolean;
  /** What it says was guessed from damaged characters. */
  readonly guessed?: boolean;
}

export interface PieceContext {
  readonly levels: Levels;
  readonly units: ReadonlySet<string>;
  readonly hasUnits: boolean;
  readonly hasDeadlines: boolean;
}

const mostTornLines = 3;
/** Lines of a real table hold parts of a few cells. */
const cutsOfALine = 24;
const mostCuts = 6000;
/** Beyond it a line is no line of a table. */
const longestCut = 1200;

/** The lines of a table that were printed one below the other, cut where one line holds parts of two cells. */
export function piecesOf(lines: readonly TextLine[], context: PieceContext): readonly Piece[] {
  let left = mostCuts;
  const pieces = lines.flatMap(({ text, line, odd }) => {
    const own = piecesOfText(text, line, odd, context, left);
    left -= own.length - 1;
    return own;
  });
  return context.hasUnits ? joinTornUnits(pieces, context.units) : pieces;
}

/** One text, cut where it holds parts of two cells. */
export function piecesOfText(
  text: string,
  line: number,
  odd: boolean,
  context: PieceContext,
  mostCuts = cutsOfALine,
): readonly Piece[] {
  const texts = cutLine(text, context, Math.min(cutsOfALine, mostCuts)).flatMap(part =>
    context.hasDeadlines && looksLikeDeadline(part) ? deadlinesIn(part) : [part],
  );
  return texts.map((part, i) => pieceOf(part, line, odd && i === 0, texts.length > 1, context));
}

/** Deadlines of several rows in one cell: 4月 6月、12月 are two, because a list has its commas. */
const deadlinesIn = (text: string): readonly string[] => text.split(/(?<=月[底初份前]?)\s*(?=[0-9０-９]{1,2}\s*月)/);

function pieceOf(text: string, line: number, odd: boolean, cut: boolean, context: PieceContext): Piece {
  const mark = parseMark(text);
  const level = mark ? (context.levels.get(mark.kind) ?? null) : null;
  const glued = mark ? null : (parseGluedMark(text)?.ordinal ?? null);
  const isUnit = context.hasUnits && mark === null && isKnownUnits(text, context.units);
  const isDeadline = context.hasDeadlines && looksLikeDeadline(text);
  const kind = isUnit ? 'unit' : isDeadline ? 'deadline' : 'text';
  return { text, line, width: widthOf(solid(text)), mark, level, glued, kind, odd, cut };
}

/** More than the units or the deadline of a step take. */
const longestBeside = 80;

/** Cuts before a mark that follows a blank, and before a unit or a deadline at the end. */
function cutLine(text: string, context: PieceContext, most: number): readonly string[] {
  const cuts: number[] = [];
  const first = parseMark(text);
  for (const { index } of text.slice(0, longestCut).matchAll(/\s+/g)) {
    if (cuts.length >= most) break;
    const rest = text.slice(index, index + longestBeside).trimStart();
    const mark = parseMark(rest);
    const level = mark && context.levels.get(mark.kind);
    const before = text.slice(Math.max(cuts.at(-1) ?? 0, index - longestBeside), index);
    const follows = first === null || mark?.kind !== first.kind || endsSentence(before);
    if (
      mark &&
      level !== undefined &&
      level !== null &&
      before !== '' &&
      follows &&
      !parseMark(`${before} `)?.rest.match(/^$/)
    ) {
      cuts.push(index);
    } else if (text.length - index < longestBeside && isBeside(rest, context) && before.trim().length > 1) {
      cuts.push(index);
      break;
    }
  }
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length).trim()).filter(piece => piece !== '');
}

const isKnownUnits = (text: string, units: ReadonlySet<string>): boolean =>
  units.has(solid(text)) || text.split(/[\s、,，/／及]+/).every(name => units.has(name));

const isBeside = (rest: string, { units, hasUnits, hasDeadlines }: PieceContext): boolean =>
  (hasUnits && isKnownUnits(rest, units)) || (hasDeadlines && looksLikeDeadline(rest));

/** A unit's name that was printed over several lines (役政災 / 防課) is one piece again, with its line breaks. */
function joinTornUnits(pieces: readonly Piece[], units: ReadonlySet<string>): readonly Piece[] {
  const widest = Math.max(10, ...[...units].map(name => widthOf(name)));
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const count =
      piece.kind === 'text' && piece.mark === null && piece.width < widest
        ? tornLines(pieces, i, units, joined.at(-1))
        : 1;
    if (count > 1) {
      const parts = pieces.slice(i, i + count);
      joined.push({ ...piece, kind: 'unit', text: parts.map(part => part.text).join('\n') });
    } else joined.push(piece);
    i += count - 1;
  }
  return joined;
}

/** How many pieces from `at` on are one torn name; 1 when they are none. */
function tornLines(
  pieces: readonly Piece[],
  at: number,
  units: ReadonlySet<string>,
  before: Piece | undefined,
): number {
  for (let count = 2; count <= mostTornLines; count++) {
    const parts = pieces.slice(at, at + count);
    if (
      parts.length < count ||
      parts.some((part, i) => part.mark !== null || part.width > 12 || (i > 0 && part.odd && part.kind === 'unit'))
    )
      return 1;
    const name = solid(parts.map(part => part.text).join(''));
    const last = parts.at(-1)!;
    const beside = before?.kind === 'unit' || pieces[at + count]?.kind === 'unit';
    const repeated = last.kind === 'text' && units.has(name);
    if (units.has(name) && (beside || repeated || last.kind === 'text')) return count;
    if (beside && last.kind !== 'deadline' && looksLikeUnits(name) && !units.has(solid(last.text))) return count;
  }
  return 1;
}
