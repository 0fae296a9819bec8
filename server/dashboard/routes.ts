import { z } from 'zod';
import { dashboard, id } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../routing/guard.ts';
import type { App } from '../routing/routes.ts';
import { dashboardOf } from './service.ts';

const access = { resource: 'dashboard', action: 'read' } as const;

export function dashboardRoutes(app: App, context: Context): void {
  app.get(
    '/api/dashboard',
    {
      config: { access },
      schema: {
        tags: ['dashboard'],
        querystring: z.strictObject({ roundId: id.optional() }),
        response: { 200: dashboard },
      },
    },
    request => dashboardOf(context, actorOf(request), request.query.roundId),
  );
}
