import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { addPerson, addUnit, callAs, everybodysPassword, founded, stage } from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server);
  const unit = await addUnit(administrator, '民政課');
  await addPerson(server, administrator, { account: 'officer', name: '王淑芬', role: 'officer', unitId: unit.id });
  await addPerson(server, administrator, { account: 'newcomer', name: '新同仁', role: 'officer', unitId: unit.id });
  return { administrator };
});

describe('log-in', () => {
  test('with a wrong password says so in the person’s language and keeps the account', async () => {
    const { page, go } = await open().visitor({ locale: 'en' });
    await go('/');
    await page.getByLabel('Account').fill('officer');
    await page.getByLabel('Password', { exact: true }).fill('not my password');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('The account or password is wrong').waitFor();
    expect(await page.getByLabel('Account').inputValue()).toBe('officer');
  });

  test('opens only what the role may use, and the page that was asked for', async () => {
    const { page, go, typeLogIn } = await open().visitor();
    await typeLogIn('officer', everybodysPassword);
    const menu = page.getByRole('navigation', { name: '主選單' });
    expect(await menu.getByRole('link', { name: '首頁' }).isVisible()).toBe(true);
    await go('/users/create');
    await page.getByText('您的角色不能檢視此頁').waitFor();
  });

  test('lasts through a reload and ends with log-out', async () => {
    const { page, typeLogIn } = await open().visitor();
    await typeLogIn('officer', everybodysPassword);
    await page.reload();
    await page.getByRole('button', { name: '王淑芬' }).click();
    await page.getByRole('menuitem', { name: '登出' }).click();
    await page.getByRole('heading', { name: '登入' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '登入' }).waitFor();
  });

  test('by a first or reset password opens nothing but its change', async () => {
    const { server, visitor } = open();
    const database = new DatabaseSync(join(server.dataDir, 'guankao.sqlite'));
    database.exec("update users set must_change_password = 1 where account = 'newcomer'");
    database.close();
    const { page, go } = await visitor();
    await go('/');
    await page.getByLabel('帳號').fill('newcomer');
    await page.getByLabel('密碼', { exact: true }).fill(everybodysPassword);
    await page.getByRole('button', { name: '登入' }).click();
    await page.getByRole('heading', { name: '請先設定新密碼' }).waitFor();
    await go('/users');
    await page.getByRole('heading', { name: '請先設定新密碼' }).waitFor();
    const next = `${everybodysPassword}-再改`;
    await page.getByRole('textbox', { name: '目前密碼' }).fill(everybodysPassword);
    await page.getByRole('textbox', { name: '新密碼', exact: true }).fill(next);
    await page.getByRole('textbox', { name: '再次輸入新密碼' }).fill(next);
    await page.getByRole('button', { name: '變更密碼' }).click();
    await page.getByRole('navigation', { name: '主選單' }).waitFor();
    expect((await callAs(server, 'newcomer', next)).session.user.mustChangePassword).toBe(false);
  });
});

describe('where I am logged in', () => {
  test('is listed, and any other place can be ended', async () => {
    const { server, visitor } = open();
    await callAs(server, 'officer', everybodysPassword);
    const { page, go, typeLogIn } = await visitor();
    await typeLogIn('officer', everybodysPassword);
    await go('/account/sessions');
    const before = await page.getByRole('button', { name: /^結束登入/ }).count();
    expect(before).toBeGreaterThan(0);
    expect(await page.getByText('目前這台').count()).toBe(1);
    await page
      .getByRole('button', { name: /^結束登入/ })
      .first()
      .click();
    await page.getByText('已結束該處的登入').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^結束登入/ }).count()).toBe(before - 1);
  });
});
