import { sql } from 'kysely';
import type { Collection } from '../../sync/model/index.ts';
import type { Client } from './client.ts';
import { collectionDesk } from './collection-desk.ts';
import type { Office } from './office.ts';
import { foundAgencies } from './returns-desk.ts';

/** For work in the background that goes through many agencies. */
export const long = { timeout: 30_000, interval: 50 };
export const sender = '管考系統 <guankao@example.org>';

/** A draft that asks agencies without accounts, each with an address of its own. */
export async function addressedDraft(
  office: Office,
  client: Client,
  count: number,
  prefix: string,
): Promise<Collection> {
  const desk = collectionDesk(() => client);
  const agencies = await foundAgencies(office, count, prefix);
  const draft = await desk.draft(
    await desk.template(),
    agencies.map(({ id }) => id),
  );
  await office.context.db
    .updateTable('recipients')
    .set({ mailTo: sql<string>`${sql.ref('recipients.id')} || '@example.org'` })
    .where('collectionId', '=', draft.id)
    .execute();
  return draft;
}

/** What became of the last mail to each agency. */
export const mailStatesOf = async ({ context }: Office, { id }: Collection) => {
  const rows = await context.db.selectFrom('recipients').select('mailState').where('collectionId', '=', id).execute();
  return rows.map(({ mailState }) => mailState);
};
