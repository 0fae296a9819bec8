import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, routes } from './api.ts';
import { Cloud } from './cloud.ts';
import { authorizeReply, deviceReply, grantDevice, type Reply, tokenReply } from './oauth.ts';
import { pageReply } from './page.ts';

interface Body {
  readonly text: string;
  readonly media?: Uint8Array;
}

/** What was sent; of an upload the description and the file, each a part of its own. */
async function bodyOf(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const boundary = /^multipart\/related; *boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return { text: bytes.toString('utf8') };
  const mark = Buffer.from(`--${boundary}`);
  const bodies: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; ) {
    const start = bytes.indexOf('\r\n\r\n', at) + 4;
    const end = bytes.indexOf(mark, at + mark.length);
    if (end < 0) break;
    bodies.push(bytes.subarray(start, end - 2));
    at = end;
  }
  const [description, media] = bodies;
  return { text: (description ?? Buffer.alloc(0)).toString('utf8'), ...(media ? { media } : {}) };
}

const formOf = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

async function apiReply(cloud: Cloud, request: IncomingMessage, url: URL, { text, media }: Body): Promise<Reply> {
  const route = routes.find(
    ({ method, path }) => method === request.method && path.test(decodeURIComponent(url.pathname)),
  );
  if (!route) return failure(404, `No such method: ${request.method} ${url.pathname}`);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const bearer = cloud.tokens.get(token);
  if (!bearer || bearer.expiresAt < cloud.now()) return failure(401, 'Request had invalid authentication credentials.');
  const { account, service } = bearer;
  if (!cloud.takes(account, route.kind))
    return failure(
      429,
      `Quota exceeded for quota metric '${route.kind} requests' and limit 'per minute per user'`,
      'rateLimitExceeded',
      'usageLimits',
    );
  const at = cloud.troubles.findIndex(({ on }) => on === 'any' || on === route.kind);
  const trouble = at < 0 ? undefined : cloud.troubles.splice(at, 1)[0];
  const fail = (): Reply => ({
    ...failure(trouble?.status ?? 503, 'The service is currently unavailable.', trouble?.reason),
    headers: trouble?.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) },
  });
  if (trouble?.when === 'before') return fail();
  const id = route.path.exec(decodeURIComponent(url.pathname))?.[1] ?? '';
  const isWrite = route.kind === 'write';
  if (route.of === 'grid') await (isWrite ? cloud.beforeWrite : cloud.beforeRead)?.();
  if (route.of === 'making') await cloud.beforeCreate?.();
  const reply = await route.run({
    cloud,
    account,
    service,
    id,
    query: url.searchParams,
    body: text === '' ? null : JSON.parse(text),
    ...(media ? { media } : {}),
  });
  if (route.of === 'making') await cloud.afterCreate?.();
  if (route.of === 'grid' && isWrite) await cloud.afterWrite?.();
  return trouble ? fail() : reply;
}

async function replyTo(cloud: Cloud, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', cloud.root);
  const body = await bodyOf(request);
  cloud.log.push(`${request.method} ${url.pathname}`);
  if (url.pathname === '/token') return tokenReply(cloud, formOf(body.text));
  if (url.pathname === '/o/oauth2/v2/auth') return authorizeReply(cloud, formOf(url.search.slice(1)));
  if (url.pathname === '/device/code') return deviceReply(cloud);
  if (url.pathname === '/device' && url.searchParams.has('code'))
    return grantDevice(cloud, url.searchParams.get('code') ?? '');
  if (url.pathname === '/revoke') {
    cloud.refreshTokens.delete(formOf(body.text).token ?? '');
    return { status: 200, body: {} };
  }
  return pageReply(cloud, request.method ?? 'GET', url, body.text) ?? apiReply(cloud, request, url, body);
}

export interface Emulator {
  readonly cloud: Cloud;
  readonly root: string;
  readonly close: () => Promise<void>;
}

/** Something that speaks to Google's own client as Google does, on this machine alone. @param port 0: any that is free */
export async function openEmulator(port = 0): Promise<Emulator> {
  const cloud = new Cloud();
  const server: Server = createServer((request, response) => {
    void replyTo(cloud, request)
      .catch((error: unknown): Reply => failure(500, error instanceof Error ? error.message : String(error)))
      .then(({ status, body, headers = {}, html, bytes }) => {
        const json = html === undefined ? 'application/json; charset=UTF-8' : 'text/html; charset=UTF-8';
        response.writeHead(status, { 'content-type': bytes ? 'application/octet-stream' : json, ...headers });
        response.end(bytes ?? html ?? (body === undefined ? '' : JSON.stringify(body)));
      });
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  cloud.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    cloud,
    root: cloud.root,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
