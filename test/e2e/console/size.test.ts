import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { everybodysPassword, founded, founder, stage } from '../support/index.ts';

const open = stage(founded);
const kB = 1000;

/** Bytes of script that came over the wire, as the browser counted them. */
const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(entry => new URL(entry.name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );

describe('the first screen', () => {
  test('after log-in needs at most 350 kB of compressed script', async () => {
    const { page, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = await scriptBytes(page);
    expect(bytes).toBeGreaterThan(100 * kB);
    expect(bytes).toBeLessThanOrEqual(350 * kB);
  });
});
