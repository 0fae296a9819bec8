import { z } from 'zod';
import { instant, sectionRoles, type User, user, userCreate, userEdit } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import { issueToken } from '../accounts/tokens.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { type Change, change } from '../records/change.ts';
import { edit, find, insert, isDuplicate } from '../records/records.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { users } from './definition.ts';

const access = <A extends 'create' | 'update' | 'resetLink'>(action: A) => ({
  access: { resource: 'users', action } as const,
});
const tags = ['users'];
const resetLink = z.strictObject({ token: z.string(), url: z.string(), expiresAt: instant });

/** Section roles need a unit, and a unit must be of the person's agency. */
async function checkUnit({ tx }: Change, person: Pick<User, 'agencyId' | 'unitId' | 'role'>): Promise<void> {
  if (person.unitId === null) {
    if (sectionRoles.includes(person.role)) throw new Refusal('unit_required', { field: 'unitId' });
    return;
  }
  const unit = await tx.selectFrom('units').select('agencyId').where('id', '=', person.unitId).executeTakeFirst();
  if (unit?.agencyId !== person.agencyId) throw new Refusal('foreign_reference', { field: 'unitId' });
}

/** The installation must keep somebody who can manage accounts. */
async function keepAnAdministrator({ tx }: Change, leaving: User): Promise<void> {
  if (leaving.role !== 'administrator' || leaving.disabled) return;
  const others = await tx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', false)
    .where('id', '!=', leaving.id)
    .limit(1)
    .execute();
  if (others.length === 0) throw new Refusal('last_administrator');
}

export function userRoutes(app: App, context: Context): void {
  readRoutes(app, context, users, user);

  app.post(
    '/api/users',
    { config: access('create'), schema: { tags, body: userCreate, response: { 201: user } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { agencyId = actor.agencyId, unitId = null, email = null, locale = 'zh-TW', ...given } = request.body;
      mustReach(actor, scopeHere(request), { agencyId });
      const created = await change(context, actor, async work => {
        await checkUnit(work, { ...given, agencyId, unitId });
        return insert(work, users, {
          ...given,
          agencyId,
          unitId,
          email,
          locale,
          disabled: false,
          mustChangePassword: true,
          lockedUntil: null,
          lastLoginAt: null,
        });
      }).catch((error: unknown) => {
        throw isDuplicate(error) ? new Refusal('account_taken', { account: given.account }) : error;
      });
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/users/:id',
    { config: access('update'), schema: { tags, params: byId, body: userEdit, response: { 200: user } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), async work => {
        const row = await find(work, users, 'update', request.params.id);
        const next = await edit(work, users, row, version, set);
        await checkUnit(work, next);
        if (next.disabled || next.role !== 'administrator') await keepAnAdministrator(work, row);
        if (next.disabled) await work.tx.deleteFrom('sessions').where('userId', '=', row.id).execute();
        return next;
      });
    },
  );

  app.post(
    '/api/users/:id/resetLink',
    { config: access('resetLink'), schema: { tags, params: byId, response: { 200: resetLink } } },
    async request =>
      change(context, actorOf(request), async work => {
        const row = await find(work, users, 'resetLink', request.params.id);
        const { token, expiresAt } = await issueToken(work.tx, 'reset', row.id, new Date(work.at));
        work.record({
          action: 'users.resetLink',
          resource: 'users',
          recordId: row.id,
          agencyId: row.agencyId,
          unitId: row.unitId,
          after: { expiresAt },
        });
        return { token, url: `${context.config.publicUrl}/#/password-reset?token=${token}`, expiresAt };
      }),
  );
}
