import { z } from 'zod';
import {
  id,
  sheetGrid,
  template,
  templateDetail,
  templateEdit,
  templateRows,
  templateRowsEdit,
} from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { sendFile } from '../files/send.ts';
import { mediaTypes } from '../forms/formats.ts';
import { Refusal } from '../problems/refusal.ts';
import { reading } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { find, remove } from '../records/records.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { editTemplate } from './correct.ts';
import { templates } from './definition.ts';
import { confirmRows, rowsOf } from './mapping.ts';
import { originalOf } from './original.ts';
import { detailOf } from './stored.ts';
import { receiveTemplate } from './upload.ts';

const tags = ['templates'];
const access = <A extends 'create' | 'read' | 'update' | 'delete'>(action: A) =>
  ({ access: { resource: 'templates', action } }) as const;
const part = z.strictObject({
  sheet: z.string().max(255).optional(),
  from: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 20)
    .optional(),
});
const ofPlan = z.strictObject({ planId: id });

export function templateRoutes(app: App, context: Context): void {
  const read = (actor: Actor, templateId: string) => context.lister.read(templates, actor, templateId);

  readRoutes(app, context, templates, template, { one: templateDetail, detail: row => detailOf(context.db, row) });

  app.post(
    '/api/templates',
    {
      config: access('create'),
      schema: { tags, consumes: ['multipart/form-data'], response: { 200: templateDetail, 201: templateDetail } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { templateId, already } = await receiveTemplate(context, actor, request);
      if (already) reply.header('x-already-received', '1');
      return reply.status(already ? 200 : 201).send(await detailOf(context.db, await read(actor, templateId)));
    },
  );

  app.patch(
    '/api/templates/:id',
    { config: access('update'), schema: { tags, params: byId, body: templateEdit, response: { 200: templateDetail } } },
    async request => {
      const actor = actorOf(request);
      await editTemplate(context, actor, request.params.id, request.body, request.log);
      return detailOf(context.db, await read(actor, request.params.id));
    },
  );

  app.delete('/api/templates/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), async work =>
      remove(work, templates, await find(work, templates, 'delete', request.params.id)),
    );
    return {};
  });

  app.get(
    '/api/templates/:id/file',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await read(actor, request.params.id);
      const { format, fileName: name } = row;
      return sendFile(context, reply, actor, { ...row, resource: 'templates', name, mediaType: mediaTypes[format] });
    },
  );

  app.get(
    '/api/templates/:id/original',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const original = await originalOf(context.db, await read(actor, request.params.id));
      return sendFile(context, reply, actor, original);
    },
  );

  app.get(
    '/api/templates/:id/grid',
    { config: access('read'), schema: { tags, params: byId, querystring: part, response: { 200: sheetGrid } } },
    async request => {
      const { sha256, fileName: name } = await read(actorOf(request), request.params.id);
      const { sheet = null, from = 1 } = request.query;
      const answer = await withLocalCopy(context, { sha256, name }, file =>
        reading.read('grid', file, request.log, { sheet, from }),
      );
      if (!answer.ok) throw new Refusal('template_unreadable', { name }, { issue: answer.issue });
      if (!answer.result) throw new Refusal('not_found');
      return answer.result;
    },
  );

  app.get(
    '/api/templates/:id/rows',
    { config: access('read'), schema: { tags, params: byId, querystring: ofPlan, response: { 200: templateRows } } },
    async request => {
      const actor = actorOf(request);
      return rowsOf(context, actor, await read(actor, request.params.id), request.query.planId);
    },
  );

  app.put(
    '/api/templates/:id/rows',
    {
      config: access('update'),
      schema: { tags, params: byId, body: templateRowsEdit, response: { 200: templateRows } },
    },
    async request => {
      const actor = actorOf(request);
      await confirmRows(context, actor, request.params.id, request.body);
      return rowsOf(context, actor, await read(actor, request.params.id), request.body.planId);
    },
  );
}
