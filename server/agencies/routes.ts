import { agency, agencyCreate, agencyEdit, defaultSettings } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { edit, find, insert, isDuplicate, remove } from '../records/records.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { agencies } from './definition.ts';
import { place } from './hierarchy.ts';

const access = <A extends 'create' | 'update' | 'delete'>(action: A) => ({
  access: { resource: 'agencies', action } as const,
});
const tags = ['agencies'];
const nameTaken = (name: string) => (error: unknown) => {
  throw isDuplicate(error) ? new Refusal('name_taken', { name }) : error;
};

export function agencyRoutes(app: App, context: Context): void {
  readRoutes(app, context, agencies, agency);

  app.post(
    '/api/agencies',
    { config: access('create'), schema: { tags, body: agencyCreate, response: { 201: agency } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, parentId = null, email = null } = request.body;
      mustReach(actor, scopeHere(request), { agencyId: parentId ?? '' });
      const created = await change(context, actor, async work => {
        if (parentId) await find(work, agencies, 'read', parentId);
        const row = await insert(work, agencies, { name, parentId, email, disabled: false });
        await place(work.tx, row.id, parentId);
        await work.tx
          .insertInto('settings')
          .values({ agencyId: row.id, version: 1, ...defaultSettings })
          .execute();
        return row;
      }).catch(nameTaken(name));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/agencies/:id',
    { config: access('update'), schema: { tags, params: byId, body: agencyEdit, response: { 200: agency } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), async work => {
        const row = await find(work, agencies, 'update', request.params.id);
        if (set.parentId !== undefined && set.parentId !== row.parentId) {
          if (set.parentId) await find(work, agencies, 'read', set.parentId);
          await place(work.tx, row.id, set.parentId);
        }
        return edit(work, agencies, row, version, set);
      }).catch(nameTaken(set.name ?? ''));
    },
  );

  app.delete('/api/agencies/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), async work =>
      remove(work, agencies, await find(work, agencies, 'delete', request.params.id)),
    );
    return {};
  });
}
