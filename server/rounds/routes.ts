import { z } from 'zod';
import { onVersion, round, roundChase, roundCreate, roundEdit, withReason } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { chase } from './chasing.ts';
import { rounds } from './definition.ts';
import { createRound, deleteRound, editRound, moveRound } from './service.ts';

const access = (action: ActionOf<'rounds'>) => ({ access: { resource: 'rounds', action } as const });
const tags = ['rounds'];
const chased = z.strictObject({ chased: z.number().int().nonnegative() });

export function roundRoutes(app: App, context: Context): void {
  readRoutes(app, context, rounds, round);

  app.post(
    '/api/rounds',
    { config: access('create'), schema: { tags, body: roundCreate, response: { 201: round } } },
    async (request, reply) => {
      const scope = scopeHere(request);
      const created = await change(context, actorOf(request), work => createRound(work, scope, request.body));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/rounds/:id',
    { config: access('update'), schema: { tags, params: byId, body: roundEdit, response: { 200: round } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editRound(work, request.params.id, version, set));
    },
  );

  app.delete('/api/rounds/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), work => deleteRound(work, request.params.id));
    return {};
  });

  for (const verb of ['open', 'close'] as const)
    app.post(
      `/api/rounds/:id/${verb}`,
      { config: access(verb), schema: { tags, params: byId, body: onVersion, response: { 200: round } } },
      async request =>
        change(context, actorOf(request), work => moveRound(work, verb, request.params.id, request.body.version)),
    );

  app.post(
    '/api/rounds/:id/reopen',
    { config: access('reopen'), schema: { tags, params: byId, body: withReason, response: { 200: round } } },
    async request => {
      const { version, reason } = request.body;
      return change(context, actorOf(request), work => moveRound(work, 'reopen', request.params.id, version, reason));
    },
  );

  app.post(
    '/api/rounds/:id/chase',
    { config: access('chase'), schema: { tags, params: byId, body: roundChase, response: { 200: chased } } },
    async request =>
      change(context, actorOf(request), async work => {
        const row = await find(work, rounds, 'chase', request.params.id);
        return { chased: await chase(work, row, request.body.reportIds) };
      }),
  );
}
