import { v7 as uuid } from 'uuid';
import {
  type CollectionFile,
  collectionFileMachine,
  type DeliveryWay,
  type FileDoubt,
} from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { type Arrived, isFull, keep, type Oversized } from '../files/receive.ts';
import type { Definition } from '../listing/definition.ts';
import { fromRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import { type Change, change } from '../records/change.ts';
import { edit, insert, isDuplicate } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { type Untaken, unpack } from './archive/unpack.ts';
import { collectionFiles } from './definition.ts';
import { mustTakeFiles } from './open.ts';
import { noCounts } from './preview.ts';
import { refreshRecipient } from './roster.ts';

/** Where files go that come in one go. */
export interface Target {
  readonly bureauId: string;
  readonly collectionId: string;
  readonly via: DeliveryWay;
  /** Whose they are, where whoever hands them in says so; else they are recognised. */
  readonly recipientId: string | null;
  /**
   * Whether bytes that were rejected or could not be read are looked at once more: who sends them again wants that, while a
   * folder that is gone through again says nothing new.
   */
  readonly anew: boolean;
}

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

/**
 * Takes in files as they arrive, those of archives one by one: each is stored as it came and written down as waiting before the
 * next is looked at, so that whatever happens has lost only what had not arrived. The same bytes in the same collection are one
 * file: coming again they count as repeated, unless that file was rejected or could not be read, when it may be looked at anew.
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
  let booked = false;
  const takeEach = async (files: AsyncIterable<Arriving> | Iterable<Arriving>): Promise<void> => {
    for await (const file of files)
      try {
        if ('refusal' in file) refused.push(file);
        else if ('tooLarge' in file) refused.push({ name: file.name, refusal: new Refusal('file_too_large') });
        else {
          const isFresh = await take(context, actor, { ...target, id, first: !booked }, file);
          counts[isFresh ? 'fresh' : 'repeated']++;
          booked ||= isFresh || target.anew;
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
  } catch (error) {
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

/** Where a file goes, and the delivery that it is part of; the first of a delivery begins it. */
export type Place = Target & { readonly id: string; readonly first: boolean };

export interface WrittenDown {
  readonly fileId: string;
  /** There for the first time, or looked at anew. */
  readonly fresh: boolean;
}

/** @returns whether it is there for the first time or looked at anew */
async function take(context: Context, actor: Actor, place: Place, file: Arrived): Promise<boolean> {
  await keep(context, file, 'application/octet-stream');
  const once = () => change(context, actor, work => writeDown(work, place, file));
  try {
    return (await once()).fresh;
  } catch (error) {
    // Somebody else handed in the same bytes at the same moment; now they are there.
    if (!isDuplicate(error)) throw error;
    return (await once()).fresh;
  }
}

/**
 * Writes down one file whose bytes lie in the store already, as waiting to be read, as part of a larger change.
 * @throws Refusal `collection_closed`, `collection_not_open`, `collection_file_others`
 */
export async function writeDown(work: Change, place: Place, file: HandedIn): Promise<WrittenDown> {
  await mustTakeFiles(work, place.collectionId);
  const known = await sameBytes(work, place, file);
  const again = place.anew && (known?.state === 'rejected' || known?.state === 'unreadable');
  if (known && place.recipientId !== null && !again && known.recipientId !== place.recipientId)
    throw new Refusal('collection_file_others');
  const isFresh = known === null || again;
  if (isFresh || place.anew) await bookDelivery(work, place, !isFresh);
  if (known && again) await receiveAgain(work, place, known, file);
  const fileId = known?.id ?? (await receiveNew(work, place, file));
  return { fileId, fresh: isFresh };
}

type HandedIn = Pick<Arrived, 'name' | 'sha256' | 'size'>;

async function receiveNew(work: Change, place: Place, { name, sha256, size }: HandedIn): Promise<string> {
  const { bureauId, collectionId, recipientId, via, id: deliveryId } = place;
  const { id } = await insert<CollectionFile>(
    work,
    wholeFiles,
    {
      bureauId,
      collectionId,
      deliveryId,
      recipientId,
      recognisedBy: recipientId === null ? null : 'person',
      edition: null,
      receivedBy: work.actor.id,
      via,
      fileName: name,
      sha256,
      size,
      state: 'waiting',
      stateReason: '',
      problem: null,
      counts: noCounts,
      doubts: [] as FileDoubt[],
      ...nothingBeside,
    } as Omit<CollectionFile, 'id' | 'version' | 'createdAt' | 'updatedAt'>,
    'receive',
  );
  if (recipientId !== null) await refreshRecipient(work, recipientId);
  return id;
}

const json = { kind: 'json', nullable: false } as const;
const beside = {
  decisions: json,
  issues: json,
  candidates: json,
  placements: json,
  tries: { kind: 'number', nullable: false },
} as const;
/** Files with what is kept beside the columns that lists show, which has no default either. */
export const wholeFiles: Definition<CollectionFile> = {
  ...collectionFiles,
  fields: { ...collectionFiles.fields, ...beside },
};
/** Of a file of which nobody has said anything yet. */
export const nothingBeside = { decisions: {}, issues: [], candidates: [], placements: {}, tries: 0 };

async function receiveAgain(work: Change, place: Place, known: CollectionFile, file: HandedIn): Promise<void> {
  const recipientId = place.recipientId ?? known.recipientId;
  await work.tx
    .updateTable('collectionFiles')
    .set({ tries: 0, leaseUntil: null, decisions: '{}', placements: '{}' })
    .where('id', '=', known.id)
    .execute();
  await edit<CollectionFile>(
    work,
    collectionFiles,
    known,
    known.version,
    {
      state: transition(collectionFileMachine, 'collectionFile', known.state, 'receive'),
      stateReason: '',
      problem: null,
      deliveryId: place.id,
      receivedBy: work.actor.id,
      fileName: file.name,
      via: place.via,
      recipientId,
      recognisedBy: place.recipientId === null ? known.recognisedBy : 'person',
    },
    'receive',
  );
  // It may have stood at another agency's line before.
  for (const id of new Set([known.recipientId, recipientId])) if (id !== null) await refreshRecipient(work, id);
}

async function sameBytes(work: Change, place: Place, { sha256 }: HandedIn): Promise<CollectionFile | null> {
  const row = await work.tx
    .selectFrom('collectionFiles')
    .selectAll()
    .where('collectionId', '=', place.collectionId)
    .where('sha256', '=', sha256)
    .$if(work.engine === 'postgres', query => query.forUpdate())
    .executeTakeFirst();
  return row ? fromRow<CollectionFile>(collectionFiles.fields, row) : null;
}

export async function bookDelivery({ tx, actor, at }: Change, place: Place, repeated: boolean): Promise<void> {
  const { id, first, bureauId, collectionId, via } = place;
  const count = repeated ? 1 : 0;
  if (first)
    await tx
      .insertInto('deliveries')
      .values({ id, createdAt: at, bureauId, collectionId, receivedBy: actor.id, via, repeated: count })
      .execute();
  else if (repeated)
    await tx
      .updateTable('deliveries')
      .set(eb => ({ repeated: eb('repeated', '+', 1) }))
      .where('id', '=', id)
      .execute();
}
