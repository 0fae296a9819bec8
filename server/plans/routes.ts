import {
  onVersion,
  plan,
  planApproval,
  planCreate,
  planEdit,
  planPublication,
  verbBody,
} from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { plans } from './definition.ts';
import { advancePlan, createPlan, deletePlan, editPlan } from './service.ts';

const access = (action: ActionOf<'plans'>) => ({ access: { resource: 'plans', action } as const });
const tags = ['plans'];

export function planRoutes(app: App, context: Context): void {
  readRoutes(app, context, plans, plan);

  app.post(
    '/api/plans',
    { config: access('create'), schema: { tags, body: planCreate, response: { 201: plan } } },
    async (request, reply) => {
      const created = await change(context, actorOf(request), work => createPlan(work, request.body));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/plans/:id',
    { config: access('update'), schema: { tags, params: byId, body: planEdit, response: { 200: plan } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editPlan(work, request.params.id, version, set));
    },
  );

  app.delete('/api/plans/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), work => deletePlan(work, request.params.id));
    return {};
  });

  app.post(
    '/api/plans/:id/approve',
    { config: access('approve'), schema: { tags, params: byId, body: planApproval, response: { 200: plan } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work =>
        advancePlan(work, 'approve', request.params.id, version, { set }),
      );
    },
  );

  for (const verb of ['unapprove', 'unpublish', 'reopen'] as const)
    app.post(
      `/api/plans/:id/${verb}`,
      { config: access(verb), schema: { tags, params: byId, body: verbBody, response: { 200: plan } } },
      async request => {
        const { version, reason } = request.body;
        return change(context, actorOf(request), work =>
          advancePlan(work, verb, request.params.id, version, { reason }),
        );
      },
    );

  app.post(
    '/api/plans/:id/publish',
    { config: access('publish'), schema: { tags, params: byId, body: planPublication, response: { 200: plan } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work =>
        advancePlan(work, 'publish', request.params.id, version, { set }),
      );
    },
  );

  app.post(
    '/api/plans/:id/close',
    { config: access('close'), schema: { tags, params: byId, body: onVersion, response: { 200: plan } } },
    async request =>
      change(context, actorOf(request), work => advancePlan(work, 'close', request.params.id, request.body.version)),
  );
}
