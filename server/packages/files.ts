import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import {
  bytesOfFile,
  type NamedFile,
  namedFiles,
  type Opened,
  openPackage,
  type PackageData,
  packageIssue,
  pieces,
  placeOfFile,
} from '../../sync/package/index.ts';
import type { Context } from '../context.ts';
import { mediaTypeOf } from '../evidence/content.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { isFull, keep } from '../files/receive.ts';
import { mediaTypes as formTypes } from '../forms/formats.ts';
import { Refusal } from '../problems/refusal.ts';

type Store = Pick<Context, 'db' | 'storage' | 'now'>;

interface Wanted {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  /** What it is, where that is known; evidence is judged by its bytes. */
  readonly mediaType: string | null;
}

const formType = (name: string): string | undefined =>
  (formTypes as Readonly<Record<string, string>>)[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];

/** What agencies hand in is taken as it is and looked at afterwards, like any upload; forms are known by their names. */
const kindOf: Readonly<Record<NamedFile['from'], (name: string) => string | null>> = {
  evidence: () => null,
  templates: name => formType(name) ?? 'application/octet-stream',
  recipients: name => formType(name) ?? 'application/octet-stream',
  collectionFiles: () => 'application/octet-stream',
};

const wantedOf = (data: PackageData): readonly Wanted[] => {
  const files = namedFiles(data).map(({ from, ...file }) => ({ ...file, mediaType: kindOf[from](file.name) }));
  return [...new Map(files.map(file => [file.sha256, file])).values()];
};

/**
 * Takes the files of a package one by one out of it, each through a file of its own and never whole in memory.
 * @param use what becomes of each; it is gone afterwards unless it was kept
 */
async function eachFile(
  { storage }: Pick<Context, 'storage'>,
  path: string,
  wanted: readonly Wanted[],
  use: (file: Wanted & { readonly path: string }, mediaType: string) => Promise<void>,
  opened?: Opened,
): Promise<void> {
  const handle = await open(path);
  try {
    const bytes = await bytesOfFile(handle);
    const opening = opened ? ({ ok: true, opened } as const) : await openPackage(bytes);
    if (!opening.ok) throw new Refusal('package_altered');
    for (const file of wanted) {
      const place = placeOfFile(opening.opened, file.sha256);
      if (!place || place.length !== file.size) throw new Refusal('package_faulty');
      const out = join(storage.incoming, uuid());
      try {
        await pipeline(pieces(bytes, place.from, place.length), createWriteStream(out, { flush: true, mode: 0o600 }));
        await use(
          { ...file, path: out },
          file.mediaType ?? (await mediaTypeOf({ path: out, size: file.size, name: file.name })),
        );
      } catch (error) {
        throw isFull(error) ? new Refusal('no_space') : error;
      } finally {
        await rm(out, { force: true });
      }
    }
  } finally {
    await handle.close();
  }
}

/** Why the files of a package that has just arrived are not taken, or null: each must be of a kind that people could upload. */
export async function filesProblem(context: Pick<Context, 'storage'>, path: string, opened: Opened, data: PackageData) {
  try {
    await eachFile(context, path, wantedOf(data), async () => {}, opened);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'no_space') throw error;
    return error.code === 'package_faulty' || error.code === 'package_altered'
      ? packageIssue(error.code)
      : packageIssue('package_file_kind', { name: String(error.params.name ?? '') });
  }
}

/** Puts the files of a stored package into the store, before the change that names them. @returns what each is, by SHA-256 */
export async function keepFiles(
  context: Store,
  packet: { readonly sha256: string; readonly fileName: string },
  data: PackageData,
): Promise<ReadonlyMap<string, string>> {
  const wanted = wantedOf(data);
  const kinds = new Map<string, string>();
  if (wanted.length === 0) return kinds;
  await withLocalCopy(context, { sha256: packet.sha256, name: packet.fileName }, ({ path }) =>
    eachFile(context, path, wanted, async (file, mediaType) => {
      await keep(context, file, mediaType);
      kinds.set(file.sha256, mediaType);
    }),
  );
  return kinds;
}
