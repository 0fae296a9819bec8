import type { Browser, Page } from 'playwright-core';
import type { Locale } from '../../../sync/model/index.ts';
import type { Server } from './server.ts';

export interface Looks {
  readonly locale?: Locale;
  readonly dark?: boolean;
  readonly phone?: boolean;
}

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about so far: errors on the console, exceptions, refused scripts. */
  readonly complaints: readonly string[];
  /** Opens a route of the console, such as `/units`, and waits until it stands still. */
  go(route: string): Promise<void>;
  logIn(account: string, password: string): Promise<void>;
  close(): Promise<void>;
}

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

/** Waits until nothing is being fetched and no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.MuiSkeleton-root, [role="progressbar"]') === null);
}

/** A person with a browser profile of their own. Refusals (4xx) are answers and no complaint. */
export async function visit(browser: Browser, server: Server, looks: Looks = {}): Promise<Visitor> {
  const { locale = 'zh-TW', dark = false, phone = false } = looks;
  const context = await browser.newContext({
    baseURL: server.url,
    locale,
    timezoneId: 'Asia/Taipei',
    viewport: phone ? narrow : wide,
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(chosen => {
    if (localStorage.getItem('RaStoreGuankao.locale') === null)
      localStorage.setItem('RaStoreGuankao.locale', JSON.stringify(chosen));
  }, locale);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.stack ?? error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  const go = async (route: string) => {
    await page.goto(`/#${route}`);
    await settled(page);
  };
  return {
    page,
    complaints,
    go,
    logIn: async (account, password) => {
      await go('/');
      await page.locator('input[autocomplete="username"]').fill(account);
      await page.locator('input[autocomplete="current-password"]').fill(password);
      await page.locator('button[type="submit"]').click();
      await page.locator('header.shell-bar').waitFor();
      await settled(page);
    },
    close: () => context.close(),
  };
}
