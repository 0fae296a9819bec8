import { randomUUID } from 'node:crypto';
import { digest, newToken } from '../sessions/sessions.ts';
import type { Running } from '../start.ts';

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One person of the demo at work: every sample is made through the API, as that person, with all its rules. */
export interface Desk {
  get<T>(url: string): Promise<T>;
  post<T>(url: string, body: object): Promise<T>;
  patch<T>(url: string, body: object): Promise<T>;
  put<T>(url: string, body: object): Promise<T>;
  upload<T>(url: string, file: SampleFile): Promise<T>;
  download(url: string): Promise<Buffer>;
}

/** Seats a person. @throws when a request of theirs is refused: the demo's script must be right */
export async function seat({ app, context }: Running, userId: string): Promise<Desk> {
  const token = newToken();
  const csrfToken = newToken();
  const at = context.now().toISOString();
  await context.db
    .insertInto('sessions')
    .values({
      id: randomUUID(),
      tokenHash: digest(token),
      csrfToken,
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: '9999-12-31T00:00:00.000Z',
      address: '127.0.0.1',
      agent: 'demo',
    })
    .execute();
  const cookie = `guankao_session=${token}`;

  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: object | Buffer,
    type?: string,
  ) => {
    // The script jumps through half a year; nobody is idle in it.
    await context.db
      .updateTable('sessions')
      .set({ lastSeenAt: context.now().toISOString() })
      .where('userId', '=', userId)
      .execute();
    const response = await app.inject({
      method,
      url,
      headers: { cookie, 'x-csrf-token': csrfToken, ...(type ? { 'content-type': type } : {}) },
      ...(payload ? { payload } : {}),
    });
    if (response.statusCode >= 300) throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`);
    return response;
  };

  return {
    get: async url => (await send('GET', url)).json(),
    post: async (url, body) => (await send('POST', url, body)).json(),
    patch: async (url, body) => (await send('PATCH', url, body)).json(),
    put: async (url, body) => (await send('PUT', url, body)).json(),
    download: async url => (await send('GET', url)).rawPayload,
    async upload(url, { name, bytes }) {
      const boundary = `----${randomUUID()}`;
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
      const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return (await send('POST', url, body, `multipart/form-data; boundary=${boundary}`)).json();
    },
  };
}
