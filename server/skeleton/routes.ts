import { z } from 'zod';
import { plan, planFromSkeleton, skeletonItem } from '../../sync/model/index.ts';
import { skeleton } from '../../sync/outline/skeleton/index.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import type { App } from '../routing/routes.ts';
import { planOfSkeleton } from './create.ts';

const tags = ['plans'];

export function skeletonRoutes(app: App, context: Context): void {
  app.get(
    '/api/skeleton',
    {
      config: { access: { resource: 'plans', action: 'read' } },
      schema: { tags, response: { 200: z.array(skeletonItem) } },
    },
    async () => [...skeleton],
  );

  app.post(
    '/api/plans/fromSkeleton',
    {
      config: { access: { resource: 'plans', action: 'create' } },
      schema: { tags, body: planFromSkeleton, response: { 201: plan } },
    },
    async (request, reply) => {
      const created = await change(context, actorOf(request), work => planOfSkeleton(work, request.body));
      return reply.status(201).send(created);
    },
  );
}
