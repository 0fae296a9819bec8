import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ResourceName } from '../access/rules.ts';
import type { Context } from '../context.ts';
import type { Definition } from '../listing/definition.ts';
import { parseListQuery } from '../listing/query.ts';
import { actorOf } from './guard.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export const byId = z.strictObject({ id: z.string().min(1).max(64) });
const listQuerystring = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** `GET /api/x` and `GET /api/x/:id`, which every resource has in the same way. */
export function readRoutes<T>(app: App, context: Context, definition: Definition<T>, row: z.ZodType): void {
  const access = { resource: definition.name as 'reports', action: 'read' as const };
  const tags = [definition.name satisfies ResourceName];

  app.get(
    `/api/${definition.name}`,
    { config: { access }, schema: { tags, querystring: listQuerystring, response: { 200: z.array(row) } } },
    async (request, reply) => {
      const query = parseListQuery(request.query, definition.fields);
      const { rows, total } = await context.lister.list(definition, actorOf(request), query);
      return reply
        .header('x-total-count', total)
        .header('access-control-expose-headers', 'X-Total-Count')
        .send(rows as never);
    },
  );

  app.get(
    `/api/${definition.name}/:id`,
    { config: { access }, schema: { tags, params: byId, querystring: listQuerystring, response: { 200: row } } },
    async (request, reply) => {
      const { embed, expand } = parseListQuery(request.query, {});
      const one = await context.lister.read(definition, actorOf(request), request.params.id, { embed, expand });
      return reply.send(one as never);
    },
  );
}
