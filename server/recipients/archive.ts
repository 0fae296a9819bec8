import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Collection, DeliveryWay } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { attachment } from '../files/send.ts';
import { mostArchived, zipStream } from '../files/zip-stream.ts';
import { fileNameOf } from '../forms/formats.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { linesOf } from './chosen.ts';
import { handsOut } from './hands-out.ts';

/**
 * Sends the workbooks of a collection, all or those of the recipients named, as one .zip that is written while it is read.
 * @throws Refusal `workbooks_none`, `workbooks_not_made`, `workbooks_too_large`, `foreign_reference`
 */
export async function sendWorkbooks(
  context: Context,
  reply: FastifyReply,
  actor: Actor,
  { id, agencyId, name, edition }: Collection,
  recipientIds: readonly string[] | undefined,
): Promise<FastifyReply> {
  const { db, storage, now } = context;
  const lines = await linesOf(db, { id }, recipientIds);
  if (lines.length === 0) throw new Refusal('workbooks_none');
  const unmade = lines.filter(line => line.edition !== edition).length;
  if (unmade > 0) throw new Refusal('workbooks_not_made', { count: unmade }, { count: unmade });
  const files = await db
    .selectFrom('recipients')
    .innerJoin('files', 'files.sha256', 'recipients.sha256')
    .select(['recipients.fileName', 'files.sha256', 'files.size'])
    .where(
      'recipients.id',
      'in',
      lines.map(line => line.id),
    )
    .orderBy('recipients.fileName')
    .execute();
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostArchived.bytes || files.length > mostArchived.files) throw new Refusal('workbooks_too_large');
  await markSent(context, actor, { id, agencyId }, 'file', lines);
  const packed = files.map(({ fileName, sha256 }) => ({ name: fileName!, open: () => storage.open(sha256) }));
  return reply
    .header('content-disposition', attachment(fileNameOf(name, 'zip')))
    .header('content-type', 'application/zip')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Readable.from(zipStream(packed, now()), { objectMode: false }));
}

/** Whoever takes workbooks away hands them out: that is when those agencies got theirs, unless they had it before. */
export const markSent = (
  context: Context,
  actor: Actor,
  { id, agencyId }: Pick<Collection, 'id' | 'agencyId'>,
  via: DeliveryWay,
  lines: readonly { readonly id: string; readonly sentAt: string | null }[],
): Promise<void> =>
  change(context, actor, async ({ tx, at, record }) => {
    const fresh = handsOut(actor) ? lines.filter(({ sentAt }) => sentAt === null).map(line => line.id) : [];
    if (fresh.length > 0)
      await tx
        .updateTable('recipients')
        .set({ sentAt: at, sentVia: via, updatedAt: at })
        .where('id', 'in', fresh)
        .where('sentAt', 'is', null)
        .execute();
    record({
      action: 'collections.download',
      resource: 'collections',
      recordId: id,
      agencyId,
      after: { workbooks: lines.length, sent: fresh.length },
    });
  });
