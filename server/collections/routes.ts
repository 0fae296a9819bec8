import { z } from 'zod';
import {
  addressesAnswer,
  addressesSet,
  addressList,
  addressPreview,
  chaseAnswer,
  collection,
  collectionCreate,
  collectionEdit,
  collectionRow,
  editionAnswer,
  editionCreate,
  editionMapping,
  mailAnswer,
  onVersion,
  recipient,
  recipientsAdd,
  recipientsChosen,
  roster,
  withReason,
} from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { mustHaveMail } from '../mail/index.ts';
import { localeOf } from '../problems/answer.ts';
import { addRecipients } from '../recipients/add.ts';
import { previewAddresses, setAddresses } from '../recipients/addresses/service.ts';
import { sendWorkbooks } from '../recipients/archive.ts';
import { chaseRecipients } from '../recipients/chasing.ts';
import { mailWorkbooks } from '../recipients/mailing.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { collectionRows, collections } from './definition.ts';
import { issueEdition, previewEdition } from './editions/issue.ts';
import { mustNotHaveEnded } from './open-only.ts';
import { ownCollection } from './own.ts';
import { rosterOf } from './roster.ts';
import { createCollection, deleteCollection, editCollection, moveCollection, openCollection } from './service.ts';

const access = (action: ActionOf<'collections'>) => ({ access: { resource: 'collections', action } as const });
const tags = ['collections'];
const answer = { 200: collection };
/** `recipientIds=1&recipientIds=2`, or separated by commas. */
export const chosenInUrl = z.strictObject({
  recipientIds: z
    .union([z.string(), z.array(z.string())])
    .transform(given => [given].flat().flatMap(ids => ids.split(',').filter(id => id !== '')))
    .optional(),
});

export function collectionRoutes(app: App, context: Context): void {
  readRoutes(app, context, collections, collection);
  readRoutes(app, context, collectionRows, collectionRow);

  app.post(
    '/api/collections',
    { config: access('create'), schema: { tags, body: collectionCreate, response: { 201: collection } } },
    async (request, reply) => reply.status(201).send(await createCollection(context, actorOf(request), request.body)),
  );

  app.patch(
    '/api/collections/:id',
    { config: access('update'), schema: { tags, params: byId, body: collectionEdit, response: answer } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => editCollection(work, request.params.id, version, set));
    },
  );

  app.delete('/api/collections/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), work => deleteCollection(work, request.params.id));
    return {};
  });

  app.post(
    '/api/collections/:id/open',
    { config: access('open'), schema: { tags, params: byId, body: onVersion, response: answer } },
    async request => openCollection(context, actorOf(request), request.params.id, request.body.version, request.log),
  );

  app.post(
    '/api/collections/:id/close',
    { config: access('close'), schema: { tags, params: byId, body: onVersion, response: answer } },
    async request =>
      change(context, actorOf(request), work => moveCollection(work, 'close', request.params.id, request.body.version)),
  );

  app.post(
    '/api/collections/:id/reopen',
    { config: access('reopen'), schema: { tags, params: byId, body: withReason, response: answer } },
    async request => {
      const { version, reason } = request.body;
      const row = await change(context, actorOf(request), work =>
        moveCollection(work, 'reopen', request.params.id, version, reason),
      );
      context.background.wake('workbooks');
      return row;
    },
  );

  app.post(
    '/api/collections/:id/editions',
    {
      config: access('issueEdition'),
      schema: { tags, params: byId, body: editionCreate, response: { 201: editionAnswer } },
    },
    async (request, reply) =>
      reply
        .status(201)
        .send(await issueEdition(context, actorOf(request), request.params.id, request.body, request.log)),
  );

  app.post(
    '/api/collections/:id/editions/preview',
    {
      config: access('issueEdition'),
      schema: { tags, params: byId, body: editionCreate, response: { 200: editionMapping } },
    },
    async request => previewEdition(context, actorOf(request), request.params.id, request.body, request.log),
  );

  app.post(
    '/api/collections/:id/recipients',
    {
      config: access('addRecipients'),
      schema: { tags, params: byId, body: recipientsAdd, response: { 201: z.array(recipient) } },
    },
    async (request, reply) => {
      const added = await change(context, actorOf(request), async work => {
        const row = await find(work, collections, 'addRecipients', request.params.id);
        mustNotHaveEnded(row);
        return addRecipients(work, row, request.body.agencyIds);
      });
      context.background.wake('workbooks');
      return reply.status(201).send([...added]);
    },
  );

  app.get(
    '/api/collections/:id/roster',
    { config: access('roster'), schema: { tags, params: byId, response: { 200: roster } } },
    async request =>
      rosterOf(context.db, await ownCollection(context, actorOf(request), request.params.id), context.now()),
  );

  app.get(
    '/api/collections/:id/workbooks.zip',
    { config: access('download'), schema: { tags, params: byId, querystring: chosenInUrl } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await ownCollection(context, actor, request.params.id);
      return sendWorkbooks(context, reply, actor, row, request.query.recipientIds);
    },
  );

  app.post(
    '/api/collections/:id/addresses/preview',
    {
      config: access('mail'),
      schema: { tags, params: byId, body: addressList, response: { 200: addressPreview } },
    },
    async request => {
      const row = await change(context, actorOf(request), work => find(work, collections, 'mail', request.params.id));
      return previewAddresses(context, row, request.body.text);
    },
  );

  app.post(
    '/api/collections/:id/addresses',
    {
      config: access('mail'),
      schema: { tags, params: byId, body: addressesSet, response: { 200: addressesAnswer } },
    },
    async request => {
      const { changes } = request.body;
      const changed = await change(context, actorOf(request), work => setAddresses(work, request.params.id, changes));
      return { changed };
    },
  );

  app.post(
    '/api/collections/:id/mail',
    { config: access('mail'), schema: { tags, params: byId, body: recipientsChosen, response: { 200: mailAnswer } } },
    async request => {
      const done = await change(context, actorOf(request), async work => {
        const row = await find(work, collections, 'mail', request.params.id);
        mustHaveMail(context.config);
        return mailWorkbooks(work, row, request.body.recipientIds, localeOf(request));
      });
      context.background.wake('mail');
      return done;
    },
  );

  app.post(
    '/api/collections/:id/chase',
    { config: access('chase'), schema: { tags, params: byId, body: recipientsChosen, response: { 200: chaseAnswer } } },
    async request => {
      const { recipientIds } = request.body;
      const wish = { recipientIds, locale: localeOf(request), canMail: context.config.smtpUrl !== null };
      const done = await change(context, actorOf(request), async work =>
        chaseRecipients(work, await find(work, collections, 'chase', request.params.id), wish),
      );
      context.background.wake('mail');
      return done;
    },
  );
}
