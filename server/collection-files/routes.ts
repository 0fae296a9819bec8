import {
  collectionFile,
  collectionFileDetail,
  collectionFileSettle,
  delivery,
  filesApplied,
  filesApply,
  filesReject,
  filesRejected,
  onVersion,
  withReason,
} from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import { collections } from '../collections/definition.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../files/send.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { applyFile } from './apply.ts';
import { applyClean, rejectChosen } from './bulk.ts';
import { collectionFiles, deliveries } from './definition.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { detailOf } from './detail.ts';
import { mustBeRunning } from './open.ts';
import { rejectFile } from './reject.ts';
import { settleFile } from './settle.ts';
import { undoFile } from './undo.ts';

const tags = ['collectionFiles'];
const access = (action: ActionOf<'collectionFiles'>) => ({ access: { resource: 'collectionFiles', action } as const });
const answer = { 200: collectionFileDetail };

export function collectionFileRoutes(app: App, context: Context): void {
  readRoutes(app, context, deliveries, delivery);
  readRoutes(app, context, collectionFiles, collectionFile, {
    one: collectionFileDetail,
    detail: (row, actor) => detailOf(context, actor, row),
  });
  deliveryRoutes(app, context);

  app.patch(
    '/api/collectionFiles/:id',
    { config: access('update'), schema: { tags, params: byId, body: collectionFileSettle, response: answer } },
    async request => {
      const row = await change(context, actorOf(request), work => settleFile(work, request.params.id, request.body));
      return detailOf(context, actorOf(request), row);
    },
  );

  for (const [verb, run] of [
    ['apply', applyFile],
    ['undo', undoFile],
  ] as const)
    app.post(
      `/api/collectionFiles/:id/${verb}`,
      { config: access(verb), schema: { tags, params: byId, body: onVersion, response: answer } },
      async request => {
        const row = await change(context, actorOf(request), async work =>
          run(work, await find(work, collectionFiles, verb, request.params.id), request.body.version),
        );
        return detailOf(context, actorOf(request), row);
      },
    );

  app.post(
    '/api/collectionFiles/:id/reject',
    { config: access('reject'), schema: { tags, params: byId, body: withReason, response: answer } },
    async request => {
      const { version, reason } = request.body;
      const row = await change(context, actorOf(request), work => rejectFile(work, request.params.id, version, reason));
      return detailOf(context, actorOf(request), row);
    },
  );

  app.post(
    '/api/collections/:id/apply',
    {
      config: { access: { resource: 'collections', action: 'apply' } },
      schema: { tags, params: byId, body: filesApply, response: { 200: filesApplied } },
    },
    async request => {
      const actor = actorOf(request);
      const { id } = request.params;
      await change(context, actor, async work => {
        await find(work, collections, 'apply', id);
        await mustBeRunning(work, id);
      });
      return applyClean(context, actor, id, request.body.fileIds);
    },
  );

  app.post(
    '/api/collections/:id/reject',
    {
      config: { access: { resource: 'collections', action: 'reject' } },
      schema: { tags, params: byId, body: filesReject, response: { 200: filesRejected } },
    },
    async request => {
      const actor = actorOf(request);
      const { id } = request.params;
      await change(context, actor, async work => {
        await find(work, collections, 'reject', id);
        await mustBeRunning(work, id);
      });
      return rejectChosen(context, actor, id, request.body);
    },
  );

  app.get(
    '/api/collectionFiles/:id/file',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, bureauId, fileName, sha256, size } = await context.lister.read(
        collectionFiles,
        actor,
        request.params.id,
      );
      return sendFile(context, reply, actor, {
        resource: 'collectionFiles',
        id,
        agencyId: bureauId,
        name: fileName,
        sha256,
        size,
        mediaType: 'application/octet-stream',
      });
    },
  );
}
