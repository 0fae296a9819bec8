import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../sync/model/index.ts';
import { pdf, png } from '../support/sample-files.ts';
import {
  barriers,
  everybodysPassword,
  type Looks,
  people,
  picture,
  reporting,
  type Someone,
  settled,
  stage,
} from './support/index.ts';

const open = stage(async server => {
  const office = await reporting(server, ['編修臨櫃業務作業手冊', '每季抽查已結案件', '彙整常見錯誤案例']);
  const reports = await office.openRound('114年6月平時查核', '2025-06-30');
  for (const { id } of reports.slice(1)) {
    const { version } = await office.as.officer.send<Report>('PATCH', `/api/reports/${id}`, {
      result: 'ongoing',
      narrative: '已召開檢討會議二場，決議三項均已列管追蹤。\n第二場邀集志工參加，回收意見卡四十份。',
      figures: [{ name: '檢討會議', value: 2, unit: '場' }],
      plannedProgress: 60,
      actualProgress: 40,
      delayCause: '承辦人異動',
      remedy: '已完成交接，預定下月趕上',
      version: 1,
    });
    await office.as.officer.send('POST', `/api/reports/${id}/submit`, { version });
  }
  return { ...office, reports };
});

const looks: readonly (readonly [string, Looks])[] = [
  ['zh-wide-light', {}],
  ['zh-phone-dark', { phone: true, dark: true }],
  ['en-wide-dark', { locale: 'en', dark: true }],
  ['en-phone-light', { locale: 'en', phone: true }],
];

/** Both languages of a name, because the same walk is taken in each. */
const either = (zh: string, en: string) => new RegExp(`^(?:${zh}|${en})`);

describe.each(looks)('what opens over a report and over the queues, %s', (name, look) => {
  const walk = async (someone: Someone) => {
    const visitor = await open().visitor(look);
    await visitor.logIn(people[someone].account, everybodysPassword);
    const found: string[] = [];
    const inspect = async (place: string) => {
      await settled(visitor.page);
      found.push(...(await barriers(visitor.page)).map(barrier => `${place}: ${barrier}`));
      const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${place}: ${overflow} px wider than the screen`);
      await picture(visitor.page, `${name}-${place}`);
    };
    return { ...visitor, inspect, found };
  };
  const button = (page: Page, zh: string, en: string) => page.getByRole('button', { name: either(zh, en) });

  test('the officer meets no barrier', async () => {
    const { scene } = open();
    const [report] = await scene.openRound(`114年查核 ${name}`, '2025-07-31');
    const { page, go, inspect, found } = await walk('officer');
    await inspect('home');
    await go(`/reports/${report!.id}/show`);
    await page.locator('input[type="file"][multiple]').setInputFiles([
      { name: `照片${name}.png`, mimeType: 'image/png', buffer: Buffer.concat([png(), Buffer.from(name)]) },
      { name: `紀錄${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(pdf(name)) },
      { name: '程式.exe', mimeType: 'application/octet-stream', buffer: Buffer.from([0x4d, 0x5a, 0, 1]) },
    ]);
    await page.getByRole('alert').filter({ hasText: '程式.exe' }).waitFor();
    await inspect('report-with-refused-file');

    await button(page, '新增一列數據', 'Add a figure').click();
    await page.getByLabel(/^(?:名稱|Name)$/).fill('說明會');
    await page.getByLabel(/^(?:預定進度|Planned progress)（?\(?/).fill('90');
    await page.getByLabel(/^(?:實際進度|Actual progress)（?\(?/).fill('10');
    await page.locator('[data-save="unfinished"]').waitFor();
    await inspect('report-unfinished');
    await page.getByLabel(/^(?:數值|Value)$/).fill('2');

    await button(page, '從佐證庫挑選', 'Pick from').click();
    await page.getByRole('dialog').waitFor();
    await inspect('report-library');
    await page.keyboard.press('Escape');
    await button(page, '加入連結', 'Add a link').click();
    await inspect('report-link');
    await page.keyboard.press('Escape');
    await button(page, `預覽 ?照片${name}`, `Preview ?照片${name}`).click();
    await inspect('report-picture');
    await page.keyboard.press('Escape');
    await button(page, `「照片${name}.*其他動作`, `More for “照片${name}`).click();
    await inspect('report-evidence-menu');
    await page.keyboard.press('Escape');
    await page.locator('[data-save="saved"]').waitFor();
    await button(page, `移除「紀錄${name}`, `Remove “紀錄${name}`).click();
    await button(page, '復原', 'Undo').waitFor();
    await inspect('report-undo');
    await button(page, '復原', 'Undo').click();

    const { version } = await scene.report(report!.id);
    await scene.as.colleague.send('PATCH', `/api/reports/${report!.id}`, {
      narrative: `同事改寫的辦理情形 ${name}`,
      remarks: `同事的備註 ${name}`,
      version,
    });
    await page.locator('#answer-narrative').fill(`我寫的辦理情形 ${name}`);
    await page.locator('#answer-remarks').fill(`我的備註 ${name}`);
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
    await inspect('report-clash');
    await button(page, '全部採用已存入的', 'Take all').click();
    await button(page, '依選擇儲存', 'Save what').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(found).toEqual([]);
  });

  test('those who decide meet no barrier', async () => {
    const { page, inspect, found } = await walk('chief');
    await inspect('board');
    await page.getByLabel(either('全選', 'Select all')).check();
    await inspect('board-selected');
    await button(page, '退回補正$', 'Return$').first().click();
    await page.getByRole('dialog').waitFor();
    await inspect('board-reason');
    await page.keyboard.press('Escape');
    await button(page, '填寫中', 'Writing').click();
    await inspect('board-drafting');
    expect(found).toEqual([]);
  });
});
