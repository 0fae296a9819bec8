import { z } from 'zod';
import {
  crosswalk,
  crosswalkLink,
  crosswalkLinkEdit,
  crosswalkLinksCreate,
  id,
  locale,
} from '../../sync/model/index.ts';
import { crosswalkWorkbook } from '../../sync/outline/crosswalk/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { sendWorkbook } from '../files/send.ts';
import { localeOf } from '../problems/answer.ts';
import { change } from '../records/change.ts';
import { actorOf, scopeHere } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { crosswalkLinks } from './definition.ts';
import { readCrosswalk } from './read.ts';
import { linkPlans, noteLink, unlink } from './service.ts';

const access = (action: ActionOf<'crosswalkLinks'>) => ({ access: { resource: 'crosswalkLinks', action } as const });
const tags = ['crosswalkLinks'];
const beside = z.strictObject({ with: id });
/** A file is in the language of the page that it is asked from, which a link cannot say otherwise. */
const file = beside.extend({ lang: locale.optional() });

export function crosswalkRoutes(app: App, context: Context): void {
  readRoutes(app, context, crosswalkLinks, crosswalkLink);

  app.post(
    '/api/crosswalkLinks',
    {
      config: access('create'),
      schema: { tags, body: crosswalkLinksCreate, response: { 201: z.array(crosswalkLink) } },
    },
    async (request, reply) => {
      const scope = scopeHere(request);
      const { planId, superiorPlanId, links } = request.body;
      const created = await change(context, actorOf(request), work =>
        linkPlans(work, scope, planId, superiorPlanId, links),
      );
      return reply.status(201).send([...created]);
    },
  );

  app.patch(
    '/api/crosswalkLinks/:id',
    {
      config: access('update'),
      schema: { tags, params: byId, body: crosswalkLinkEdit, response: { 200: crosswalkLink } },
    },
    async request => {
      const { version, note } = request.body;
      return change(context, actorOf(request), work => noteLink(work, request.params.id, version, note));
    },
  );

  app.delete('/api/crosswalkLinks/:id', { config: access('delete'), schema: { tags, params: byId } }, async request => {
    await change(context, actorOf(request), work => unlink(work, request.params.id));
    return {};
  });

  app.get(
    '/api/plans/:id/crosswalk',
    { config: access('read'), schema: { tags, params: byId, querystring: beside, response: { 200: crosswalk } } },
    request => readCrosswalk(context, actorOf(request), request.params.id, request.query.with),
  );

  app.get(
    '/api/plans/:id/crosswalk.xlsx',
    { config: access('read'), schema: { tags, params: byId, querystring: file } },
    async (request, reply) => {
      const found = await readCrosswalk(context, actorOf(request), request.params.id, request.query.with);
      const name = `${found.plan.title}-${found.superior.title}.xlsx`;
      return sendWorkbook(reply, name, await crosswalkWorkbook(found, request.query.lang ?? localeOf(request)));
    },
  );
}
