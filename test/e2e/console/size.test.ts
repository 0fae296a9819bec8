import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '../../../server/setup/demo-accounts.ts';
import { launchBrowser, visit } from '../support/index.ts';
import { accounts, type Visiting } from './page-table.ts';
import { type PlayedOffice, playOffice } from './played-office.ts';

let browser: Browser;
let office: PlayedOffice;

beforeAll(async () => {
  [browser, office] = await Promise.all([launchBrowser(), playOffice()]);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const kB = 1000;

/** Bytes of script that came over the wire, as the browser counted them. */
const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(entry => new URL(entry.name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );

describe('the first screen, charts and all', () => {
  test.each(
    Object.keys(accounts) as readonly Visiting[],
  )('of the %s needs at most 350 kB of compressed script', async who => {
    const visitor = await visit(browser, office);
    const { page, logIn, go } = visitor;
    await logIn(accounts[who], demoPassword);
    await page.reload();
    await go('/');
    await page.waitForLoadState('networkidle');
    const bytes = await scriptBytes(page);
    expect(bytes).toBeGreaterThan(100 * kB);
    expect(bytes).toBeLessThanOrEqual(350 * kB);
    await visitor.close();
  });
});
