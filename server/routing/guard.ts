import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { type Access, type Scope, scopeOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { note } from '../records/change.ts';
import { type LiveSession, sessionOf } from '../sessions/sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The right a route asks for; `public` needs no log-in, `session` a log-in and nothing more. */
    access?: Access | 'public' | 'session';
  }
  interface FastifyRequest {
    live: LiveSession | null;
  }
  interface FastifyInstance {
    /** Every route of the API with what it asks for. */
    guarded: readonly GuardedRoute[];
  }
}

export interface GuardedRoute {
  readonly method: string;
  readonly url: string;
  readonly access: Access | 'public' | 'session';
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Guards every route by what it declares: log-in, page token on unsafe requests, a password that is not overdue, and the
 * role's right to the action. A route that declares nothing cannot be registered: deny by default.
 */
export function guard(app: FastifyInstance, context: Context): void {
  const guarded: GuardedRoute[] = [];
  app.decorate('guarded', guarded);
  app.decorateRequest('live', null);

  app.addHook('onRoute', route => {
    if (!route.url.startsWith('/api')) return;
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${route.method} ${route.url} declares no access`);
    for (const method of [route.method].flat()) guarded.push({ method, url: route.url, access });
  });

  app.addHook('onRequest', async request => {
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    const live = await sessionOf(context, request);
    if (!live) throw new Refusal('not_logged_in');
    request.live = live;
    // The token lives in the session row, so a page of another site can neither read nor guess it.
    if (!safeMethods.has(request.method) && request.headers['x-csrf-token'] !== live.csrfToken)
      throw new Refusal('csrf');
    if (access === 'session') return;
    if (live.mustChangePassword) throw new Refusal('password_must_change');
    if (scopeOf(live.actor.role, access.resource, access.action) === 'none') throw new Refusal('not_allowed');
  });

  // What somebody was refused is as telling as what they did.
  app.addHook('onError', async (request, _reply, error) => {
    const { live, routeOptions } = request;
    const access = routeOptions.config.access;
    if (!(error instanceof Refusal) || error.code !== 'not_allowed' || !live || typeof access !== 'object') return;
    const { id } = request.params as { readonly id?: string };
    const { agencyId, unitId } = live.actor;
    await note(context, live.actor, [
      {
        action: 'access.refused',
        resource: access.resource,
        recordId: id ?? null,
        agencyId,
        unitId,
        after: { wanted: access.action },
      },
    ]);
  });
}

/** The person behind a guarded request. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.live) throw new Refusal('not_logged_in');
  return request.live.actor;
}

/** How far the person reaches with the action the route declares. */
export function scopeHere(request: FastifyRequest): Scope {
  const access = request.routeOptions.config.access;
  if (!access || typeof access === 'string') return 'none';
  return scopeOf(actorOf(request).role, access.resource, access.action);
}
