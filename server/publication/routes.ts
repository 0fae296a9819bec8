import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type PlanDocument, publicId } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { documentOf } from '../plans/document.ts';
import type { App } from '../routing/routes.ts';
import { refuse, sendData, sendPage } from './answer.ts';
import { dataFormats } from './data/formats.ts';
import { jsonSchema, tableSchema } from './data/schemas.ts';
import { languageOf } from './language.ts';
import { stylesheet } from './look.ts';
import { fieldsPage } from './pages/fields.ts';
import { agenciesPage, agencyPage } from './pages/lists.ts';
import { planPage } from './pages/plan.ts';
import { findPublished, type Published, publishedOf, publishers } from './published.ts';
import { createRenderings } from './renderings.ts';
import { forEverybody } from './withhold.ts';

/*
 * What anybody may read without logging in: published plans, their lists and their open data. Nothing but GET and HEAD, no
 * cookie, no script, no trace in the event log (else anybody could fill it). What is answered is rendered once for each
 * version of a plan and kept, so that a visitor costs one statement, and a crowd no more than that each.
 */

const keptBytes = 48 * 1024 * 1024;

/** For each address; generous, since a whole office or school may come from one. */
const atMost = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } }, schema: { hide: true } });
const pages = atMost(300);
const files = atMost(60);

const oneYear = 31_536_000;
const prefix = '/public';

export async function publicationRoutes(app: App, context: Context): Promise<void> {
  await app.register(async scope => register(scope.withTypeProvider<ZodTypeProvider>(), context), { prefix });
}

function register(scope: App, { db, config: { publicUrl } }: Context): void {
  const renderings = createRenderings(keptBytes);

  scope.setErrorHandler((error: { readonly statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a public page failed');
    return refuse(request, reply, status);
  });
  scope.setNotFoundHandler((request, reply) => refuse(request, reply, 404));

  /** Shows what stands at the address in the path; when nothing does, says so. */
  const withPublished = async (
    request: FastifyRequest,
    reply: FastifyReply,
    show: (found: Published) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const asked = publicId.safeParse((request.params as { readonly publicId: string }).publicId);
    const found = asked.success ? await findPublished(db, asked.data) : 'unknown';
    return typeof found === 'object' ? show(found) : refuse(request, reply, found === 'unknown' ? 404 : 410);
  };
  const rendered = (
    found: Published,
    what: string,
    make: (document: PlanDocument) => Promise<Uint8Array | string>,
    packed = false,
  ) => {
    const { plan, agencyName } = found;
    // A tree changes only while its plan is a draft, so the version of the plan tells that of the tree.
    return renderings.of(
      JSON.stringify([plan.id, plan.version, agencyName, what]),
      async () => make(forEverybody(plan, await documentOf(db, plan, agencyName))),
      packed,
    );
  };

  scope.get('/', pages, async (request, reply) => {
    const language = languageOf(request);
    const page = agenciesPage({ language, path: prefix, publicUrl }, await publishers(db));
    return sendPage(request, reply, await renderings.ofPage(page), language);
  });

  scope.get('/agencies/:agencyId', pages, async (request, reply) => {
    const asked = z.uuid().safeParse((request.params as { readonly agencyId: string }).agencyId);
    const language = languageOf(request);
    const [newest, ...older] = asked.success ? await publishedOf(db, asked.data) : [];
    if (!newest) return refuse(request, reply, 404);
    const path = `${prefix}/agencies/${newest.agencyId}`;
    const page = agencyPage({ language, path, publicUrl }, [newest, ...older]);
    return sendPage(request, reply, await renderings.ofPage(page), language);
  });

  scope.get('/plans/:publicId', pages, (request, reply) =>
    withPublished(request, reply, async found => {
      const language = languageOf(request);
      const path = `${prefix}/plans/${found.publicId}`;
      const page = await rendered(found, `page ${language.locale} ${language.query}`, async document =>
        planPage({ language, plan: found.plan, document, path, publicUrl }),
      );
      return sendPage(request, reply, page, language);
    }),
  );

  for (const [ending, { mediaType, packed, describedBy, write }] of Object.entries(dataFormats))
    scope.get(`/plans/:publicId/plan.${ending}`, files, (request, reply) =>
      withPublished(request, reply, async found => {
        const data = await rendered(found, ending, document => write(document, request.log), packed);
        if (describedBy !== undefined)
          reply.header('link', `<${publicUrl}${prefix}/${describedBy}>; rel="describedby"`);
        return sendData(request, reply, data, { mediaType, fileName: `${found.plan.title}.${ending}` });
      }),
    );

  scope.get('/fields', pages, async (request, reply) => {
    const language = languageOf(request);
    const page = fieldsPage({ language, path: `${prefix}/fields`, publicUrl });
    return sendPage(request, reply, await renderings.ofPage(page), language);
  });

  const descriptions: Readonly<Record<string, object>> = {
    'plan.schema.json': jsonSchema(`${publicUrl}${prefix}/plan.schema.json`),
    'plan.table-schema.json': tableSchema(),
  };
  for (const [fileName, description] of Object.entries(descriptions))
    scope.get(`/${fileName}`, pages, async (request, reply) => {
      const rendering = await renderings.of(fileName, async () => JSON.stringify(description, null, 2));
      return sendData(request, reply, rendering, { mediaType: 'application/json; charset=utf-8', fileName });
    });

  scope.get(stylesheet.path.slice(prefix.length), { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('cache-control', `public, max-age=${oneYear}, immutable`)
      .header('content-type', 'text/css; charset=utf-8')
      .send(stylesheet.text),
  );

  // Before its body is read: nothing that is sent here is looked at.
  scope.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/*',
    schema: { hide: true },
    onRequest: async (request, reply) => refuse(request, reply.header('allow', 'GET, HEAD'), 405),
    handler: async () => undefined,
  });
}
