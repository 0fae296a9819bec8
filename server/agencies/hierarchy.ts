import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';

/**
 * Puts an agency, with all below it, under another one: the rows of `agencyAncestors` are made anew for that branch.
 * @throws Refusal `hierarchy_loop` when the new parent is the agency itself or stands below it
 */
export async function place(tx: Transaction<Database>, agencyId: string, parentId: string | null): Promise<void> {
  const branch = await tx
    .selectFrom('agencyAncestors')
    .select(['agencyId', 'depth'])
    .where('ancestorId', '=', agencyId)
    .execute();
  const below = branch.length > 0 ? branch : [{ agencyId, depth: 0 }];
  if (below.some(row => row.agencyId === parentId)) throw new Refusal('hierarchy_loop');
  const above = parentId
    ? await tx.selectFrom('agencyAncestors').select(['ancestorId', 'depth']).where('agencyId', '=', parentId).execute()
    : [];
  const members = below.map(row => row.agencyId);
  await tx
    .deleteFrom('agencyAncestors')
    .where('agencyId', 'in', members)
    .where('ancestorId', 'not in', members)
    .execute();
  if (branch.length === 0)
    await tx.insertInto('agencyAncestors').values({ agencyId, ancestorId: agencyId, depth: 0 }).execute();
  const links = below.flatMap(row =>
    above.map(up => ({ agencyId: row.agencyId, ancestorId: up.ancestorId, depth: up.depth + 1 + row.depth })),
  );
  if (links.length > 0) await tx.insertInto('agencyAncestors').values(links).execute();
}
