import { plan, planImport, planReading } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { deepest, mostItems } from '../plan-items/tree.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import type { App } from '../routing/routes.ts';
import { excessOf } from './flatten.ts';
import { importPlan } from './import.ts';
import { readPlan } from './read.ts';

const access = { resource: 'plans', action: 'create' } as const;
const tags = ['plans'];

/** A plan of many steps is larger than any other request. */
const importLimitBytes = 8 * 1024 * 1024;

export function planReadingRoutes(app: App, context: Context): void {
  app.post(
    '/api/plans/read',
    { config: { access }, schema: { tags, consumes: ['multipart/form-data'], response: { 200: planReading } } },
    request => readPlan(context, actorOf(request), request),
  );

  app.post(
    '/api/plans/import',
    {
      config: { access },
      bodyLimit: importLimitBytes,
      schema: { tags, body: planImport, response: { 201: plan } },
      // The schema calls itself for every level, so a body of a hundred thousand levels must not reach it.
      preValidation: async request => {
        const excess = excessOf((request.body as { items?: unknown } | null)?.items, { deepest, most: mostItems });
        if (excess) throw new Refusal(excess, { limit: excess === 'too_deep' ? deepest : mostItems });
      },
    },
    async (request, reply) => {
      const created = await change(context, actorOf(request), work => importPlan(work, request.body));
      return reply.status(201).send(created);
    },
  );
}
