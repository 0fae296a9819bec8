import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';

/** A file that has arrived whole. It lies in `path` until it is kept; what is not kept is removed. */
export interface Arrived {
  /** As the sender named it: for people to read, never a path. */
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Texts that were sent beside it; those after it are not seen. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A file that was cut off at the limit; nothing of it was stored. */
export interface Oversized {
  readonly name: string;
  readonly tooLarge: true;
}

/** A limit as people read it. */
export const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 ** 2)} MB`;

/** @param limit in bytes */
export const tooLarge = (limit: number): Refusal => new Refusal('file_too_large', { limit: megabytes(limit) });

type Where = Pick<Context, 'config' | 'storage'>;

/**
 * The files of an upload one after another, each written to disk and hashed while it arrives, never held in memory. A file
 * is gone as soon as the loop goes on or ends, however it ends, unless it was kept.
 * @throws Refusal `upload_broken` when the sender stops midway, `too_many_files`, `no_space`
 */
export async function* arrivals(
  { config, storage }: Where,
  request: FastifyRequest,
  most: number,
): AsyncGenerator<Arrived | Oversized> {
  if (!request.isMultipart()) return;
  const limits = { files: most, fileSize: config.uploadLimitBytes };
  const parts = request.files({ limits, throwFileSizeLimit: false });
  try {
    for await (const part of parts) {
      const path = join(storage.incoming, uuid());
      try {
        const written = await write(part, path);
        const name = readableName(part.filename);
        yield part.file.truncated ? { name, tooLarge: true } : { name, path, ...written, fields: textsOf(part) };
      } finally {
        await rm(path, { force: true });
      }
    }
  } catch (error) {
    // The rest must still be taken off the line, or the connection would never carry another request.
    request.raw.resume();
    throw understood(error);
  }
}

/**
 * The one file of an upload.
 * @throws Refusal `file_missing`, `file_too_large`, and what {@link arrivals} throws
 */
export async function receiveOne<T>(
  context: Where,
  request: FastifyRequest,
  use: (file: Arrived) => Promise<T>,
): Promise<T> {
  for await (const file of arrivals(context, request, 1)) {
    if ('tooLarge' in file) throw tooLarge(context.config.uploadLimitBytes);
    return await use(file);
  }
  throw new Refusal('file_missing');
}

/** Puts an arrived file into the store and lists it, before the change that names it. Keeping the same bytes again is harmless. */
export async function keep(
  { db, storage, now }: Pick<Context, 'db' | 'storage' | 'now'>,
  file: Arrived,
  mediaType: string,
): Promise<void> {
  await storage.keep(file.sha256, file.path);
  await db
    .insertInto('files')
    .values({ sha256: file.sha256, size: file.size, mediaType, createdAt: now().toISOString() })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute();
}

const textsOf = ({ fields }: MultipartFile): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(fields).flatMap(field =>
      field && 'value' in field && typeof field.value === 'string' ? [[field.fieldname, field.value] as const] : [],
    ),
  );

async function write(part: MultipartFile, path: string): Promise<Pick<Arrived, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  // Flushed: what is acknowledged later must already be on the disk.
  await pipeline(part.file, measure, createWriteStream(path, { flush: true, mode: 0o600 }));
  return { sha256: hash.digest('hex'), size };
}

/** Controls, and marks that turn the direction of writing, by which `回復fdp.exe` is shown as `回復exe.pdf`. */
const misleading = /[\p{Cc}\p{Bidi_Control}]/gu;
const longestName = 255;

/**
 * What a file is called in lists and messages, whoever named it: browsers on Windows once sent whole paths, and macOS decomposes
 * letters. Of a name that is too long the end stays, which says what it is.
 */
export function readableName(given: string | undefined): string {
  const name = (given ?? '').split(/[\\/]/).at(-1)!.normalize('NFC').replace(misleading, '').trim();
  return name.slice(-longestName).toWellFormed() || 'file';
}

const diskFull = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Whether the disk has no room for more. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && diskFull.has(String(error.code));

/** What went wrong on the way, told apart: our refusals, our disk, and a sender that broke off or sent no proper form. */
function understood(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (isFull(error)) return new Refusal('no_space');
  if (syscall !== undefined && code !== 'ECONNRESET') return error;
  return code === 'FST_FILES_LIMIT' ? error : new Refusal('upload_broken');
}
