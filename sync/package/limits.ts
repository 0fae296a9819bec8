/** How much a package may hold, measured while it is read. */
export interface PackageLimits {
  /** Bytes of the whole file. */
  readonly fileBytes: number;
  readonly entries: number;
  readonly manifestBytes: number;
  /** Bytes that the data inflates to, and how many times its packed size. */
  readonly dataBytes: number;
  readonly ratio: number;
}

const megabyte = 1024 * 1024;

export const packageLimits: PackageLimits = {
  fileBytes: 1024 * megabyte,
  entries: 10_000,
  manifestBytes: 4 * megabyte,
  dataBytes: 64 * megabyte,
  ratio: 200,
};
