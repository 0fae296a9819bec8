import { z } from 'zod';
import { evidence, evidenceAttach, evidenceEdit, evidenceLink, id, uploadAnswer } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../problems/answer.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { attachExisting, detach } from './attaching.ts';
import { evidences } from './definition.ts';
import { editEvidence, linkEvidence } from './editing.ts';
import { receiveEvidence } from './receiving.ts';
import { previewEvidence, sendEvidence } from './showing.ts';

const access = (action: ActionOf<'evidence'>) => ({ access: { resource: 'evidence', action } as const });
/** What is attached is part of the report. */
const writesReport = { access: { resource: 'reports', action: 'update' } as const };
const tags = ['evidence'];
const toReport = z.strictObject({ reportId: id });
const pair = z.strictObject({ id, evidenceId: id });

export function evidenceRoutes(app: App, context: Context): void {
  readRoutes(app, context, evidences, evidence);

  app.post(
    '/api/evidence',
    {
      config: access('create'),
      schema: { tags, consumes: ['multipart/form-data'], querystring: toReport, response: { 200: uploadAnswer } },
    },
    async request => {
      const { stored, refused } = await receiveEvidence(context, request, actorOf(request), request.query.reportId);
      return {
        stored: [...stored],
        refused: refused.map(({ name, refusal }) => ({ name, problem: problemOf(request, refusal) })),
      };
    },
  );

  app.post(
    '/api/evidence/link',
    { config: access('create'), schema: { tags, body: evidenceLink, response: { 201: evidence } } },
    async (request, reply) => {
      const created = await change(context, actorOf(request), work => linkEvidence(work, request.body));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/evidence/:id',
    { config: access('update'), schema: { tags, params: byId, body: evidenceEdit, response: { 200: evidence } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editEvidence(work, request.params.id, version, set));
    },
  );

  app.get(
    '/api/evidence/:id/file',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await context.lister.read(evidences, actor, request.params.id);
      return sendEvidence(context, reply, actor, row);
    },
  );

  app.get(
    '/api/evidence/:id/preview',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await context.lister.read(evidences, actor, request.params.id);
      return previewEvidence(context, reply, actor, row);
    },
  );

  app.post(
    '/api/reports/:id/evidence',
    { config: writesReport, schema: { tags, params: byId, body: evidenceAttach, response: { 201: evidence } } },
    async (request, reply) => {
      const { id: reportId } = request.params;
      const attached = await change(context, actorOf(request), work =>
        attachExisting(work, reportId, request.body.evidenceId),
      );
      return reply.status(201).send(attached);
    },
  );

  app.delete(
    '/api/reports/:id/evidence/:evidenceId',
    { config: writesReport, schema: { tags, params: pair } },
    async request => {
      const { id: reportId, evidenceId } = request.params;
      await change(context, actorOf(request), work => detach(work, reportId, evidenceId));
      return {};
    },
  );
}
