import { z } from 'zod';
import {
  type AssignmentVerb,
  assignment,
  assignmentCreate,
  assignmentEdit,
  assignmentMachine,
  assignmentTransfer,
  bulkAssignment,
  bulkAssignmentResult,
  verbBody,
} from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { createBulk, previewBulk } from './bulk.ts';
import { assignments } from './definition.ts';
import { advanceAssignment, createAssignment, editAssignment } from './service.ts';
import { transfer } from './transfer.ts';

const access = (action: ActionOf<'assignments'>) => ({ access: { resource: 'assignments', action } as const });
const tags = ['assignments'];
const transferred = z.strictObject({ transferred: z.number().int().nonnegative() });

export function assignmentRoutes(app: App, context: Context): void {
  readRoutes(app, context, assignments, assignment);

  app.post(
    '/api/assignments',
    { config: access('create'), schema: { tags, body: assignmentCreate, response: { 201: assignment } } },
    async (request, reply) => {
      const scope = scopeHere(request);
      const created = await change(context, actorOf(request), work => createAssignment(work, scope, request.body));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/assignments/:id',
    { config: access('update'), schema: { tags, params: byId, body: assignmentEdit, response: { 200: assignment } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editAssignment(work, request.params.id, version, set));
    },
  );

  for (const [path, run] of [
    ['preview', previewBulk],
    ['bulk', createBulk],
  ] as const)
    app.post(
      `/api/assignments/${path}`,
      { config: access('create'), schema: { tags, body: bulkAssignment, response: { 200: bulkAssignmentResult } } },
      async request => {
        const scope = scopeHere(request);
        return change(context, actorOf(request), work => run(work, scope, request.body));
      },
    );

  app.post(
    '/api/assignments/transfer',
    { config: access('transfer'), schema: { tags, body: assignmentTransfer, response: { 200: transferred } } },
    async request => {
      const scope = scopeHere(request);
      const { fromOfficerId, toOfficerId } = request.body;
      return change(context, actorOf(request), async work => ({
        transferred: await transfer(work, scope, fromOfficerId, toOfficerId),
      }));
    },
  );

  for (const verb of Object.keys(assignmentMachine.verbs) as AssignmentVerb[])
    app.post(
      `/api/assignments/:id/${verb}`,
      { config: access(verb), schema: { tags, params: byId, body: verbBody, response: { 200: assignment } } },
      async request => {
        const { version, reason } = request.body;
        return change(context, actorOf(request), work =>
          advanceAssignment(work, verb, request.params.id, version, reason),
        );
      },
    );
}
