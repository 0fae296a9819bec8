import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { agencyRoutes } from './agencies/routes.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import { carryForwardRoutes } from './carry-forward/routes.ts';
import { collectedRowRoutes } from './collected-rows/routes.ts';
import { collectionFileRoutes } from './collection-files/routes.ts';
import { collectionRoutes } from './collections/routes.ts';
import { consolidationRoutes } from './consolidation/routes.ts';
import { upwardRoutes } from './consolidation/upward/routes.ts';
import type { Context } from './context.ts';
import { crosswalkRoutes } from './crosswalk/routes.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { exchangeRoutes } from './exchanges/routes.ts';
import { findingRoutes } from './findings/routes.ts';
import { formRoutes } from './forms/routes.ts';
import { packageRoutes } from './packages/routes.ts';
import { planComparisonRoutes } from './plan-comparison/routes.ts';
import { planItemRoutes } from './plan-items/routes.ts';
import { planReadingRoutes } from './plan-reading/routes.ts';
import { planWritingRoutes } from './plan-writing/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { answerProblems } from './problems/answer.ts';
import { publicationRoutes } from './publication/routes.ts';
import { recipientSheetRoutes } from './recipient-sheets/routes.ts';
import { recipientRoutes } from './recipients/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { guard } from './routing/guard.ts';
import type { App } from './routing/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { skeletonRoutes } from './skeleton/routes.ts';
import { templateRoutes } from './templates/routes.ts';
import { unitRoutes } from './units/routes.ts';
import { userRoutes } from './users/routes.ts';

const bodyLimitBytes = 2 * 1024 * 1024;
const consoleFolder = join(import.meta.dirname, '..', 'admin', 'dist');

/** Builds the server: security first, then every resource, then the console. It does not listen. */
export async function buildApp(context: Context): Promise<App> {
  const { config } = context;
  const app: App = Fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: config.trustProxy,
    routerOptions: { maxParamLength: 200 },
    // An upload at the limit over a slow line takes minutes.
    requestTimeout: 600_000,
    // A closing server answers what it has begun and lets idle connections go.
    forceCloseConnections: 'idle',
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, redact: ['req.headers.cookie'] },
    logController: new LogController({
      disableRequestLogging: config.logLevel !== 'debug' && config.logLevel !== 'trace',
    }),
  }).withTypeProvider<ZodTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  // Answers are made of the columns their definition names; checking each again would only cost time.
  app.setSerializerCompiler(() => data => JSON.stringify(data));
  answerProblems(app);

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // MUI writes its styles into the page; scripts stay forbidden inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(multipart, {
    limits: { fileSize: config.uploadLimitBytes, files: 20, fields: 20, fieldSize: 10_000 },
  });
  await app.register(compress, { threshold: 1024 });
  await app.register(swagger, {
    openapi: { info: { title: 'Guankao', version: '1' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });

  guard(app, context);
  setupRoutes(app, context);
  sessionRoutes(app, context);
  agencyRoutes(app, context);
  unitRoutes(app, context);
  userRoutes(app, context);
  roundRoutes(app, context);
  reportRoutes(app, context);
  evidenceRoutes(app, context);
  dashboardRoutes(app, context);
  planRoutes(app, context);
  planReadingRoutes(app, context);
  planWritingRoutes(app, context);
  planComparisonRoutes(app, context);
  carryForwardRoutes(app, context);
  crosswalkRoutes(app, context);
  skeletonRoutes(app, context);
  planItemRoutes(app, context);
  assignmentRoutes(app, context);
  templateRoutes(app, context);
  formRoutes(app, context);
  exchangeRoutes(app, context);
  collectionFileRoutes(app, context);
  collectedRowRoutes(app, context);
  findingRoutes(app, context);
  consolidationRoutes(app, context);
  upwardRoutes(app, context);
  collectionRoutes(app, context);
  recipientRoutes(app, context);
  recipientSheetRoutes(app, context);
  packageRoutes(app, context);
  sheetRoutes(app, context);
  settingsRoutes(app, context);
  eventRoutes(app, context);
  await publicationRoutes(app, context);

  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
  app.get('/api/health', { config: { access: 'public' }, schema: { hide: true } }, async () => {
    await context.db.selectFrom('eventChain').select('id').executeTakeFirst();
    return { ok: true };
  });
  if (existsSync(consoleFolder))
    await app.register(statics, {
      root: consoleFolder,
      preCompressed: true,
      immutable: true,
      maxAge: '30d',
      setHeaders: freshPage,
    });
  return app;
}

/** The page itself names its hashed scripts, so it alone must be asked for anew each time. */
function freshPage(reply: { header(name: string, value: string): unknown }, path: string): void {
  if (path.endsWith('.html')) reply.header('cache-control', 'no-cache');
}
