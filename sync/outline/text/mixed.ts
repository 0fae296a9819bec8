import { type MarkKind, parseMark } from '../../model/index.ts';
import type { TextNote } from './issues.ts';
import type { TextLine } from './lines.ts';

/** So many lines that hold the numbers of several levels are no chance. */
const fewest = 2;
const longestWord = 60;

/**
 * Lines of a table that a program printed row by row over its whole width and without its columns (pdftotext without
 * -layout): in each stand pieces of several cells, and nothing tells where one ends. None where most lines are of one cell.
 */
export function mixedLines(lines: readonly TextLine[]): readonly TextNote[] {
  const several = lines.filter(line => kindsIn(line).size > 1 || beginsWithin(line));
  if (several.length < fewest) return [];
  const [first, last] = [several[0]!.line, several.at(-1)!.line];
  const found = lines.filter(
    line => line.line >= first && line.line <= last && (several.includes(line) || holdsSeveral(line)),
  );
  return found.map(({ line, text }) => ({ code: 'text_columns_mixed', line, text }));
}

const wordsOf = ({ raw }: TextLine): readonly string[] => (raw.includes('\t') ? [] : raw.trim().split(/ +/));

/** Kinds of numbers that words of a line begin with, the words being parts of several cells. */
function kindsIn(line: TextLine): ReadonlySet<MarkKind> {
  return new Set(
    wordsOf(line).flatMap(word => (word.length > 2 && word.length < longestWord ? (parseMark(word)?.kind ?? []) : [])),
  );
}

/** A number behind words that end no sentence. */
function beginsWithin(line: TextLine): boolean {
  const [first = '', ...others] = wordsOf(line);
  const isOpen = line.mark === null && /^\p{Script=Han}.*[^。；：:!?！？]$/u.test(first) && first.length < longestWord;
  return isOpen && others.some(word => word.length > 2 && parseMark(word) !== null);
}

const hanWord = /^\p{Script=Han}[\p{Script=Han}，。、；：]+$/u;

/** Words that no sentence parts, beside each other though nothing is written with blanks. */
const holdsSeveral = (line: TextLine): boolean => wordsOf(line).filter(word => hanWord.test(word)).length > 1;
