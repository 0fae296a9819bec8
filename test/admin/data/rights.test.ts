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

  const standings = [
    { isBureau: false, isSubordinate: false },
    { isBureau: true, isSubordinate: false },
    { isBureau: false, isSubordinate: true },
    { isBureau: true, isSubordinate: true },
  ];
  test.each(
    roles.flatMap(role => standings.map(standing => ({ role, ...standing }))),
  )('gives a $role (bureau: $isBureau, below one: $isSubordinate) no menu entry twice and always the home page first', ({
    role,
    ...standing
  }) => {
    const routes = entriesFor(role, standing).map(entry => entry.to);
    expect(routes[0]).toBe('/');
    expect(new Set(routes).size).toBe(routes.length);
  });

  test.each(standings)('leaves collecting to bureaus, and being asked to whoever stands below one', standing => {
    const routes = entriesFor('secretariat', standing).map(entry => entry.to);
    expect(routes.includes('/collections')).toBe(standing.isBureau);
    expect(routes.includes('/recipients')).toBe(standing.isSubordinate);
  });
});
