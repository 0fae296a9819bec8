import { isWide } from './characters.ts';
import type { Glyph } from './ink.ts';

/** A stretch of a line without a wide gap in it. */
export interface Run {
  /** A blank belongs between it and the run before. */
  readonly isApart: boolean;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** That of the line may be of a run elsewhere in it, which stands a little higher or lower. */
  readonly baseline: number;
  /** How much room the part before its first possible break takes. */
  readonly firstWidth: number;
}

/** Glyphs that stand on one baseline. */
export interface TextLine {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A gap this wide, in the size of the text, may stand between columns: wider where blanks make it. */
const wideGap = { empty: 0.4, blank: 0.9 } as const;

/** The lines that glyphs form, from top to bottom. Blanks count only between what is seen. */
export function textLines(glyphs: readonly Glyph[]): readonly TextLine[] {
  const rows: { baseline: number; size: number; readonly glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && glyph.baseline - row.baseline <= 0.4 * Math.max(row.size, glyph.size)) {
      row.glyphs.push(glyph);
      if (glyph.text !== ' ') row.size = Math.max(row.size, glyph.size);
    } else rows.push({ baseline: glyph.baseline, size: glyph.text === ' ' ? 1 : glyph.size, glyphs: [glyph] });
  }
  return rows.map(row => lineOf(row.glyphs)).filter(line => line !== null);
}

function lineOf(glyphs: readonly Glyph[]): TextLine | null {
  const sorted = glyphs.toSorted((a, b) => a.left - b.left);
  const seen = sorted.filter(({ text }) => text.trim() !== '');
  const first = seen[0];
  if (!first) return null;
  const groups: { readonly isApart: boolean; text: string; readonly glyphs: Glyph[] }[] = [];
  let before: Glyph | null = null;
  let blank = false;
  for (const glyph of sorted) {
    if (glyph.text.trim() === '') {
      blank = before !== null;
      continue;
    }
    const group = groups.at(-1);
    const gap = before ? glyph.left - before.right : 0;
    const apart = before !== null && isApart(before, glyph, gap, blank);
    if (group && gap < wideGap[blank ? 'blank' : 'empty'] * glyph.size) {
      group.text += (apart ? ' ' : '') + glyph.text;
      group.glyphs.push(glyph);
    } else groups.push({ isApart: apart, text: glyph.text, glyphs: [glyph] });
    before = glyph;
    blank = false;
  }
  const runs = gathered(groups).map(({ isApart, text, glyphs: drawn }) => ({
    isApart,
    text,
    left: drawn[0]!.left,
    right: drawn.reduce((most, glyph) => Math.max(most, glyph.right), drawn[0]!.right),
    baseline: drawn[0]!.baseline,
    firstWidth: firstWidth(drawn),
  }));
  const large = seen.reduce((most, glyph) => (glyph.size > most.size ? glyph : most));
  return {
    text: joinRuns(runs),
    runs,
    left: first.left,
    right: runs.reduce((most, run) => Math.max(most, run.right), first.right),
    baseline: large.baseline,
    size: large.size,
  };
}

interface Group {
  readonly isApart: boolean;
  text: string;
  readonly glyphs: Glyph[];
}

/** Letters of one word that was spread out stand no further from each other than this, in the size of the text. */
const widestSpread = 1.3;
const isLetter = ({ glyphs }: Group): boolean => glyphs.length === 1 && /^\p{Script=Han}$/u.test(glyphs[0]!.text);

/** 執　行　要　項 is one heading and no four columns of one letter each. */
function gathered(groups: readonly Group[]): readonly Group[] {
  const words: Group[] = [];
  let isSpread = false;
  for (const group of groups) {
    const [word, last] = [words.at(-1), words.at(-1)?.glyphs.at(-1)];
    const near = last !== undefined && group.glyphs[0]!.left - last.right < widestSpread * last.size;
    if (word && near && isLetter(group) && (isSpread || isLetter(word))) {
      words[words.length - 1] = {
        ...word,
        text: `${word.text} ${group.text}`,
        glyphs: [...word.glyphs, ...group.glyphs],
      };
      isSpread = true;
    } else {
      words.push(group);
      isSpread = false;
    }
  }
  return words;
}

export const joinRuns = (runs: readonly Run[]): string =>
  runs.map(({ text, isApart }, i) => (i > 0 && isApart ? ' ' : '') + text).join('');

/** Characters that fill a square are set apart only by a blank or much room; letters by little. */
function isApart(before: Glyph, glyph: Glyph, gap: number, blank: boolean): boolean {
  const size = Math.min(before.size, glyph.size);
  if (blank) return gap > 0.1 * size;
  return gap > (isWide(before.text) || isWide(glyph.text) ? 0.5 : 0.22) * size;
}

const opening = /^[（「『《〈【〔“‘(]/;
const closing = /^[，。、；：！？）」』》〉】〕”’…,.;:!?)]/;

/**
 * What cannot be parted: an opening bracket from what it opens, a character from the closing mark behind it, and for some
 * programs that mark from a word behind it.
 */
function firstWidth(seen: readonly Glyph[]): number {
  const first = seen[0]!;
  let last = first;
  for (const glyph of seen.slice(1)) {
    if (glyph.left - last.right > 0.3 * glyph.size) break;
    const isInWord = !isWide(glyph.text) && (!isWide(last.text) || closing.test(last.text));
    const bound = isInWord || opening.test(last.text) || closing.test(glyph.text);
    if (!bound) break;
    last = glyph;
  }
  return last.right - first.left;
}
