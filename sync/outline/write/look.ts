/**
 * How a plan looks on paper, the same in every format. Official documents are set in 標楷體; a machine without it takes the next
 * of the fonts that it has.
 */
export const officialFont = '標楷體';
export const fontsAfter = ['DFKai-SB', 'BiauKai', 'BiauKaiTC', 'AR PL UKai TW', 'Noto Serif CJK TC'] as const;
/** For digits and Latin letters. */
export const latinFont = 'Times New Roman';

/** In points. */
export const sizes = { title: 18, note: 11, heading: 14, entry: 14, caption: 14, cell: 12, footer: 10 } as const;

/** A4, in millimetres. */
export const paper = { short: 210, long: 297, margin: { top: 20, bottom: 18, side: 18, footer: 9 } } as const;

/** What is printed below every page, around the numbers. */
export const pageNumber = { before: '第 ', between: ' 頁，共 ', after: ' 頁' } as const;

export const headerFill = 'E9EEF0';

/** In millimetres, between the margins. */
export const usableWidth = (landscape: boolean): number =>
  (landscape ? paper.long : paper.short) - 2 * paper.margin.side;

/** Widths of columns by their shares. @param whole in any unit, which the widths are in, whole numbers that add up to it */
export function widthsOf(shares: readonly number[], whole: number): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const edges = shares.map((_, i) => Math.round((whole * shares.slice(0, i + 1).reduce((a, b) => a + b, 0)) / sum));
  return edges.map((edge, i) => edge - (edges[i - 1] ?? 0));
}
