/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const xOf = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4];
export const yOf = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5];

/** Six numbers from whatever a file gives; null when they are not. */
export function matrixOf(value: unknown): Matrix | null {
  if (value === null || typeof value !== 'object' || !('length' in value) || value.length !== 6) return null;
  const [a, b, c, d, e, f] = value as Iterable<unknown> & readonly unknown[];
  const matrix = [Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)] as const;
  // A sum is finite only when all of its parts are.
  return Number.isFinite(matrix[0] + matrix[1] + matrix[2] + matrix[3] + matrix[4] + matrix[5]) ? matrix : null;
}
