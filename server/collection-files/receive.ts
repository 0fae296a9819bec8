import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { type Arrived, isFull, type Oversized, tooLarge } from '../files/receive.ts';
import { Refusal } from '../problems/refusal.ts';
import { type Change, change } from '../records/change.ts';
import { isDuplicate } from '../records/records.ts';
import { type Untaken, unpack } from './archive/unpack.ts';
import { type HandedIn, type Place, type Target, type WrittenDown, writeDown } from './write-down.ts';

export interface Delivered {
  /** Null where nothing was taken. */
  readonly deliveryId: string | null;
  /** Files that came for the first time or are looked at anew, and those that had come before. */
  readonly fresh: number;
  readonly repeated: number;
  readonly refused: readonly Untaken[];
}

type Arriving = Arrived | Oversized | Untaken;

/** How many files may come in one go, and how many times the size of the largest one an archive may hold. */
export const most = { files: 5000, archive: 20 };

/** Files that are written down together: few enough, and soon enough, that those who look see them come. */
const together = { files: 20, ms: 1000 };

/**
 * Takes in files as they arrive, those of archives one by one: each is stored as it came before the next is looked at, and some at a
 * time are written down as waiting, so that whatever happens has lost at most the last few of a request that was not answered yet.
 * The same bytes in the same collection are one file: coming again they count as repeated, unless that file was rejected or could
 * not be read, when it may be looked at anew.
 * @throws Refusal `collection_closed`, `collection_not_open`, `file_missing` when there was nothing at all
 */
export async function deliver(
  context: Context,
  actor: Actor,
  target: Target,
  arriving: AsyncIterable<Arriving>,
): Promise<Delivered> {
  const id = uuid();
  const refused: Untaken[] = [];
  const counts = { fresh: 0, repeated: 0 };
  const stored: HandedIn[] = [];
  let since = 0;
  let booked = false;
  const writeStored = async (): Promise<void> => {
    const some = stored.splice(0);
    if (some.length === 0) return;
    try {
      const written = await take(context, actor, { ...target, id, first: !booked }, some);
      for (const { fresh } of written) counts[fresh ? 'fresh' : 'repeated']++;
      booked ||= target.anew || written.some(({ fresh }) => fresh);
    } catch (error) {
      const refusal = refusalOf(error);
      refused.push(...some.map(({ name }) => ({ name, refusal })));
    }
  };
  const takeEach = async (files: AsyncIterable<Arriving> | Iterable<Arriving>): Promise<void> => {
    for await (const file of files)
      try {
        if ('refusal' in file) refused.push(file);
        else if ('tooLarge' in file)
          refused.push({ name: file.name, refusal: tooLarge(context.config.uploadLimitBytes) });
        else {
          await context.storage.keep(file.sha256, file.path);
          if (stored.length === 0) since = performance.now();
          const { name, sha256, size } = file;
          stored.push({ name, sha256, size });
          if (stored.length === together.files || performance.now() - since > together.ms) await writeStored();
        }
      } catch (error) {
        refused.push({ name: file.name, refusal: refusalOf(error) });
      }
  };
  const nothing = () => counts.fresh + counts.repeated + refused.length === 0;
  try {
    for await (const file of arriving) {
      const packed = 'path' in file ? await unpack(file, context.storage.incoming, limitsOf(context)) : null;
      await takeEach(packed ?? [file]);
    }
    await writeStored();
  } catch (error) {
    // What had come before whoever sends broke off is there.
    await writeStored();
    if (nothing()) throw error;
    refused.push({ name: '', refusal: refusalOf(error) });
  }
  if (nothing()) throw new Refusal('file_missing');
  return { deliveryId: booked ? id : null, ...counts, refused };
}

const limitsOf = ({ config: { uploadLimitBytes } }: Context) => ({
  files: most.files,
  fileBytes: uploadLimitBytes,
  totalBytes: uploadLimitBytes * most.archive,
});

/** A file that the machine failed on is told like one that was refused, so that the others are not lost with it. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isFull(error)) return new Refusal('no_space');
  if (error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT')
    return new Refusal('too_many_files');
  throw error;
}

/** Lists files that lie in the store and writes them down. */
async function take(
  context: Context,
  actor: Actor,
  place: Place,
  files: readonly HandedIn[],
): Promise<readonly WrittenDown[]> {
  const once = () =>
    change(context, actor, async work => {
      await list(work, files);
      return writeDown(work, place, files);
    });
  try {
    return await once();
  } catch (error) {
    // Somebody else handed in the same bytes at the same moment; now they are there.
    if (!isDuplicate(error)) throw error;
    return once();
  }
}

const list = ({ tx, at }: Change, files: readonly HandedIn[]) =>
  tx
    .insertInto('files')
    .values(
      // One order for all, so that two deliveries of the same bytes wait for each other instead of locking each other out.
      files
        .map(({ sha256, size }) => ({ sha256, size, mediaType: 'application/octet-stream', createdAt: at }))
        .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
    )
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute();
