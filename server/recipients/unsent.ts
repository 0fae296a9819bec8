import { expressionBuilder, sql } from 'kysely';
import type { Unsent } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { ownRecipients } from '../collections/asked.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';

/**
 * What the person's agency uploaded for a bureau of another system and packed into no package since: it is not on its way, however
 * it stands in the roster of this installation.
 */
export async function unsentOf({ db }: Pick<Context, 'db'>, actor: Actor): Promise<Unsent[]> {
  const rows = await db
    .selectFrom(unpacked(actor).as('unpacked'))
    .select('id')
    .select(({ fn }) => fn.countAll<number>().as('files'))
    .groupBy('id')
    .orderBy('id')
    .execute();
  return rows.map(({ id, files }) => ({ id: id!, files: Number(files) }));
}

/** The recipient of each such file. */
export const unpacked = (actor: Actor) =>
  expressionBuilder<Database>()
    .selectFrom('collectionFiles')
    .innerJoin('deliveries', 'deliveries.id', 'collectionFiles.deliveryId')
    .innerJoin('packageRows', join =>
      join
        .onRef('packageRows.localId', '=', 'collectionFiles.collectionId')
        .on('packageRows.resource', '=', 'collections')
        .on('packageRows.agencyId', '=', actor.agencyId),
    )
    .select('collectionFiles.recipientId as id')
    .where('collectionFiles.state', 'in', ['waiting', 'read', 'unreadable'])
    .where('collectionFiles.via', '<>', 'package')
    .where('collectionFiles.recipientId', 'in', sql<string>`${ownRecipients(actor)}`)
    // When it was handed in last: a file that was turned down may have been handed in once more.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('packages')
            .select('packages.id')
            .where('packages.agencyId', '=', actor.agencyId)
            .where('packages.direction', '=', 'sent')
            .where('packages.kind', '=', 'collected')
            .whereRef('packages.collectionId', '=', 'collectionFiles.collectionId')
            .whereRef('packages.packedAt', '>=', 'deliveries.createdAt'),
        ),
      ),
    );
