import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inPrintedOrder, noSections, type Plan, type PlanDocument, type PlanItem } from '../../sync/model/index.ts';
import { writePlan } from '../../sync/outline/write/index.ts';
import { nodeOf as node } from '../support/plan-node.ts';
import { pdf, portrait, sheet } from '../sync/outline/pdf/pdf-builder.ts';
import { type SetCell, setTable } from '../sync/outline/pdf/table-setter.ts';
import { everybodysPassword, planners, planning, stage } from './support/index.ts';

const open = stage(planning);

const basis = '清川市政府提升服務實施計畫。';
const document: PlanDocument = {
  ...noSections,
  title: '青田區公所114年度提升服務執行計畫',
  agency: '青田區公所',
  year: 114,
  document: null,
  basis: [basis],
  scope: '本所全體同仁。',
  items: [
    node('一', '便捷服務遞送', {
      children: [
        node('(一)', '縮短民眾等候', {
          children: [
            node('1', '公告臨櫃案件處理時間。', { units: ['民政課'] }),
            node('2', '設置彈性窗口。另辦理志工引導。', { units: ['社會課'] }),
            node('3', '檢視申辦動線標示。'),
          ],
        }),
      ],
    }),
  ],
};

/** The same plan on a page with ruled lines, as a word processor prints it. */
function printed(): Uint8Array {
  const [item] = document.items;
  const [keyPoint] = item!.children;
  const head = ['執行要項', '執行重點', '執行步驟', '執行單位'];
  const cells: SetCell[] = [
    ...head.map((text, column) => ({ text, row: 0, column })),
    { text: `${item!.label}、${item!.text}`, row: 1, column: 0, rows: 3 },
    { text: `${keyPoint!.label}${keyPoint!.text}`, row: 1, column: 1, rows: 3 },
    ...keyPoint!.children.flatMap(({ label, text, units }, i) => [
      { text: `${label}.${text}`, row: 1 + i, column: 2 },
      { text: units.join(''), row: 1 + i, column: 3 },
    ]),
  ];
  return pdf([
    sheet(portrait, pen => {
      for (const [i, line] of [
        document.title,
        '壹、計畫依據',
        basis,
        '貳、實施對象',
        document.scope,
        '參、計畫內容',
      ].entries())
        pen.text(60, 70 + 22 * i, line);
      setTable(pen, cells, { left: 60, top: 220, widths: [90, 110, 200, 70], rules: 'lines', align: 'middle' });
    }),
  ]);
}

/** As a program saves the table of a document as text. */
const typed = `${document.title}

壹、計畫依據
${basis}
貳、實施對象
${document.scope}
參、計畫內容
執行要項\t執行重點\t執行步驟\t執行單位
一、便捷服務遞送\t(一)縮短民眾等候\t1.公告臨櫃案件處理時間。\t民政課
\t\t2.設置彈性窗口。另辦理志工引導。\t社會課
\t\t3.檢視申辦動線標示。\t
`;

const files: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  docx: () => writePlan(document, 'docx'),
  odt: () => writePlan(document, 'odt'),
  pdf: printed,
  txt: () => new TextEncoder().encode(typed),
  xlsx: () => writePlan(document, 'xlsx'),
  ods: () => writePlan(document, 'ods'),
};

const row = (page: Page, text: string) => page.getByRole('treegrid').locator('tr[data-id]').filter({ hasText: text });

describe('a plan is read beside its document, corrected and created', () => {
  test.each(Object.entries(files))('from .%s', async (format, make) => {
    const { scene, visitor } = open();
    const { page, go, logIn } = await visitor();
    await logIn(planners.secretariat.account, everybodysPassword);
    await go('/plans/import');
    const file = { name: `114計畫.${format}`, mimeType: 'application/octet-stream', buffer: Buffer.from(await make()) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('1 執行要項、1 執行重點、3 執行步驟').waitFor();
    await page.getByRole('spinbutton', { name: '年度' }).fill('114');
    const title = `${format} 計畫`;
    await page.getByLabel('計畫名稱').fill(title);

    // A row shows the place in the document that it was read from, and the document leads back to the row.
    const original = page.getByRole('group', { name: /^檔案原文/ });
    await row(page, '公告臨櫃案件').click();
    await original.locator('[aria-current="true"]').filter({ hasText: '公告臨櫃案件' }).waitFor();
    await original.getByRole('button', { name: /檢視申辦動線標示/ }).click();
    await expect.poll(() => row(page, '檢視申辦動線').getAttribute('aria-selected')).toBe('true');

    // What the file left out is filled in, and a row that holds two steps is parted.
    await page.getByRole('tab', { name: '這一列' }).click();
    await page.getByRole('combobox', { name: '執行單位' }).fill('民政課');
    await page.keyboard.press('Enter');
    await row(page, '設置彈性窗口').click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    for (let n = 0; n < '另辦理志工引導。'.length; n++) await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: '從游標處分成兩列' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '建立草案' }).click();

    await page.waitForURL(/\/plans\/.+\/show/);
    const id = /\/plans\/([^/]+)\/show/.exec(page.url())![1]!;
    const items = inPrintedOrder(await scene.as.secretariat.get<PlanItem[]>(`/api/planItems?planId=${id}`));
    expect(items.map(({ depth, text, units }) => [depth, text, units.join()])).toEqual([
      [0, '便捷服務遞送', ''],
      [1, '縮短民眾等候', ''],
      [2, '公告臨櫃案件處理時間。', '民政課'],
      [2, '設置彈性窗口。', '社會課'],
      [2, '另辦理志工引導。', ''],
      [2, '檢視申辦動線標示。', '民政課'],
    ]);
    const plan = await scene.as.secretariat.get<Plan>(`/api/plans/${id}`);
    expect(plan).toMatchObject({ title, sections: format === 'xlsx' || format === 'ods' ? {} : { basis: [basis] } });
  });

  test('is there again with its document and its corrections after the page was loaded anew', async () => {
    const { scene, visitor } = open();
    const { page, go, logIn } = await visitor();
    await logIn(planners.secretariat.account, everybodysPassword);
    await go('/plans/import');
    const buffer = Buffer.from(typed.replace('114年度', '115年度'));
    await page.locator('input[type=file]').setInputFiles({ name: '115計畫.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('tab', { name: '計畫說明' }).click();
    await page.getByRole('button', { name: /^計畫依據/ }).click();
    await page.getByRole('textbox', { name: '計畫依據' }).fill('清川市政府函。');
    await page.getByLabel('計畫名稱').fill('接續的計畫');
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('接續的計畫');

    await page.reload();
    await page.getByText('已接續上次的修正').waitFor();
    const original = page.getByRole('group', { name: /^檔案原文/ });
    await original.getByRole('button', { name: /檢視申辦動線標示/ }).click();
    await expect.poll(() => row(page, '檢視申辦動線').getAttribute('aria-selected')).toBe('true');

    // The draft comes about and the answer is lost: asked once more, there is still one.
    await page.route('**/api/plans/import', async route => {
      await route.fetch();
      await route.abort('internetdisconnected');
    });
    await page.getByRole('button', { name: '建立草案' }).click();
    await page.getByText('無法連線到伺服器').waitFor();
    await page.getByRole('button', { name: '建立草案' }).click();
    await page.waitForURL(/\/plans\/.+\/show/);
    const plans = await scene.as.secretariat.get<Plan[]>(`/api/plans?title=${encodeURIComponent('接續的計畫')}`);
    expect(plans.map(({ sections }) => sections.basis)).toEqual([['清川市政府函。']]);
  });

  test('may be left while the file is read, and says when there is no plan in it', async () => {
    const { page, go, logIn } = await open().visitor();
    await logIn(planners.secretariat.account, everybodysPassword);
    await go('/plans/import');
    let answer: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      answer = resolve;
    });
    await page.route('**/api/plans/read', async route => {
      await held;
      await route.continue();
    });
    const buffer = Buffer.from('會議紀錄：今日無事。');
    await page.locator('input[type=file]').setInputFiles({ name: '會議紀錄.txt', mimeType: 'text/plain', buffer });
    await page.getByText('正在讀取「會議紀錄.txt」').waitFor();
    await page.getByRole('link', { name: '查核期' }).first().click();
    await page.getByRole('heading', { level: 1, name: '查核期' }).waitFor();
    await page.goBack();
    await page.getByText('正在讀取「會議紀錄.txt」').waitFor();
    answer();
    await page.getByText('在「會議紀錄.txt」找不到計畫').waitFor();
    await page.getByRole('button', { name: '對照原文，自行輸入' }).click();
    await page
      .getByRole('group', { name: /^檔案原文/ })
      .getByText('今日無事')
      .waitFor();
  });
});
