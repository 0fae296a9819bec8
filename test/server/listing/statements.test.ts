import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countedServer } from '../../support/counted-server.ts';
import { engines, type OpenedDatabase } from '../../support/engines.ts';

/** Lists with everything that could tempt to ask once per row: names resolved at reading, relations up and down. */
const lists = [
  'reports?_sort=dueDate&state_ne=accepted',
  'reports?_expand=unit&_expand=planItem&_expand=round',
  'planItems?_embed=reports&_expand=plan',
  'planItems?q=課',
];
const pages = [25, 100, 500];

describe.each(engines)('SQL statements of a list on $name', engine => {
  let database: OpenedDatabase;
  let server: Awaited<ReturnType<typeof countedServer>>;
  beforeAll(async () => {
    database = await engine.open();
    server = await countedServer(database.url ?? null);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  test.each(lists)('are as many for a long page as for a short one: %s', async path => {
    const counted = [];
    for (const page of pages) counted.push(await server.list(`/api/${path}&_start=0&_end=${page}`));
    expect(counted[0]!.rows).toBeLessThan(counted[2]!.rows);
    expect(new Set(counted.map(({ statements }) => statements)).size).toBe(1);
    expect(counted[0]!.statements).toBeLessThanOrEqual(7);
  });
});
