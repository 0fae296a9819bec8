/**
 * What a page shows, in points from the upper left corner of the page as a person holds it; y grows downwards.
 */

export interface Glyph {
  /** One character, or the few that a ligature stands for. Blanks are glyphs too. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A straight line along an axis: horizontal at a y from x to x, or vertical at an x from y to y. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Ink {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** In the order in which they were drawn. */
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
}

/** A glyph's middle, which tells the cell it lies in: its baseline may hang over the border of a tight cell. */
export const middleOf = ({ left, right, baseline, size }: Glyph): { readonly x: number; readonly y: number } => ({
  x: (left + right) / 2,
  y: baseline - size * 0.35,
});
