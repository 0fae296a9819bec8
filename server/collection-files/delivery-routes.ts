import type { FastifyReply, FastifyRequest } from 'fastify';
import { deliveryAnswer } from '../../sync/model/index.ts';
import { collections } from '../collections/definition.ts';
import type { Context } from '../context.ts';
import { arrivals } from '../files/receive.ts';
import { problemOf } from '../problems/answer.ts';
import { recipients } from '../recipients/definition.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId } from '../routing/routes.ts';
import { deliveries } from './definition.ts';
import { mustTakeFiles } from './open.ts';
import { readingDuty } from './reader.ts';
import { deliver, most } from './receive.ts';
import type { Target } from './write-down.ts';

const tags = ['deliveries'];
const consumes = ['multipart/form-data'];

/** Files come to the bureau in any number and in archives, or one by one from the agencies themselves. */
export function deliveryRoutes(app: App, context: Context): void {
  app.post(
    '/api/collections/:id/deliveries',
    {
      config: { access: { resource: 'collections', action: 'deliver' } },
      schema: { tags, consumes, params: byId, response: { 201: deliveryAnswer } },
    },
    async (request, reply) => {
      const { id, agencyId } = await change(context, actorOf(request), async work => {
        // Before anything is read off the line.
        const found = await find(work, collections, 'deliver', request.params.id);
        await mustTakeFiles(work, found.id);
        return found;
      });
      const target = { bureauId: agencyId, collectionId: id, via: 'file', recipientId: null, anew: true } as const;
      return taken(context, request, reply, target, most.files);
    },
  );

  app.post(
    '/api/recipients/:id/return',
    {
      config: { access: { resource: 'recipients', action: 'return' } },
      schema: { tags, consumes, params: byId, response: { 201: deliveryAnswer } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, agencyId, bureauId, collectionId } = await change(context, actor, async work => {
        const found = await find(work, recipients, 'return', request.params.id);
        await mustTakeFiles(work, found.collectionId);
        return found;
      });
      const via = agencyId === actor.agencyId ? 'app' : 'file';
      return taken(context, request, reply, { bureauId, collectionId, via, recipientId: id, anew: true }, 1);
    },
  );
}

async function taken(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  target: Target,
  mostFiles: number,
): Promise<FastifyReply> {
  const actor = actorOf(request);
  const { deliveryId, refused } = await deliver(context, actor, target, arrivals(context, request, mostFiles));
  // Nothing was kept: the first reason is the answer.
  if (deliveryId === null) throw refused[0]!.refusal;
  context.background.wake(readingDuty);
  const row = await context.lister.read(deliveries, actor, deliveryId);
  return reply.status(201).send({
    ...row,
    refused: refused.map(({ name, refusal }) => ({ name, problem: problemOf(request, refusal) })),
  });
}
