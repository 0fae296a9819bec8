import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuardedRoute } from '../../../server/routing/guard.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

describe('the description of the API', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engines[0]!);
  });
  afterAll(() => office.close());

  it('names every guarded route', async () => {
    const { paths } = (await office.stranger.get('/api/openapi.json')).body;
    const described = Object.entries<object>(paths).flatMap(([url, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${url}`),
    );
    const guarded = office.app.guarded
      .filter(({ access, method }: GuardedRoute) => typeof access === 'object' && method !== 'HEAD')
      .map(({ method, url }: GuardedRoute) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    expect(guarded.filter(route => !described.includes(route))).toEqual([]);
  });

  it('refers only to what it holds', async () => {
    const { body } = await office.stranger.get('/api/openapi.json');
    const names = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      found => found[1]!,
    );
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(name => !(name in body.components.schemas))).toEqual([]);
  });
});
