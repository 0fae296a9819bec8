import { z } from 'zod';
import { logIn, openSession, passwordChange, passwordReset, passwordRule, session } from '../../sync/model/index.ts';
import { isPassword, setPassword } from '../accounts/passwords.ts';
import { spendToken } from '../accounts/tokens.ts';
import type { Context } from '../context.ts';
import { append } from '../events/append.ts';
import { parseListQuery } from '../listing/query.ts';
import { Refusal } from '../problems/refusal.ts';
import { change, note } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId } from '../routing/routes.ts';
import { openSessions } from './definition.ts';
import { identityOf } from './identity.ts';
import { checkCredentials } from './log-in.ts';
import { endSession, startSession } from './sessions.ts';

const tags = ['session'];
const dayMs = 86_400_000;
/** Log-in attempts per address and minute; an office behind one address logs in together in the morning. */
const attempts = { rateLimit: { max: 120, timeWindow: '1 minute' } };

export function sessionRoutes(app: App, context: Context): void {
  app.get('/api/session', { config: { access: 'public' }, schema: { tags, response: { 200: session } } }, request =>
    identityOf(context, request),
  );

  app.post(
    '/api/session',
    { config: { access: 'public', ...attempts }, schema: { tags, body: logIn, response: { 200: session } } },
    async (request, reply) => {
      const userId = await checkCredentials(context, request, request.body.account, request.body.password);
      await startSession(context, request, reply, userId);
      return identityOf(context, request);
    },
  );

  app.delete('/api/session', { config: { access: 'session' }, schema: { tags } }, async (request, reply) => {
    const { live } = request;
    const actor = actorOf(request);
    await endSession(context, reply, live!.id);
    await note(context, actor, [
      {
        action: 'session.logOut',
        resource: 'users',
        recordId: actor.id,
        agencyId: actor.agencyId,
        unitId: actor.unitId,
      },
    ]);
    return {};
  });

  app.post(
    '/api/session/password',
    { config: { access: 'session' }, schema: { tags, body: passwordChange, response: { 200: session } } },
    async request => {
      const actor = actorOf(request);
      const person = await context.db
        .selectFrom('users')
        .select(['id', 'account', 'passwordHash', 'passwordChangedAt', 'mustChangePassword'])
        .where('id', '=', actor.id)
        .executeTakeFirstOrThrow();
      if (!(await isPassword(person.passwordHash, request.body.currentPassword)))
        throw new Refusal('wrong_current_password', { field: 'currentPassword' });
      const age = context.now().getTime() - Date.parse(person.passwordChangedAt ?? '');
      if (!request.live!.mustChangePassword && age < passwordRule.minAgeDays * dayMs)
        throw new Refusal('password_too_young');
      await change(context, actor, async work => {
        await setPassword(work.tx, person, request.body.newPassword, work.at, request.live!.id);
        work.record({
          action: 'users.password',
          resource: 'users',
          recordId: actor.id,
          agencyId: actor.agencyId,
          unitId: actor.unitId,
        });
      });
      return identityOf(context, request);
    },
  );

  app.post(
    '/api/password-reset',
    {
      config: { access: 'public', ...attempts },
      schema: { tags, body: passwordReset, response: { 200: z.strictObject({}) } },
    },
    async request => {
      const now = context.now();
      await context.db.transaction().execute(async tx => {
        const { userId } = await spendToken(tx, 'reset', request.body.token, now.toISOString());
        const person = await tx
          .selectFrom('users')
          .select(['id', 'account', 'name', 'agencyId', 'unitId'])
          .where('id', '=', userId)
          .executeTakeFirstOrThrow();
        await setPassword(tx, person, request.body.newPassword, now.toISOString());
        const { agencyId, unitId } = person;
        await append(tx, context.engine, now, person, [
          {
            action: 'users.password',
            resource: 'users',
            recordId: person.id,
            agencyId,
            unitId,
            after: { by: 'resetLink' },
          },
        ]);
      });
      return {};
    },
  );

  const mine = { resource: 'openSessions', action: 'read' } as const;
  app.get(
    '/api/openSessions',
    { config: { access: mine }, schema: { tags, response: { 200: z.array(openSession) } } },
    async (request, reply) => {
      const query = parseListQuery(request.query as Record<string, string>, openSessions.fields);
      const { rows, total } = await context.lister.list(openSessions, actorOf(request), query);
      return reply
        .header('x-total-count', total)
        .send(rows.map(row => ({ ...row, current: row.id === request.live!.id })));
    },
  );

  app.delete(
    '/api/openSessions/:id',
    { config: { access: { resource: 'openSessions', action: 'delete' } }, schema: { tags, params: byId } },
    async request => {
      const actor = actorOf(request);
      const row = await context.lister.read(openSessions, actor, request.params.id);
      await change(context, actor, async work => {
        await work.tx.deleteFrom('sessions').where('id', '=', row.id).execute();
        work.record({
          action: 'session.revoke',
          resource: 'users',
          recordId: actor.id,
          agencyId: actor.agencyId,
          unitId: actor.unitId,
        });
      });
      return {};
    },
  );
}
