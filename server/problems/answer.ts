import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type Locale, type MessageCode, type Params, type Problem, say } from '../../sync/model/index.ts';
import { fieldOf, labelOf, type SchemaFault, unknownKeys, whatIsWrong } from './field-faults.ts';
import { Refusal } from './refusal.ts';

/** The language a request asks to be answered in; zh-TW unless it prefers English. */
export function localeOf(request: FastifyRequest): Locale {
  const first = request.headers['accept-language']?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-TW';
}

interface Understood {
  readonly status: number;
  readonly code: MessageCode;
  readonly params: Params;
  readonly details?: unknown;
}

/** A body or query that does not fit its schema: the first field at fault in the message, all of them in the details. */
function invalid(validation: readonly SchemaFault[], request: FastifyRequest): Understood {
  const locale = localeOf(request);
  const details = validation.map(fault => {
    const { code, params } = whatIsWrong(fault);
    return { field: fieldOf(fault), problem: say(code, locale, params), kind: code };
  });
  const unknown = unknownKeys(validation);
  if (unknown.length > 0) return { status: 400, code: 'unknown_field', params: { field: unknown.join(', ') }, details };
  const { field = '', problem = '' } = details[0] ?? {};
  const access = request.routeOptions.config.access;
  const resource = typeof access === 'object' ? access.resource : '';
  return { status: 400, code: 'invalid_input', params: { field: labelOf(resource, field, locale), problem }, details };
}

/** What Fastify, its plugins and the database refuse by themselves, in our words. */
const frameworkCodes: Readonly<Record<string, MessageCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_FILES_LIMIT: 'too_many_files',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong_media_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'not_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not_json',
  FST_CSRF_MISSING_SECRET: 'csrf',
  FST_CSRF_INVALID_TOKEN: 'csrf',
  // PostgreSQL's character_not_in_repertoire: text that no database column can hold.
  '22021': 'malformed_request',
};

function understand(error: FastifyError | Refusal, request: FastifyRequest): Understood {
  if (error instanceof Refusal)
    return { status: error.status, code: error.code, params: error.params, details: error.details };
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation, request);
  const code = frameworkCodes[error.code];
  if (code) return { status: error.statusCode ?? 400, code, params: {} };
  if (error.statusCode === 429) return { status: 429, code: 'too_many_requests', params: {} };
  if (error.statusCode !== undefined && error.statusCode < 500)
    return { status: error.statusCode, code: 'malformed_request', params: {} };
  return { status: 500, code: 'no_service', params: { requestId: request.id } };
}

/** The one error shape of the API. Whatever is not understood is answered without internals and logged whole. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const { status, code, params, details } = understand(error, request);
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    else request.log.debug({ code, status }, 'request refused');
    return send(reply, request, status, code, params, details);
  });
  app.setNotFoundHandler((request, reply) => send(reply, request, 404, 'not_found', {}));
}

/** A refusal as it is answered beside what was done, in the request's language. */
export const problemOf = (request: FastifyRequest, { code, params, details }: Refusal): Problem =>
  problem(request, code, params, details);

function problem(request: FastifyRequest, code: MessageCode, params: Params, details?: unknown): Problem {
  return {
    code,
    message: say(code, localeOf(request), params),
    requestId: request.id,
    ...(details === undefined ? {} : { details }),
  };
}

export function send(
  reply: FastifyReply,
  request: FastifyRequest,
  status: number,
  code: MessageCode,
  params: Params,
  details?: unknown,
): FastifyReply {
  return reply.status(status).send(problem(request, code, params, details));
}
