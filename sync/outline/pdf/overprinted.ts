import type { Glyph } from './ink.ts';

/** Fewer are accents, and marks that were drawn by hand. */
const fewest = 4;

/** Whether texts stand in each other's place. The same one twice is mere bold print. */
export function isOverprinted(letters: readonly Glyph[]): boolean {
  const lines: Glyph[][] = [];
  for (const glyph of letters.toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    if (line && glyph.baseline - line[0]!.baseline <= 0.4 * glyph.size) line.push(glyph);
    else lines.push([glyph]);
  }
  let count = 0;
  for (const line of lines) {
    const sorted = line.toSorted((a, b) => a.left - b.left);
    for (const [i, glyph] of sorted.entries()) {
      const before = sorted[i - 1];
      if (!before || before.text === glyph.text) continue;
      const shared = Math.min(before.right, glyph.right) - glyph.left;
      if (shared > 0.4 * Math.min(before.right - before.left, glyph.right - glyph.left)) count++;
    }
  }
  return count >= fewest;
}
