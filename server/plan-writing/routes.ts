import { type MessageCode, planFileFormats, planFileOffer, planFileQuery } from '../../sync/model/index.ts';
import { findSoffice } from '../../sync/sheet/libreoffice/index.ts';
import type { Context } from '../context.ts';
import { sendMade } from '../files/send.ts';
import { fileNameOf } from '../forms/formats.ts';
import { plans } from '../plans/definition.ts';
import { documentOf } from '../plans/document.ts';
import { Refusal } from '../problems/refusal.ts';
import { reading } from '../reading/run.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId } from '../routing/routes.ts';
import { mediaTypes } from './media-types.ts';

const config = { access: { resource: 'plans', action: 'read' } } as const;
const tags = ['plans'];

export function planWritingRoutes(app: App, context: Context): void {
  const { db, lister } = context;

  app.get(
    '/api/plans/:id/fileFormats',
    { config, schema: { tags, params: byId, response: { 200: planFileOffer } } },
    async request => {
      await lister.read(plans, actorOf(request), request.params.id);
      const hasPrinter = findSoffice() !== null;
      return { formats: planFileFormats.map(format => ({ format, available: format !== 'pdf' || hasPrinter })) };
    },
  );

  app.get(
    '/api/plans/:id/file',
    { config, schema: { tags, params: byId, querystring: planFileQuery } },
    async (request, reply) => {
      const actor = actorOf(request);
      const plan = await lister.read(plans, actor, request.params.id);
      const { format } = request.query;
      const agency = await db
        .selectFrom('agencies')
        .select('name')
        .where('id', '=', plan.agencyId)
        .executeTakeFirstOrThrow();
      const name = fileNameOf(plan.title, format);
      const written = await reading.write({ plan: await documentOf(db, plan, agency.name), format, name }, request.log);
      if (!written.ok) throw new Refusal(written.issue.code as MessageCode, written.issue.params);
      return sendMade(context, reply, actor, {
        resource: 'plans',
        id: plan.id,
        agencyId: plan.agencyId,
        name,
        mediaType: mediaTypes[format],
        bytes: written.result,
      });
    },
  );
}
