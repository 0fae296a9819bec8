import type { Agency, Role, Session, Unit, User } from '../../../sync/model/index.ts';
import type { Server } from './server.ts';

/** Somebody who uses the API without a browser, to bring about what a journey starts from. */
export interface Caller {
  readonly session: Session;
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>;
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`);
  return JSON.parse(text) as T;
}

const jsonHeaders = { 'content-type': 'application/json' };

async function opened(url: string, path: string, body: unknown): Promise<Caller> {
  const response = await fetch(url + path, { method: 'POST', headers: jsonHeaders, body: JSON.stringify(body) });
  const cookie = response.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ');
  const session = await read<Session>(response);
  const headers = { cookie, 'x-csrf-token': session.csrfToken };
  return {
    session,
    get: async at => read(await fetch(url + at, { headers })),
    send: async (method, at, given) =>
      read(
        await fetch(url + at, {
          method,
          headers: given === undefined ? headers : { ...headers, ...jsonHeaders },
          ...(given === undefined ? {} : { body: JSON.stringify(given) }),
        }),
      ),
  };
}

export const callAs = (server: Server, account: string, password: string): Promise<Caller> =>
  opened(server.url, '/api/session', { account, password });

export const everybodysPassword = '青田-管考-測試-114';

export const founder = { account: 'admin', name: '林管理' } as const;

/** Completes the first start: the office and its administrator. */
export const founded = (server: Server, agencyName = '青田區公所'): Promise<Caller> =>
  opened(server.url, '/api/setup', {
    token: new URL(server.setupLink.replace('/#/', '/')).searchParams.get('token'),
    agencyName,
    ...founder,
    password: everybodysPassword,
  });

export const addUnit = (administrator: Caller, name: string, aliases: readonly string[] = []): Promise<Unit> =>
  administrator.send('POST', '/api/units', { name, aliases });

export const addAgency = (administrator: Caller, name: string, parentId: string | null): Promise<Agency> =>
  administrator.send('POST', '/api/agencies', { name, parentId });

interface Person {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId?: string | null;
  readonly agencyId?: string;
}

/** Creates an account and gives it `everybodysPassword` by its one-time link, as the person themselves would. */
export async function addPerson(server: Server, administrator: Caller, person: Person): Promise<User> {
  const user = await administrator.send<User>('POST', '/api/users', { unitId: null, ...person });
  const { token } = await administrator.send<{ token: string }>('POST', `/api/users/${user.id}/resetLink`, {});
  await read(
    await fetch(`${server.url}/api/password-reset`, {
      method: 'POST',
      headers: jsonHeaders,
      body: JSON.stringify({ token, newPassword: everybodysPassword }),
    }),
  );
  return user;
}
