import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** The agencies above an agency, at any distance. */
export async function agenciesAbove(db: Kysely<Database>, agencyId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('agencyAncestors')
    .select('ancestorId')
    .where('agencyId', '=', agencyId)
    .where('depth', '>', 0)
    .execute();
  return new Set(rows.map(({ ancestorId }) => ancestorId));
}
