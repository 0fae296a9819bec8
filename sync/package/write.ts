import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { canonicalJson } from './canonical.ts';
import { type PackageData, packageData } from './data.ts';
import { dataIn, formatOf } from './formats.ts';
import { type KeyPair, signManifest } from './keys.ts';
import {
  centralRecord,
  centralSize,
  type Entry,
  endRecord,
  endSize,
  localRecord,
  localSize,
  type PlacedEntry,
} from './layout.ts';
import { type PackageLimits, packageLimits } from './limits.ts';
import type { ManifestHead } from './manifest.ts';
import { isWhole } from './whole.ts';

/** A file that goes with the data. It is opened twice: once for its checksum, once for its bytes. */
export interface PackedFile {
  readonly sha256: string;
  readonly size: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}

export interface Contents {
  readonly head: ManifestHead;
  readonly data: PackageData;
  readonly files: readonly PackedFile[];
}

/** A file is not what it was said to be: its bytes were changed where they lie. */
export class FileChangedError extends Error {
  readonly sha256: string;

  constructor(sha256: string) {
    super(`the file ${sha256} is not what it was`);
    this.sha256 = sha256;
  }
}

/** Contents that no reader would take: more than a package may hold, or rows that its format cannot say. */
export class UnfitError extends Error {
  readonly why: 'size' | 'shape';
  readonly detail: string;

  constructor(why: UnfitError['why'], detail: string) {
    super(`the package does not fit its format: ${why} ${detail}`);
    this.why = why;
    this.detail = detail;
  }
}

export const fileEntry = (sha256: string): string => `files/${sha256}`;

/**
 * The bytes of a package, piece by piece, so that its files are never held in memory.
 * @throws FileChangedError, UnfitError before the first piece
 */
export async function* writePackage(
  { head, data, files }: Contents,
  key: KeyPair,
  limits: PackageLimits = packageLimits,
): AsyncGenerator<Uint8Array> {
  mustFit(head, data, files, limits);
  yield* packageOf({ ...head, format: formatOf(head.kind) }, dataIn(data, head.kind), files, key);
}

const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;

function mustFit(head: ManifestHead, data: PackageData, files: readonly PackedFile[], limits: PackageLimits): void {
  const checked = packageData.safeParse(data);
  if (!checked.success) throw new UnfitError('shape', checked.error.issues[0]?.path.join('.') ?? '');
  if (!isWhole(checked.data, head.kind)) throw new UnfitError('shape', head.kind);
  const plain = canonicalJson(data).length;
  if (plain > limits.dataBytes) throw new UnfitError('size', gigabytes(plain));
  const sizes = new Map(files.map(({ sha256, size }) => [sha256, size]));
  const content = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const name = fileEntry('0'.repeat(64));
  const frame = limits.manifestBytes + plain + endSize + (sizes.size + 3) * (localSize(name) + centralSize(name));
  if (content + frame > limits.fileBytes || sizes.size + 3 > limits.entries)
    throw new UnfitError('size', gigabytes(content));
}

/** A package of any manifest and data, such as those of an earlier format. */
export async function* packageOf(
  head: object,
  data: object,
  files: readonly PackedFile[],
  key: KeyPair,
): AsyncGenerator<Uint8Array> {
  const plain = canonicalJson(data);
  const packed = deflateRawSync(plain);
  const distinct = [...new Map(files.map(file => [file.sha256, file])).values()];
  const listing = {
    data: { size: plain.length, sha256: sha256Of(plain), packedSize: packed.length, packedSha256: sha256Of(packed) },
    files: distinct.map(({ sha256, size }) => ({ sha256, size })),
  };
  const manifest = canonicalJson({ ...head, ...listing });
  const signed = canonicalJson({
    algorithm: 'Ed25519',
    publicKey: key.publicKey,
    signature: signManifest(key.privateKey, manifest),
  });
  const placed: PlacedEntry[] = [];
  let at = 0;
  const place = (entry: Entry): Uint8Array => {
    placed.push({ ...entry, offset: at });
    const record = localRecord(entry);
    at += record.length + entry.packedSize;
    return record;
  };
  for (const [name, bytes] of [
    ['manifest.json', manifest],
    ['signature.json', signed],
  ] as const) {
    yield place({ name, method: 0, crc: crc32(bytes), packedSize: bytes.length, size: bytes.length });
    yield bytes;
  }
  yield place({ name: 'data.json', method: 8, crc: crc32(plain), packedSize: packed.length, size: plain.length });
  yield packed;
  for (const file of distinct) {
    const { sha256, size } = file;
    yield place({ name: fileEntry(sha256), method: 0, crc: await checksumOf(file), packedSize: size, size });
    yield* file.open();
  }
  const directory = placed.map(centralRecord);
  yield* directory;
  yield endRecord(
    placed.length,
    directory.reduce((sum, record) => sum + record.length, 0),
    at,
  );
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function checksumOf({ sha256, size, open }: PackedFile): Promise<number> {
  const hash = createHash('sha256');
  let crc = 0;
  let length = 0;
  for await (const piece of open()) {
    hash.update(piece);
    crc = crc32(piece, crc);
    length += piece.length;
  }
  if (length !== size || hash.digest('hex') !== sha256) throw new FileChangedError(sha256);
  return crc;
}
