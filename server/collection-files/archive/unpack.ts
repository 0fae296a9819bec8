import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { v7 as uuid } from 'uuid';
import { defaultLimits } from '../../../sync/sheet/index.ts';
import { type Arrived, readableName, tooLarge } from '../../files/receive.ts';
import { Refusal } from '../../problems/refusal.ts';
import { type Entry, entriesOf } from './directory.ts';

/** How much an archive may hold, measured while it is inflated. */
export interface ArchiveLimits {
  readonly files: number;
  /** Bytes of one file, and of all of them together. */
  readonly fileBytes: number;
  readonly totalBytes: number;
}

/** A file that could not be taken out of an archive. */
export interface Untaken {
  readonly name: string;
  readonly refusal: Refusal;
}

/** What systems and Office leave beside files, and nobody means to send. */
const leftover = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

const names = ({ name }: Entry): boolean => !name.endsWith('/') && !leftover.test(name);

/**
 * The files of an archive one after another, each inflated to disk and measured meanwhile, never held in memory; null where the
 * file is no archive. A file is gone as soon as the loop goes on, unless it was kept. An archive inside an archive is not opened.
 */
export async function unpack(
  archive: Pick<Arrived, 'path' | 'name'>,
  incoming: string,
  limits: ArchiveLimits,
): Promise<AsyncGenerator<Arrived | Untaken> | null> {
  const file = await open(archive.path);
  const entries = await entriesOf(file).catch(() => null);
  if (entries === null) {
    await file.close();
    return null;
  }
  return files(archive, file, entries.filter(names), incoming, limits);
}

async function* files(
  { path: source, name: archiveName }: Pick<Arrived, 'path' | 'name'>,
  file: FileHandle,
  entries: readonly Entry[],
  incoming: string,
  { files: most, fileBytes, totalBytes }: ArchiveLimits,
): AsyncGenerator<Arrived | Untaken> {
  let left = totalBytes;
  try {
    for (const [i, entry] of entries.entries()) {
      const name = readableName(entry.name);
      if (i >= most || left <= 0) {
        const limit = i >= most ? `${most}` : `${Math.floor(totalBytes / 1024 ** 2)} MB`;
        yield { name: archiveName, refusal: new Refusal('archive_too_large', { name: archiveName, limit }) };
        return;
      }
      const path = join(incoming, uuid());
      // What is inflated before an entry is given up was work all the same: many that go nowhere are a bomb too.
      const measured = { bytes: 0 };
      try {
        const taken = await inflate(source, file, entry, path, { most: Math.min(fileBytes, left), measured });
        if (await isArchive(path)) yield { name, refusal: new Refusal('archive_nested', { name }) };
        else yield { name, path, ...taken };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        yield { name, refusal: error };
      } finally {
        left -= measured.bytes;
        await rm(path, { force: true });
      }
    }
  } finally {
    await file.close();
  }
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return (await entriesOf(file)) !== null;
  } finally {
    await file.close();
  }
}

const localSignature = 0x04034b50;

async function inflate(
  source: string,
  file: FileHandle,
  { name, encrypted, method, crc, compressedSize, offset }: Entry,
  path: string,
  { most: mostBytes, measured }: { readonly most: number; readonly measured: { bytes: number } },
): Promise<Pick<Arrived, 'sha256' | 'size'>> {
  if (encrypted) throw new Refusal('archive_encrypted', { name });
  if (method !== 0 && method !== 8) throw new Refusal('archive_method', { name });
  const header = Buffer.alloc(30);
  const { bytesRead } = await file.read(header, 0, 30, offset);
  if (bytesRead < 30 || header.readUInt32LE(0) !== localSignature) throw new Refusal('archive_broken', { name });
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const most = Math.min(mostBytes, Math.max(defaultLimits.ratioFreeBytes, compressedSize * defaultLimits.ratio));
  const hash = createHash('sha256');
  let sum = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      measured.bytes += chunk.length;
      if (measured.bytes > most) return done(tooLarge(most));
      hash.update(chunk);
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
  });
  const packed =
    compressedSize === 0 ? Readable.from([]) : createReadStream(source, { start, end: start + compressedSize - 1 });
  try {
    // Flushed: what is acknowledged later must already be on the disk.
    const written = createWriteStream(path, { flush: true, mode: 0o600 });
    await pipeline(packed, method === 8 ? createInflateRaw() : new PassThrough(), measure, written);
  } catch (error) {
    throw isOurs(error) ? error : new Refusal('archive_broken', { name });
  }
  if (sum !== crc) throw new Refusal('archive_broken', { name });
  return { sha256: hash.digest('hex'), size: measured.bytes };
}

/** Refusals and faults of the disk; what zlib says is the archive's. */
const isOurs = (error: unknown): boolean => error instanceof Refusal || (error instanceof Error && 'syscall' in error);
