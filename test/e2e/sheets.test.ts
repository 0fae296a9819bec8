import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Report, SheetConnection } from '../../sync/model/index.ts';
import { newServiceAccount, oauthClient } from '../support/google/key.ts';
import { type People, peopleAt } from '../support/google/people.ts';
import { type Emulator, openEmulator } from '../support/google/server.ts';
import { barriers, everybodysPassword, people, reporting, settled, stage } from './support/index.ts';

const steps = ['編修臨櫃業務作業手冊', '每季抽查已結案件', '彙整常見錯誤案例', '公告辦理進度查詢步驟'];
let google: Emulator;
const open = stage(
  server => reporting(server, steps),
  async () => {
    await google?.close();
    google = await openEmulator();
    google.cloud.quota = 100_000;
    google.cloud.folders.add('shared-folder');
    return { GOOGLE_ROOT_URL: google.root };
  },
);
afterAll(() => google?.close());

const arrive = async () => {
  const visitor = await open().visitor();
  await visitor.logIn(people.secretariat.account, everybodysPassword);
  return visitor;
};
const present = ({ id }: Report): Promise<Report> => open().scene.report(id);
const write = async (report: Report, set: Partial<Report>): Promise<void> => {
  const { version } = await present(report);
  await open().scene.as.officer.send('PATCH', `/api/reports/${report.id}`, { ...set, version });
};
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
/** The row of a step, by the id that stands beside it in the spreadsheet. */
const rowOf = (cell: People, narrative: string): string =>
  cell.rowIds.find(id => cell.says(id, 'narrative') === narrative) ?? '';

async function connect(page: Page): Promise<void> {
  await page.getByLabel('服務帳號的 JSON 金鑰').fill(newServiceAccount(google.cloud));
  await page.getByText(/請把資料夾分享給：guankao@/).waitFor();
  await button(page, '連接帳號').click();
  await page.getByRole('list').getByText('guankao@emulator.iam.gserviceaccount.com').waitFor();
}

test('a round is published, filled in online, previewed, settled and applied, until both sides say the same', async () => {
  const { page, go } = await arrive();
  const reports = await open().scene.openRound('114年6月平時查核', '2030-06-30');
  for (const [n, report] of reports.entries()) await write(report, { result: 'ongoing', narrative: `原本的情形${n}` });
  await go('/sheetAccounts');
  await connect(page);

  await go('/sheets/create');
  await button(page, '發布').waitFor();
  expect(await button(page, '發布').isDisabled()).toBe(true);
  await page.getByLabel('共用雲端硬碟資料夾').fill('https://drive.google.com/drive/folders/shared-folder');
  await button(page, '發布').click();
  await page.getByText('已連結').first().waitFor();
  const [sheet] = await open().scene.as.secretariat.get<readonly SheetConnection[]>('/api/sheets');
  const cells = peopleAt(google.cloud.books.get(sheet?.spreadsheetId ?? '')!);

  const [a, b] = [rowOf(cells, '原本的情形0'), rowOf(cells, '原本的情形1')];
  cells.sort('辦理情形', true);
  cells.type(a, 'narrative', '課室線上填寫');
  cells.type(b, 'narrative', '試算表的說法');
  await write(reports[1]!, { narrative: '系統的說法' });
  await write(reports[2]!, { narrative: '系統補充的' });

  await button(page, '預覽').click();
  await page.getByText('收回 1 格，送出 1 格，衝突 1 格，補回 0 列。').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect((await present(reports[0]!)).narrative).toBe('原本的情形0');

  await button(page, '同步').click();
  await page.getByText('試算表有 2 個欄位待您確認或處理衝突。').waitFor();
  await page.getByRole('link', { name: '前往處理' }).click();
  const conflict = page.getByRole('article').filter({ hasText: steps[1]! });
  await conflict.getByRole('radio', { name: /系統現值/ }).check();
  const footer = page.getByRole('region', { name: '套用' });
  await footer.getByText('決定已儲存').waitFor();
  await footer.getByRole('button', { name: '套用 1 處變更' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '套用' }).click();
  await page
    .getByText(/^已套用：/)
    .first()
    .waitFor();

  const wanted = ['課室線上填寫', '系統的說法', '系統補充的', '原本的情形3'];
  expect(await Promise.all(reports.map(async report => (await present(report)).narrative))).toEqual(wanted);
  await expect
    .poll(() => cells.rowIds.map(id => cells.says(id, 'narrative')).sort(), { timeout: 30_000 })
    .toEqual([...wanted].sort());

  await go(`/sheets/${sheet?.id}/show`);
  await button(page, '解除連結').click();
  await page.getByRole('dialog').getByRole('button', { name: '解除連結' }).click();
  await page.getByText('已解除連結：試算表與系統內的填報都保留').waitFor();
  expect(cells.says(a, 'narrative')).toBe('課室線上填寫');
});

test('rows that many lost are asked about before anything is written', async () => {
  const { page, go } = await arrive();
  await open().scene.openRound('114年6月不定期查核', '2030-06-30');
  await go('/sheetAccounts');
  await connect(page);
  await go('/sheets/create');
  await page.getByLabel('共用雲端硬碟資料夾').fill('shared-folder');
  await button(page, '發布').click();
  await page.getByText('已連結').first().waitFor();
  const book = [...google.cloud.books.values()].at(-1)!;
  const cells = peopleAt(book);
  for (const id of cells.rowIds) cells.deleteRow(id);
  await button(page, '同步').click();
  await page.getByText('4 列中有 4 列不見了').waitFor();
  expect(cells.rowIds).toHaveLength(0);
  await button(page, '補回試算表').click();
  await page.getByText('4 列中有 4 列不見了').waitFor({ state: 'detached' });
  expect(cells.rowIds).toHaveLength(4);
});

test('a person grants an account in the browser, and with a code on another device', async () => {
  const { page, go } = await arrive();
  await go('/sheetAccounts');
  const choose = async (way: string) => {
    await page.getByLabel('連接方式').click();
    await page.getByRole('option', { name: way }).click();
    await page.getByLabel('OAuth 用戶端的 JSON').fill(oauthClient);
  };
  await choose('個人帳號：在這個瀏覽器授權');
  await button(page, '前往 Google 授權').click();
  await page.getByRole('list').getByText('clerk@example.test').waitFor();
  await settled(page);
  await choose('個人帳號：在其他裝置輸入代碼');
  await button(page, '取得代碼').click();
  const code = await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).innerText();
  await fetch(`${google.root}/device?code=${code}`);
  await page.getByRole('list').getByText('desk@example.test').waitFor();
});
