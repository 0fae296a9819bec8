import { planItem, planItemCreate, planItemEdit, planItemMove } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { planItems } from './definition.ts';
import { createItem, deleteItem, editItem, moveItem } from './service.ts';

const access = (action: ActionOf<'planItems'>) => ({ access: { resource: 'planItems', action } as const });
const tags = ['planItems'];

export function planItemRoutes(app: App, context: Context): void {
  readRoutes(app, context, planItems, planItem);

  app.post(
    '/api/planItems',
    { config: access('create'), schema: { tags, body: planItemCreate, response: { 201: planItem } } },
    async (request, reply) => {
      const scope = scopeHere(request);
      const created = await change(context, actorOf(request), work => createItem(work, scope, request.body));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/planItems/:id',
    { config: access('update'), schema: { tags, params: byId, body: planItemEdit, response: { 200: planItem } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editItem(work, request.params.id, version, set));
    },
  );

  app.post(
    '/api/planItems/:id/move',
    { config: access('update'), schema: { tags, params: byId, body: planItemMove, response: { 200: planItem } } },
    async request => {
      const { version, parentId, index } = request.body;
      return change(context, actorOf(request), work => moveItem(work, request.params.id, version, parentId, index));
    },
  );

  app.delete('/api/planItems/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), work => deleteItem(work, request.params.id));
    return {};
  });
}
