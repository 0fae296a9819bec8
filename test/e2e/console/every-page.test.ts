import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../admin/words/catalogue.ts';
import { demoPassword } from '../../../server/setup/demo-accounts.ts';
import type { Locale } from '../../../sync/model/index.ts';
import { type Looks, launchBrowser, settled, startServer, type Visitor, visit } from '../support/index.ts';
import { inspect, wide } from './inspect.ts';
import { accounts, type Place, pageTable, type Visited, type Visiting, type Word } from './page-table.ts';
import { type PlayedOffice, playOffice } from './played-office.ts';

let browser: Browser;
let office: PlayedOffice;
let table: Readonly<Record<Visiting, Visited>>;

beforeAll(async () => {
  [browser, office] = await Promise.all([launchBrowser(), playOffice()]);
  table = await pageTable(office);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

interface Look extends Looks {
  readonly barriersOn: 'laptop' | 'phone';
  readonly turn: 0 | 1 | 2 | 3;
}

/**
 * Each language, each light and each screen. An account sees a page in one of the four looks and the next page in the next one, and
 * each account begins with another look: a page that several see meets several looks in a quarter of the time. `EVERY_LOOK=1`
 * shows each page in all four.
 */
const looks: readonly (readonly [string, Look])[] = [
  ['zh-TW, light', { barriersOn: 'laptop', turn: 0 }],
  ['English, dark', { locale: 'en', dark: true, barriersOn: 'phone', turn: 1 }],
  ['zh-TW, dark', { dark: true, barriersOn: 'phone', turn: 2 }],
  ['English, light', { locale: 'en', barriersOn: 'laptop', turn: 3 }],
];
const everyLook = process.env.EVERY_LOOK === '1';

const wordIn =
  (locale: Locale): Word =>
  key =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], catalogue(locale)) as string;

/** The pages of an account whose turn it is. */
const inTurn = (who: Visiting, { turn }: Look): Visited => {
  const first = Object.keys(accounts).indexOf(who);
  return Object.fromEntries(
    Object.entries(table[who]).filter((_, at) => everyLook || (first + at) % looks.length === turn),
  );
};

/** What is wrong on these pages, each line with the page it stands on. */
async function inspectAll(
  visitor: Visitor,
  places: Visited,
  { barriersOn, locale = 'zh-TW' }: Look,
): Promise<readonly string[]> {
  const { page, go, complaints } = visitor;
  const word = wordIn(locale);
  const lookAt = async ({ route, then }: Place): Promise<readonly string[]> => {
    const before = complaints.length;
    // What is done on a page starts from a page that nothing was done on.
    if (then) await page.goto('about:blank');
    await go(route);
    await then?.(page, word);
    if (then) await settled(page);
    return [...(await inspect(page, barriersOn)), ...complaints.slice(before)];
  };
  const found: string[] = [];
  await page.setViewportSize(wide);
  for (const [name, place] of Object.entries(places)) {
    const atFirst = await lookAt(place).catch(error => [String(error)]);
    if (atFirst.length === 0) continue;
    // What only a busy machine made of a page is gone at the second look.
    await page.goto('about:blank');
    await page.setViewportSize(wide);
    const wrong = await lookAt(place).catch(error => [String(error)]);
    found.push(...wrong.map(line => `${name}: ${line}`));
  }
  return found;
}

test('the inspection finds what is wrong', async () => {
  const visitor = await visit(browser, office);
  await visitor.page.setViewportSize(wide);
  await visitor.page.setContent(
    '<html lang="en"><title>Faults</title><main><input><p title="ra.action.save">a</p><p style="width: 600px">b</p></main></html>',
  );
  expect(await inspect(visitor.page, 'phone')).toEqual([
    'ra.action.save',
    expect.stringMatching(/^\d+ px wider than 390/),
    expect.stringMatching(/^label at input/),
  ]);
  await visitor.close();
});

/** On a busy machine half a hundred pages take their time. */
const patience = 900_000;

describe.concurrent.each(looks)('in %s, each page in turn', { retry: 0 }, (_, look) => {
  test.each(Object.keys(accounts) as readonly Visiting[])(
    'of the %s has no barrier, loses no word and keeps within the window',
    async who => {
      const visitor = await visit(browser, office, look);
      await visitor.logIn(accounts[who], demoPassword);
      expect(await inspectAll(visitor, inTurn(who, look), look)).toEqual([]);
      await visitor.close();
    },
    patience,
  );

  test(
    'before log-in does so too',
    async () => {
      const visitor = await visit(browser, office, look);
      const places = { 'log-in': { route: '/' }, reset: { route: '/password-reset?token=nobody' } };
      expect(await inspectAll(visitor, places, look)).toEqual([]);
      await visitor.close();
    },
    patience,
  );

  test(
    'of the first start does so too',
    async () => {
      const server = await startServer();
      const visitor = await visit(browser, server, look);
      const { hash } = new URL(server.setupLink);
      const places = { 'set-up': { route: hash.slice(1) }, 'set-up without the link': { route: '/' } };
      expect(await inspectAll(visitor, places, look)).toEqual([]);
      await visitor.close();
      await server.stop();
    },
    patience,
  );
});
