import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import {
  type ConsolidationFormat,
  type ConsolidationSource,
  Counting,
  consolidationFormats,
  type Statistics,
  writeConsolidation,
} from '../../sync/collect/index.ts';
import { type Collection, collectionStatistics } from '../../sync/model/index.ts';
import { collections } from '../collections/definition.ts';
import type { Context } from '../context.ts';
import { attachment } from '../files/send.ts';
import { fileNameOf, mediaTypes } from '../forms/formats.ts';
import { localeOf } from '../problems/answer.ts';
import { change, note } from '../records/change.ts';
import { find } from '../records/records.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId } from '../routing/routes.ts';
import { withSource } from './source.ts';

const tags = ['collections'];
const config = { access: { resource: 'collections', action: 'consolidate' } as const };
const wanted = z.strictObject({ format: z.enum(consolidationFormats).default('xlsx') });

export function consolidationRoutes(app: App, context: Context): void {
  const collectionOf = (request: Parameters<typeof actorOf>[0], id: string): Promise<Collection> =>
    change(context, actorOf(request), work => find(work, collections, 'consolidate', id));

  app.get(
    '/api/collections/:id/statistics',
    { config, schema: { tags, params: byId, response: { 200: collectionStatistics } } },
    async request => {
      const collection = await collectionOf(request, request.params.id);
      const statistics = await withSource(context, collection, localeOf(request), statisticsOf);
      const { byItem, byAgency, changes } = statistics;
      return { byItem: [...byItem], byAgency: [...byAgency], changes };
    },
  );

  app.get(
    '/api/collections/:id/consolidation',
    { config, schema: { tags, params: byId, querystring: wanted } },
    async (request, reply) => {
      const actor = actorOf(request);
      const collection = await collectionOf(request, request.params.id);
      const { format } = request.query;
      const { id, agencyId, name } = collection;
      const path = join(context.storage.incoming, uuid());
      try {
        await withSource(context, collection, localeOf(request), source => writeTo(path, source, format));
        await note(context, actor, [
          {
            action: 'collections.consolidate',
            resource: 'collections',
            recordId: id,
            agencyId,
            after: { name, format },
          },
        ]);
        return await send(reply, path, fileNameOf(`${name}－彙整`, format), format);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
  );
}

async function statisticsOf({ items, hasPrevious, byAgency }: ConsolidationSource): Promise<Statistics> {
  const counting = new Counting(items, hasPrevious);
  for await (const row of byAgency()) counting.add(row);
  return counting.statistics;
}

/**
 * Laid down first and sent then: a reader on a slow line neither holds the pages of the database nor sees half a workbook where
 * something fails.
 */
async function writeTo(path: string, source: ConsolidationSource, format: ConsolidationFormat): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  const failed = once(file, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const drained = async (chunk: Uint8Array): Promise<void> => {
    if (!file.write(chunk)) await Promise.race([once(file, 'drain'), failed]);
  };
  await writeConsolidation(source, drained, format);
  file.end();
  await finished(file);
}

async function send(reply: FastifyReply, path: string, name: string, format: ConsolidationFormat) {
  const { size } = await stat(path);
  const stream = createReadStream(path);
  // An open file stays readable without its name; nothing is left behind, however the sending ends.
  await once(stream, 'open');
  await rm(path, { force: true });
  return reply
    .header('content-disposition', attachment(name))
    .header('content-type', mediaTypes[format])
    .header('content-length', size)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(stream);
}
