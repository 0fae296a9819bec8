import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { collectionForm } from '../../server/demo/collection-form.ts';
import type { RecipientSheet } from '../../sync/model/index.ts';
import type { Book } from '../support/google/book.ts';
import { newServiceAccount } from '../support/google/key.ts';
import { answerAt } from '../support/google/people.ts';
import { type Emulator, openEmulator } from '../support/google/server.ts';
import { textAt } from '../support/google/tab.ts';
import {
  addAgency,
  addPerson,
  addUnit,
  barriers,
  callAs,
  everybodysPassword,
  founded,
  type Server,
  settled,
  stage,
  type Visitor,
} from './support/index.ts';

const manual = '訂定臨櫃作業手冊';
const telephone = '辦理電話禮貌測試';
const name = '114年為民服務線上自我檢核';
const district = '清川市青田區公所';
const other = '清川市松湖區公所';
const bureauDesk = 'bureau';
const districtDesk = 'qingtian';

/** A bureau with two offices below it, of which only the first has people here. */
async function bureauAndOffices(server: Server) {
  const administrator = await founded(server, '清川市政府民政局');
  const { agencyId } = administrator.session.user;
  const unit = await addUnit(administrator, '秘書室');
  const hire = { role: 'secretariat', unitId: unit.id } as const;
  await addPerson(server, administrator, { ...hire, account: bureauDesk, name: '高督導' });
  const office = await addAgency(administrator, district, agencyId);
  await addAgency(administrator, other, agencyId);
  const person = { account: districtDesk, name: '林怡君', role: 'secretariat', agencyId: office.id } as const;
  await addPerson(server, administrator, person);
  return { bureau: await callAs(server, bureauDesk, everybodysPassword) };
}

let google: Emulator;
const open = stage(bureauAndOffices, async () => {
  await google?.close();
  google = await openEmulator();
  google.cloud.quota = 100_000;
  google.cloud.folders.add('shared-folder');
  return { GOOGLE_ROOT_URL: google.root };
});
afterAll(() => google?.close());

const arrive = async (account: string): Promise<Visitor> => {
  const visitor = await open().visitor();
  await visitor.logIn(account, everybodysPassword);
  return visitor;
};
const button = (page: Page, named: string | RegExp): Locator => page.getByRole('button', { name: named, exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const line = (page: Page, agency: string): Locator => page.getByRole('row').filter({ hasText: agency });
const patient = { timeout: 30_000 };

async function ask({ page, go }: Visitor): Promise<void> {
  await go('/templates');
  const questions = [manual, telephone].map(text => ({ item: '一、提升服務品質', text }));
  const bytes = Buffer.from(await collectionForm('為民服務線上自我檢核表', questions));
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: '檢核表.xlsx', mimeType: 'application/octet-stream', buffer: bytes });
  await page.waitForURL(/#\/templates\/[^/]+\/show/);
  await page.getByRole('link', { name: '以此範本新增彙整案' }).click();
  await page.getByLabel('名稱').fill(name);
  await page.getByLabel('繳交期限').fill('130/6/30');
  await page.getByText('受查機關（已選 2 個）').waitFor();
  await button(page, '儲存').click();
  await button(page, '開放收件').click();
  await button(page, '開放收件').last().click();
  await page.getByText('收件中').first().waitFor();
  await expect.poll(() => page.getByText('正在產生表單').count(), patient).toBe(0);
}

test('a form goes out as a spreadsheet, is filled in online, taken back, taken in, sent back with reasons, mended and taken in', async () => {
  const bureau = await arrive(bureauDesk);
  const { page } = bureau;
  await bureau.go('/sheetAccounts');
  await page.getByLabel('服務帳號的 JSON 金鑰').fill(newServiceAccount(google.cloud));
  await button(page, '連接帳號').click();
  await page.getByRole('list').getByText('guankao@emulator.iam.gserviceaccount.com').waitFor();
  await ask(bureau);

  // Out: one spreadsheet for each agency, under the bureau's account.
  await button(page, '以 Google 試算表發放（2）').click();
  await dialog(page)
    .getByText(/機關在本系統按「填好送出」/)
    .waitFor();
  expect(await button(page, '發放').isDisabled()).toBe(true);
  await dialog(page).getByLabel('共用雲端硬碟資料夾').fill('https://drive.google.com/drive/folders/shared-folder');
  await dialog(page).getByText('2 個機關沒有收件信箱').waitFor();
  expect(await barriers(page)).toEqual([]);
  await button(page, '發放').click();
  await page.getByRole('link', { name: `開啟試算表：${other}` }).waitFor(patient);
  const sheetLink = page.getByRole('link', { name: `開啟試算表：${district}` });
  await sheetLink.waitFor(patient);
  await settled(page);
  expect(await barriers(page)).toEqual([]);
  const bookAt = (url: string | null): Book => [...google.cloud.books.values()].find(book => book.url === url)!;
  const ours = bookAt(await sheetLink.getAttribute('href'));
  const theirs = bookAt(await page.getByRole('link', { name: `開啟試算表：${other}` }).getAttribute('href'));

  // The agency finds it on its page, fills it in there with others, and says that it is done.
  const office = await arrive(districtDesk);
  await office.page.getByRole('link', { name, exact: true }).first().click();
  const fillIn = office.page.getByRole('link', { name: '在 Google 試算表填寫' });
  expect(await fillIn.getAttribute('href')).toBe(ours.url);
  expect(await barriers(office.page)).toEqual([]);
  answerAt(ours, manual, '檢核結果', '已完成');
  answerAt(ours, manual, '辦理情形', '青田的手冊已線上修訂。');
  await button(office.page, '填好送出').click();
  await office.page.getByText('已送回，由上級機關彙整與審查中').waitFor(patient);

  // One that has nobody here is taken back by the bureau.
  answerAt(theirs, manual, '辦理情形', '松湖的手冊已線上修訂。');
  await page.reload();
  await button(page, `立即收回：${other}`).click();
  await expect.poll(() => line(page, other).getByText('已收回').count(), patient).toBe(1);
  await page.getByRole('tab', { name: '來件' }).click();
  await button(page, /^套用全部沒有疑義的（2）$/).click(patient);
  await dialog(page).getByRole('button', { name: '套用' }).click();
  await page.getByText('已套用 2 個檔案').waitFor();
  await button(page, '關閉').last().click();

  // Consolidated, with the original one click away, and back with reasons, which stand in the spreadsheet too.
  await page.getByRole('tab', { name: '依題目彙整' }).click();
  await page.getByText('青田的手冊已線上修訂。').first().waitFor();
  await page.getByText('松湖的手冊已線上修訂。').first().waitFor();
  await page.getByRole('tab', { name: '回收名冊' }).click();
  await line(page, district).getByRole('link', { name: district, exact: true }).click();
  const answer = page.getByRole('article').filter({ hasText: telephone });
  await answer.getByLabel('退回理由').fill('請補測試件數。');
  await page.getByText('1 題要退回').waitFor();
  await button(page, '退回機關').click();
  await dialog(page).getByRole('textbox').fill('請於一週內補正。');
  await dialog(page).getByRole('button', { name: '退回機關' }).click();
  await page.getByText('上次退回理由：請於一週內補正。').waitFor();
  const told = () =>
    ours.tabs
      .filter(({ properties }) => properties.title === '審查意見')
      .flatMap(tab => tab.cells.map((_, row) => textAt(tab, row, 0)))
      .join('\n');
  await expect.poll(told, patient).toContain('請補測試件數。');

  // Mended in the same spreadsheet, handed in again, and taken in.
  await office.page.reload();
  await office.page.getByText('請於一週內補正。').first().waitFor();
  answerAt(ours, telephone, '辦理情形', '青田已測試十二通。');
  await button(office.page, '填好送出').click();
  await office.page.getByText('已送回，由上級機關彙整與審查中').waitFor(patient);
  await page.getByRole('tab', { name: '來件' }).click();
  await button(page, /^套用全部沒有疑義的（1）$/).click(patient);
  await dialog(page).getByRole('button', { name: '套用' }).click();
  await page.getByText('已套用 1 個檔案').waitFor();
  await button(page, '關閉').last().click();
  await page.getByRole('tab', { name: '回收名冊' }).click();
  await line(page, district).getByRole('link', { name: district, exact: true }).click();
  await page.getByText('青田已測試十二通。').first().waitFor();

  // Let go, it stays at Google as it is.
  await page.getByRole('tab', { name: '回收名冊' }).click();
  await button(page, `解除連結：${district}`).click();
  await dialog(page).getByRole('button', { name: '解除連結' }).click();
  await sheetLink.waitFor({ state: 'detached' });
  expect(ours.trashed).toBe(false);
  const left = await open().scene.bureau.get<readonly RecipientSheet[]>('/api/recipientSheets?state_ne=disconnected');
  expect(left.map(({ url }) => url)).toEqual([theirs.url]);
});
