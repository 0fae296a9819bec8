import { type Settings, settings, settingsEdit } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { stale } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import type { App } from '../routing/routes.ts';
import { settingsOf } from './settings-of.ts';

const tags = ['settings'];

/** The settings of one's own agency. */
export function settingsRoutes(app: App, context: Context): void {
  const read = { resource: 'settings', action: 'read' } as const;
  app.get('/api/settings', { config: { access: read }, schema: { tags, response: { 200: settings } } }, request =>
    settingsOf(context.db, actorOf(request).agencyId),
  );

  const update = { resource: 'settings', action: 'update' } as const;
  app.patch(
    '/api/settings',
    { config: { access: update }, schema: { tags, body: settingsEdit, response: { 200: settings } } },
    async request => {
      const actor = actorOf(request);
      const { version, ...set } = request.body;
      return change(context, actor, async work => {
        const before = await settingsOf(work.tx, actor.agencyId);
        const after: Settings = { ...set, version: version + 1 };
        const { numUpdatedRows } = await work.tx
          .updateTable('settings')
          .set(after)
          .where('agencyId', '=', actor.agencyId)
          .where('version', '=', version)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw stale(before);
        const { agencyId } = actor;
        work.record({ action: 'settings.update', resource: 'settings', recordId: agencyId, agencyId, before, after });
        return after;
      });
    },
  );
}
