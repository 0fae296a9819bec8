import { describe, expect, test } from 'vitest';
import type { User } from '../../../sync/model/index.ts';
import { addUnit, barriers, everybodysPassword, founded, founder, stage } from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server);
  await addUnit(administrator, '民政課');
  return administrator;
});

describe('a new user', () => {
  test('gets a link that is shown once, sets a password with it and logs in', async () => {
    const { scene, visitor } = open();
    const { page, go, logIn } = await visitor();
    await logIn(founder.account, everybodysPassword);
    await go('/users/create');
    await page.getByLabel('帳號 *').fill('officer');
    await page.getByLabel('姓名 *').fill('王淑芬');
    await page.getByLabel('角色 *').click();
    await page.getByRole('option', { name: '承辦人' }).click();
    await page.getByText('承辦人與單位主管必須屬於一個課室。').waitFor();
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('必填').waitFor();
    await page.getByRole('option', { name: '民政課' }).click();
    await page.getByRole('button', { name: '儲存' }).click();

    const dialog = page.getByRole('dialog', { name: '王淑芬的一次性連結' });
    const link = await dialog.getByRole('textbox', { name: '一次性連結' }).inputValue();
    await dialog.getByRole('button', { name: '關閉' }).click();
    await page.getByRole('heading', { name: '使用者：王淑芬' }).waitFor();
    expect(await page.content()).not.toContain(new URL(link.replace('/#/', '/')).searchParams.get('token'));

    const newcomer = await visitor();
    await newcomer.go(link.slice(link.indexOf('#') + 1));
    await newcomer.page.getByRole('textbox', { name: '新密碼', exact: true }).fill(everybodysPassword);
    await newcomer.page.getByRole('textbox', { name: '再次輸入新密碼' }).fill(everybodysPassword);
    await newcomer.page.getByRole('button', { name: '設定新密碼' }).click();
    await newcomer.page.getByText('密碼已重設，請以新密碼登入。').waitFor();
    await newcomer.typeLogIn('officer', everybodysPassword);
    expect(await newcomer.page.getByRole('banner').innerText()).toContain('民政課 承辦人');

    const [stored] = await scene.get<User[]>('/api/users?account=officer');
    expect(stored?.mustChangePassword).toBe(false);
  });

  test('cannot take an account that somebody has; nothing typed is lost', async () => {
    const { page, go, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    await go('/users/create');
    await page.getByLabel('帳號 *').fill(founder.account);
    await page.getByLabel('姓名 *').fill('另一位');
    await page.getByLabel('角色 *').click();
    await page.getByRole('option', { name: '首長' }).click();
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText(`帳號「${founder.account}」已有人使用`).waitFor();
    expect(await page.getByLabel('姓名 *').inputValue()).toBe('另一位');
  });
});

describe('the list of users', () => {
  test('is searched and filtered in the URL, and exports what it shows', async () => {
    const { page, go, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    await go('/users');
    await page.getByRole('combobox', { name: '角色' }).click();
    await page.getByRole('option', { name: '系統管理者' }).click();
    await page.waitForURL(/filter=.*administrator/);
    await page.reload();
    await page.getByRole('link', { name: founder.name }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '匯出' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^使用者_\d{4}-\d{2}-\d{2}\.csv$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeff帳號,姓名,角色,電子郵件,狀態,最近登入');
    expect(lines[1]).toContain(`${founder.account},${founder.name},系統管理者,,使用中,1`);
  });

  test('says what to do when nothing matches', async () => {
    const { page, go, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    await go('/users');
    await page.getByRole('textbox', { name: '搜尋', exact: true }).fill('沒有這個人');
    await page.getByText('沒有符合條件的使用者').waitFor();
    await page.getByRole('button', { name: '清除篩選' }).click();
    await page.getByRole('link', { name: founder.name }).waitFor();
  });

  test('shows the columns that the person chose, also after a reload', async () => {
    const { page, go, logIn } = await open().visitor();
    await logIn(founder.account, everybodysPassword);
    await go('/users');
    const headings = () => page.getByRole('columnheader').allInnerTexts();
    expect(await headings()).toEqual(['姓名', '帳號', '角色', '課室', '狀態', '最近登入']);
    await page.getByRole('button', { name: '欄位' }).click();
    const chooser = page.getByRole('dialog', { name: '欄位' });
    await chooser.getByRole('checkbox', { name: '電子郵件' }).check();
    await chooser.getByRole('checkbox', { name: '最近登入' }).uncheck();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('link', { name: founder.name }).waitFor();
    expect(await headings()).toEqual(['姓名', '帳號', '角色', '課室', '電子郵件', '狀態']);
  });
});
