import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Exchange, Report, Result } from '../../sync/model/index.ts';
import { otherWorkbook } from '../support/bureau-forms.ts';
import { copyRow, deleteRow, type Edit, editWorkbook, setCell, sortRows, stripIds } from '../support/excel-edits.ts';
import { barriers, everybodysPassword, people, reporting, settled, stage, type Visitor } from './support/index.ts';

const steps = [
  '編修臨櫃業務作業手冊',
  '每季抽查已結案件',
  '彙整常見錯誤案例',
  '公告辦理進度查詢步驟',
  '召開業務檢討會議',
  '更新網站常見問答',
];
const first = (n: number): string => `第${n + 1}項原本的辦理情形，已依規劃辦理。`;
const open = stage(server => reporting(server, steps));

const arrive = async (someone: 'secretariat' | 'officer' = 'secretariat'): Promise<Visitor> => {
  const visitor = await open().visitor();
  await visitor.logIn(people[someone].account, everybodysPassword);
  return visitor;
};

const write = async ({ id }: Report, change: Partial<Report>): Promise<void> => {
  const { as, report } = open().scene;
  await as.officer.send('PATCH', `/api/reports/${id}`, { ...change, version: (await report(id)).version });
};
const present = (report: Report): Promise<Report> => open().scene.report(report.id);

/** A round whose reports are written, and the form of it as the browser downloads it. */
async function begin(title: string, { page, go }: Visitor) {
  const reports = await open().scene.openRound(title, '2030-06-30');
  for (const [n, report] of reports.entries()) await write(report, { result: 'ongoing', narrative: first(n) });
  await go(`/forms/create?round=${reports[0]!.roundId}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '產生並下載（6 列）' }).click(),
  ]);
  await page.getByText('表單已產生').waitFor();
  return { reports, issued: new Uint8Array(await readFile(await download.path())) };
}

const give = async ({ page, go }: Visitor, name: string, bytes: Uint8Array): Promise<Locator> => {
  await go('/exchanges');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  const receipt = page.getByRole('status').getByRole('listitem').filter({ hasText: name });
  await receipt.getByRole('link').waitFor();
  return receipt;
};

/** Hands an edited form in and opens its preview. */
async function returned(visitor: Visitor, name: string, issued: Uint8Array, edits: readonly Edit[]) {
  const bytes = await editWorkbook(issued, edits);
  const receipt = await give(visitor, name, bytes);
  await receipt.getByRole('link', { name: '開啟比對' }).click();
  await footer(visitor.page).waitFor();
  return bytes;
}

const footer = (page: Page): Locator => page.getByRole('region', { name: '套用' });
const view = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name}\\s+\\d`) });
const row = (page: Page, step: string): Locator => page.getByRole('article').filter({ hasText: step });
const side = (page: Page, step: string, which: 'ours' | 'theirs', field = '辦理情形'): Locator =>
  row(page, step)
    .getByRole('group', { name: new RegExp(`^${field}`) })
    .getByRole('radio', { name: which === 'ours' ? /系統現值/ : /收回的檔案/ });
const saved = (page: Page): Promise<void> => footer(page).getByText('決定已儲存').waitFor();
const apply = async (page: Page, count: number): Promise<void> => {
  await footer(page)
    .getByRole('button', { name: `套用 ${count} 處變更` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '套用' }).click();
  await page.getByText(/^已套用：/).waitFor();
};
const undo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '復原' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '復原' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

describe('a form that went to Excel and back', () => {
  test('is compared, settled, applied and undone; the same file again is known', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports, issued } = await begin('114年6月平時查核', visitor);
    const officer = await arrive('officer');
    await officer.go(`/reports/${reports[1]!.id}/show`);
    await officer.page.getByLabel('辦理情形', { exact: true }).fill(`${first(1)}\n小明後來補充：共 24 件。`);
    await officer.page.locator('[data-save="saved"]').waitFor();

    const bytes = await returned(visitor, '回復.xlsx', issued, [
      setCell(steps[0]!, '辦理情形', `${first(0)}局端補充：已公告。`),
      setCell(steps[1]!, '辦理情形', `${first(1)}\n局端修正：共 30 件。`),
      copyRow(steps[4]!),
      deleteRow(steps[5]!),
      sortRows('執行步驟', { descending: true }),
    ]);

    await footer(page).getByText('還有 1 處衝突未決定').waitFor();
    expect(await footer(page).getByRole('button', { name: /^套用/ }).isDisabled()).toBe(true);
    for (const [name, count] of Object.entries({ 待處理: 2, 衝突: 1, 變更: 1, 未繳回: 1, 重複或錯位: 1, 未變更: 2 }))
      expect((await view(page, name).innerText()).replaceAll(/\s/g, '')).toBe(`${name}${count}`);
    const conflict = row(page, steps[1]!);
    expect(await conflict.getByText('發出時').count()).toBe(1);
    expect(await conflict.locator('ins').allInnerTexts()).toEqual([
      '\n小明後來補充：共 24 件。',
      '\n局端修正：共 30 件。',
    ]);
    expect(await row(page, steps[0]!).locator('ins').allInnerTexts()).toEqual(['局端補充：已公告。']);
    expect(await side(page, steps[0]!, 'theirs').isChecked()).toBe(true);

    await side(page, steps[1]!, 'theirs').check();
    await saved(page);
    await apply(page, 2);
    await page.getByText('已套用：2 份填報、2 處內容').waitFor();
    expect((await present(reports[0]!)).narrative).toBe(`${first(0)}局端補充：已公告。`);
    expect((await present(reports[1]!)).narrative).toBe(`${first(1)}\n局端修正：共 30 件。`);
    expect((await present(reports[5]!)).narrative).toBe(first(5));

    const again = await give(visitor, '回復（副本）.xlsx', bytes);
    await again.getByText('先前已收過').waitFor();
    await again.getByRole('link', { name: '開啟先前那一份' }).click();
    await undo(page);
    await page.getByText('已全部復原').waitFor();
    expect((await present(reports[0]!)).narrative).toBe(first(0));
    expect((await present(reports[1]!)).narrative).toBe(`${first(1)}\n小明後來補充：共 24 件。`);
  });

  test('undone late, names the fields that somebody went on writing', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports, issued } = await begin('114年7月平時查核', visitor);
    await returned(visitor, '七月.xlsx', issued, [
      setCell(steps[0]!, '備註', '局端備註'),
      setCell(steps[2]!, '辦理情形', '局端改寫'),
    ]);
    await apply(page, 2);
    await write(reports[2]!, { narrative: '套用後小明又改寫' });
    await undo(page);
    const told = page.getByRole('alert').filter({ hasText: '部分欄位保留現況' });
    expect(await told.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/彙整常見錯誤案例.*民政課.*辦理情形/),
    ]);
    expect((await present(reports[2]!)).narrative).toBe('套用後小明又改寫');
    expect((await present(reports[0]!)).remarks).toBe('');
  });
});

describe('settling', () => {
  const clash = async (title: string, visitor: Visitor) => {
    const begun = await begin(title, visitor);
    for (const n of [0, 1, 2]) await write(begun.reports[n]!, { narrative: `${first(n)}系統補充。` });
    const edits = [0, 1, 2].map(n => setCell(steps[n]!, '辦理情形', `${first(n)}檔案補充。`));
    await returned(visitor, `${title}.xlsx`, begun.issued, [
      ...edits,
      setCell(steps[3]!, '檢核結果', '快好了'),
      setCell(steps[4]!, '辦理情形', null),
    ]);
    return begun;
  };
  const decided = async (roundId: string) => {
    const [exchange] = await open().scene.as.secretariat.get<readonly Exchange[]>(`/api/exchanges?roundId=${roundId}`);
    return exchange!.counts;
  };

  test('goes by the keyboard, row after row', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports } = await clash('114年8月平時查核', visitor);
    await footer(page).getByText('還有 4 處衝突未決定').waitFor();
    await footer(page).getByRole('button', { name: '下一處衝突' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(steps[0]);
    await page.keyboard.press('1');
    await page.keyboard.press('j');
    await page.keyboard.press('2');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(steps[1]);
    await footer(page).getByText('還有 2 處衝突未決定').waitFor();
    await saved(page);
    expect(await side(page, steps[0]!, 'ours').isChecked()).toBe(true);
    expect(await side(page, steps[1]!, 'theirs').isChecked()).toBe(true);
    await page.reload();
    await footer(page).getByText('還有 2 處衝突未決定').waitFor();
    expect((await decided(reports[0]!.roundId)).unsettled).toBe(2);
  });

  test('all at once, or one column, says what could not be taken and what clears', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports } = await clash('114年9月平時查核', visitor);
    await row(page, steps[4]!).getByText('檔案清空了這一欄').waitFor();
    await row(page, steps[3]!).getByText('內容無法採用', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: '整批決定衝突' }).click();
    await page.getByRole('option', { name: '辦理情形' }).click();
    await page.getByRole('button', { name: '全部採用檔案' }).click();
    await footer(page).getByText('還有 1 處衝突未決定').waitFor();
    await page.getByRole('combobox', { name: '整批決定衝突' }).click();
    await page.getByRole('option', { name: '全部欄位' }).click();
    await page.getByRole('button', { name: '全部保留系統' }).click();
    await page.getByRole('dialog').getByText('有 3 處您先前作了不同的決定').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '一併改掉' }).click();
    await side(page, steps[4]!, 'ours').check();
    await footer(page).getByText('沒有要寫入的變更').waitFor();
    await saved(page);
    expect((await decided(reports[0]!.roundId)).unsettled).toBe(0);
    await side(page, steps[4]!, 'theirs').check();
    await apply(page, 1);
    expect((await present(reports[4]!)).narrative).toBe('');
    expect((await present(reports[3]!)).result).toBe('ongoing' satisfies Result);
  });

  test('by two people at once keeps the decisions of both', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports } = await clash('114年10月平時查核', visitor);
    const other = await arrive();
    await other.go(new URL(page.url()).hash.slice(1));
    await side(other.page, steps[0]!, 'theirs').check();
    await saved(other.page);
    await side(page, steps[1]!, 'ours').check();
    await page.getByText('內容剛被他人更新，已重新讀取；您的決定都還在。').waitFor();
    await saved(page);
    expect(await side(page, steps[0]!, 'theirs').isChecked()).toBe(true);
    expect(await side(page, steps[1]!, 'ours').isChecked()).toBe(true);
    expect((await decided(reports[0]!.roundId)).unsettled).toBe(2);
  });

  test('ends in a rejection with its reason', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports } = await clash('114年11月平時查核', visitor);
    await page.getByRole('button', { name: '退件' }).click();
    const dialog = page.getByRole('dialog', { name: '要退件嗎？' });
    await dialog.getByRole('button', { name: '退件' }).click();
    await dialog.getByText('請填寫理由').waitFor();
    await dialog.getByRole('textbox').fill('填的是上一期的內容');
    await dialog.getByRole('button', { name: '退件' }).click();
    await page.getByText('理由：填的是上一期的內容').waitFor();
    expect((await present(reports[0]!)).narrative).toBe(`${first(0)}系統補充。`);
  });
});

describe('a file that lost its ids, or has those of another form', () => {
  test('is found among our own forms, and a row that nothing tells is placed by a person', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const { reports, issued } = await begin('114年12月平時查核', visitor);
    const bytes = await editWorkbook(
      issued,
      [
        setCell(steps[1]!, '辦理情形', '編號都不見了還是認得'),
        setCell(steps[3]!, '辦理情形', '題目也改寫了'),
        setCell(steps[3]!, '執行步驟', '9.換成另外一種說法'),
        stripIds,
      ],
      { stripProperties: true },
    );
    const receipt = await give(visitor, '沒有編號.xlsx', bytes);
    await receipt.getByText('需指定表單').waitFor();
    await receipt.getByRole('link', { name: '指定表單' }).click();
    await page.getByRole('heading', { name: '這份檔案看起來是…' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^就是這一份 .*114年12月平時查核/ }).click();
    await row(page, steps[1]!).getByText('依文字比對，請確認').waitFor();
    await view(page, '無法對應').click();
    const stray = row(page, '換成另外一種說法');
    await stray.getByRole('combobox', { name: '這一列是…' }).click();
    await page.getByRole('option', { name: steps[3]! }).click();
    await apply(page, 2);
    expect((await present(reports[1]!)).narrative).toBe('編號都不見了還是認得');
    expect((await present(reports[3]!)).narrative).toBe('題目也改寫了');
    expect((await present(reports[0]!)).version).toBe(2);
  });

  test('is compared with the right form instead, once it is said what will be thrown away', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const wrong = await begin('115年1月平時查核', visitor);
    const right = await open().scene.openRound('115年2月平時查核', '2030-06-30');
    for (const [n, report] of right.entries()) await write(report, { result: 'ongoing', narrative: first(n) });
    await open().scene.as.secretariat.send('POST', '/api/forms', { roundId: right[0]!.roundId });
    await write(wrong.reports[0]!, { narrative: `${first(0)}系統補充。` });
    await returned(visitor, '拿錯期別.xlsx', wrong.issued, [setCell(steps[0]!, '辦理情形', '二月才辦的事')]);
    await side(page, steps[0]!, 'theirs').check();
    await saved(page);

    await page.getByRole('button', { name: '改認為其他表單' }).click();
    const dialog = page.getByRole('dialog', { name: '這份檔案是哪一份表單？' });
    await dialog.getByText('目前當作「').waitFor();
    await dialog.getByText('您已決定的 1 處（含指定的列）').waitFor();
    expect(await dialog.getByRole('button', { name: '改用這份表單比對' }).isDisabled()).toBe(true);
    await dialog.getByRole('combobox', { name: '發出的表單' }).click();
    await page.getByRole('option', { name: /115年2月平時查核/ }).click();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '改用這份表單比對' }).click();
    await dialog.waitFor({ state: 'detached' });

    await footer(page).getByText('可以套用').waitFor();
    await row(page, steps[0]!).getByText('依文字比對，請確認').waitFor();
    await apply(page, 1);
    expect((await present(right[0]!)).narrative).toBe('二月才辦的事');
    expect((await present(wrong.reports[0]!)).narrative).toBe(`${first(0)}系統補充。`);
  });
});

describe('a file that is not ours', () => {
  test('can be read, and is told apart from one that cannot', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const receipt = await give(visitor, '別人的表.xlsx', await otherWorkbook());
    await receipt.getByText('對不上發出的表單').waitFor();
    await receipt.getByRole('link', { name: '查看說明' }).click();
    await page.getByText('這個檔案對不上本機關發出的表單').waitFor();
    await page.getByRole('button', { name: '指定表單' }).waitFor();
    await visitor.go('/exchanges');
    await page
      .getByRole('row', { name: /別人的表/ })
      .getByText('對不上發出的表單')
      .waitFor();
  });

  test('is kept, says what is wrong and what to do, and can be had again', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const bytes = Buffer.from('%PDF-1.4 a scan of the form');
    const receipt = await give(visitor, '掃描檔.xlsx', bytes);
    await receipt.getByText('無法讀取').waitFor();
    await receipt.getByRole('link', { name: '查看說明' }).click();
    await page.getByText('原檔可由上方「下載原檔」取回').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下載原檔' }).click(),
    ]);
    expect(await readFile(await download.path())).toEqual(bytes);
    expect(download.suggestedFilename()).toBe('掃描檔.xlsx');
    await page.getByRole('link', { name: '改上傳其他檔案' }).click();
    await settled(page);
    await page.getByRole('link', { name: '掃描檔.xlsx' }).waitFor();
  });
});
