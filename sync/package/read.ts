import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Issue, type MessageCode, type Params, say } from '../model/index.ts';
import { type Bytes, pieces } from './bytes.ts';
import { canonicalJson } from './canonical.ts';
import type { PackageData } from './data.ts';
import { type DataOf, describe } from './formats.ts';
import { fingerprintOf, publicKey, verifyManifest } from './keys.ts';
import { localSize, type PlacedEntry } from './layout.ts';
import { type PackageLimits, packageLimits } from './limits.ts';
import { type Manifest, signature } from './manifest.ts';
import { type LayoutFault, readLayout } from './read-layout.ts';
import { isWhole, namedFiles } from './whole.ts';
import { fileEntry } from './write.ts';

/** A package whose manifest is whole and signed by the key that lies in it; whose key that is, is for the reader to know. */
export interface Opened {
  readonly manifest: Manifest;
  /** The format that it was written in. */
  readonly format: number;
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly entries: ReadonlyMap<string, PlacedEntry>;
  readonly dataOf: DataOf;
}

export type Opening = { readonly ok: true; readonly opened: Opened } | { readonly ok: false; readonly issue: Issue };
export type Reading = { readonly ok: true; readonly data: PackageData } | { readonly ok: false; readonly issue: Issue };

/** What is wrong with a package, in the words of the catalogue. */
export const packageIssue = (code: MessageCode, params: Params = {}): Issue => ({
  code,
  severity: 'error',
  params: { ...params },
  message: say(code, 'zh-TW', params),
});

const refused = (code: MessageCode, params: Params = {}) => ({ ok: false, issue: packageIssue(code, params) }) as const;

const codes: Readonly<Record<LayoutFault, MessageCode>> = {
  notZip: 'package_not_one',
  tooLarge: 'package_too_large',
  altered: 'package_altered',
};

/**
 * Opens a package: container, manifest and signature. Nothing of its data is read yet.
 * `package_not_one`, `package_too_large`, `package_altered`, `package_newer`
 */
export async function openPackage(bytes: Bytes, limits: PackageLimits = packageLimits): Promise<Opening> {
  const layout = await readLayout(bytes, limits);
  if (!layout.ok) return refused(codes[layout.fault]);
  const { entries } = layout;
  const raw = await stored(bytes, entries.get('manifest.json'), limits.manifestBytes);
  const signed = await stored(bytes, entries.get('signature.json'), 1024);
  if (!raw || !signed) return refused(entries.has('manifest.json') ? 'package_altered' : 'package_not_one');
  const mark = signature.safeParse(parsed(signed));
  // One spelling only: a signature may be written as several texts, and none but the first is let in.
  if (!mark.success || Buffer.compare(canonicalJson(mark.data), signed) !== 0) return refused('package_altered');
  const key = publicKey.safeParse(mark.data.publicKey);
  const spelled = Buffer.from(mark.data.signature, 'base64').toString('base64') === mark.data.signature;
  if (!key.success || !spelled || !verifyManifest(key.data, raw, mark.data.signature))
    return refused('package_altered');
  const described = describe(parsed(raw));
  if (!described.ok)
    return described.why === 'newer'
      ? refused('package_newer', { format: described.format ?? 0 })
      : refused('package_faulty');
  const { manifest, format, dataOf } = described;
  if (!areListed(entries, manifest)) return refused('package_altered');
  return {
    ok: true,
    opened: { manifest, format, publicKey: key.data, fingerprint: fingerprintOf(key.data), entries, dataOf },
  };
}

/** Every entry is named in the manifest and the other way round, each with its size and as it must be packed. */
function areListed(entries: ReadonlyMap<string, PlacedEntry>, { data, files }: Manifest): boolean {
  const packed = entries.get('data.json');
  if (packed?.method !== 8 || packed.packedSize !== data.packedSize || packed.size !== data.size) return false;
  const names = new Set(files.map(({ sha256 }) => fileEntry(sha256)));
  if (names.size !== files.length || entries.size !== files.length + 3) return false;
  return files.every(({ sha256, size }) => {
    const entry = entries.get(fileEntry(sha256));
    return entry?.method === 0 && entry.size === size;
  });
}

/** Where the bytes of a file of the package lie in it. */
export function placeOfFile(
  { entries }: Opened,
  sha256: string,
): { readonly from: number; readonly length: number } | null {
  const entry = entries.get(fileEntry(sha256));
  return entry ? { from: entry.offset + localSize(entry.name), length: entry.packedSize } : null;
}

/**
 * The rows of a package, after every byte of it was checked against what the manifest says. Files are read piece by piece.
 * `package_altered`, `package_too_large`, `package_faulty`
 */
export async function readContents(
  bytes: Bytes,
  opened: Opened,
  limits: PackageLimits = packageLimits,
): Promise<Reading> {
  const { manifest, entries, dataOf } = opened;
  for (const { sha256 } of manifest.files)
    if (!(await isIntact(bytes, entries.get(fileEntry(sha256)), sha256))) return refused('package_altered');
  const entry = entries.get('data.json');
  if (!entry) return refused('package_altered');
  if (!isBounded(entry, limits)) return refused('package_too_large');
  const packed = await bytes.read(entry.offset + localSize(entry.name), entry.packedSize);
  if (sha256Of(packed) !== manifest.data.packedSha256) return refused('package_altered');
  const plain = inflated(packed, entry.size);
  if (!plain || plain.length !== entry.size || crc32(plain) !== entry.crc || sha256Of(plain) !== manifest.data.sha256)
    return refused('package_altered');
  const data = dataOf(parsed(plain));
  if (!data || !isWhole(data, manifest.kind)) return refused('package_faulty');
  const known = new Set(manifest.files.map(({ sha256 }) => sha256));
  const named = new Set(namedFiles(data).map(({ sha256 }) => sha256));
  const same = named.size === known.size && [...named].every(sha256 => known.has(sha256));
  return same ? { ok: true, data } : refused('package_faulty');
}

/** Measured before anything is read: neither side of the packing may be more than the data is allowed to be. */
const isBounded = ({ size, packedSize }: PlacedEntry, { dataBytes, ratio }: PackageLimits): boolean =>
  Math.max(size, packedSize) <= dataBytes && size <= packedSize * ratio + 65_536;

async function isIntact(bytes: Bytes, entry: PlacedEntry | undefined, sha256: string): Promise<boolean> {
  if (!entry) return false;
  const hash = createHash('sha256');
  let crc = 0;
  for await (const piece of pieces(bytes, entry.offset + localSize(entry.name), entry.packedSize)) {
    hash.update(piece);
    crc = crc32(piece, crc);
  }
  return crc === entry.crc && hash.digest('hex') === sha256;
}

async function stored(bytes: Bytes, entry: PlacedEntry | undefined, most: number): Promise<Uint8Array | null> {
  if (entry?.method !== 0 || entry.size > most) return null;
  const content = await bytes.read(entry.offset + localSize(entry.name), entry.size);
  return crc32(content) === entry.crc ? content : null;
}

/** At most as many bytes as were announced: what inflates to more is not what was signed. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
