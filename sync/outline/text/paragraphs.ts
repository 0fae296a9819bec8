import { type MarkKind, markRank } from '../../model/index.ts';
import { isAside } from '../aside.ts';
import type { Paragraph } from '../document.ts';
import { isBareTitle } from '../sections/headings.ts';
import { letterIn } from '../sections/letter.ts';
import { endsSentence, goesOn, isFull, mustContinue, seamBetween } from './join.ts';
import type { TextLine } from './lines.ts';

/** Lines outside any table as whole paragraphs: what wrapping and the ends of pages parted is one again. */
export function paragraphsOf(lines: readonly TextLine[]): readonly Paragraph[] {
  const margin = marginOf(lines);
  const paragraphs: { readonly first: TextLine; readonly parts: string[]; last: TextLine }[] = [];
  const counted = new Map<MarkKind, number>();
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const mark = isMark(line, current?.last ?? null, counted, margin) ? line.mark : null;
    if (mark) {
      for (const kind of [...counted.keys()]) if (markRank(kind) > markRank(mark.kind)) counted.delete(kind);
      counted.set(mark.kind, mark.ordinal);
    }
    if (current && mark === null && !isAlone(line.text) && continues(current.last, line, margin)) {
      current.parts.push(seamBetween(current.last.text, line.text), line.text);
      current.last = line;
    } else paragraphs.push({ parts: [line.text], first: line, last: line });
  }
  return paragraphs.map(({ parts, first }) => ({
    kind: 'paragraph',
    text: parts.join(''),
    place: { line: first.line },
    whole: true,
    indent: first.indent / 2,
  }));
}

/** Headings without a number, the letter that a plan came with and what a label tells stand on lines of their own. */
const isAlone = (text: string): boolean =>
  isBareTitle(text) || isAside(text) || (/^\D{0,4}\d/.test(text) && letterIn(text)?.date != null);

/** A sentence that has begun and is not at its end goes on even where the line could have held a few characters more. */
const looseSlack = 12;

/** A line that is shorter tells nothing of where lines are full. */
const narrowest = 36;

/**
 * Where lines end when they are full; infinite where nothing was wrapped. Wrapped lines break off within a sentence, and
 * most of them end at the same place.
 */
function marginOf(lines: readonly TextLine[]): number {
  const broken = lines.filter((line, i) => {
    const next = lines[i + 1];
    return (
      next && next.mark === null && !endsSentence(line.text) && !/[：:]$/.test(line.text) && line.width > narrowest
    );
  });
  const ends = broken.map(({ indent, width }) => indent + width).sort((a, b) => a - b);
  const margin = ends[Math.floor(ends.length * 0.8)];
  if (margin === undefined) return Number.POSITIVE_INFINITY;
  const near = ends.filter(end => Math.abs(end - margin) <= 6).length;
  const beyond = lines.filter(({ indent, width }) => indent + width > margin + 8).length;
  return near * 2 >= ends.length && beyond * 4 <= lines.length ? margin : Number.POSITIVE_INFINITY;
}

/** A line may begin with what looks like a mark though it only goes on: 二、三級機關 after 所屬一、 */
function isMark(
  line: TextLine,
  before: TextLine | null,
  counted: ReadonlyMap<MarkKind, number>,
  margin: number,
): boolean {
  if (!line.mark) return false;
  const expected = line.mark.ordinal === 1 || counted.get(line.mark.kind) === line.mark.ordinal - 1;
  if (expected || !before) return true;
  return !(isFull(before, line.text, margin) && margin < Number.POSITIVE_INFINITY && goesOn(before.text));
}

function continues(before: TextLine, line: TextLine, margin: number): boolean {
  if (mustContinue(line.text) || /[，,、]$/.test(before.text)) return true;
  if (margin === Number.POSITIVE_INFINITY) return goesOn(before.text) && !endsSentence(before.text);
  if (isFull(before, line.text, margin)) return !(endsSentence(before.text) && setApart(before, line));
  if (endsSentence(before.text) || /[：:]$/.test(before.text)) return false;
  if (goesOn(before.text)) return !setApart(before, line);
  return /[，；。]/.test(before.text) && isFull(before, line.text, margin, looseSlack);
}

const setApart = (before: TextLine, line: TextLine): boolean => line.odd || line.indent > before.indent + 1;
