import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Report, Template, TemplateDetail } from '../../sync/model/index.ts';
import { listForm, odsForm, odsOf, tickFirstRow, tickForm } from '../support/bureau-forms.ts';
import { editWorkbook, setAt } from '../support/excel-edits.ts';
import { barriers, everybodysPassword, people, reporting, settled, stage, type Visitor } from './support/index.ts';

const steps = [
  '編修臨櫃業務作業手冊，載明受理條件',
  '每季抽查已結案件，確認處理結果',
  '彙整常見錯誤案例，於課務會議說明',
  '公告辦理進度查詢步驟',
];
const printed = steps.map((text, place) => ({ label: String(place + 1), text }));
/** A form of which each step is a column. */
const acrossRows = [
  ['直排檢核表', '', '', '', ''],
  ['填報機關', '北山鄉公所', '查核期間', '114年1月至6月', ''],
  ['執行步驟', ...steps.map((text, place) => `${place + 1}.${text}`)],
  ['執行單位', '民政課', '民政課', '社會課', '秘書室'],
  ['檢核結果', '', '', '', ''],
  ['辦理情形', '', '', '', ''],
  ['備註', '', '', '', ''],
  ['以上由各課填寫', '', '', '', ''],
] as const;
const first = (n: number): string => `第${n + 1}項原本的辦理情形，已依規劃辦理。`;
const open = stage(server => reporting(server, steps));

const arrive = async (looks = {}): Promise<Visitor> => {
  const visitor = await open().visitor(looks);
  await visitor.logIn(people.secretariat.account, everybodysPassword);
  return visitor;
};

const give = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

const grid = (page: Page): Locator => page.getByRole('grid');
const chooser = (page: Page): Locator => page.getByRole('dialog');
const panel = (page: Page, name: string): Locator => page.getByRole('region', { name });
/** A cell, a column letter (row 0) or a row number (column 0), by its place. */
const at = (page: Page, column: number, row: number): Locator => grid(page).locator(`[data-at="${column}:${row}"]`);
const readAnew = (page: Page): Promise<void> => page.getByText('依您的更正重新辨識…').waitFor({ state: 'detached' });

const widthOf = async (place: Locator): Promise<number> => (await place.boundingBox())!.width;

/** Drops a workbook on the page of templates, which opens what was found in it. */
async function drop({ page, go }: Visitor, name: string, bytes: Uint8Array): Promise<string> {
  await go('/templates');
  await give(page, name, bytes);
  await page.waitForURL(/#\/templates\/[^/]+\/show/);
  await grid(page).waitFor();
  await settled(page);
  return /templates\/([^/]+)\/show/.exec(page.url())?.[1] ?? '';
}

async function choose(page: Page, place: Locator, option: string): Promise<void> {
  await place.click();
  await chooser(page).getByRole('option', { name: option, exact: true }).click();
  await chooser(page).waitFor({ state: 'detached' });
  await readAnew(page);
}

const read = (id: string): Promise<TemplateDetail> =>
  open().scene.as.secretariat.get<TemplateDetail>(`/api/templates/${id}`);

describe('the studio', () => {
  test('shows a form with two header rows and ticks as the sheet it is, with all that was found', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await drop(visitor, '服務躍升自評表.xlsx', await tickForm({ steps: printed }));
    await page.getByText('4 列要填報', { exact: true }).waitFor();
    const letters = await grid(page).getByRole('columnheader').allInnerTexts();
    expect(letters.map(text => text.replaceAll(/\s/g, ''))).toEqual([
      '',
      'A執行要項',
      'B執行步驟',
      'C✓已完成',
      'D✓辦理中',
      'E✓未辦理',
      'F✓不適用',
      'G辦理情形',
      'H備註',
    ]);
    const numbers = await grid(page).getByRole('rowheader').allInnerTexts();
    expect(numbers.map(text => text.replaceAll(/\s/g, ''))).toEqual([
      '1',
      '2',
      '3',
      '4表頭',
      '5表頭',
      '6填報',
      '7填報',
      '8填報',
      '9填報',
      '10核章',
    ]);
    const legend = page.getByRole('list', { name: '圖例' });
    for (const part of ['執行要項', '執行步驟', '結果勾選欄', '辦理情形', '備註', '機關名稱', '表頭', '核章列'])
      await legend.getByRole('button', { name: part }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await at(page, 3, 4).click();
    await chooser(page)
      .getByText(/很有把握/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('leads to what it is not sure of, and lets it be found right', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await drop(visitor, '待確認.xlsx', await tickForm({ steps: printed, year: 113 }));
    const doubts = panel(page, '請確認');
    const agency = doubts.getByRole('listitem').filter({ hasText: '機關名稱在 B2' });
    await agency.getByText(/沒有把握/).waitFor();
    await agency.getByRole('button', { name: '看那一格' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('2:2');
    await agency.getByRole('button', { name: '沒有錯' }).click();
    await agency.waitFor({ state: 'detached' });
    await page.reload();
    await doubts.waitFor();
    expect(await doubts.getByText('機關名稱在 B2').count()).toBe(0);
  });

  test('corrects a form whose titles stand below each other as a person sees it: its rows, its columns, the row of titles', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const id = await drop(visitor, '直排.ods', odsOf('直排表', acrossRows));
    await page.getByText('4 欄要填報（欄名直排）', { exact: true }).waitFor();
    // A title stays in its cell; over the blank answers beside it, it would look like one.
    const [title, cell] = await Promise.all([at(page, 1, 6).locator('.grid-text'), at(page, 1, 6)].map(widthOf));
    expect(title).toBeLessThanOrEqual(cell!);
    await at(page, 2, 7).click();
    await chooser(page).getByRole('listbox', { name: '這一列是什麼' }).waitFor();
    await chooser(page).getByText('「備註」在第 7 列').waitFor();
    expect(await barriers(page)).toEqual([]);
    await chooser(page).getByRole('option', { name: '佐證資料', exact: true }).click();
    await readAnew(page);
    await panel(page, '已更正').getByText('「佐證資料」在第 7 列').waitFor();
    await choose(page, at(page, 3, 0), '不用填報');
    await page.getByText('3 欄要填報（欄名直排）', { exact: true }).waitFor();
    await panel(page, '已更正').getByText('C 欄不用填報').waitFor();
    await choose(page, at(page, 0, 8), '這是核章列');
    await panel(page, '已更正').getByText('核章列是第 8 列').waitFor();
    expect((await read(id)).corrections).toEqual([
      {
        sheet: '直排表',
        columns: { remarks: null, evidence: { column: 'G', title: '備註' } },
        dropRows: [3],
        signOffRow: 8,
      },
    ]);
    await choose(page, at(page, 0, 3), '欄名其實橫排在第 3 列');
    await panel(page, '已更正').getByText('表頭是第 3 列').waitFor();
    await page.getByRole('button', { name: '取消更正：表頭是第 3 列' }).click();
    await page.getByText('4 欄要填報（欄名直排）', { exact: true }).waitFor();
    await page.getByRole('tab', { name: '對應計畫' }).click();
    await page.getByText(/^B 欄/).first().waitFor();
    await page.getByText(/^第 2 列/).waitFor({ state: 'detached' });
  });

  test('has a name of its own, and says which one is free when it is to be called as another', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await drop(visitor, '府頒表.xlsx', await listForm({ steps: printed, narrative: '第一版' }));
    await drop(visitor, '府頒表.xlsx', await listForm({ steps: printed, narrative: '第二版' }));
    await page.getByText('這一份取名為「府頒表（2）」').waitFor();
    await page.getByRole('heading', { level: 1, name: '府頒表（2）' }).waitFor();
    await page.getByRole('button', { name: '更改名稱' }).click();
    await chooser(page).getByRole('textbox').fill('府頒表');
    await chooser(page).getByRole('button', { name: '儲存' }).click();
    await chooser(page).getByText('已有名為「府頒表」的範本').waitFor();
    expect(await barriers(page)).toEqual([]);
    await chooser(page).getByRole('button', { name: '改用「府頒表（2）」' }).click();
    await chooser(page).getByRole('textbox').fill('府頒表（115年度）');
    await chooser(page).getByRole('button', { name: '儲存' }).click();
    await page.getByRole('heading', { level: 1, name: '府頒表（115年度）' }).waitFor();
  });

  test('is corrected by clicking: a column, a row, a cell, the header; each can be taken back, and stays', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const id = await drop(visitor, '更正.xlsx', await listForm({ steps: printed, narrative: '本期作為' }));
    await choose(page, at(page, 5, 2), '辦理情形');
    await at(page, 5, 0).getByText('辦理情形').waitFor();
    await choose(page, at(page, 0, 4), '不用填報');
    await page.getByText('3 列要填報', { exact: true }).waitFor();
    await choose(page, at(page, 1, 1), '查核期間');
    await at(page, 1, 1).getByText('查核期間').waitFor();
    await choose(page, at(page, 0, 1), '表頭從第 1 列開始');
    await panel(page, '已更正').getByText('表頭是第 1 至 2 列').waitFor();

    await page.getByRole('button', { name: '復原上一步' }).click();
    await readAnew(page);
    await panel(page, '已更正').getByText('表頭是第 1 至 2 列').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '取消更正：第 4 列不用填報' }).click();
    await page.getByText('4 列要填報', { exact: true }).waitFor();

    await page.reload();
    await at(page, 5, 0).getByText('辦理情形').waitFor();
    expect((await read(id)).corrections).toEqual([
      {
        sheet: '檢核表',
        columns: { narrative: { column: 'E', title: '本期作為' } },
        periodCell: 'A1',
      },
    ]);
  });

  test('works by the keyboard alone', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await drop(visitor, '鍵盤.xlsx', await listForm({ steps: printed, narrative: '本季作為' }));
    await at(page, 1, 1).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('本季作為');
    await page.keyboard.press('Enter');
    await chooser(page).waitFor();
    await page.keyboard.press('Escape');
    await chooser(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('本季作為');
    await page.keyboard.press('Enter');
    await chooser(page).getByRole('option', { selected: true }).focus();
    for (let n = 0; n < 30; n++) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === '辦理情形') break;
      await page.keyboard.press('ArrowUp');
    }
    await page.keyboard.press('Enter');
    await at(page, 5, 0).getByText('辦理情形').waitFor();
  });

  test('puts a correction on top of what somebody else has just said', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const id = await drop(visitor, '同時.xlsx', await listForm({ steps: printed, narrative: '年度作為' }));
    await open().scene.as.secretariat.send('PATCH', `/api/templates/${id}`, {
      version: (await read(id)).version,
      corrections: [{ sheet: '檢核表', dropRows: [3] }],
    });
    await choose(page, at(page, 5, 2), '辦理情形');
    await page.getByText('內容剛被他人更新，已重新讀取，並套上您的更正。').waitFor();
    await page.getByText('3 列要填報', { exact: true }).waitFor();
    expect((await read(id)).corrections).toEqual([
      { sheet: '檢核表', dropRows: [3], columns: { narrative: { column: 'E', title: '年度作為' } } },
    ]);
    // Later forms that are alike would learn that the row asks for nothing.
    await page.getByRole('button', { name: '刪除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '刪除' }).click();
    await page.getByText('已刪除「同時」').waitFor();
  });

  test('learns from an earlier form, and says so', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await drop(visitor, '去年.xlsx', await listForm({ steps: printed, narrative: '精進作為說明欄', year: 112 }));
    await choose(page, at(page, 5, 2), '辦理情形');
    await drop(
      visitor,
      '今年.xlsx',
      await listForm({ steps: printed, narrative: '精進作為說明欄', year: 113, indent: 1 }),
    );
    await page.getByText('已沿用那一份的更正').waitFor();
    await page.getByRole('alert').getByRole('link', { name: '去年' }).waitFor();
    await at(page, 6, 0).getByText('辦理情形').waitFor();
  });

  test('refuses what holds no form, says why, and knows the same file again', async () => {
    const { page, go } = await arrive();
    await go('/templates');
    await give(page, '掃描檔.xlsx', Buffer.from('%PDF-1.4 a scan'));
    const refused = page.getByRole('listitem').filter({ hasText: '掃描檔.xlsx' });
    await refused.getByText('未加入').waitFor();
    await refused.getByText('「掃描檔.xlsx」不是試算表檔案', { exact: false }).waitFor();
    const bytes = await listForm({ steps: printed, year: 110 });
    const visitor = { page, go } as Visitor;
    await drop(visitor, '第一次.xlsx', bytes);
    await go('/templates');
    await give(page, '第二次.xlsx', bytes);
    const again = page.getByRole('listitem').filter({ hasText: '第二次.xlsx' });
    await again.getByText('先前已加入').waitFor();
    await again.getByRole('link', { name: '開啟範本' }).click();
    await page.getByRole('heading', { level: 1, name: '第一次' }).waitFor();
  });

  test('lets a form with titles that nobody knows be added and pointed at', async () => {
    const visitor = await arrive();
    const { page, go } = visitor;
    await go('/templates');
    const strange = odsOf('追蹤', [
      ['年度重要工作'],
      ['流水號', '要做什麼', '誰負責', '做了什麼'],
      ...steps.map((text, place) => [String(place + 1), text, '民政課', '']),
    ]);
    await give(page, '口語.ods', strange);
    await page.getByRole('button', { name: '仍要加入，自行指出欄名' }).click();
    await page.waitForURL(/#\/templates\/[^/]+\/show/);
    await page.getByText('沒有認出表格？').waitFor();
    await at(page, 0, 2).focus();
    await page.keyboard.press('Enter');
    await chooser(page).getByRole('option', { name: '表頭只有第 2 列' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await chooser(page).getByRole('option', { name: '表頭只有第 2 列' }).click();
    await page.getByText('4 列要填報', { exact: true }).waitFor();
    const doubts = panel(page, '請確認');
    await doubts.getByText('沒有認出「辦理情形」').waitFor();
    await choose(page, at(page, 4, 2), '辦理情形');
    await doubts.getByText('沒有認出「辦理情形」').waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
  });

  test('sends a file again that the connection did not carry', async () => {
    const { page, go } = await arrive();
    await go('/templates');
    await page.route('**/api/templates', sent => sent.abort('internetdisconnected'));
    await give(page, '斷線.xlsx', await listForm({ steps: printed, year: 107 }));
    await page.getByText('無法連線到伺服器，檔案尚未送達。').waitFor();
    await page.unroute('**/api/templates');
    await page.getByRole('button', { name: '再試一次' }).click();
    await page.getByRole('heading', { level: 1, name: '斷線' }).waitFor();
  });

  test.each([
    ['on a phone in the dark', { phone: true, dark: true }],
    ['in English', { locale: 'en' }],
  ] as const)('has no barrier and keeps within the window %s', async (_, looks) => {
    const { page, go } = await arrive(looks);
    const [template] = await open().scene.as.secretariat.get<readonly Template[]>('/api/templates?_sort=createdAt');
    for (const route of ['/templates', `/templates/${template!.id}/show`, `/templates/${template!.id}/show?tab=rows`]) {
      await go(route);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      expect(await barriers(page)).toEqual([]);
    }
  });
});

const present = (report: Report): Promise<Report> => open().scene.report(report.id);
const write = async ({ id }: Report, change: Partial<Report>): Promise<void> => {
  const { as, report } = open().scene;
  await as.officer.send('PATCH', `/api/reports/${id}`, { ...change, version: (await report(id)).version });
};
const footer = (page: Page): Locator => page.getByRole('region', { name: '套用' });
const row = (page: Page, step: string): Locator => page.getByRole('article').filter({ hasText: step });

/** Types over a text in an OpenDocument spreadsheet, and has LibreOffice save it where there is one. */
async function editOds(bytes: Uint8Array, before: string, after: string): Promise<Uint8Array> {
  const parts = unzipSync(bytes);
  const content = strFromU8(parts['content.xml']!);
  expect(content).toContain(before);
  const { mimetype, ...rest } = parts;
  const edited = zipSync({
    mimetype: [mimetype!, { level: 0 }],
    ...rest,
    'content.xml': strToU8(content.replace(before, after)),
  });
  return existsSync('/usr/bin/soffice') ? savedByLibreOffice(edited) : edited;
}

async function savedByLibreOffice(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'guankao-soffice-'));
  try {
    await writeFile(join(folder, 'in.ods'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const save = ['--headless', '--convert-to', 'ods', '--outdir', join(folder, 'out'), join(folder, 'in.ods')];
    await promisify(execFile)('/usr/bin/soffice', [profile, ...save], { timeout: 90_000 });
    return new Uint8Array(await readFile(join(folder, 'out/in.ods')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Journey {
  readonly form: () => Promise<Uint8Array>;
  readonly name: string;
  /** Types over the narrative of the first step. */
  readonly edit: (bytes: Uint8Array, before: string, after: string) => Promise<Uint8Array>;
}

const journeys: readonly (readonly [string, Journey])[] = [
  [
    'a form with ticks',
    {
      form: () => tickForm({ steps: printed, year: 114 }),
      name: '自評.xlsx',
      edit: (bytes, _, after) => editWorkbook(bytes, [setAt(`G${tickFirstRow}`, after)]),
    },
  ],
  [
    'an OpenDocument form',
    { form: async () => odsForm({ steps: printed, year: 114 }), name: '檢核.ods', edit: editOds },
  ],
];

describe('a round sent through a template', () => {
  test.each(journeys)('as %s comes back, is recognised, settled, applied and undone', async (title, journey) => {
    const visitor = await arrive();
    const { page, go } = visitor;
    const ending = journey.name.split('.')[1]!;
    const id = await drop(visitor, journey.name, await journey.form());

    await page.getByRole('tab', { name: '對應計畫' }).click();
    await page.getByRole('button', { name: '確認全部建議（4 列）' }).click();
    await page.getByText('有 4 列的對應尚未儲存').waitFor();
    await page.getByRole('button', { name: '儲存對應' }).click();
    await page.getByText('對應已儲存').waitFor();
    await panel(page, '沒有列可填的步驟').getByText('計畫的每一個步驟都有列可填。').waitFor();
    expect(await barriers(page)).toEqual([]);

    const reports = await open().scene.openRound(`查核：${title}`, '2030-06-30');
    for (const [n, report] of reports.entries()) await write(report, { result: 'ongoing', narrative: first(n) });
    await go(`/forms/create?round=${reports[0]!.roundId}&template=${id}`);
    await page.getByText('範本的 4 列都已確認對應').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '產生並下載' }).click(),
    ]);
    await page.getByText('表單已產生').waitFor();
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    const issued = new Uint8Array(await readFile(await download.path()));

    const theirs = `${first(0)}局端補充：已公告。`;
    const bytes = await journey.edit(issued, first(0), theirs);
    await write(reports[0]!, { narrative: `${first(0)}小明後來補充。` });

    await go('/exchanges');
    await give(page, `回復.${ending}`, bytes);
    const receipt = page
      .getByRole('status')
      .getByRole('listitem')
      .filter({ hasText: `回復.${ending}` });
    await receipt.getByText('需指定表單').waitFor();
    await receipt.getByRole('link', { name: '指定表單' }).click();
    await page.getByRole('heading', { name: '這份檔案看起來是…' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^就是這一份/ })
      .first()
      .click();

    await footer(page).getByText('還有 1 處衝突未決定').waitFor();
    const conflict = row(page, steps[0]!);
    await conflict.getByText('依文字比對，請確認').waitFor();
    await conflict.getByRole('button', { name: /^是這一列/ }).click();
    await conflict.getByText('由人指定').waitFor();
    await conflict
      .getByRole('group', { name: /^辦理情形/ })
      .getByRole('radio', { name: /收回的檔案/ })
      .check();
    await footer(page).getByText('決定已儲存').waitFor();
    await footer(page).getByRole('button', { name: '套用 1 處變更' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '套用' }).click();
    await page.getByText('已套用：1 份填報、1 處內容').waitFor();
    expect((await present(reports[0]!)).narrative).toBe(theirs);
    expect((await present(reports[1]!)).narrative).toBe(first(1));

    await page.getByRole('button', { name: '復原' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '復原' }).click();
    await page.getByText('已全部復原').waitFor();
    expect((await present(reports[0]!)).narrative).toBe(`${first(0)}小明後來補充。`);
  });

  test('with a step retyped past recognition leaves the row to a person, who places it', async () => {
    const visitor = await arrive();
    const { page, go } = visitor;
    const id = await drop(visitor, '改寫.xlsx', await tickForm({ steps: printed, year: 109 }));
    await page.getByRole('tab', { name: '對應計畫' }).click();
    await page.getByRole('button', { name: '確認全部建議（4 列）' }).click();
    await page.getByRole('button', { name: '儲存對應' }).click();
    await page.getByText('對應已儲存').waitFor();
    const reports = await open().scene.openRound('查核：改寫', '2030-06-30');
    const { roundId } = reports[0]!;
    const issued = await open().scene.as.secretariat.send<{ id: string }>('POST', '/api/forms', {
      roundId,
      templateId: id,
    });
    await go('/forms');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`a[href$="/api/forms/${issued.id}/file"]`).first().click(),
    ]);
    const bytes = await editWorkbook(new Uint8Array(await readFile(await download.path())), [
      setAt(`B${tickFirstRow + 3}`, '9.換成另外一種說法的全新內容'),
      setAt(`G${tickFirstRow + 3}`, '改寫後填的辦理情形'),
    ]);
    await go('/exchanges');
    await give(page, '改寫後.xlsx', bytes);
    await page.getByRole('link', { name: '指定表單' }).click();
    await page.getByRole('button', { name: /^就是這一份 .*改寫/ }).click();
    await page.getByRole('button', { name: /^無法對應\s+1/ }).click();
    const stray = row(page, '換成另外一種說法的全新內容');
    await stray.getByText('改寫後填的辦理情形').waitFor();
    await stray.getByRole('combobox', { name: '這一列是…' }).click();
    await page.getByRole('option', { name: steps[3]! }).click();
    await footer(page).getByRole('button', { name: '套用 1 處變更' }).waitFor();
    await page.getByRole('button', { name: /^變更\s+1/ }).click();
    await row(page, steps[3]!).getByText('由人指定').waitFor();
    await page.getByRole('button', { name: /^比對待確認\s+3/ }).click();
    await page.getByRole('button', { name: '全部沒有錯（3 列）' }).click();
    await page.getByText('沒有這一類的內容。').waitFor();
    await footer(page).getByRole('button', { name: '套用 1 處變更' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '套用' }).click();
    await page.getByText('已套用：1 份填報、1 處內容').waitFor();
    expect((await present(reports[3]!)).narrative).toBe('改寫後填的辦理情形');
  });
});

describe('the format of a form that goes out through a template', () => {
  const begin = async () => {
    const visitor = await arrive();
    const id = await drop(visitor, '格式.xlsx', await listForm({ steps: printed, year: 108 }));
    const reports = await open().scene.openRound('查核：格式', '2030-06-30');
    const format = visitor.page.getByRole('combobox', { name: '檔案格式' });
    return { ...visitor, format, route: `/forms/create?round=${reports[0]!.roundId}&template=${id}` };
  };

  test.runIf(existsSync('/usr/bin/soffice'))('is another one only when that is asked for, with a warning', async () => {
    const { page, go, format, route } = await begin();
    await go(route);
    await page.getByText('維持範本的格式；需要時可以轉換。').waitFor();
    expect(await format.innerText()).toBe('.xlsx（範本的格式）');
    await format.click();
    await page.getByRole('option', { name: '轉換為 .ods' }).click();
    await page.getByText('版面、字型、下拉選單與公式可能略有出入').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '產生並下載' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ods$/);
    expect(strFromU8(unzipSync(new Uint8Array(await readFile(await download.path()))).mimetype!)).toBe(
      'application/vnd.oasis.opendocument.spreadsheet',
    );
    await page.getByText('檔案由 LibreOffice 從 .xlsx 轉換為 .ods').waitFor();
  });

  test('stays as it is where the server has no LibreOffice, and the page says why', async () => {
    const { page, go, format, route } = await begin();
    await page.route('**/api/forms/conversion', answer => answer.fulfill({ json: { available: false } }));
    await go(route);
    await page.getByText('伺服器沒有安裝 LibreOffice，無法轉換為 .ods').waitFor();
    await format.click();
    const other = page.getByRole('option', { name: '無法轉換為 .ods' });
    expect(await other.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await barriers(page)).toEqual([]);
  });
});

describe('our own form', () => {
  test.each(['ods', 'csv'] as const)('goes out as .%s when that is asked for', async format => {
    const { page, go } = await arrive();
    const reports = await open().scene.openRound(`查核：${format}`, '2030-06-30');
    await go(`/forms/create?round=${reports[0]!.roundId}`);
    await page.getByRole('combobox', { name: '檔案格式' }).click();
    await page.getByRole('option', { name: new RegExp(`\\.${format}`) }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '產生並下載（4 列）' }).click(),
    ]);
    await page.getByText('表單已產生').waitFor();
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
  });
});
