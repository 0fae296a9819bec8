import { z } from 'zod';
import { id } from '../../../sync/model/index.ts';
import { collections } from '../../collections/definition.ts';
import type { Context } from '../../context.ts';
import { sendMade } from '../../files/send.ts';
import { localeOf } from '../../problems/answer.ts';
import { Refusal } from '../../problems/refusal.ts';
import { recipients } from '../../recipients/definition.ts';
import { change } from '../../records/change.ts';
import { find } from '../../records/records.ts';
import { actorOf } from '../../routing/guard.ts';
import { type App, byId } from '../../routing/routes.ts';
import { upwardBook } from './report.ts';

const from = z.strictObject({ collectionId: id });

/** What a bureau collected, reported to the one above it in the form that it was asked to fill in. */
export function upwardRoutes(app: App, context: Context): void {
  app.get(
    '/api/recipients/:id/upward',
    {
      config: { access: { resource: 'recipients', action: 'return' } },
      schema: { tags: ['recipients'], params: byId, querystring: from },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { asked, collection } = await change(context, actor, async work => {
        const asked = await find(work, recipients, 'return', request.params.id);
        // Whoever asks does not report to itself.
        if (asked.agencyId !== actor.agencyId) throw new Refusal('upward_not_asked');
        return { asked, collection: await find(work, collections, 'consolidate', request.query.collectionId) };
      });
      const made = await upwardBook(context, asked, collection, request.log, localeOf(request));
      return sendMade(context, reply, actor, {
        resource: 'recipients',
        id: asked.id,
        agencyId: asked.bureauId,
        ...made,
      });
    },
  );
}
