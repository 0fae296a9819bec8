import type { Recipient } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Outgoing } from '../files/send.ts';
import { mediaTypes } from '../forms/formats.ts';
import { Refusal } from '../problems/refusal.ts';
import { handsOut } from './hands-out.ts';

/**
 * The workbook that was made for an agency, about to be taken away: by the agency itself in the app, or by the bureau as a file to be
 * handed on.
 * @throws Refusal `workbook_not_made`
 */
export async function workbookOf({ db, now }: Context, actor: Actor, row: Recipient): Promise<Outgoing> {
  const { id, bureauId, agencyId, fileName, sha256, sentAt } = row;
  const { name } = await db.selectFrom('agencies').select('name').where('id', '=', agencyId).executeTakeFirstOrThrow();
  const file = sha256 && (await db.selectFrom('files').select('size').where('sha256', '=', sha256).executeTakeFirst());
  if (!file || fileName === null || sha256 === null) throw new Refusal('workbook_not_made', { name });
  if (sentAt === null && handsOut(actor)) {
    const at = now().toISOString();
    await db
      .updateTable('recipients')
      .set({ sentAt: at, sentVia: actor.agencyId === agencyId ? 'app' : 'file', updatedAt: at })
      .where('id', '=', id)
      .where('sentAt', 'is', null)
      .execute();
  }
  const format = fileName.slice(fileName.lastIndexOf('.') + 1) as keyof typeof mediaTypes;
  const { size } = file;
  return {
    resource: 'recipients',
    id,
    agencyId: bureauId,
    name: fileName,
    sha256,
    size,
    mediaType: mediaTypes[format],
  };
}
