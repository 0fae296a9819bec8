import type { FastifyRequest } from 'fastify';
import type { Session, User } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { fromRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import { users } from '../users/definition.ts';
import { sessionOf } from './sessions.ts';

/** Who is logged in, as the console needs it. @throws Refusal `not_logged_in` */
export async function identityOf(context: Context, request: FastifyRequest): Promise<Session> {
  const live = await sessionOf(context, request);
  if (!live) throw new Refusal('not_logged_in');
  const row = await context.db
    .selectFrom('users')
    .innerJoin('agencies', 'agencies.id', 'users.agencyId')
    .leftJoin('units', 'units.id', 'users.unitId')
    .selectAll('users')
    .select(['agencies.name as agencyName', 'agencies.parentId as superiorId', 'units.name as unitName'])
    .select(eb =>
      eb
        .selectFrom('agencies as below')
        .select(sub => sub.fn.countAll<number>().as('count'))
        .whereRef('below.parentId', '=', 'users.agencyId')
        .as('below'),
    )
    .where('users.id', '=', live.actor.id)
    .executeTakeFirstOrThrow();
  return {
    user: { ...fromRow<User>(users.fields, row), mustChangePassword: live.mustChangePassword },
    agencyName: row.agencyName,
    unitName: row.unitName,
    isBureau: (row.below ?? 0) > 0,
    isSubordinate: row.superiorId !== null,
    csrfToken: live.csrfToken,
    idleMinutes: context.config.sessionIdleMinutes,
  };
}
