import { describe, expect, test } from 'vitest';
import { everybodysPassword, founded, founder, stage } from '../support/index.ts';

const open = stage(founded);

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
