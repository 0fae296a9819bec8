import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { id } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
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

export const byId = z.strictObject({ id });
const listQuerystring = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

type Query = Readonly<Record<string, string | string[]>>;

/** Takes the definition's own parameters out of a query and gives the conditions they stand for. */
function narrowed<T>({ parameters = {} }: Definition<T>, actor: Actor, now: Date, query: Query) {
  const entries = Object.entries(query);
  const isOwn = ([name]: readonly [string, unknown]) => Object.hasOwn(parameters, name);
  return {
    also: entries.filter(isOwn).map(([name, value]) => parameters[name]!([value].flat(), actor, now)),
    rest: Object.fromEntries(entries.filter(entry => !isOwn(entry))),
  };
}

/** What a single read adds to the row that lists show. */
export interface Detail<T> {
  readonly one: z.ZodType;
  readonly detail: (row: T, actor: Actor) => Promise<unknown>;
}

/** `GET /api/x` and `GET /api/x/:id`, which every resource has in the same way. */
export function readRoutes<T>(
  app: App,
  context: Context,
  definition: Definition<T>,
  row: z.ZodType,
  { one = row, detail = async found => found }: Partial<Detail<T>> = {},
): void {
  const access = { resource: definition.name as 'reports', action: 'read' as const };
  const tags = [definition.name satisfies ResourceName];

  app.get(
    `/api/${definition.name}`,
    { config: { access }, schema: { tags, querystring: listQuerystring, response: { 200: z.array(row) } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { also, rest } = narrowed(definition, actor, context.now(), request.query);
      const query = parseListQuery(rest, definition.fields);
      const { rows, total } = await context.lister.list(definition, actor, query, also);
      return reply
        .header('x-total-count', total)
        .header('access-control-expose-headers', 'X-Total-Count')
        .send(rows as never);
    },
  );

  app.get(
    `/api/${definition.name}/:id`,
    { config: { access }, schema: { tags, params: byId, querystring: listQuerystring, response: { 200: one } } },
    async (request, reply) => {
      const { embed, expand } = parseListQuery(request.query, {});
      const actor = actorOf(request);
      const found = await context.lister.read(definition, actor, request.params.id, { embed, expand });
      return reply.send((await detail(found, actor)) as never);
    },
  );
}
