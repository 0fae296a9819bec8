import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Collection, Packet, PacketsMade, TrustedKey } from '../../../sync/model/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { attachment } from '../../files/send.ts';
import { mostArchived, zipStream } from '../../files/zip-stream.ts';
import { fileNameOf } from '../../forms/formats.ts';
import { Refusal } from '../../problems/refusal.ts';
import { linesOf } from '../../recipients/chosen.ts';
import { change } from '../../records/change.ts';
import { insertMany } from '../../records/records.ts';
import { packages } from '../definition.ts';
import { gatherCollection } from '../gather/collection.ts';
import { atOnce } from '../gather/index.ts';
import { senderOf, type Written, writtenPacket } from '../written.ts';
import { markHandedOut } from './handed-out.ts';

/** Packages that are gathered and listed together; of their files never more than a piece is in memory. */
const portion = 25;

interface Addressee extends Pick<TrustedKey, 'peerAgencyId' | 'name' | 'fingerprint'> {
  readonly recipientId: string;
}

/**
 * Makes a package of a collection for every agency that it asks and whose key is trusted, or for those that are named. Each portion
 * is listed as it is done, so that what ends the server midway has lost only what was not made yet.
 * @throws Refusal `collection_not_open`, `workbooks_not_made`, `foreign_reference`, and whatever `writtenPacket` refuses
 */
export async function makeAll(
  context: Context,
  actor: Actor,
  collection: Collection,
  recipientIds: readonly string[] | undefined,
): Promise<PacketsMade> {
  if (collection.state === 'draft') throw new Refusal('collection_not_open', { name: collection.name });
  const lines = await linesOf(context.db, collection, recipientIds);
  const unmade = lines.filter(({ edition }) => collection.state === 'open' && edition !== collection.edition).length;
  if (unmade > 0) throw new Refusal('workbooks_not_made', { count: unmade }, { count: unmade });
  const addressees = await addresseesOf(context, actor, collection, new Set(lines.map(({ id }) => id)));
  const packetIds: string[] = [];
  if (addressees.length > 0) {
    const sender = await senderOf(context, actor);
    for (let i = 0; i < addressees.length; i += portion) {
      const part = addressees.slice(i, i + portion);
      const asked = part.map(({ peerAgencyId: id, name }) => ({ id, name }));
      const gathered = await atOnce(context, db => gatherCollection(db, collection, asked));
      const written: Written[] = [];
      for (const one of part)
        written.push(await writtenPacket(context, sender, one, 'collection', gathered.get(one.peerAgencyId)!));
      const made = await change(context, actor, async work => {
        const rows = await insertMany<Packet>(work, packages, written, 'send');
        await markHandedOut(work, rows);
        return rows;
      });
      packetIds.push(...made.map(({ id }) => id));
    }
  }
  const reached = new Set(addressees.map(({ recipientId }) => recipientId));
  return { packetIds, withoutKey: lines.flatMap(({ id }) => (reached.has(id) ? [] : [id])) };
}

/** The newest trusted key of each agency. */
async function addresseesOf(
  { db }: Context,
  { agencyId }: Actor,
  { id }: Collection,
  chosen: ReadonlySet<string>,
): Promise<readonly Addressee[]> {
  const rows = await db
    .selectFrom('recipients')
    .innerJoin('trustedKeys', 'trustedKeys.peerAgencyId', 'recipients.agencyId')
    .select(['recipients.id as recipientId', 'peerAgencyId', 'trustedKeys.name', 'trustedKeys.fingerprint'])
    .where('recipients.collectionId', '=', id)
    .where('trustedKeys.agencyId', '=', agencyId)
    .where('trustedKeys.state', '=', 'trusted')
    .orderBy('trustedKeys.id')
    .execute();
  const newest = new Map(rows.map(row => [row.recipientId, row]));
  return [...newest.values()].filter(({ recipientId }) => chosen.has(recipientId));
}

/**
 * Sends the newest package for each agency of a collection as one .zip that is written while it is read.
 * @throws Refusal `packages_none`, `packages_too_large`
 */
export async function sendAll(
  { db, storage, now, ...context }: Context,
  reply: FastifyReply,
  actor: Actor,
  { id, agencyId, name }: Collection,
  recipientIds: readonly string[] | undefined,
): Promise<FastifyReply> {
  const chosen = new Set((await linesOf(db, { id }, recipientIds)).map(line => line.id));
  const rows = await db
    .selectFrom('packages')
    .innerJoin('recipients', join =>
      join
        .onRef('recipients.agencyId', '=', 'packages.peerAgencyId')
        .onRef('recipients.collectionId', '=', 'packages.collectionId'),
    )
    .select(['recipients.id as recipientId', 'packages.fileName', 'packages.sha256', 'packages.size'])
    .where('packages.agencyId', '=', agencyId)
    .where('packages.collectionId', '=', id)
    .where('direction', '=', 'sent')
    .where('kind', '=', 'collection')
    .orderBy('packedAt')
    .execute();
  const newest = new Map(rows.filter(row => chosen.has(row.recipientId)).map(row => [row.recipientId, row]));
  const files = [...newest.values()];
  if (files.length === 0) throw new Refusal('packages_none');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostArchived.bytes || files.length > mostArchived.files) throw new Refusal('packages_too_large');
  await change({ db, now, ...context }, actor, async ({ record }) =>
    record({
      action: 'collections.download',
      resource: 'collections',
      recordId: id,
      agencyId,
      after: { packages: files.length },
    }),
  );
  const packed = namedApart(files).map(({ fileName, sha256 }) => ({
    name: fileName,
    open: () => storage.open(sha256),
  }));
  return reply
    .header('content-disposition', attachment(fileNameOf(`${name} 封包`, 'zip')))
    .header('content-type', 'application/zip')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Readable.from(zipStream(packed, now()), { objectMode: false }));
}

/** Two agencies may be called alike. */
function namedApart<T extends { readonly fileName: string }>(files: readonly T[]): readonly T[] {
  const used = new Set<string>();
  return files
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .map(file => {
      let fileName = file.fileName;
      for (let n = 2; used.has(fileName); n++) fileName = file.fileName.replace(/\.zip$/, ` (${n}).zip`);
      used.add(fileName);
      return { ...file, fileName };
    });
}
