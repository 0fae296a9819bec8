import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  type Assignment,
  inPrintedOrder,
  type Plan,
  type PlanItem,
  type Report,
  type Unit,
} from '../../sync/model/index.ts';
import { planWorkbook } from '../support/plan-workbook.ts';
import { everybodysPassword, type Planner, planners, planning, settled, stage } from './support/index.ts';

const open = stage(planning);

const arrive = async (planner: Planner) => {
  const visitor = await open().visitor();
  await visitor.logIn(planners[planner].account, everybodysPassword);
  return visitor;
};

const tree = (page: Page) => page.getByRole('treegrid');
const row = (page: Page, text: string) => tree(page).locator('tr[data-id]').filter({ hasText: text });
/** The tree as it stands on the screen, one line for each row, indented by level. */
const drawn = async (page: Page): Promise<string> =>
  (
    await tree(page)
      .locator('tr[data-id]')
      .evaluateAll(rows =>
        rows.map(
          one =>
            '  '.repeat(Number(one.getAttribute('aria-level')) - 1) +
            (one.querySelector('.tree-label')?.textContent ?? '') +
            (one.querySelector('.tree-text')?.firstChild?.textContent ?? ''),
        ),
      )
  ).join('\n');
const stored = async (plan: Pick<Plan, 'id'>): Promise<string> =>
  inPrintedOrder(await open().scene.as.secretariat.get<PlanItem[]>(`/api/planItems?planId=${plan.id}`))
    .map(item => `${'  '.repeat(item.depth)}${item.text}`)
    .join('\n');
const idIn = (page: Page): string => /\/(?:plans|rounds)\/([^/]+)\/show/.exec(page.url())![1]!;

const pasteInto = (page: Page, text: string) =>
  tree(page).evaluate((grid, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const table = {
  '一、便捷服務遞送，縮短等候時間': {
    '(一)改善臨櫃流程': [
      ['1.盤點臨櫃業務，公告標準處理時間。', '民政課', '6月、12月'],
      ['2.設置高峰時段彈性窗口。', '民政課\n社會課', '12月'],
    ],
    '(二)擴充線上申辦': [
      ['1.檢討可線上申辦的項目。', '各課室', ''],
      ['2.更新線上申辦說明。', '資訊小組', '6月'],
    ],
  },
  '二、重視民意，雙向溝通': {
    '(一)妥處陳情': [
      ['1.陳情案件於六日內回復。', '各課室', ''],
      ['2.每季檢討重複陳情案件。', '', '12月'],
    ],
  },
} as const;

describe('the secretariat', () => {
  test('imports a plan from Excel, corrects it, approves, publishes, assigns it and opens a round', async () => {
    const { scene } = open();
    const { page, go } = await arrive('secretariat');
    const book = await planWorkbook('青田區公所114年度提升服務品質執行計畫', table);

    await go('/plans');
    await page.getByRole('link', { name: '匯入文件' }).first().click();
    const file = { name: '114計畫.xlsx', mimeType: 'application/octet-stream', buffer: book };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('2 執行要項、3 執行重點、6 執行步驟').waitFor();
    expect(await page.getByRole('spinbutton', { name: '年度' }).inputValue()).toBe('114');
    expect(await page.getByLabel('計畫名稱').inputValue()).toBe('青田區公所114年度提升服務品質執行計畫');

    await page.getByText('1 處需要確認').waitFor();
    await row(page, '每季檢討重複陳情案件').getByText('此項沒有執行單位').waitFor();
    await page.getByRole('button', { name: '下一處' }).click();
    await page.getByRole('tab', { name: '這一列' }).click();
    await page.getByRole('combobox', { name: '執行單位' }).fill('秘書室');
    await page.keyboard.press('Enter');
    await page.getByText('沒有待確認的地方').waitFor();

    await page.getByRole('combobox', { name: '「資訊小組」是' }).click();
    await page.getByRole('option', { name: '新增為課室' }).click();
    await page.getByText('會新增 1 個課室').waitFor();
    expect(await scene.as.secretariat.get<Unit[]>('/api/units')).toHaveLength(3);

    await row(page, '更新線上申辦說明').click();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Control+z');
    await expect.poll(() => row(page, '更新線上申辦說明').getAttribute('aria-level')).toBe('3');

    await page.waitForTimeout(500);
    await page.reload();
    await settled(page);
    await page.getByText('已接續上次的修正').waitFor();
    await page.getByText('沒有待確認的地方').waitFor();
    await page.getByRole('button', { name: '建立草案' }).click();

    await page.waitForURL(/\/plans\/.+\/show/);
    await row(page, '更新線上申辦說明').getByText('資訊小組').waitFor();
    const plan = { id: idIn(page) };
    const items = await scene.items(plan as Plan);
    const step = (text: string) => items.find(item => item.text.startsWith(text))!;
    expect(items).toHaveLength(11);
    expect(step('設置高峰時段')).toMatchObject({
      units: ['民政課', '社會課'],
      checkMonths: [12],
      depth: 2,
      label: '2',
    });
    expect(step('每季檢討')).toMatchObject({ units: ['秘書室'], cadence: ['每季'], unresolvedUnits: [] });
    expect(step('更新線上').unresolvedUnits).toEqual([]);

    await page.getByRole('button', { name: '核定' }).click();
    const approval = page.getByRole('dialog', { name: '核定' });
    await approval.getByLabel('核定日期').fill('114.1.15');
    await approval.getByLabel('核定文號').fill('青所秘字第1140000123號');
    await approval.getByRole('button', { name: '核定' }).click();
    await page.getByText('計畫已核定，內容不能修改。').waitFor();
    expect(await page.getByRole('toolbar', { name: '編輯計畫項目' }).count()).toBe(0);
    await page.getByRole('button', { name: '公布' }).click();
    await page.getByRole('dialog', { name: '公布' }).getByRole('button', { name: '公布' }).click();
    await page.getByText('計畫已公布，內容不能修改。').waitFor();
    expect(await scene.as.secretariat.get<Plan>(`/api/plans/${plan.id}`)).toMatchObject({
      state: 'published',
      documentDate: '2025-01-15',
      documentNumber: '青所秘字第1140000123號',
    });

    await page.getByRole('link', { name: '指派' }).click();
    await page.getByRole('heading', { name: '一、選取項目' }).waitFor();
    await row(page, '便捷服務遞送').click();
    await page.keyboard.press('Space');
    await page.getByText('已選 4 列').first().waitFor();
    // 民政課, 民政課 and 社會課, 各課室 (4 units by now), 資訊小組.
    await page.getByText('將新增 8 件列管事項').waitFor();
    await page.getByRole('button', { name: '選取有執行單位的項目' }).click();
    await page.getByText('將新增 13 件列管事項').waitFor();
    await page.getByRole('combobox', { name: '民政課承辦人' }).click();
    await page.getByRole('option', { name: '李佳蓉' }).click();
    await page.getByRole('button', { name: '建立 13 件' }).click();
    await page.getByText('新增 13 件').waitFor();
    const assigned = await scene.as.secretariat.get<Assignment[]>(`/api/assignments?planId=${plan.id}`);
    const civil = assigned.filter(one => one.unitId === scene.units.民政課!.id);
    expect(assigned).toHaveLength(13);
    expect(civil).toHaveLength(4);
    expect(civil.every(one => one.officerId === scene.users.officer.id)).toBe(true);
    const flexible = assigned.filter(one => one.planItemId === step('設置高峰時段').id);
    expect(Object.fromEntries(flexible.map(one => [one.unitId, one.part]))).toEqual({
      [scene.units.民政課!.id]: 'lead',
      [scene.units.社會課!.id]: 'assist',
    });

    await page.getByRole('link', { name: '回到計畫' }).click();
    await row(page, '檢討可線上申辦').getByText('列管中 4').waitFor();
    await page.getByRole('link', { name: '新增查核期' }).click();
    await page.getByRole('heading', { name: '新增查核期' }).waitFor();
    await page.getByLabel('查核月份').click();
    await page.getByRole('option', { name: '6 月', exact: true }).click();
    await expect.poll(() => page.getByLabel('名稱').inputValue()).toBe('114年6月查核');
    expect(await page.getByLabel('填報期限').inputValue()).toBe('114.06.30');
    await page.getByRole('button', { name: '儲存' }).click();
    // Due in June: the first step (1), 各課室 twice (8), 資訊小組 (1).
    await page.getByText('若現在開放，會產生 10 份填報，分給 4 個課室。').waitFor();
    await page.getByRole('button', { name: '開放填報' }).click();
    const opening = page.getByRole('dialog', { name: '開放填報' });
    await opening.getByText('開放後會產生 10 份填報，分給 4 個課室。').waitFor();
    await opening.getByRole('button', { name: '開放填報' }).click();
    await page.getByText('已開放，產生 10 份填報').waitFor();
    const reports = await scene.as.secretariat.get<Report[]>(`/api/reports?roundId=${idIn(page)}`);
    expect(reports).toHaveLength(10);
    await page.getByRole('row', { name: /民政課.*3 0 0 0 3/ }).waitFor();
    await page.getByRole('button', { name: '稽催未完成（10）' }).click();
    await page.getByText('已稽催 10 份填報').waitFor();
  });

  test('reads why a file cannot be imported, and takes another', async () => {
    const { page, go } = await arrive('secretariat');
    await go('/plans/import');
    const noBook = {
      name: '計畫.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('{\\rtf1 這不是活頁簿}'),
    };
    await page.locator('input[type=file]').setInputFiles(noBook);
    const refusal = page.getByRole('alert').filter({ hasText: '無法讀取「計畫.xlsx」' });
    await refusal.waitFor();
    expect((await refusal.innerText()).length).toBeGreaterThan(30);
    await page.getByRole('button', { name: '改選其他檔案' }).click();
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
  });
});

describe('a draft', () => {
  const steps = ['公告處理時間', '設置彈性窗口', '辦理滿意度調查'];
  const start = '便捷服務遞送\n  縮短民眾等候時間\n    公告處理時間\n    設置彈性窗口\n    辦理滿意度調查';

  test('is written by keyboard alone: walk, move, indent, edit, add, delete, undo', async () => {
    const { scene } = open();
    const plan = await scene.draft('鍵盤計畫', steps);
    const { page, go } = await arrive('secretariat');
    await go(`/plans/${plan.id}/show`);
    await row(page, '便捷服務遞送').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await tree(page).locator('tr[data-id]').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => drawn(page)).toMatch(/辦理滿意度調查\n.*公告處理時間/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect
      .poll(() => drawn(page))
      .toBe('一、便捷服務遞送\n  (一)縮短民眾等候時間\n    3.辦理滿意度調查\n    2.設置彈性窗口\n  1.公告處理時間');
    await settled(page);
    await expect
      .poll(() => stored(plan))
      .toBe('便捷服務遞送\n  縮短民眾等候時間\n    辦理滿意度調查\n    設置彈性窗口\n  公告處理時間');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('公告各項業務處理時間');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Insert');
    await page.keyboard.type('每月統計等候人數');
    await page.keyboard.press('Enter');
    await expect.poll(() => row(page, '每月統計等候人數').count()).toBe(1);
    await settled(page);
    await page.keyboard.press('Insert');
    await page.keyboard.type('不要了');
    await page.keyboard.press('Escape');
    await row(page, '縮短民眾等候時間').click();
    await page.keyboard.press('Delete');
    await page.getByText('已刪除 3 列').waitFor();
    await settled(page);
    expect(await stored(plan)).toBe('便捷服務遞送\n  公告各項業務處理時間\n  每月統計等候人數');

    for (let left = 0; left < 8; left += 1) {
      await page.keyboard.press('Control+z');
      await settled(page);
    }
    await expect.poll(() => stored(plan)).toBe(start);
    expect((await drawn(page)).replace(/[一二三(). \d、]/g, '')).toBe(start.replaceAll(' ', ''));
  });

  test('takes rows copied from Excel, dragged rows, and boxes that save when they are left', async () => {
    const { scene } = open();
    const plan = await scene.draft('貼上計畫', steps);
    const { page, go } = await arrive('secretariat');
    await go(`/plans/${plan.id}/show`);
    await row(page, '縮短民眾等候時間').click();
    await pasteInto(page, '4.檢討叫號系統\t社會課\t6月\r\n5.增設引導人員\t"民政課\n社會課"\t12月');
    const dialog = page.getByRole('dialog', { name: '貼上 Excel 列' });
    await dialog.getByText('檢討叫號系統').waitFor();
    await dialog.getByRole('button', { name: '加入 2 列' }).click();
    await page.getByText('已貼上 2 列').waitFor();
    await settled(page);
    expect((await scene.items(plan)).find(item => item.text === '增設引導人員')).toMatchObject({
      label: '5',
      units: ['民政課', '社會課'],
      checkMonths: [12],
    });

    const from = row(page, '增設引導人員');
    await from.hover();
    await from.locator('.tree-handle').dragTo(row(page, '公告處理時間'), { targetPosition: { x: 120, y: 4 } });
    await settled(page);
    await expect.poll(() => stored(plan)).toMatch(/等候時間\n {4}增設引導人員\n {4}公告處理時間/);

    await row(page, '辦理滿意度調查').click();
    const panel = page.getByRole('complementary', { name: '項目內容' });
    await panel.getByLabel('內容').fill('每半年辦理滿意度調查');
    await panel.getByLabel('備註').focus();
    await expect.poll(() => row(page, '每半年辦理滿意度調查').count()).toBe(1);
    await panel.getByRole('button', { name: '6 月', exact: true }).click();
    await settled(page);
    await expect
      .poll(async () => (await scene.items(plan)).find(item => item.text === '每半年辦理滿意度調查')?.checkMonths)
      .toEqual([6]);
  });

  test('that a colleague changed meanwhile shows both texts, and keeps the one that is chosen', async () => {
    const { scene } = open();
    const plan = await scene.draft('兩人計畫', steps);
    const { page, go } = await arrive('secretariat');
    await go(`/plans/${plan.id}/show`);
    const item = (await scene.items(plan)).find(one => one.text === '設置彈性窗口')!;
    await row(page, '設置彈性窗口').click();
    await scene.as.secretariat.send('PATCH', `/api/planItems/${item.id}`, {
      version: item.version,
      text: '同事的寫法',
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('我的寫法');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '這筆資料剛被他人更新' });
    await dialog.getByRole('row', { name: /我的寫法.*同事的寫法/ }).waitFor();
    await dialog.getByRole('button', { name: '以我的內容儲存' }).click();
    await expect.poll(() => stored(plan)).toContain('我的寫法');
  });
});

describe('a plan that is at work', () => {
  test('is narrowed by text, unit, state and month, which the address remembers', async () => {
    const { scene } = open();
    const plan = await scene.approve(
      await scene.draft('篩選計畫', ['公告處理時間', '辦理滿意度調查'], ['民政課', '某小組']),
    );
    const { page, go } = await arrive('secretariat');
    await go(`/plans/${plan.id}/show`);
    await row(page, '公告處理時間').getByText('某小組（未對應）').waitFor();
    await page.getByLabel('找文字').fill('滿意度');
    await page.getByText('符合 1 列').waitFor();
    expect(await tree(page).locator('tr[data-id]').count()).toBe(3);
    await page.getByLabel('狀態').click();
    await page.getByRole('option', { name: '單位未對應' }).click();
    await page.waitForURL(/state=unresolved/);
    await page.reload();
    await settled(page);
    await page.getByText('符合 1 列').waitFor();
    await page.getByLabel('課室').click();
    await page.getByRole('option', { name: '社會課' }).click();
    await page.getByText('沒有符合條件的列。').waitFor();
    await page.getByRole('button', { name: '清除篩選' }).click();
    await expect.poll(() => tree(page).locator('tr[data-id]').count()).toBe(4);
  });

  test('goes back to draft only with a reason', async () => {
    const { scene } = open();
    const plan = await scene.approve(await scene.draft('撤回計畫', ['公告處理時間']));
    const { page, go } = await arrive('secretariat');
    await go(`/plans/${plan.id}/show`);
    await page.getByRole('button', { name: '撤回核定' }).click();
    const dialog = page.getByRole('dialog', { name: '撤回核定' });
    await dialog.getByRole('button', { name: '撤回核定' }).click();
    await dialog.getByText('請填寫理由').waitFor();
    await dialog.getByLabel('理由').fill('漏列執行單位');
    await dialog.getByRole('button', { name: '撤回核定' }).click();
    await page.getByText('已撤回核定').waitFor();
    await page.getByRole('toolbar', { name: '編輯計畫項目' }).waitFor();
  });

  test('is read by an officer without any button to change it', async () => {
    const { scene } = open();
    const plan = await scene.approve(await scene.draft('承辦人看的計畫', ['公告處理時間']));
    const { page, go } = await arrive('officer');
    await go(`/plans/${plan.id}/show`);
    await row(page, '公告處理時間').waitFor();
    expect(await page.getByRole('button', { name: /核定|公布|新增|刪除/ }).count()).toBe(0);
    await row(page, '公告處理時間').focus();
    await page.keyboard.press('Enter');
    expect(await tree(page).locator('textarea').count()).toBe(0);
  });
});

describe('assignments', () => {
  const assign = async (title: string) => {
    const { scene } = open();
    const plan = await scene.approve(await scene.draft(title, ['公告處理時間', '設置彈性窗口']));
    const items = (await scene.items(plan)).filter(item => item.depth === 2);
    await scene.as.secretariat.send('POST', '/api/assignments/bulk', {
      planId: plan.id,
      planItemIds: items.map(item => item.id),
      officers: { [scene.units.民政課!.id]: scene.users.officer.id },
    });
    return plan;
  };
  const ofPlan = (plan: Plan) => `/assignments?filter=${encodeURIComponent(JSON.stringify({ planId: plan.id }))}`;

  test('are asked to be released by the officer, kept with a reason, then released', async () => {
    const plan = await assign('解除列管計畫');
    const officer = await arrive('officer');
    await officer.go(ofPlan(plan));
    await officer.page.getByRole('link', { name: /公告處理時間/ }).click();
    await officer.page.getByRole('button', { name: '申請解除列管' }).click();
    await officer.page.getByRole('dialog').getByRole('button', { name: '申請解除列管' }).click();
    await officer.page.getByText('已申請解除列管').waitFor();
    expect(await officer.page.getByRole('button', { name: /^(解除列管|持續列管)$/ }).count()).toBe(0);

    const { page, go } = await arrive('secretariat');
    await go(officer.page.url().split('#')[1]!);
    await page.getByRole('button', { name: '持續列管' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('請補上公告日期');
    await page.getByRole('dialog').getByRole('button', { name: '持續列管' }).click();
    await page.getByText('請補上公告日期').first().waitFor();
    await page.getByRole('button', { name: '撤銷管制' }).waitFor();
  });

  test('of a leaver go to a colleague of the same unit in one step', async () => {
    const { scene } = open();
    const plan = await assign('移交計畫');
    const { page, go } = await arrive('secretariat');
    await go(ofPlan(plan));
    await page.getByRole('button', { name: '離職移交' }).click();
    const dialog = page.getByRole('dialog', { name: '離職移交' });
    await dialog.getByLabel('移交人').click();
    await page.getByRole('option', { name: /李佳蓉/ }).click();
    await dialog.getByText(/手上有 \d+ 件列管中的事項/).waitFor();
    await dialog.getByLabel('接辦人').click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['張美玲']);
    await page.getByRole('option', { name: '張美玲' }).click();
    await dialog.getByRole('button', { name: /移交 \d+ 件/ }).click();
    await page.getByText(/已移交 \d+ 件/).waitFor();
    const left = await scene.as.secretariat.get<Assignment[]>(`/api/assignments?officerId=${scene.users.officer.id}`);
    expect(left.filter(one => one.state === 'open')).toEqual([]);
    const taken = await scene.as.secretariat.get<Assignment[]>(
      `/api/assignments?planId=${plan.id}&officerId=${scene.users.successor.id}`,
    );
    expect(taken).toHaveLength(2);
  });
});
