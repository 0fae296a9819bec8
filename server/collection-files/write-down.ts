import { type CollectionFile, collectionFileMachine, type DeliveryWay } from '../../sync/model/index.ts';
import type { Arrived } from '../files/receive.ts';
import type { Definition } from '../listing/definition.ts';
import { fromRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, insertMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
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

/** Where a file goes, and the delivery that it is part of; the first of a delivery begins it. */
export type Place = Target & { readonly id: string; readonly first: boolean };

export interface WrittenDown {
  readonly fileId: string;
  /** There for the first time, or looked at anew. */
  readonly fresh: boolean;
}

/** A file whose bytes lie in the store. */
export type HandedIn = Pick<Arrived, 'name' | 'sha256' | 'size'>;

/**
 * Writes down files whose bytes lie in the store already, as waiting to be read, as part of a larger change. The number of
 * statements does not grow with the files that are new.
 * @returns how each was written down, in their order
 * @throws Refusal `collection_closed`, `collection_not_open`, `collection_file_others`
 */
export async function writeDown(
  work: Change,
  place: Place,
  files: readonly HandedIn[],
): Promise<readonly WrittenDown[]> {
  await mustTakeFiles(work, place.collectionId);
  const known = await sameBytes(work, place, files);
  const isAgain = ({ sha256 }: HandedIn): boolean => {
    const state = known.get(sha256)?.state;
    return place.anew && (state === 'rejected' || state === 'unreadable');
  };
  const isOthers = (file: HandedIn): boolean => {
    const before = known.get(file.sha256);
    return before !== undefined && !isAgain(file) && before.recipientId !== place.recipientId;
  };
  if (place.recipientId !== null && files.some(isOthers)) throw new Refusal('collection_file_others');
  // The same bytes twice in one go are one file, too.
  const first = new Map(files.toReversed().map(file => [file.sha256, file]));
  const isFresh = (file: HandedIn): boolean =>
    first.get(file.sha256) === file && (!known.has(file.sha256) || isAgain(file));
  const repeated = files.filter(file => !isFresh(file)).length;
  if (repeated < files.length || place.anew) await bookDelivery(work, place, place.anew ? repeated : 0);
  const fresh = files.filter(isFresh);
  for (const file of fresh) {
    const before = known.get(file.sha256);
    if (before) await receiveAgain(work, place, before, file);
  }
  const unknown = fresh.filter(({ sha256 }) => !known.has(sha256));
  const made = await receiveNew(work, place, unknown);
  const ids = new Map([...known.values(), ...made].map(({ sha256, id }) => [sha256, id]));
  return files.map(file => ({ fileId: ids.get(file.sha256)!, fresh: isFresh(file) }));
}

async function receiveNew(work: Change, place: Place, files: readonly HandedIn[]): Promise<readonly CollectionFile[]> {
  const { bureauId, collectionId, recipientId, via, id: deliveryId } = place;
  const made = await insertMany<CollectionFile>(
    work,
    wholeFiles,
    files.map(({ name, sha256, size }) => ({
      bureauId,
      collectionId,
      deliveryId,
      recipientId,
      recognisedBy: recipientId === null ? null : ('person' as const),
      edition: null,
      receivedBy: work.actor.id,
      via,
      fileName: name,
      sha256,
      size,
      state: 'waiting' as const,
      stateReason: '',
      problem: null,
      counts: noCounts,
      doubts: [],
      ...nothingBeside,
    })),
    'receive',
  );
  if (recipientId !== null && made.length > 0) await refreshRecipient(work, recipientId);
  return made;
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

async function sameBytes(
  { tx, engine }: Change,
  { collectionId }: Place,
  files: readonly HandedIn[],
): Promise<ReadonlyMap<string, CollectionFile>> {
  const rows = await tx
    .selectFrom('collectionFiles')
    .selectAll()
    .where('collectionId', '=', collectionId)
    .where(
      'sha256',
      'in',
      files.map(({ sha256 }) => sha256),
    )
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  return new Map(rows.map(row => [row.sha256, fromRow<CollectionFile>(collectionFiles.fields, row)]));
}

/** @param repeated files that had come before */
export async function bookDelivery({ tx, actor, at }: Change, place: Place, repeated: number): Promise<void> {
  const { id, first, bureauId, collectionId, via } = place;
  if (first)
    await tx
      .insertInto('deliveries')
      .values({ id, createdAt: at, bureauId, collectionId, receivedBy: actor.id, via, repeated })
      .execute();
  else if (repeated > 0)
    await tx
      .updateTable('deliveries')
      .set(eb => ({ repeated: eb('repeated', '+', repeated) }))
      .where('id', '=', id)
      .execute();
}
