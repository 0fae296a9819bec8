import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import { type Arrived, isFull, type Oversized, readableName } from '../../files/receive.ts';
import { Refusal } from '../../problems/refusal.ts';
import type { Untaken } from '../archive/unpack.ts';

/** How a file stood when it was looked at. */
export type Stand = Readonly<Record<string, string>>;

/** What browsers and Office call a file that is still being written, and their own leftovers. */
const unfinished = /(^|\/)(~\$|\.)|\.(crdownload|part|partial|tmp|download)$/i;

/** The files of a folder and of those inside it, each with its size and the time of its last change. */
export async function standOf(folder: string): Promise<Stand> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .filter(name => !unfinished.test(name.replaceAll('\\', '/')));
  const stands = await Promise.all(
    files.map(async name => {
      const found = await stat(join(folder, name)).catch(() => null);
      return found ? ([[name, `${found.size} ${found.mtimeMs}`]] as const) : [];
    }),
  );
  return Object.fromEntries(stands.flat());
}

/** Files that stand as they did at the look before, and were not handed in so: somebody who still writes is waited for. */
export const settledIn = (before: Stand, now: Stand, handedIn: Stand): readonly string[] =>
  Object.keys(now)
    .filter(name => now[name] === before[name] && now[name] !== handedIn[name])
    .toSorted();

/** Copies of files, as they arrive from an upload: they are moved into the store, and the folder stays as it is. */
export async function* copiesOf(
  folder: string,
  names: readonly string[],
  { incoming, most }: { readonly incoming: string; readonly most: number },
): AsyncGenerator<Arrived | Oversized | Untaken> {
  for (const name of names) {
    const shown = readableName(name);
    const found = await stat(join(folder, name)).catch(() => null);
    // Gone since it was looked at: it is looked for again.
    if (!found) continue;
    if (found.size > most) {
      yield { name: shown, tooLarge: true };
      continue;
    }
    const path = join(incoming, uuid());
    try {
      const hash = createHash('sha256');
      let size = 0;
      const measured = async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      };
      const target = createWriteStream(path, { flush: true, mode: 0o600 });
      await pipeline(createReadStream(join(folder, name)), measured, target);
      yield { name: shown, path, size, sha256: hash.digest('hex') };
    } catch (error) {
      if (isFull(error)) throw error;
      // One that may not be read keeps the others from nothing.
      yield { name: shown, refusal: new Refusal('folder_file_unreadable', { name: shown }) };
    } finally {
      await rm(path, { force: true });
    }
  }
}
