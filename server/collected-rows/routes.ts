import { collectedRow, collectedRowEdit, onVersion, recipient, withReason } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { sendMade } from '../files/send.ts';
import { localeOf } from '../problems/answer.ts';
import { recipientSheetDutyName } from '../recipient-sheets/duty.ts';
import { recipients } from '../recipients/definition.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { collectedRows } from './definition.ts';
import { editRow } from './edit.ts';
import { acceptRecipient, sendBack } from './judge.ts';
import { reviewBook } from './review-book.ts';

const tags = ['collectedRows'];
const onRecipient = (action: ActionOf<'recipients'>) => ({ access: { resource: 'recipients', action } as const });

export function collectedRowRoutes(app: App, context: Context): void {
  readRoutes(app, context, collectedRows, collectedRow);

  app.patch(
    '/api/collectedRows/:id',
    {
      config: { access: { resource: 'collectedRows', action: 'update' } },
      schema: { tags, params: byId, body: collectedRowEdit, response: { 200: collectedRow } },
    },
    async request => change(context, actorOf(request), work => editRow(work, request.params.id, request.body)),
  );

  app.post(
    '/api/recipients/:id/sendBack',
    {
      config: onRecipient('sendBack'),
      schema: { tags: ['recipients'], params: byId, body: withReason, response: { 200: recipient } },
    },
    async request => {
      const row = await change(context, actorOf(request), work => sendBack(work, request.params.id, request.body));
      context.background.wake(recipientSheetDutyName);
      return row;
    },
  );

  app.post(
    '/api/recipients/:id/accept',
    {
      config: onRecipient('accept'),
      schema: { tags: ['recipients'], params: byId, body: onVersion, response: { 200: recipient } },
    },
    async request => {
      const { version } = request.body;
      const row = await change(context, actorOf(request), work => acceptRecipient(work, request.params.id, version));
      context.background.wake(recipientSheetDutyName);
      return row;
    },
  );

  app.get(
    '/api/recipients/:id/review',
    { config: onRecipient('read'), schema: { tags: ['recipients'], params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const asked = await context.lister.read(recipients, actor, request.params.id);
      const { name, mediaType, bytes } = await reviewBook(context, actor, asked, request.log, localeOf(request));
      const { id, bureauId: agencyId } = asked;
      return sendMade(context, reply, actor, { resource: 'recipients', id, agencyId, name, mediaType, bytes });
    },
  );
}
