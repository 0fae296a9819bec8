import { z } from 'zod';
import { asking, recipient, recipientEdit, unsent } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../files/send.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { askingOf } from './asking.ts';
import { recipients } from './definition.ts';
import { editRecipient, removeRecipient } from './service.ts';
import { unsentOf } from './unsent.ts';
import { workbookOf } from './workbook.ts';

const access = (action: ActionOf<'recipients'>) => ({ access: { resource: 'recipients', action } as const });
const tags = ['recipients'];

export function recipientRoutes(app: App, context: Context): void {
  readRoutes(app, context, recipients, recipient);

  app.get(
    '/api/recipients/bureaus',
    { config: access('read'), schema: { tags, response: { 200: z.array(asking) } } },
    async request => [...(await askingOf(context, actorOf(request)))],
  );

  app.get(
    '/api/recipients/unsent',
    { config: access('read'), schema: { tags, response: { 200: z.array(unsent) } } },
    async request => unsentOf(context, actorOf(request)),
  );

  app.patch(
    '/api/recipients/:id',
    { config: access('update'), schema: { tags, params: byId, body: recipientEdit, response: { 200: recipient } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editRecipient(work, request.params.id, version, set));
    },
  );

  app.delete('/api/recipients/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), work => removeRecipient(work, request.params.id));
    return {};
  });

  app.get(
    '/api/recipients/:id/workbook',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const file = await workbookOf(context, actor, await context.lister.read(recipients, actor, request.params.id));
      return sendFile(context, reply, actor, file);
    },
  );
}
