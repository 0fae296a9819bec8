import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { engines } from '../../support/engines.ts';
import { everybodysPassword, type Person } from '../../support/office.ts';
import { type Installations, openInstallations } from '../../support/package-desk.ts';
import { launchBrowser, type Visitor, visit } from './index.ts';

export type Side = 'bureau' | 'district';

/** A bureau and an agency below it, each with a server of its own, and people of both at their browsers. */
export function twoInstallations() {
  let browser: Browser;
  let both: Installations;
  const urls = {} as Record<Side, string>;
  const present: Visitor[] = [];

  beforeAll(async () => {
    [browser, both] = await Promise.all([launchBrowser(), openInstallations(engines[0]!)]);
    for (const side of ['bureau', 'district'] as const) {
      urls[side] = await both[side].office.app.listen({ port: 0, host: '127.0.0.1' });
      // Browsers go by the real clock, so the installations must too, and with them whoever was logged in before.
      const now = new Date().toISOString();
      both[side].office.clock.set(now);
      const { db } = both[side].office.context;
      await db.updateTable('users').set({ passwordChangedAt: now }).execute();
      await db.updateTable('sessions').set({ lastSeenAt: now, expiresAt: '9999-12-31T00:00:00.000Z' }).execute();
    }
  });
  afterEach(async () => {
    const leaving = present.splice(0);
    const complaints = leaving.flatMap(visitor => visitor.complaints);
    await Promise.all(leaving.map(visitor => visitor.close()));
    expect(complaints, 'the browser complained').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await both?.close();
  });

  return {
    both: () => both,
    /** Somebody of one of the two installations, at their desk. */
    async arrive(side: Side, person: Person = 'secretariat'): Promise<Visitor> {
      const visitor = await visit(browser, { url: urls[side] });
      present.push(visitor);
      await visitor.logIn(both[side].staffed.users[person].account, everybodysPassword);
      return visitor;
    },
  };
}

/** What a press of something makes the browser save. */
export const bytesOf = async (page: Page, act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

/** Hands a package in on the page for it. */
export const givePackage = async ({ page, go }: Visitor, name: string, bytes: Uint8Array): Promise<Locator> => {
  await go('/packages');
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  const receipt = page.getByRole('status').getByRole('listitem').filter({ hasText: name });
  await receipt.getByRole('link').waitFor();
  return receipt;
};
export const openedPackage = async (
  visitor: Visitor,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<void> => {
  await (await givePackage(visitor, name, bytes)).getByRole('link', { name: '開啟比對' }).click();
};
/** Presses a button, and then the one of the dialog that asks. */
export const confirm = async (page: Page, verb: string | RegExp, name = '套用'): Promise<void> => {
  await page.getByRole('button', { name: verb }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
export const appliedPackage = (page: Page) => page.getByRole('alert').filter({ hasText: '若要收回' });
