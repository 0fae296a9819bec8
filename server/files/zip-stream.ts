import type { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';

/** A stored file that goes into an archive as it is: workbooks and pictures are compressed already. */
export interface Packed {
  readonly name: string;
  open(): Promise<Readable>;
}

/** What an archive without the fields for large files can hold (PKWARE APPNOTE 4.4), with room for its directory. */
export const mostArchived = { bytes: 2 ** 32 - 2 ** 24, files: 65_000 };

/**
 * A .zip of files one after another, as it is read: in memory is never more than a piece of one of them. Whoever reads slowly is
 * waited for, and who stops reading leaves nothing open.
 * @param at the time that every file in it bears
 */
export async function* zipStream(files: Iterable<Packed>, at: Date): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = (): readonly Uint8Array[] => {
    const out = ready;
    ready = [];
    return out;
  };
  for (const { name, open } of files) {
    const entry = new ZipPassThrough(name);
    entry.mtime = at;
    zip.add(entry);
    for await (const piece of await open()) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
