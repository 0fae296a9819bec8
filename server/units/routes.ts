import { isUnitGroup, unit, unitCreate, unitEdit } from '../../sync/model/index.ts';
import { mustReach } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { type Change, change } from '../records/change.ts';
import { edit, find, insert, isDuplicate, remove } from '../records/records.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { units } from './definition.ts';

const access = <A extends 'create' | 'update' | 'delete'>(action: A) => ({
  access: { resource: 'units', action } as const,
});
const tags = ['units'];
const nameTaken = (name: string) => (error: unknown) => {
  throw isDuplicate(error) ? new Refusal('name_taken', { name }) : error;
};

/** 各課室 means every unit; a unit of that name would swallow the others' work. */
function refuseGroup(names: readonly string[]): void {
  const name = names.find(isUnitGroup);
  if (name) throw new Refusal('unit_is_group', { name });
}

async function nextPosition({ tx }: Change, agencyId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('units')
    .select(eb => eb.fn.max('position').as('last'))
    .where('agencyId', '=', agencyId)
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

export function unitRoutes(app: App, context: Context): void {
  readRoutes(app, context, units, unit);

  app.post(
    '/api/units',
    { config: access('create'), schema: { tags, body: unitCreate, response: { 201: unit } } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, aliases = [], agencyId = actor.agencyId, position } = request.body;
      refuseGroup([name, ...aliases]);
      mustReach(actor, scopeHere(request), { agencyId });
      const created = await change(context, actor, async work =>
        insert(work, units, {
          agencyId,
          name,
          aliases,
          position: position ?? (await nextPosition(work, agencyId)),
          disabled: false,
        }),
      ).catch(nameTaken(name));
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/units/:id',
    { config: access('update'), schema: { tags, params: byId, body: unitEdit, response: { 200: unit } } },
    async request => {
      const { version, ...set } = request.body;
      refuseGroup([...(set.name ? [set.name] : []), ...(set.aliases ?? [])]);
      return change(context, actorOf(request), async work =>
        edit(work, units, await find(work, units, 'update', request.params.id), version, set),
      ).catch(nameTaken(set.name ?? ''));
    },
  );

  app.delete('/api/units/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), async work =>
      remove(work, units, await find(work, units, 'delete', request.params.id)),
    );
    return {};
  });
}
