import { describe, expect, test } from 'vitest';
import type { Unit } from '../../../sync/model/index.ts';
import { addUnit, everybodysPassword, founded, founder, settled, stage } from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server);
  for (const name of ['秘書室', '民政課', '社會課']) await addUnit(administrator, name);
  return administrator;
});

const atWork = async () => {
  const visitor = await open().visitor();
  await visitor.logIn(founder.account, everybodysPassword);
  return visitor;
};

describe('units', () => {
  test('are created with their other names; a group is refused before anything is sent', async () => {
    const { page, go } = await atWork();
    await go('/units/create');
    await page.getByLabel('名稱 *').fill('各課室');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('「各課室」是指每一個課室').waitFor();
    await page.getByLabel('名稱 *').fill('人文課');
    await page.getByLabel('別名').fill('文化課');
    await page.getByLabel('別名').press('Enter');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByRole('heading', { name: '課室：人文課' }).waitFor();
    await page.getByText('新增課室「人文課」').waitFor();
    const [stored] = await open().scene.get<Unit[]>(`/api/units?name=${encodeURIComponent('人文課')}`);
    expect(stored?.aliases).toEqual(['文化課']);
  });

  test('change places by the keyboard and stay so', async () => {
    const { page, go } = await atWork();
    await go('/units');
    const names = () => page.locator('tbody tr td:nth-child(2)').allInnerTexts();
    await page.getByRole('link', { name: '秘書室' }).waitFor();
    const before = await names();
    await page.getByRole('button', { name: '將社會課上移' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['秘書室', '社會課', '民政課', ...before.slice(3)]);
    await page.reload();
    await settled(page);
    expect(await names()).toEqual(['秘書室', '社會課', '民政課', ...before.slice(3)]);
  });

  test('that somebody else saved first are shown both ways, and the person chooses', async () => {
    const { scene } = open();
    const { page, go } = await atWork();
    const [unit] = await scene.get<Unit[]>(`/api/units?name=${encodeURIComponent('民政課')}`);
    await go(`/units/${unit!.id}`);
    await page.getByLabel('名稱 *').fill('民政一課');
    await scene.send('PATCH', `/api/units/${unit!.id}`, {
      name: '民政二課',
      aliases: ['戶政課'],
      version: unit!.version,
    });
    await page.getByRole('button', { name: '儲存' }).click();

    const dialog = page.getByRole('dialog', { name: '這筆資料剛被他人更新' });
    await dialog.getByRole('row', { name: '名稱 民政一課 民政二課' }).waitFor();
    await dialog.getByRole('button', { name: '以我的內容儲存' }).click();
    await page.getByRole('heading', { name: '課室：民政一課' }).waitFor();
    const stored = await scene.get<Unit>(`/api/units/${unit!.id}`);
    expect([stored.name, stored.aliases]).toEqual(['民政一課', ['戶政課']]);
  });

  test('that nobody uses can be deleted after a question', async () => {
    const { scene } = open();
    const spare = await addUnit(scene, '多餘課');
    const { page, go } = await atWork();
    await go(`/units/${spare.id}`);
    await page.getByRole('button', { name: '刪除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '確定' }).click();
    await page.getByRole('heading', { name: '課室', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: '多餘課' }).count()).toBe(0);
  });
});
