import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../files/send.ts';
import { type Language, languageOf } from './language.ts';
import { problemPage } from './pages/problem.ts';
import type { Rendering } from './renderings.ts';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Browsers ask every time whether it is still so; caches on the way may answer for a minute without asking. */
const fresh = 'public, max-age=0, s-maxage=60, must-revalidate';
const htmlType = 'text/html; charset=utf-8';

const matches = ({ headers }: FastifyRequest, etag: string): boolean => {
  const known = headers['if-none-match'];
  return known !== undefined && (known === '*' || known.split(',').some(tag => tag.trim() === etag));
};

const takesGzip = ({ headers }: FastifyRequest): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some(coding => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding));

function send(request: FastifyRequest, reply: FastifyReply, { body, gzipped, etag }: Rendering): FastifyReply {
  reply.header('cache-control', fresh).header('etag', etag).header('content-security-policy', policy);
  if (matches(request, etag)) return reply.status(304).removeHeader('content-type').send();
  if (gzipped && takesGzip(request)) return reply.header('content-encoding', 'gzip').send(gzipped);
  return reply.send(body);
}

export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  rendering: Rendering,
  { locale }: Language,
): FastifyReply {
  reply
    .header('content-type', htmlType)
    .header('content-language', locale)
    .header('vary', 'accept-encoding, accept-language');
  return send(request, reply, rendering);
}

/** Sends data as a download of this name, which pages of other sites may read too. */
export function sendData(
  request: FastifyRequest,
  reply: FastifyReply,
  rendering: Rendering,
  { mediaType, fileName }: { readonly mediaType: string; readonly fileName: string },
): FastifyReply {
  reply
    .header('content-type', mediaType)
    .header('content-disposition', attachment(fileName))
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('vary', 'accept-encoding');
  return send(request, reply, rendering);
}

/** Says on a page of its own why there is nothing to read. */
export function refuse(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const language = languageOf(request);
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .header('content-type', htmlType)
    .header('content-language', language.locale)
    .send(problemPage(status, language));
}
