import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';

/** Who published a spreadsheet, with the rights that they have now; null when they may not any more. */
export async function ownerOf({ db }: Pick<Context, 'db'>, userId: string, agencyId: string): Promise<Actor | null> {
  const user = await db
    .selectFrom('users')
    .select(['id', 'name', 'agencyId', 'unitId', 'role', 'disabled'])
    .where('id', '=', userId)
    .executeTakeFirst();
  if (!user || user.disabled || user.agencyId !== agencyId || user.role !== 'secretariat') return null;
  const { disabled: _, ...actor } = user;
  return actor;
}
