import '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { passwordRule, type Role } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';

/** A session that is alive, with what the guard needs of its person. */
export interface LiveSession {
  readonly id: string;
  readonly csrfToken: string;
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}

const cookie = 'guankao_session';
const minute = 60_000;
const dayMs = 86_400_000;
/** A session's last use is written at most this often, so that reading does not become writing. */
const touchEvery = minute;

/** What is kept of a secret that only its bearer knows. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The live session of a request, or null. Idle and absolute limits are checked here, and use is noted. */
export async function sessionOf(
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  request: FastifyRequest,
): Promise<LiveSession | null> {
  const token = request.cookies[cookie];
  if (!token) return null;
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select([
      'sessions.id',
      'csrfToken',
      'lastSeenAt',
      'expiresAt',
      'userId',
      'passwordChangedAt',
      'mustChangePassword',
    ])
    .select(['users.name', 'users.agencyId', 'users.unitId', 'users.role', 'users.disabled'])
    .select(eb =>
      eb
        .exists(eb.selectFrom('agencies').select('id').whereRef('agencies.parentId', '=', 'users.agencyId'))
        .as('oversees'),
    )
    .where('sessions.tokenHash', '=', digest(token))
    .executeTakeFirst();
  const time = now().getTime();
  if (!row || row.disabled || Date.parse(row.expiresAt) <= time) return null;
  const seen = Date.parse(row.lastSeenAt);
  if (time - seen > config.sessionIdleMinutes * minute) return null;
  if (time - seen > touchEvery)
    await db.updateTable('sessions').set({ lastSeenAt: now().toISOString() }).where('id', '=', row.id).execute();
  const passwordAge = time - Date.parse(row.passwordChangedAt ?? '');
  return {
    id: row.id,
    csrfToken: row.csrfToken,
    actor: {
      id: row.userId,
      name: row.name,
      agencyId: row.agencyId,
      unitId: row.unitId,
      role: row.role as Role,
      alone: !row.oversees,
    },
    mustChangePassword: Boolean(row.mustChangePassword) || passwordAge > passwordRule.maxAgeDays * dayMs,
  };
}

/** Starts a session under a new id and gives the browser its cookie. */
export async function startSession(
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
): Promise<void> {
  const token = newToken();
  const at = now();
  await db
    .insertInto('sessions')
    .values({
      id: uuid(),
      tokenHash: digest(token),
      csrfToken: newToken(),
      userId,
      createdAt: at.toISOString(),
      lastSeenAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + config.sessionHours * 60 * minute).toISOString(),
      address: request.ip,
      agent: (request.headers['user-agent'] ?? '').slice(0, 300),
    })
    .execute();
  reply.setCookie(cookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https' || config.publicUrl.startsWith('https:'),
  });
  // The route goes on to answer who is logged in.
  request.cookies[cookie] = token;
}

export async function endSession({ db }: Pick<Context, 'db'>, reply: FastifyReply, id: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', id).execute();
  reply.clearCookie(cookie, { path: '/' });
}
