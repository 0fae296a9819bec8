import { form, formConversion, formCreate } from '../../sync/model/index.ts';
import { findSoffice } from '../../sync/sheet/libreoffice/index.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../files/send.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { forms } from './definition.ts';
import { mediaTypes } from './formats.ts';
import { issueForm } from './issue.ts';

const tags = ['forms'];

export function formRoutes(app: App, context: Context): void {
  readRoutes(app, context, forms, form);

  app.post(
    '/api/forms',
    {
      config: { access: { resource: 'forms', action: 'create' } },
      schema: { tags, body: formCreate, response: { 201: form } },
    },
    async (request, reply) =>
      reply.status(201).send(await issueForm(context, actorOf(request), request.body, request.log)),
  );

  app.get(
    '/api/forms/conversion',
    {
      config: { access: { resource: 'forms', action: 'create' } },
      schema: { tags, response: { 200: formConversion } },
    },
    async () => ({ available: findSoffice() !== null }),
  );

  app.get(
    '/api/forms/:id/file',
    { config: { access: { resource: 'forms', action: 'read' } }, schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await context.lister.read(forms, actor, request.params.id);
      return sendFile(context, reply, actor, { ...row, resource: 'forms', mediaType: mediaTypes[row.format] });
    },
  );
}
