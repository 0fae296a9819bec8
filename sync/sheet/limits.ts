/** How much a received file may claim, measured while it is inflated and read. */
export interface Limits {
  /** Bytes of all parts that are inflated, together. */
  readonly inflatedBytes: number;
  /** Inflated size of a part against its compressed size. */
  readonly ratio: number;
  /** Parts below this many inflated bytes may have any ratio: small and repetitive is normal. */
  readonly ratioFreeBytes: number;
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

export const defaultLimits: Limits = {
  inflatedBytes: 100 * 1024 * 1024,
  ratio: 200,
  ratioFreeBytes: 4 * 1024 * 1024,
  entries: 10_000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 5_000_000,
};
