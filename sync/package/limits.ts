/** How much a package may hold, measured while it is written and while it is read. */
export interface PackageLimits {
  /** Bytes of the whole file. */
  readonly fileBytes: number;
  readonly entries: number;
  readonly manifestBytes: number;
  /** Bytes of the data, packed or not, and how many times its packed size it may inflate to. */
  readonly dataBytes: number;
  readonly ratio: number;
}

const megabyte = 1024 * 1024;

export const packageLimits: PackageLimits = {
  // Offsets of a zip archive without extensions reach 4 GiB.
  fileBytes: 3 * 1024 * megabyte,
  entries: 10_000,
  manifestBytes: 4 * megabyte,
  dataBytes: 64 * megabyte,
  ratio: 200,
};
