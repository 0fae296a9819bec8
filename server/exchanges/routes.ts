import {
  exchange,
  exchangeDetail,
  exchangeMachine,
  exchangeRecognise,
  exchangeSettle,
  onVersion,
  withReason,
} from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../files/send.ts';
import { change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { sheetDutyName } from '../sheets/duty.ts';
import { applyExchange } from './apply.ts';
import { exchanges } from './definition.ts';
import { receive } from './receive.ts';
import { recogniseExchange } from './recognise.ts';
import { settleExchange } from './settle.ts';
import { detailOf, keepPreview } from './stored.ts';
import { undoExchange } from './undo.ts';

const tags = ['exchanges'];
const access = <A extends 'create' | 'read' | 'update' | 'recognise' | 'apply' | 'undo' | 'reject'>(action: A) =>
  ({ access: { resource: 'exchanges', action } }) as const;
const answer = { 200: exchangeDetail };

export function exchangeRoutes(app: App, context: Context): void {
  readRoutes(app, context, exchanges, exchange, {
    one: exchangeDetail,
    detail: row => detailOf(context.db, row),
  });

  app.post(
    '/api/exchanges',
    { config: access('create'), schema: { tags, response: { 200: exchangeDetail, 201: exchangeDetail } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { exchangeId, already } = await receive(context, actor, request);
      if (already) reply.header('x-already-received', '1');
      const row = await context.lister.read(exchanges, actor, exchangeId);
      return reply.status(already ? 200 : 201).send(await detailOf(context.db, row));
    },
  );

  app.patch(
    '/api/exchanges/:id',
    { config: access('update'), schema: { tags, params: byId, body: exchangeSettle, response: answer } },
    async request => {
      const { version, decisions, rows } = request.body;
      const row = await change(context, actorOf(request), async work =>
        settleExchange(work, await find(work, exchanges, 'update', request.params.id), version, decisions, rows),
      );
      return detailOf(context.db, row);
    },
  );

  app.post(
    '/api/exchanges/:id/recognise',
    { config: access('recognise'), schema: { tags, params: byId, body: exchangeRecognise, response: answer } },
    async request => {
      const row = await recogniseExchange(context, actorOf(request), request.params.id, request.body, request.log);
      return detailOf(context.db, row);
    },
  );

  for (const [verb, run] of [
    ['apply', applyExchange],
    ['undo', undoExchange],
  ] as const)
    app.post(
      `/api/exchanges/:id/${verb}`,
      { config: access(verb), schema: { tags, params: byId, body: onVersion, response: answer } },
      async request => {
        const row = await change(context, actorOf(request), async work =>
          run(work, await find(work, exchanges, verb, request.params.id), request.body.version),
        );
        // What was settled goes back to the spreadsheet that it came from.
        context.background.wake(sheetDutyName);
        return detailOf(context.db, row);
      },
    );

  app.post(
    '/api/exchanges/:id/reject',
    { config: access('reject'), schema: { tags, params: byId, body: withReason, response: answer } },
    async request => {
      const { version, reason } = request.body;
      const row = await change(context, actorOf(request), async work => {
        const found = await find(work, exchanges, 'reject', request.params.id);
        const state = transition(exchangeMachine, 'exchange', found.state, 'reject', reason);
        if (found.state === 'previewed') await keepPreview(work.tx, found);
        return edit(work, exchanges, found, version, { state, stateReason: reason }, 'reject');
      });
      return detailOf(context.db, row);
    },
  );

  app.get(
    '/api/exchanges/:id/file',
    { config: access('read'), schema: { tags, params: byId } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id, agencyId, fileName, sha256, size } = await context.lister.read(exchanges, actor, request.params.id);
      const mediaType = 'application/octet-stream';
      return sendFile(context, reply, actor, {
        resource: 'exchanges',
        id,
        agencyId,
        name: fileName,
        sha256,
        size,
        mediaType,
      });
    },
  );
}
