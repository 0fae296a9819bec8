import type { Glyph, Ink, Stroke } from './ink.ts';

/** Two lines this near, in points, are one: a border drawn twice, or by each of the cells beside it. */
const same = 1.2;
/** A break this short, in points, is none: dashes, and corners that are drawn apart. */
const gap = 3;
/** What is shorter, in points, bounds no cell. */
const shortest = 5;
/** A page with more is a drawing, and its lines bound no table. */
const mostLines = 4_000;

export interface Lines {
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
}

/** The lines of a page, each whole, without those that merely underline or strike out a text. */
export function linesOf({ glyphs, horizontal, vertical }: Ink): Lines {
  const lines = {
    horizontal: whole(horizontal).filter(line => !isUnderline(line, glyphs)),
    vertical: whole(vertical),
  };
  return lines.horizontal.length + lines.vertical.length > mostLines ? { horizontal: [], vertical: [] } : lines;
}

/** Joins the pieces that a line was drawn in. */
function whole(pieces: readonly Stroke[]): readonly Stroke[] {
  const sorted = pieces.toSorted((a, b) => a.at - b.at);
  const lines: Stroke[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i]!;
    let end = i;
    while (end < sorted.length && sorted[end]!.at - first.at <= same) end++;
    lines.push(...joined(sorted.slice(i, end)));
    i = end;
  }
  return lines.filter(({ from, to }) => to - from >= shortest);
}

function joined(pieces: readonly Stroke[]): readonly Stroke[] {
  const lines: Stroke[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = lines.at(-1);
    if (last && piece.from <= last.to + gap) {
      const at = piece.to - piece.from > last.to - last.from ? piece.at : last.at;
      lines[lines.length - 1] = { at, from: last.from, to: Math.max(last.to, piece.to) };
    } else lines.push(piece);
  }
  return lines;
}

/** It begins and ends with a text and lies closer to it than the border of a cell could. */
function isUnderline({ at, from, to }: Stroke, glyphs: readonly Glyph[]): boolean {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const glyph of glyphs) {
    const below = at - glyph.baseline;
    if (below < -0.6 * glyph.size || below > 0.2 * glyph.size || glyph.right <= from || glyph.left >= to) continue;
    left = Math.min(left, glyph.left);
    right = Math.max(right, glyph.right);
    size = glyph.size;
  }
  const reach = size * 0.4;
  return size > 0 && Math.abs(left - from) < reach && Math.abs(right - to) < reach;
}
