import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../sync/model/index.ts';
import {
  addPerson,
  addUnit,
  everybodysPassword,
  founded,
  people,
  picture,
  reporting,
  settled,
  stage,
} from './support/index.ts';

const steps = ['編修臨櫃業務作業手冊', '每季抽查已結案件', '彙整常見錯誤案例', '公告辦理進度查詢步驟'];
const past = '2020-06-30';

describe('an office in the middle of a round', () => {
  const open = stage(async server => {
    const scene = await reporting(server, steps);
    const { administrator, as } = scene;
    await addPerson(server, administrator, { account: 'head', name: '吳區長', role: 'head' });
    const reports = await scene.openRound('114年6月平時查核', past);
    const write = async ({ id }: Report, change: Partial<Report>): Promise<Report> =>
      as.officer.send('PATCH', `/api/reports/${id}`, { ...change, version: (await scene.report(id)).version });
    const { version, id } = await write(reports[0]!, { result: 'done', narrative: '已完成手冊編修。' });
    const sent = await as.officer.send<Report>('POST', `/api/reports/${id}/submit`, { version });
    const endorsed = await as.chief.send<Report>('POST', `/api/reports/${id}/endorse`, { version: sent.version });
    await as.secretariat.send('POST', `/api/reports/${id}/accept`, { version: endorsed.version });
    await write(reports[1]!, {
      plannedProgress: 60,
      actualProgress: 20,
      delayCause: '承辦人異動，業務交接中。',
      remedy: '下月底前補辦兩次抽查。',
    });
    return { ...scene, reports };
  });
  const arrive = async (account: string) => {
    const visitor = await open().visitor();
    await visitor.logIn(account, everybodysPassword);
    return visitor;
  };
  const heat = (page: Page) => page.getByRole('table', { name: '執行要項 × 課室 完成率' });

  test('is a heat map whose cells lead to their reports', async () => {
    const { page } = await arrive(people.secretariat.account);
    await page.getByText('1／4 件').waitFor();
    const cell = heat(page)
      .getByRole('row', { name: /把基本服務做好/ })
      .getByRole('link')
      .first();
    expect((await cell.innerText()).replaceAll(/\s+/g, ' ')).toBe('25% 落後 1/4逾期 3');
    await cell.click();
    await page.getByRole('heading', { name: '填報', level: 1 }).waitFor();
    await settled(page);
    expect(await page.locator('tbody tr').count()).toBe(4);
  });

  test('is asked for by the round, which stays in the address', async () => {
    const { page } = await arrive(people.secretariat.account);
    await open().scene.openRound('114年12月平時查核', '2030-12-31');
    await page.reload();
    await settled(page);
    await page.getByRole('combobox', { name: '查核期' }).click();
    await page.getByRole('option', { name: /114年12月平時查核/ }).click();
    await page.getByText('0／4 件').waitFor();
    await page.reload();
    await page.getByText('0／4 件').waitFor();
    await page.getByText('沒有逾期的填報。').waitFor();
  });

  test('has its late ones reminded after a question that counts them', async () => {
    const { page } = await arrive(people.secretariat.account);
    await page.getByRole('button', { name: '稽催逾期（3 件）' }).click();
    const dialog = page.getByRole('dialog', { name: '確認稽催' });
    await dialog.getByText('民政課 3 件').waitFor();
    await dialog.getByRole('button', { name: '稽催 3 件' }).click();
    await page.getByText('已稽催 3 件').waitFor();
    const chased = await Promise.all(open().scene.reports.map(({ id }) => open().scene.report(id)));
    expect(chased.map(report => report.chasedAt !== null)).toEqual([false, true, true, true]);
    await page
      .getByRole('region', { name: /逾期未完成/ })
      .getByRole('button', { name: '稽催', exact: true })
      .first()
      .click();
    await page.getByRole('dialog').getByText('其中 1 件今天已稽催過。').waitFor();
  });

  test('respects the thresholds of the settings', async () => {
    const { administrator, as, openRound } = open().scene;
    const [late] = await openRound('114年11月平時查核', '2030-11-30');
    await as.officer.send('PATCH', `/api/reports/${late!.id}`, {
      plannedProgress: 60,
      actualProgress: 52,
      version: late!.version,
    });
    const { page, go } = await arrive(people.secretariat.account);
    const light = (name: string) =>
      page.getByRole('region', { name: '燈號' }).getByRole('listitem').filter({ hasText: name });
    await go(`/?round=${late!.roundId}`);
    await light('注意').getByText('1 件').waitFor();
    await light('落後').getByText('0 件').waitFor();
    const settings = await administrator.get<object>('/api/settings');
    await administrator.send('PATCH', '/api/settings', { ...settings, behindThreshold: 8 });
    await page.reload();
    await light('落後').getByText('1 件').waitFor();
    await light('注意').getByText('0 件').waitFor();
  });

  test('fits on paper for the head, with what is late and why', async () => {
    const { page, go } = await arrive('head');
    await go('/');
    await page.getByText(/應填報 4 件，已審核通過 1 件（25%），逾期 3 件/).waitFor();
    await page.getByText('承辦人異動，業務交接中。').waitFor();
    await page.getByText('下月底前補辦兩次抽查。').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '列印' }).isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
    await picture(page, 'head-print', true);
  });
});

describe('a fresh office', () => {
  const open = stage(async server => {
    const administrator = await founded(server);
    const unit = await addUnit(administrator, '秘書室');
    await addPerson(server, administrator, {
      account: 'secretariat',
      name: '張秘書',
      role: 'secretariat',
      unitId: unit.id,
    });
  });

  test('is told what to do first, and what is done already', async () => {
    const { page, logIn } = await open().visitor();
    await logIn('secretariat', everybodysPassword);
    await page.getByRole('heading', { name: '開始今年的管考' }).waitFor();
    await settled(page);
    const present = page.locator('[aria-current="step"]');
    expect(await present.innerText()).toContain('匯入年度計畫');
    await present.getByRole('link', { name: '匯入計畫' }).click();
    await page.waitForURL(/plans\/import/);
  });
});
