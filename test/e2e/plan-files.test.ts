import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../sync/outline/index.ts';
import { findSoffice } from '../../sync/sheet/libreoffice/index.ts';
import { everybodysPassword, type Planner, planners, planning, stage } from './support/index.ts';

const open = stage(planning);

/** A plan on the screen of somebody who opens its menu of files. */
const menuOf = async (planner: Planner, title: string) => {
  const plan = await open().scene.draft(title, ['公告處理時間', '設置彈性窗口']);
  const { page, go, logIn } = await open().visitor();
  await logIn(planners[planner].account, everybodysPassword);
  await go(`/plans/${plan.id}/show`);
  await page.getByRole('button', { name: '下載文件' }).click();
  return page;
};

describe('a plan as a file', () => {
  test('is taken from its page while it is a draft, and holds what the page shows', async () => {
    const page = await menuOf('officer', '下載的計畫');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Word 文件（.docx）' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('下載的計畫.docx');
    const { plan } = await readPlan(await readFile(await download.path()), 'plan.docx');
    expect(plan?.title).toBe('下載的計畫');
    expect(JSON.stringify(plan?.items)).toMatch(/公告處理時間.*設置彈性窗口/);
  });

  test('is offered as .pdf only where the server can print, with the reason where it cannot', async () => {
    const page = await menuOf('secretariat', '列印的計畫');
    const pdf = page.getByRole('menuitem', { name: /^PDF/ });
    if (findSoffice() === null) await pdf.getByText('伺服器未安裝 LibreOffice').waitFor();
    expect(await pdf.getAttribute('aria-disabled')).toBe(findSoffice() === null ? 'true' : null);
  });
});
