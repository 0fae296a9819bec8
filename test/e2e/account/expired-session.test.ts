import { describe, expect, test } from 'vitest';
import type { OpenSession, Unit } from '../../../sync/model/index.ts';
import { addUnit, type Caller, everybodysPassword, founded, founder, settled, stage } from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server);
  return { administrator, unit: await addUnit(administrator, '民政課') };
});

/** Ends every log-in of the administrator but the caller's own, as an idle hour would. */
async function endOthers(caller: Caller): Promise<void> {
  const sessions = await caller.get<OpenSession[]>('/api/openSessions');
  for (const { id, current } of sessions) if (!current) await caller.send('DELETE', `/api/openSessions/${id}`);
}

describe('a session that ends while somebody writes', () => {
  test('costs nothing: the password is asked for over the page, and the save goes through', async () => {
    const { scene, visitor } = open();
    const { page, go, typeLogIn } = await visitor();
    await typeLogIn(founder.account, everybodysPassword);
    await go(`/units/${scene.unit.id}`);
    await page.getByLabel('名稱 *').fill('民政及人文課');
    await endOthers(scene.administrator);
    await page.getByRole('button', { name: '儲存' }).click();

    const dialog = page.getByRole('dialog', { name: '登入已逾時' });
    await dialog.getByText('您填寫的內容都還在').waitFor();
    await dialog.getByLabel('密碼', { exact: true }).fill('記錯的密碼記錯的密碼');
    await dialog.getByRole('button', { name: '繼續' }).click();
    await dialog.getByText('帳號或密碼不正確').waitFor();
    await dialog.getByLabel('密碼', { exact: true }).fill(everybodysPassword);
    await dialog.getByRole('button', { name: '繼續' }).click();

    await page.getByRole('heading', { name: '課室：民政及人文課' }).waitFor();
    const stored = await scene.administrator.get<Unit>(`/api/units/${scene.unit.id}`);
    expect(stored.name).toBe('民政及人文課');
  });

  test('and a tab that was closed: what was typed is offered again', async () => {
    const { scene, visitor } = open();
    const { page, go, typeLogIn } = await visitor();
    await typeLogIn(founder.account, everybodysPassword);
    await go(`/units/${scene.unit.id}`);
    await page.getByLabel('名稱 *').fill('打到一半的名稱');
    await page.waitForFunction(() => Object.keys(localStorage).some(key => key.startsWith('Guankao.draft.')));
    page.on('dialog', dialog => void dialog.accept());
    await page.goto('about:blank');

    await go(`/units/${scene.unit.id}`);
    await page.getByText('有一份尚未儲存的內容').waitFor();
    await page.getByRole('button', { name: '填回' }).click();
    expect(await page.getByLabel('名稱 *').inputValue()).toBe('打到一半的名稱');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByRole('heading', { name: '課室：打到一半的名稱' }).waitFor();
    await go(`/units/${scene.unit.id}`);
    await settled(page);
    expect(await page.getByText('有一份尚未儲存的內容').count()).toBe(0);
  });
});
