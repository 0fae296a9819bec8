import { z } from 'zod';
import {
  onVersion,
  type SheetConnection,
  sheetAccount,
  sheetAccountCreate,
  sheetConnection,
  sheetCreate,
  sheetEdit,
  sheetGrant,
  sheetGrantCreate,
  sheetGrantFinish,
  sheetGrantStanding,
  sheetMachine,
  sheetPreview,
  sheetSetup,
  sheetSync,
} from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { addServiceAccount, beginGrant, finishGrant, lookAtGrant, redirectUrlOf, removeAccount } from './accounts.ts';
import { sheetAccounts, sheets } from './definition.ts';
import { type GoogleDesk, googleDesk } from './google.ts';
import { readInstallation } from './installation.ts';
import { previewSheet } from './preview.ts';
import { publishSheet } from './publish.ts';
import { bringTogether } from './sync.ts';

const tags = ['sheets'];
const account = <A extends 'read' | 'create' | 'delete'>(action: A) =>
  ({ access: { resource: 'sheetAccounts', action } }) as const;
const sheet = <A extends 'read' | 'create' | 'update' | 'sync' | 'pause' | 'resume' | 'disconnect'>(action: A) =>
  ({ access: { resource: 'sheets', action } }) as const;

export function sheetRoutes(app: App, context: Context, desk: GoogleDesk = googleDesk(context)): void {
  accountRoutes(app, context, desk);
  readRoutes(app, context, sheets, sheetConnection);

  app.post(
    '/api/sheets',
    { config: sheet('create'), schema: { tags, body: sheetCreate, response: { 201: sheetConnection } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const id = await publishSheet(context, desk, actor, request.body, request.log);
      return reply.status(201).send(await context.lister.read(sheets, actor, id));
    },
  );

  app.patch(
    '/api/sheets/:id',
    {
      config: sheet('update'),
      schema: { tags, params: byId, body: sheetEdit, response: { 200: sheetConnection } },
    },
    request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), async work => {
        const row = await find(work, sheets, 'update', request.params.id);
        const minutes = set.everyMinutes;
        const nextSyncAt =
          minutes === undefined
            ? row.nextSyncAt
            : minutes === null
              ? null
              : new Date(context.now().getTime() + minutes * 60_000).toISOString();
        return edit<SheetConnection>(work, sheets, row, version, { ...set, nextSyncAt });
      });
    },
  );

  app.post(
    '/api/sheets/:id/preview',
    { config: sheet('sync'), schema: { tags, params: byId, response: { 200: sheetPreview } } },
    async request => {
      const actor = actorOf(request);
      const row = await change(context, actor, work => find(work, sheets, 'sync', request.params.id));
      mustBeConnected(row);
      return previewSheet(context, desk, actor, row);
    },
  );

  app.post(
    '/api/sheets/:id/sync',
    { config: sheet('sync'), schema: { tags, params: byId, body: sheetSync, response: { 200: sheetConnection } } },
    async request => {
      const actor = actorOf(request);
      const { version, answer } = request.body;
      const row = await syncable(context, actor, request.params.id, version);
      if (answer !== undefined && row.question === null) throw new Refusal('sheet_question_open');
      if (!(await bringTogether(context, desk, actor, row, { answer }))) throw new Refusal('sheet_busy');
      return context.lister.read(sheets, actor, row.id);
    },
  );

  for (const verb of ['pause', 'resume', 'disconnect'] as const)
    app.post(
      `/api/sheets/:id/${verb}`,
      { config: sheet(verb), schema: { tags, params: byId, body: onVersion, response: { 200: sheetConnection } } },
      request =>
        change(context, actorOf(request), async work => {
          const row = await find(work, sheets, verb, request.params.id);
          const state = transition(sheetMachine, 'sheet', row.state, verb);
          const set = { state, nextSyncAt: verb === 'resume' && row.everyMinutes !== null ? work.at : null };
          return edit<SheetConnection>(work, sheets, row, request.body.version, set, verb);
        }),
    );
}

function mustBeConnected({ state }: SheetConnection): void {
  transition(sheetMachine, 'sheet', state === 'publishing' ? 'active' : state, 'sync');
}

const syncable = (context: Context, actor: Actor, id: string, version: number): Promise<SheetConnection> =>
  change(context, actor, async work => {
    const row = await find(work, sheets, 'sync', id);
    if (row.version !== version) throw stale(row);
    mustBeConnected(row);
    return row;
  });

function accountRoutes(app: App, context: Context, desk: GoogleDesk): void {
  // Google leads people back here. What it brings is handed to the page, which alone can say who they are: this
  // request comes from another site, so it carries no session.
  app.get(
    '/api/sheetAccounts/callback',
    {
      config: { access: 'public' },
      schema: {
        hide: true,
        querystring: z.object({
          code: z.string().max(4000).optional(),
          state: z.string().max(400).optional(),
          error: z.string().max(400).optional(),
        }),
      },
    },
    (request, reply) => {
      const { code = '', state = '', error = '' } = request.query;
      const query = new URLSearchParams(error === '' ? { code, state } : { error });
      return reply
        .header('referrer-policy', 'no-referrer')
        .redirect(`${context.config.publicUrl}/#/sheetAccounts/granted?${query}`);
    },
  );

  app.get(
    '/api/sheetSetup',
    { config: account('create'), schema: { tags, response: { 200: sheetSetup } } },
    async () => {
      const { client, serviceAccount } = readInstallation(context.config);
      return {
        hasClient: client !== null,
        serviceAccount: serviceAccount?.email ?? null,
        redirectUrl: redirectUrlOf(context),
      };
    },
  );

  readRoutes(app, context, sheetAccounts, sheetAccount);

  app.post(
    '/api/sheetAccounts',
    { config: account('create'), schema: { tags, body: sheetAccountCreate, response: { 201: sheetAccount } } },
    async (request, reply) =>
      reply.status(201).send(await addServiceAccount(context, desk, actorOf(request), request.body.key)),
  );

  app.delete(
    '/api/sheetAccounts/:id',
    { config: account('delete'), schema: { tags, params: byId } },
    async (request, reply) => {
      await removeAccount(context, desk, actorOf(request), request.params.id);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/sheetGrants',
    { config: account('create'), schema: { tags, body: sheetGrantCreate, response: { 201: sheetGrant } } },
    async (request, reply) => reply.status(201).send(await beginGrant(context, desk, actorOf(request), request.body)),
  );

  app.post(
    '/api/sheetGrants/finish',
    { config: account('create'), schema: { tags, body: sheetGrantFinish, response: { 201: sheetAccount } } },
    async (request, reply) => reply.status(201).send(await finishGrant(context, desk, actorOf(request), request.body)),
  );

  app.post(
    '/api/sheetGrants/:id/look',
    { config: account('create'), schema: { tags, params: byId, response: { 200: sheetGrantStanding } } },
    request => lookAtGrant(context, desk, actorOf(request), request.params.id),
  );
}
