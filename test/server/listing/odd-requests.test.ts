import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';

const administered = ['agencies', 'units', 'users', 'events', 'openSessions'];
const worked = [
  'plans',
  'planItems',
  'assignments',
  'rounds',
  'reports',
  'evidence',
  'templates',
  'forms',
  'exchanges',
];
const resources = [...administered, ...worked];
const fields = [
  'id',
  'name',
  'position',
  'disabled',
  'aliases',
  'before',
  'createdAt',
  'passwordHash',
  '__proto__',
  '',
];
const operators = ['', '_gte', '_lte', '_ne', '_like', '_in'];
const controls = ['q', '_sort', '_order', '_start', '_end', '_page', '_limit', '_embed', '_expand', '_'];

const name = fc.oneof(
  fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...operators)).map(([field, operator]) => field + operator),
  fc.constantFrom(...controls),
);
const value = fc.oneof(
  fc.constantFrom(
    '\0',
    'a\0b',
    '-1',
    '1e309',
    'NaN',
    '2147483648',
    '99999999999999999999',
    "'; drop table units --",
    '%',
    '[',
  ),
  fc.constantFrom(...fields, ...resources),
  fc.integer().map(String),
  fc.string({ unit: 'binary' }),
);
const request = fc
  .tuple(fc.constantFrom(...resources), fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 4 }))
  .map(
    ([resource, query]) =>
      `/api/${resource}?${new URLSearchParams(query.map(([n, v]): [string, string] => [n, v.toWellFormed()]))}`,
  );

describe.each(engines)('odd list requests on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office.close());

  test('are answered or refused, and never fail', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(request, async path => {
        const { administrator, secretariat } = office.bureau.as;
        const client = administered.includes(path.split(/[/?]/)[2]!) ? administrator : secretariat;
        const { status, body } = await client.get(path);
        expect([200, 400]).toContain(status);
        if (status === 400) expect(body.message).toEqual(expect.any(String));
      }),
      { numRuns: 800 },
    );
  });
});
