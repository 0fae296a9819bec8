import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Assignment, CrosswalkLink, Plan } from '../../sync/model/index.ts';
import { addAgency, addPerson, callAs, everybodysPassword } from './support/caller.ts';
import { planners, planning, settled, stage } from './support/index.ts';
import type { Server } from './support/server.ts';

const steps = ['於114年6月底前盤點臨櫃業務並公告處理時間。', '設置高峰時段彈性窗口。', '辦理電話禮貌測試並檢討結果。'];

/** An office whose plan of 114 is approved and has people on every step, below a bureau that has published its own for 115. */
async function secondYear(server: Server) {
  const scene = await planning(server);
  const { as, users } = scene;
  const administrator = await callAs(server, 'admin', everybodysPassword);
  const bureau = await addAgency(administrator, '清川市民政局', null);
  const [office] = await administrator.get<{ id: string; version: number }[]>('/api/agencies?name=青田區公所');
  await administrator.send('PATCH', `/api/agencies/${office!.id}`, { version: office!.version, parentId: bureau.id });
  await addPerson(server, administrator, {
    account: 'above',
    name: '王上級',
    role: 'secretariat',
    agencyId: bureau.id,
  });
  const above = await callAs(server, 'above', everybodysPassword);
  const superior = await above.send<Plan>('POST', '/api/plans', { year: 115, title: '清川市民政局115年度計畫' });
  const add = (parentId: string | null, label: string, text: string) =>
    above.send<{ id: string }>('POST', '/api/planItems', { planId: superior.id, parentId, label, text });
  const item = await add(null, '一', '便捷服務');
  await add(item.id, '(一)', '設置高峰時段的彈性窗口。');
  await add(item.id, '(二)', '推動跨機關資料介接。');
  await above.send('POST', `/api/plans/${superior.id}/approve`, { version: 1 });
  await above.send('POST', `/api/plans/${superior.id}/publish`, { version: 2 });
  const draft = await scene.draft('青田區公所114年度計畫', steps, ['民政課']);
  const plan = await scene.approve(draft);
  await as.secretariat.send('POST', '/api/assignments/bulk', {
    planId: plan.id,
    planItemIds: (await scene.items(plan)).filter(row => row.depth === 2).map(row => row.id),
    officers: { [scene.units.民政課!.id]: users.officer.id },
  });
  return { ...scene, plan, superior };
}

const open = stage(secondYear);
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

describe('the secretariat', () => {
  test('carries a plan forward, compares, assigns as last year, and links to the superior’s plan', async () => {
    const { scene } = open();
    const { page, go, logIn } = await open().visitor();
    await logIn(planners.secretariat.account, everybodysPassword);

    await go(`/plans/${scene.plan.id}/show`);
    await page.getByRole('link', { name: '建立下年度計畫' }).click();
    expect(await page.getByLabel('計畫名稱').inputValue()).toBe('青田區公所115年度計畫');
    const year = page.getByRole('checkbox', { name: /114115年6月底前/ });
    expect(await year.isChecked()).toBe(true);
    await page.getByRole('button', { name: '建立草案' }).click();
    await page.waitForURL(url => url.href.includes('/show') && !url.href.includes(scene.plan.id));
    await page.getByText('於115年6月底前盤點').first().waitFor();
    const id = /plans\/([^/]+)\/show/.exec(page.url())![1]!;
    const next = await scene.as.secretariat.get<Plan>(`/api/plans/${id}`);
    expect(next).toMatchObject({ year: 115, state: 'draft' });

    const items = await scene.items(next);
    const window = items.find(one => one.text === steps[1])!;
    await scene.as.secretariat.send('PATCH', `/api/planItems/${window.id}`, {
      version: 1,
      text: '設置高峰時段彈性窗口並公布等候時間。',
    });
    await page.getByRole('link', { name: '計畫對照' }).click();
    await page.getByRole('combobox', { name: '與哪一份計畫對照' }).click();
    await page.getByRole('option', { name: /114年度計畫/ }).click();
    await page.getByRole('button', { name: /^文字修改\s*2$/ }).click();
    await row(page, '並公布等候時間').getByText('文字修改').waitFor();
    await row(page, '辦理電話禮貌測試').waitFor({ state: 'detached' });
    expect(await row(page, '並公布等候時間').locator('ins').textContent()).toBe('並公布等候時間');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('盤點臨櫃業務');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下載 Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/115年度計畫.*\.xlsx$/);

    await scene.approve(next);
    await go(`/assignments/bulk?planId=${id}`);
    await page.getByRole('heading', { name: '沿用 114 年度的分工' }).waitFor();
    await page.getByRole('button', { name: '未變更：2 項' }).waitFor();
    await page.getByRole('button', { name: '有變更，請檢視：1 項' }).click();
    await page.getByText('與去年不同：內容').waitFor();
    await page.getByRole('button', { name: '建立 2 件列管事項' }).click();
    await page.getByText('已建立 2 件列管事項').waitFor();
    const given = await scene.as.secretariat.get<Assignment[]>(`/api/assignments?planId=${id}`);
    expect(given.map(({ officerId }) => officerId)).toEqual([scene.users.officer.id, scene.users.officer.id]);

    await go(`/plans/${id}/crosswalk`);
    await page.getByRole('combobox', { name: '上級計畫' }).click();
    await page.getByRole('option', { name: /民政局115年度/ }).click();
    await page.getByText('上級計畫 2 項：已對應 0 項，未對應 2 項').waitFor();
    await page.getByRole('button', { name: /設置高峰時段的彈性窗口/ }).click();
    const panel = page.getByRole('complementary', { name: '對應情形' });
    await panel.getByRole('button', { name: /^對應「/ }).click();
    await page.getByText('上級計畫 2 項：已對應 1 項，未對應 1 項').waitFor();
    await page.getByRole('button', { name: '未對應（1）' }).click();
    await page.getByRole('button', { name: /推動跨機關資料介接/ }).click();
    await panel.getByRole('searchbox', { name: '找本計畫的其他項目' }).fill('電話');
    await panel.getByRole('button', { name: /^對應「3\. 辦理電話禮貌測試/ }).click();
    await page.getByText('每一項都已對應。').waitFor();
    await page.getByRole('button', { name: /^全部（/ }).click();
    await page.getByRole('button', { name: '矩陣' }).click();
    const matrix = page.getByRole('table', { name: '上級計畫與本計畫的對應矩陣' });
    await expect.poll(() => matrix.getByRole('button', { pressed: true }).count()).toBe(2);
    await row(page, '推動跨機關資料介接').getByRole('button').first().click();
    await expect.poll(() => matrix.getByRole('button', { pressed: true }).count()).toBe(3);
    await page.keyboard.press('Enter');
    await expect.poll(() => matrix.getByRole('button', { pressed: true }).count()).toBe(2);
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('1');
    await settled(page);
    const links = await scene.as.secretariat.get<CrosswalkLink[]>(`/api/crosswalkLinks?planId=${id}`);
    expect(links.map(({ superiorPlanId }) => superiorPlanId)).toEqual([scene.superior.id, scene.superior.id]);
  });
});
