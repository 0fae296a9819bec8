import { describe, expect, test } from 'vitest';
import { mayUse, offers } from '../../../admin/data/rights.ts';
import { entriesFor } from '../../../admin/layout/menu-entries.ts';
import { rules, scopeOf } from '../../../server/access/rules.ts';
import { roles } from '../../../sync/model/index.ts';

const named = Object.entries(rules).flatMap(([resource, actions]) =>
  Object.keys(actions).flatMap(action =>
    roles.map(role => ({ resource: resource as keyof typeof rules, action, role })),
  ),
);

describe('what the console offers', () => {
  test('is what the server allows, for every resource, action and role', () => {
    const wrong = named.filter(
      ({ resource, action, role }) => mayUse(role, resource, action) !== (scopeOf(role, resource, action) !== 'none'),
    );
    expect(wrong).toEqual([]);
  });

  test('names nothing that the server does not know', () => {
    const known = new Set(named.map(({ resource, action }) => `${resource}.${action}`));
    const offered = Object.entries(offers).flatMap(([resource, actions]) =>
      Object.keys(actions).map(action => `${resource}.${action}`),
    );
    expect(offered.filter(one => !known.has(one))).toEqual([]);
  });

  test('takes react-admin’s names of actions', () => {
    expect(mayUse('administrator', 'users', 'edit')).toBe(true);
    expect(mayUse('officer', 'users', 'edit')).toBe(false);
    expect(mayUse('officer', 'users', 'list')).toBe(true);
    expect(mayUse('officer', 'nothing', 'list')).toBe(false);
  });

  test.each(
    roles.flatMap(role => [
      { role, isBureau: false },
      { role, isBureau: true },
    ]),
  )('gives a $role (bureau: $isBureau) no menu entry twice and always the home page first', ({ role, isBureau }) => {
    const routes = entriesFor(role, isBureau).map(entry => entry.to);
    expect(routes[0]).toBe('/');
    expect(new Set(routes).size).toBe(routes.length);
  });

  test('leaves collecting to bureaus, and being asked to the agencies below them', () => {
    const routes = (isBureau: boolean) => entriesFor('secretariat', isBureau).map(entry => entry.to);
    expect(routes(true)).toContain('/collections');
    expect(routes(true)).not.toContain('/recipients');
    expect(routes(false)).toContain('/recipients');
    expect(routes(false)).not.toContain('/collections');
  });
});
