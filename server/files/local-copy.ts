import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import type { Context } from '../context.ts';
import type { LocalFile } from '../reading/jobs.ts';

/** Lays a stored file on this machine for as long as it is used, since it may be stored on another. */
export async function withLocalCopy<T>(
  { storage }: Pick<Context, 'storage'>,
  { sha256, name }: { readonly sha256: string; readonly name: string },
  use: (file: LocalFile) => Promise<T>,
): Promise<T> {
  const path = join(storage.incoming, uuid());
  try {
    await pipeline(await storage.open(sha256), createWriteStream(path, { mode: 0o600 }));
    return await use({ path, name });
  } finally {
    await rm(path, { force: true });
  }
}
