import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { roles } from '../../../sync/model/index.ts';
import { addPerson, addUnit, everybodysPassword, founded, stage } from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server);
  const unit = await addUnit(administrator, '民政課');
  for (const role of roles)
    await addPerson(server, administrator, { account: `the.${role}`, name: '王淑芬', role, unitId: unit.id });
});

const kB = 1000;

/** Bytes of script that came over the wire, as the browser counted them. */
const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(entry => new URL(entry.name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );

describe('the first screen', () => {
  test.each(roles)('of a %s needs at most 350 kB of compressed script', async role => {
    const { page, logIn, go } = await open().visitor();
    await logIn(`the.${role}`, everybodysPassword);
    await page.reload();
    await go('/');
    const bytes = await scriptBytes(page);
    expect(bytes).toBeGreaterThan(100 * kB);
    expect(bytes).toBeLessThanOrEqual(350 * kB);
  });
});
