import { describe, expect, test } from 'vitest';
import {
  addAgency,
  addPerson,
  addUnit,
  barriers,
  everybodysPassword,
  founded,
  founder,
  type Looks,
  picture,
  stage,
} from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server, '清川市政府民政局');
  const agency = await addAgency(administrator, '青田區公所', administrator.session.user.agencyId);
  const unit = await addUnit(administrator, '人文課', ['文化課']);
  const user = await addPerson(server, administrator, {
    account: 'o1',
    name: '王淑芬',
    role: 'officer',
    unitId: unit.id,
  });
  return { agency, unit, user };
});

const routes = (): Readonly<Record<string, string>> => {
  const { agency, unit, user } = open().scene;
  return {
    home: '/',
    units: '/units',
    unit: `/units/${unit.id}/show`,
    'unit-edit': `/units/${unit.id}`,
    'unit-create': '/units/create',
    users: '/users',
    user: `/users/${user.id}/show`,
    'user-edit': `/users/${user.id}`,
    'user-create': '/users/create',
    agencies: '/agencies',
    agency: `/agencies/${agency.id}/show`,
    'agency-edit': `/agencies/${agency.id}`,
    'agency-create': '/agencies/create',
    events: '/events',
    settings: '/settings',
    password: '/account/password',
    sessions: '/account/sessions',
    'not-found': '/nowhere',
  };
};

const looks: readonly (readonly [string, Looks])[] = [
  ['zh-wide-light', {}],
  ['zh-phone-dark', { phone: true, dark: true }],
  ['en-wide-dark', { locale: 'en', dark: true }],
  ['en-phone-light', { locale: 'en', phone: true }],
];

/** Latin words that a Chinese screen may hold: names of programs, accounts, units of the check value. */
const permitted = /^(Guankao|English|CSV|Enter|Chrome|Linux|admin|o1|node|localhost|[0-9a-f]+)$/;

describe.each(looks)('every page of the administrator, %s', (name, look) => {
  test('has no barrier, no overflow, no complaint, and no word of another language', async () => {
    const { page, go, logIn } = await open().visitor(look);
    await go('/');
    const found: string[] = [];
    const inspect = async (route: string) => {
      found.push(...(await barriers(page)).map(barrier => `${route}: ${barrier}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${route}: ${overflow} px wider than the screen`);
      if (look.locale !== 'en') {
        const text = await page.evaluate(() => document.body.innerText);
        const foreign = (text.match(/[A-Za-z]{3,}/g) ?? []).filter(word => !permitted.test(word));
        if (foreign.length > 0) found.push(`${route}: ${foreign.join(' ')}`);
      }
      await picture(page, `${name}-${route}`);
    };
    await inspect('log-in');
    await logIn(founder.account, everybodysPassword);
    for (const [route, path] of Object.entries(routes())) {
      await go(path);
      await inspect(route);
      if ((await page.getByRole('heading', { level: 1 }).innerText()).trim() === '') found.push(`${route}: no heading`);
    }
    expect(found).toEqual([]);
  }, 300_000);
});

describe('the look', () => {
  test('in language and light is remembered', async () => {
    const { page, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    const desk = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const inDaylight = await desk();
    await page.getByRole('button', { name: founder.name }).click();
    await page.getByRole('menuitem', { name: '改用深色' }).click();
    await expect.poll(desk).not.toBe(inDaylight);
    await page.getByRole('button', { name: founder.name }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    expect(await desk()).not.toBe(inDaylight);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.title()).toBe('Home｜Guankao');
  });

  test('of the keyboard: the first tab stop leads past the menu', async () => {
    const { page, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到主要內容');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});
