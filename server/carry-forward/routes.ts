import { z } from 'zod';
import {
  carriedAssignment,
  carriedAssignmentResult,
  carriedWork,
  plan,
  planCarry,
  planLinks,
} from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { plans } from '../plans/definition.ts';
import { change } from '../records/change.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId } from '../routing/routes.ts';
import { carryForward } from './carry.ts';
import { linkToPrevious } from './link.ts';
import { assignCarried, carriedWorkOf } from './work.ts';

const tags = ['plans'];
const linked = z.strictObject({ linked: z.number().int().nonnegative() });

export function carryForwardRoutes(app: App, context: Context): void {
  app.post(
    '/api/plans/:id/carryForward',
    {
      config: { access: { resource: 'plans', action: 'create' } },
      schema: { tags, params: byId, body: planCarry, response: { 201: plan } },
    },
    async (request, reply) => {
      const scope = scopeHere(request);
      const next = await change(context, actorOf(request), work =>
        carryForward(work, scope, request.params.id, request.body),
      );
      return reply.status(201).send(next);
    },
  );

  app.post(
    '/api/plans/:id/linkPrevious',
    {
      config: { access: { resource: 'plans', action: 'update' } },
      schema: { tags, params: byId, body: planLinks, response: { 200: linked } },
    },
    async request => ({
      linked: await change(context, actorOf(request), work => linkToPrevious(work, request.params.id, request.body)),
    }),
  );

  app.get(
    '/api/plans/:id/carriedWork',
    {
      config: { access: { resource: 'assignments', action: 'create' } },
      schema: { tags: ['assignments'], params: byId, response: { 200: carriedWork } },
    },
    async request => {
      const actor = actorOf(request);
      const found = await context.lister.read(plans, actor, request.params.id);
      // Who works on what is for the agency alone; its superior reads plans, not assignments.
      mustReach(actor, scopeHere(request), found);
      return carriedWorkOf(context.db, found);
    },
  );

  app.post(
    '/api/plans/:id/assignCarried',
    {
      config: { access: { resource: 'assignments', action: 'create' } },
      schema: {
        tags: ['assignments'],
        params: byId,
        body: carriedAssignment,
        response: { 200: carriedAssignmentResult },
      },
    },
    async request => {
      const scope = scopeHere(request);
      return change(context, actorOf(request), work =>
        assignCarried(work, scope, request.params.id, request.body.planItemIds),
      );
    },
  );
}
