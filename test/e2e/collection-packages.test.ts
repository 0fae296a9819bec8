import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { CollectionFile, Recipient } from '../../sync/model/index.ts';
import { acquaint } from '../support/package-desk.ts';
import { returnsDesk, written } from '../support/returns-desk.ts';
import { barriers } from './support/index.ts';
import { appliedPackage, bytesOf, confirm, openedPackage, twoInstallations } from './support/two-installations.ts';

const sides = twoInstallations();
const { arrive } = sides;

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const upload = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

test('a form travels down by package, its answer up, what was said of it down, and the mended one up again', {
  timeout: 120_000,
}, async () => {
  const { bureau } = await acquaint(sides.both());
  const desk = returnsDesk(() => bureau.office);
  const asked = await desk.ask([bureau.peer.id], 3, { instructions: '請敘明具體數據。', dueDate: '2027-06-30' });
  const { collection } = asked;
  const [reviewer, clerk] = [await arrive('bureau'), await arrive('district')];
  const roster = `/collections/${collection.id}/show`;

  const handOut = async () => {
    await reviewer.go(roster);
    await button(reviewer.page, '產生封包').click();
    const dialog = reviewer.page.getByRole('dialog');
    await dialog.getByText('要產生 1 個封包嗎？').waitFor();
    expect(await barriers(reviewer.page)).toEqual([]);
    const file = await bytesOf(reviewer.page, () => button(reviewer.page, '產生並下載').click());
    await dialog.waitFor({ state: 'detached' });
    return file;
  };

  // Down: what is asked.
  const down = await handOut();
  expect(down.name).toMatch(/^遠山縣政府 .*\.zip$/);
  await openedPackage(clerk, down);
  const { page } = clerk;
  await page.getByText('彙整案 1 筆').waitFor();
  await confirm(page, /^套用/);
  await appliedPackage(page).getByRole('link', { name: '前往交辦表單' }).click();
  await page.getByText('請敘明具體數據。').waitFor();
  await page.getByText('填好的表單上傳後，請匯出封包').waitFor();
  expect(await barriers(page)).toEqual([]);

  // Up: what was filled in.
  const form = await bytesOf(page, () => page.getByRole('link', { name: '下載表單' }).click());
  const answers = { 0: { result: '已完成', narrative: '手冊已修訂' }, 1: { narrative: '已測試' } };
  await upload(page, '回復.xlsx', written(new Uint8Array(form.bytes), answers));
  await page.getByText('有 1 個檔案還沒有匯出').waitFor();
  // The list of what is asked finds it under the state that it shows.
  const place = new URL(page.url()).hash.slice(1);
  const listed = (filter: object) => clerk.go(`/recipients?${new URLSearchParams({ filter: JSON.stringify(filter) })}`);
  await listed({ ownState: 'unsent' });
  await page.getByRole('row').filter({ hasText: collection.name }).getByText('尚未寄出').waitFor();
  await listed({ ownState: 'returned' });
  await page.getByText(/^沒有符合條件的/).waitFor();
  await listed({});
  await clerk.go(place);
  await page.getByText('還沒有寄給上級機關').waitFor();
  const up = await bytesOf(page, () => button(page, '匯出封包').click());
  await page.getByText('匯出封包。上級機關回覆的封包').waitFor();
  await openedPackage(reviewer, up);
  await reviewer.page.getByText('來件 1 筆').waitFor();
  await confirm(reviewer.page, /^套用/);
  await appliedPackage(reviewer.page).getByRole('link', { name: '前往彙整案' }).click();
  const file = reviewer.page.getByRole('row').filter({ hasText: '回復.xlsx' });
  await file.waitFor();
  await expect
    .poll(async () => (await desk.files(collection)).map(({ state }: CollectionFile) => state), { timeout: 20_000 })
    .toEqual(['read']);
  expect(await desk.applyAll(collection)).toEqual({ applied: 1, left: [] });

  // Down: what was said of it, the reasons and the scores.
  const [one, two] = await desk.rows(collection);
  await desk.ok(desk.review(one!, { first: { score: 4, remarks: '佐證齊全' } }), 200);
  await desk.ok(desk.review(two!, { returnReason: '請補測試日期' }), 200);
  const line: Recipient = await desk.recipient(asked.recipients[0]!.id);
  await desk.ok(desk.judge(line, 'sendBack', { reason: '第二項請補正後再送' }), 200);
  await openedPackage(clerk, await handOut());
  await page.getByText('第二項請補正後再送').first().waitFor();
  await confirm(page, /^套用/);
  await appliedPackage(page).waitFor();
  await clerk.go('/recipients');
  await page.getByRole('row').filter({ hasText: collection.name }).getByText('退回補正').waitFor();
  await page.getByRole('link', { name: collection.name }).click();
  await page.getByText('送回填好的表單').waitFor();
  await page.getByRole('alert').filter({ hasText: '第二項請補正後再送' }).waitFor();
  for (const said of ['請補測試日期', '佐證齊全']) {
    const answer = page.getByRole('article').filter({ hasText: said });
    await answer.scrollIntoViewIfNeeded();
    await answer.getByText(said).waitFor();
  }
  expect(await barriers(page)).toEqual([]);

  // Up: mended, and merged into what is held.
  // Time stands still in these installations: what is handed in later must be so.
  sides.both().district.office.clock.advance(60_000);
  const mended = { ...answers, 1: { narrative: '114年6月5日已測試' } };
  await upload(page, '補正.xlsx', written(new Uint8Array(form.bytes), mended));
  await page.getByText('有 1 個檔案還沒有匯出').waitFor();
  await openedPackage(reviewer, await bytesOf(page, () => button(page, '匯出封包').click()));
  await confirm(reviewer.page, /^套用/);
  await appliedPackage(reviewer.page).waitFor();
  await expect
    .poll(async () => (await desk.files(collection)).map(({ state }: CollectionFile) => state), { timeout: 20_000 })
    .toEqual(['applied', 'read']);
  expect(await desk.applyAll(collection)).toEqual({ applied: 1, left: [] });
  expect((await desk.rows(collection))[1]!.accepted.narrative).toBe('114年6月5日已測試');
});
