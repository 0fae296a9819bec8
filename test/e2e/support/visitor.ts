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
  /** Comes in with the cookie of a session, which is quicker than the form. */
  logIn(account: string, password: string): Promise<void>;
  /** Comes in as people do, by typing. */
  typeLogIn(account: string, password: string): Promise<void>;
  close(): Promise<void>;
}

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

const quiet = 300;
/** What a person would have given up on long ago, a machine with other work to do may still bring. */
const patience = 60_000;

interface Traffic {
  open: number;
  since: number;
}

const traffics = new WeakMap<Page, Traffic>();

/** Counts what a page is fetching; a hash route changes without any load event to wait for. */
function watchTraffic(page: Page): void {
  const traffic: Traffic = { open: 0, since: Date.now() };
  traffics.set(page, traffic);
  const count = (step: number) => () => {
    traffic.open += step;
    traffic.since = Date.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
}

/** Waits until nothing has been fetched for a moment, no skeleton is left and the page has drawn all it had to draw. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(quiet / 2);
  for (;;) {
    // A tab that paints nothing has no idle period, hence the limit.
    await page.evaluate(() => new Promise<unknown>(resolve => requestIdleCallback(resolve, { timeout: 500 })));
    const { open, since } = traffics.get(page) ?? { open: 0, since: 0 };
    const waiting = await page.locator('.MuiSkeleton-root, [role="progressbar"]:visible').count();
    if (open <= 0 && Date.now() - since >= quiet && waiting === 0) return;
    await page.waitForTimeout(50);
  }
}

/** Refusals (4xx) are answers, and a line that a journey cuts is cut on purpose. */
const expected = /status of 4\d\d|net::ERR_INTERNET_DISCONNECTED/;

/** A person with a browser profile of their own. */
export async function visit(browser: Browser, server: Pick<Server, 'url'>, looks: Looks = {}): Promise<Visitor> {
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
  context.setDefaultTimeout(patience);
  await context.addInitScript(chosen => {
    // An empty page has no store of its own, and a frame (the preview of a PDF) may be gone before it has loaded.
    if (window.top === window && location.origin !== 'null' && localStorage.getItem('RaStoreGuankao.locale') === null)
      localStorage.setItem('RaStoreGuankao.locale', JSON.stringify(chosen));
  }, locale);
  const page = await context.newPage();
  watchTraffic(page);
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.stack ?? error.message));
  page.on('console', message => {
    if (message.type() === 'error' && !expected.test(message.text())) complaints.push(message.text());
  });
  const go = async (route: string) => {
    await page.goto(`/#${route}`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /\S/ }).waitFor();
    await settled(page);
  };
  return {
    page,
    complaints,
    go,
    logIn: async (account, password) => {
      const answer = await context.request.post('/api/session', { data: { account, password } });
      if (!answer.ok()) throw new Error(`${account} cannot log in: ${answer.status()} ${await answer.text()}`);
      // A page that stands already does not know of it.
      await page.goto('about:blank');
      await go('/');
      await page.locator('header.shell-bar').waitFor();
    },
    typeLogIn: async (account, password) => {
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
