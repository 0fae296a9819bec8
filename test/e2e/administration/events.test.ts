import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../sync/model/index.ts';
import { addUnit, everybodysPassword, founded, founder, stage } from '../support/index.ts';

const open = stage(async server => {
  const administrator = await founded(server);
  const unit = await addUnit(administrator, '民政課');
  await administrator.send('PATCH', `/api/units/${unit.id}`, { name: '民政及戶政課', version: unit.version });
  return { administrator, unit };
});

const atWork = async () => {
  const visitor = await open().visitor();
  await visitor.logIn(founder.account, everybodysPassword);
  return visitor;
};

describe('what happened', () => {
  test('stands as a history on the record, with before and after', async () => {
    const { page, go } = await atWork();
    await go(`/units/${open().scene.unit.id}/show`);
    const history = page.getByRole('region', { name: '歷程' });
    expect(await history.getByRole('listitem').count()).toBe(2);
    await history.getByRole('button', { name: '看變更內容' }).first().click();
    await history.getByRole('row', { name: '名稱 民政課 民政及戶政課' }).waitFor();
  });

  test('is a list to search by subject and day, and leads to the record', async () => {
    const { page, go } = await atWork();
    await go('/events');
    await page.getByLabel('對象').click();
    await page.getByRole('option', { name: '課室' }).click();
    await expect.poll(() => page.locator('tbody').getByRole('link').count()).toBe(2);
    await page.getByLabel('起日').fill('民國100年1月1日');
    await page.waitForURL(/at_gte/);
    await expect.poll(() => page.locator('tbody').getByRole('link').count()).toBe(2);
    await page.getByLabel('迄日').fill('100.1.2');
    await page.getByText('沒有符合條件的軌跡').waitFor();
    await page.getByLabel('迄日').fill('');
    await page.getByRole('row', { name: '新增課室「民政課」' }).getByRole('link', { name: '民政及戶政課' }).click();
    await page.getByRole('heading', { name: '課室：民政及戶政課' }).waitFor();
  });
});

describe('settings', () => {
  test('are saved with their history; thresholds that contradict each other are not', async () => {
    const { page, go } = await atWork();
    await go('/settings');
    await page.getByLabel('注意門檻').fill('30');
    await page.getByText('「注意」的門檻不可大於「落後」的門檻。').waitFor();
    expect(await page.getByRole('button', { name: '儲存' }).isDisabled()).toBe(true);
    await page.getByLabel('注意門檻').fill('8');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('設定已儲存').waitFor();
    await page.getByRole('region', { name: '歷程' }).getByText('修改設定').waitFor();
    expect((await open().scene.administrator.get<Settings>('/api/settings')).warningThreshold).toBe(8);
  });
});
