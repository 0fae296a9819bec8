import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { id, locale, planChoice, planComparison } from '../../sync/model/index.ts';
import { diffWorkbook } from '../../sync/outline/diff/index.ts';
import type { Context } from '../context.ts';
import { sendWorkbook } from '../files/send.ts';
import { plans } from '../plans/definition.ts';
import { localeOf } from '../problems/answer.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId } from '../routing/routes.ts';
import { plansBeside } from './choices.ts';
import { answerOf, comparePlans } from './compare.ts';

const config = { access: { resource: 'plans', action: 'read' } as const };
const tags = ['plans'];
/** The other plan. */
const beside = z.strictObject({ with: id });
/** A file is in the language of the page that it is asked from, which a link cannot say otherwise. */
const file = beside.extend({ lang: locale.optional() });

interface Asked extends FastifyRequest {
  readonly params: z.infer<typeof byId>;
  readonly query: z.infer<typeof beside>;
}

export function planComparisonRoutes(app: App, context: Context): void {
  const comparedFor = (request: Asked) =>
    comparePlans(context, actorOf(request), { planId: request.params.id, otherId: request.query.with }, request.log);

  app.get(
    '/api/plans/:id/beside',
    { config, schema: { tags, params: byId, response: { 200: z.array(planChoice) } } },
    async request => {
      const actor = actorOf(request);
      const plan = await context.lister.read(plans, actor, request.params.id);
      return [...(await plansBeside(context, actor, plan))];
    },
  );

  app.get(
    '/api/plans/:id/compare',
    { config, schema: { tags, params: byId, querystring: beside, response: { 200: planComparison } } },
    async request => answerOf(await comparedFor(request)),
  );

  app.get(
    '/api/plans/:id/compare.xlsx',
    { config, schema: { tags, params: byId, querystring: file } },
    async (request, reply) => {
      const { before, after, diff, sections } = await comparedFor(request);
      const name = `${after.title}-${before.title}.xlsx`;
      return sendWorkbook(
        reply,
        name,
        await diffWorkbook(
          diff,
          { before: before.title, after: after.title },
          request.query.lang ?? localeOf(request),
          sections,
        ),
      );
    },
  );
}
