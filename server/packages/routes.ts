import {
  onVersion,
  ownKey,
  ownKeyCreate,
  packageMachine,
  packet,
  packetCreate,
  packetDetail,
  packetSettle,
  packetsMade,
  recipientsChosen,
  trustedKey,
  trustedKeyCreate,
  withReason,
} from '../../sync/model/index.ts';
import { readingDuty } from '../collection-files/reader.ts';
import { ownCollection } from '../collections/own.ts';
import { chosenInUrl } from '../collections/routes.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../files/send.ts';
import { change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { applyPacket } from './apply.ts';
import { makeAll, sendAll } from './collecting/fan-out.ts';
import { packages, trustedKeys } from './definition.ts';
import { keepFiles } from './files.ts';
import { mustBeTrusted } from './judge.ts';
import { makePacket } from './make.ts';
import { makeOwnKey, ownKeyOf } from './own-key.ts';
import { detailOf, waitingPreview } from './preview.ts';
import { receivePacket } from './receive.ts';
import { settlePacket } from './settle.ts';
import { keptOf } from './stored.ts';
import { revokeKey, trustKey } from './trust.ts';
import { undoPacket } from './undo.ts';

const tags = ['packages'];
const access = <A extends 'create' | 'receive' | 'read' | 'update' | 'apply' | 'undo' | 'reject'>(action: A) =>
  ({ access: { resource: 'packages', action } }) as const;
const answer = { 200: packetDetail };

export function packageRoutes(app: App, context: Context): void {
  keyRoutes(app, context);
  collectionPackageRoutes(app, context);
  readRoutes(app, context, packages, packet, { one: packetDetail, detail: row => detailOf(context, row) });

  app.post(
    '/api/packages',
    { config: access('create'), schema: { tags, body: packetCreate, response: { 201: packetDetail } } },
    async (request, reply) => {
      const row = await makePacket(context, actorOf(request), request.body);
      return reply.status(201).send(await detailOf(context, row));
    },
  );

  app.post(
    '/api/packages/receive',
    { config: access('receive'), schema: { tags, response: { 200: packetDetail, 201: packetDetail } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { packetId, already } = await receivePacket(context, actor, request);
      if (already) reply.header('x-already-received', '1');
      const row = await context.lister.read(packages, actor, packetId);
      return reply.status(already ? 200 : 201).send(await detailOf(context, row));
    },
  );

  app.patch(
    '/api/packages/:id',
    { config: access('update'), schema: { tags, params: byId, body: packetSettle, response: answer } },
    async request => {
      const { version, decisions, place } = request.body;
      const row = await change(context, actorOf(request), async work =>
        settlePacket(work, await find(work, packages, 'update', request.params.id), version, decisions, place),
      );
      return detailOf(context, row);
    },
  );

  app.post(
    '/api/packages/:id/apply',
    { config: access('apply'), schema: { tags, params: byId, body: onVersion, response: answer } },
    async request => {
      const actor = actorOf(request);
      const { id } = request.params;
      const waiting = await change(context, actor, async work => {
        const found = await find(work, packages, 'apply', id);
        // Nothing of a sender who is no longer trusted goes into the store.
        if (found.state === 'previewed') await mustBeTrusted(work, found);
        return found;
      });
      const { data } = await keptOf(context.db, id);
      const kinds = data && waiting.state === 'previewed' ? await keepFiles(context, waiting, data) : new Map();
      const row = await change(context, actor, async work =>
        applyPacket(work, await find(work, packages, 'apply', id), request.body.version, kinds),
      );
      if (row.kind === 'collected') context.background.wake(readingDuty);
      return detailOf(context, row);
    },
  );

  app.post(
    '/api/packages/:id/undo',
    { config: access('undo'), schema: { tags, params: byId, body: onVersion, response: answer } },
    async request => {
      const row = await change(context, actorOf(request), async work =>
        undoPacket(work, await find(work, packages, 'undo', request.params.id), request.body.version),
      );
      return detailOf(context, row);
    },
  );

  app.post(
    '/api/packages/:id/reject',
    { config: access('reject'), schema: { tags, params: byId, body: withReason, response: answer } },
    async request => {
      const { version, reason } = request.body;
      const row = await change(context, actorOf(request), async work => {
        const found = await find(work, packages, 'reject', request.params.id);
        const state = transition(packageMachine, 'package', found.state, 'reject', reason);
        if (found.state === 'previewed') {
          const { rows } = await waitingPreview(work, found);
          await work.tx
            .updateTable('packages')
            .set({ changes: JSON.stringify(rows) })
            .where('id', '=', found.id)
            .execute();
        }
        return edit(work, packages, found, version, { state, stateReason: reason }, 'reject');
      });
      return detailOf(context, row);
    },
  );

  app.get(
    '/api/packages/:id/file',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, agencyId, fileName, sha256, size } = await context.lister.read(packages, actor, request.params.id);
      const file = { resource: 'packages', id, agencyId, name: fileName, sha256, size, mediaType: 'application/zip' };
      return sendFile(context, reply, actor, file);
    },
  );
}

/** A bureau does not press hundreds of times: packages for all agencies of a collection, made at once and had as one file. */
function collectionPackageRoutes(app: App, context: Context): void {
  app.post(
    '/api/collections/:id/packages',
    {
      config: access('create'),
      schema: { tags, params: byId, body: recipientsChosen, response: { 201: packetsMade } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await ownCollection(context, actor, request.params.id);
      return reply.status(201).send(await makeAll(context, actor, row, request.body.recipientIds));
    },
  );

  app.get(
    '/api/collections/:id/packages.zip',
    { config: access('read'), schema: { tags, params: byId, querystring: chosenInUrl } },
    async (request, reply) => {
      const actor = actorOf(request);
      const row = await ownCollection(context, actor, request.params.id);
      return sendAll(context, reply, actor, row, request.query.recipientIds);
    },
  );
}

function keyRoutes(app: App, context: Context): void {
  readRoutes(app, context, trustedKeys, trustedKey);

  app.post(
    '/api/trustedKeys',
    {
      config: { access: { resource: 'trustedKeys', action: 'create' } },
      schema: { tags, body: trustedKeyCreate, response: { 201: trustedKey } },
    },
    async (request, reply) =>
      reply.status(201).send(await change(context, actorOf(request), work => trustKey(work, request.body))),
  );

  app.post(
    '/api/trustedKeys/:id/revoke',
    {
      config: { access: { resource: 'trustedKeys', action: 'revoke' } },
      schema: { tags, params: byId, body: withReason, response: { 200: trustedKey } },
    },
    async request => {
      const { version, reason } = request.body;
      return change(context, actorOf(request), work => revokeKey(work, request.params.id, version, reason));
    },
  );

  app.get(
    '/api/ownKey',
    { config: { access: { resource: 'ownKey', action: 'read' } }, schema: { tags, response: { 200: ownKey } } },
    request => ownKeyOf(context, actorOf(request).agencyId),
  );

  app.post(
    '/api/ownKey',
    {
      config: { access: { resource: 'ownKey', action: 'create' } },
      schema: { tags, body: ownKeyCreate, response: { 201: ownKey } },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await change(context, actor, work => makeOwnKey(context, work, request.body.replace ?? false));
      return reply.status(201).send(await ownKeyOf(context, actor.agencyId));
    },
  );
}
