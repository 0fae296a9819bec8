import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { digest, newToken } from '../../server/sessions/sessions.ts';
import type { Running } from '../../server/start.ts';

export interface Answer {
  readonly status: number;
  // What a route answers differs by route; tests say what they expect of it.
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any field of any answer
  readonly body: any;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly raw: Buffer;
}

/** A person's browser, as far as the API can tell: a session cookie and the page's token. */
export interface Client {
  readonly cookie: string;
  readonly csrfToken: string;
  send(options: InjectOptions): Promise<Answer>;
  get(url: string): Promise<Answer>;
  post(url: string, body?: unknown): Promise<Answer>;
  patch(url: string, body: unknown): Promise<Answer>;
  delete(url: string): Promise<Answer>;
  /** Uploads files as one multipart form. */
  upload(
    url: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly type?: string }[],
  ): Promise<Answer>;
}

/** Logs a person in without a password, by a session of their own. */
export async function clientFor({ app, context }: Running, userId: string): Promise<Client> {
  const token = newToken();
  const csrfToken = newToken();
  const at = context.now();
  await context.db
    .insertInto('sessions')
    .values({
      id: randomUUID(),
      tokenHash: digest(token),
      csrfToken,
      userId,
      createdAt: at.toISOString(),
      lastSeenAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + 12 * 3_600_000).toISOString(),
      address: '127.0.0.1',
      agent: 'test',
    })
    .execute();
  return clientWith(app, token, csrfToken);
}

/** Somebody who is not logged in. */
export const stranger = (app: Running['app']): Client => clientWith(app, '', '');

function clientWith(app: Running['app'], token: string, csrfToken: string): Client {
  const cookie = `guankao_session=${token}`;
  const send = async (options: InjectOptions): Promise<Answer> => {
    const response = await app.inject({
      ...options,
      headers: { cookie, 'x-csrf-token': csrfToken, ...options.headers },
    });
    const json = String(response.headers['content-type'] ?? '').startsWith('application/json');
    return {
      status: response.statusCode,
      body: json ? response.json() : response.body,
      headers: response.headers as Answer['headers'],
      raw: response.rawPayload,
    };
  };
  const withBody = (method: 'POST' | 'PATCH') => (url: string, body?: unknown) =>
    send({ method, url, ...(body === undefined ? {} : { payload: body as object }) });
  return {
    cookie,
    csrfToken,
    send,
    get: url => send({ method: 'GET', url }),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    delete: url => send({ method: 'DELETE', url }),
    upload(url, files) {
      const boundary = `----${randomUUID()}`;
      const parts = files.flatMap(({ name, bytes, type = 'application/octet-stream' }) => [
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
        ),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ]);
      return send({
        method: 'POST',
        url,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
      });
    },
  };
}
