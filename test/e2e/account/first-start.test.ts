import { describe, expect, test } from 'vitest';
import { barriers, everybodysPassword, stage } from '../support/index.ts';

const open = stage(() => Promise.resolve());
const routeOf = (link: string): string => link.slice(link.indexOf('#') + 1);

describe('the first start', () => {
  test('without the link asks for it', async () => {
    const { page, go } = await open().visitor();
    await go('/');
    await page.getByText('請使用終端機中顯示的一次性連結開啟此頁').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  test('founds the office and logs its administrator in; the link is then spent', async () => {
    const { server, visitor } = open();
    const { page, go } = await visitor();
    await go(routeOf(server.setupLink));
    await page.getByLabel('機關名稱').fill('青田區公所');
    await page.getByLabel('您的姓名').fill('林管理');
    await page.getByLabel('帳號').fill('admin');
    await page.getByRole('textbox', { name: '新密碼', exact: true }).fill('太短');
    await page.getByRole('textbox', { name: '再次輸入新密碼' }).fill('太短');
    await page.getByRole('button', { name: '完成啟用' }).click();
    await page.getByText('至少 12 個字元，目前 2 個').waitFor();
    expect(await page.getByLabel('機關名稱').inputValue()).toBe('青田區公所');
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('textbox', { name: '新密碼', exact: true }).fill(everybodysPassword);
    await page.getByRole('textbox', { name: '再次輸入新密碼' }).fill(everybodysPassword);
    await page.getByRole('button', { name: '完成啟用' }).click();
    await page.getByRole('heading', { name: '開始使用前，還要做這些' }).waitFor();
    await page.getByRole('link', { name: '建立課室' }).waitFor();
    expect(await page.getByRole('banner').innerText()).toContain('青田區公所');

    const late = await visitor();
    await late.go(routeOf(server.setupLink));
    await late.page.getByText('系統已完成首次啟用，請直接登入。').waitFor();
    await late.page.getByRole('button', { name: '登入' }).waitFor();
  });
});
