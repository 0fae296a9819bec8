import {
  onVersion,
  recipientSheet,
  recipientsChosen,
  sheetsHandedOut,
  sheetsHandOut,
  sheetsTaken,
} from '../../sync/model/index.ts';
import { collections } from '../collections/definition.ts';
import type { Context } from '../context.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { recipientSheets } from './definition.ts';
import { recipientSheetDutyName } from './duty.ts';
import { handOutSheets } from './hand-out.ts';
import { disconnect, takeMany, takeNow } from './wish.ts';

const tags = ['recipientSheets'];

/** Workbooks of a collection as Google spreadsheets: handed out and taken back. What is asked here is done in the background. */
export function recipientSheetRoutes(app: App, context: Context): void {
  const wake = () => context.background.wake(recipientSheetDutyName);
  readRoutes(app, context, recipientSheets, recipientSheet);

  app.post(
    '/api/collections/:id/handOutSheets',
    {
      config: { access: { resource: 'collections', action: 'handOutSheets' } },
      schema: { tags, params: byId, body: sheetsHandOut, response: { 200: sheetsHandedOut } },
    },
    async request => {
      const done = await change(context, actorOf(request), async work =>
        handOutSheets(work, await find(work, collections, 'handOutSheets', request.params.id), request.body),
      );
      wake();
      return done;
    },
  );

  app.post(
    '/api/collections/:id/takeSheets',
    {
      config: { access: { resource: 'collections', action: 'takeSheets' } },
      schema: { tags, params: byId, body: recipientsChosen, response: { 200: sheetsTaken } },
    },
    async request => {
      const done = await change(context, actorOf(request), async work =>
        takeMany(work, await find(work, collections, 'takeSheets', request.params.id), request.body.recipientIds),
      );
      wake();
      return done;
    },
  );

  for (const [verb, run] of [
    ['take', takeNow],
    ['disconnect', disconnect],
  ] as const)
    app.post(
      `/api/recipientSheets/:id/${verb}`,
      {
        config: { access: { resource: 'recipientSheets', action: verb } },
        schema: { tags, params: byId, body: onVersion, response: { 200: recipientSheet } },
      },
      async request => {
        const row = await change(context, actorOf(request), work => run(work, request.params.id, request.body.version));
        wake();
        return row;
      },
    );
}
