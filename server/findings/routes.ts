import { finding, findingAnswer, findingCreate, findingEdit, onVersion, withReason } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { findings } from './definition.ts';
import { createFinding, editFinding, moveFinding } from './service.ts';

const access = (action: ActionOf<'findings'>) => ({ access: { resource: 'findings', action } as const });
const tags = ['findings'];
const answer = { 200: finding };

export function findingRoutes(app: App, context: Context): void {
  readRoutes(app, context, findings, finding);

  app.post(
    '/api/findings',
    { config: access('create'), schema: { tags, body: findingCreate, response: { 201: finding } } },
    async (request, reply) => {
      const made = await change(context, actorOf(request), work => createFinding(work, request.body));
      return reply.status(201).send(made);
    },
  );

  app.patch(
    '/api/findings/:id',
    { config: access('update'), schema: { tags, params: byId, body: findingEdit, response: answer } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editFinding(work, request.params.id, version, set));
    },
  );

  app.post(
    '/api/findings/:id/answer',
    { config: access('answer'), schema: { tags, params: byId, body: findingAnswer, response: answer } },
    async request => {
      const { version, action } = request.body;
      return change(context, actorOf(request), work =>
        moveFinding(work, 'answer', { id: request.params.id, version }, { action, answeredAt: work.at }),
      );
    },
  );

  app.post(
    '/api/findings/:id/release',
    { config: access('release'), schema: { tags, params: byId, body: onVersion, response: answer } },
    async request => {
      const { version } = request.body;
      return change(context, actorOf(request), work =>
        moveFinding(work, 'release', { id: request.params.id, version }, { stateReason: '' }),
      );
    },
  );

  app.post(
    '/api/findings/:id/keep',
    { config: access('keep'), schema: { tags, params: byId, body: withReason, response: answer } },
    async request => {
      const { version, reason } = request.body;
      return change(context, actorOf(request), work =>
        moveFinding(work, 'keep', { id: request.params.id, version }, { stateReason: reason }),
      );
    },
  );
}
