import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Plan, planDocument } from '../../sync/model/index.ts';
import { readPlan } from '../../sync/outline/index.ts';
import { barriers, everybodysPassword, type Looks, planners, planning, settled, stage } from './support/index.ts';

const open = stage(planning);

const title = '青田區公所114年度提升服務執行計畫';
/** Of the task force; nobody real. */
const member = '區長何知遠';

/** An approved plan with something in every part. */
async function approvedPlan(name = title): Promise<Plan> {
  const by = open().scene.as.secretariat;
  const step = (label: string, text: string) => ({
    label,
    text,
    units: ['民政課', '社會課'],
    checkMonths: [6, 12],
    cadence: ['每季'],
    remarks: '併入平時查核辦理',
    children: [],
  });
  const heading = (label: string, text: string, children: readonly object[]) => ({
    ...{ label, text, units: [], checkMonths: [], cadence: [], remarks: '' },
    children,
  });
  const draft = await by.send<Plan>('POST', '/api/plans/import', {
    year: 114,
    title: name,
    documentDate: '2025-01-15',
    documentNumber: '青秘字第1140001234號',
    sections: {
      basis: ['清川市政府提升服務品質實施計畫。'],
      goals: ['縮短民眾等候時間。', '擴充線上申辦。'],
      scope: '本所各課室全體同仁。',
      reviews: [
        { kind: 'annual', text: '年度查核：次年1月提送。', months: [1], nextYear: true, submitTo: [], forms: [] },
      ],
      taskForce: [{ title: '召集人', member, duty: '綜理推動事宜', remarks: '' }],
      closing: '本計畫奉核定後實施。',
    },
    items: [
      heading('一', '便捷服務遞送', [
        heading('(一)', '縮短民眾等候時間', [step('1', '公告各項業務的處理時間。'), step('2', '尖峰時段增設窗口。')]),
      ]),
      heading('二', '重視民意', [heading('(一)', '妥處陳情', [step('1', '陳情案件於期限內回復。')])]),
    ],
  });
  return open().scene.approve(draft);
}

const publish = async (plan: Plan): Promise<Plan> =>
  open().scene.as.secretariat.send('POST', `/api/plans/${plan.id}/publish`, { version: plan.version });

const widerThanItsWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

const download = async (page: Page, name: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return readFile(await file.path());
};

describe('a plan', () => {
  test('is published in the console, read and downloaded by anybody, and taken back', async () => {
    const plan = await approvedPlan();
    const { page, go, logIn } = await open().visitor();
    await logIn(planners.secretariat.account, everybodysPassword);
    await go(`/plans/${plan.id}/show`);
    await page.getByText(`核定時間`).waitFor();
    await page.getByRole('button', { name: '公布', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '公布' });
    expect(await dialog.getByRole('switch', { name: '編組人員名單不公開' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: '公布' }).click();
    const address = await page.getByRole('link', { name: '開啟公開網頁' }).getAttribute('href');

    const { page: anybody } = await open().visitor();
    await anybody.goto('/public');
    await anybody.getByRole('link', { name: title }).click();
    expect(new URL(anybody.url()).pathname).toBe(address);
    expect(await anybody.title()).toBe(title);
    await anybody.getByRole('heading', { level: 1, name: title }).waitFor();
    await anybody.getByRole('heading', { level: 3, name: '一、 便捷服務遞送' }).waitFor();
    await anybody.getByRole('heading', { level: 4, name: '(一) 縮短民眾等候時間' }).first().waitFor();
    await anybody.getByText('編組人員名單不公開').waitFor();
    expect(await anybody.getByText(member).count()).toBe(0);
    await anybody.getByRole('link', { name: '二、 重視民意' }).click();
    expect(new URL(anybody.url()).hash).toBe('#item-2');

    expect((await download(anybody, 'CSV')).toString()).toContain('1>1>2,執行步驟,2,尖峰時段增設窗口。');
    const json = planDocument.parse(JSON.parse((await download(anybody, 'JSON')).toString()));
    expect(json.items.map(item => item.text)).toEqual(['便捷服務遞送', '重視民意']);
    for (const [name, file] of [
      ['Excel', 'plan.xlsx'],
      ['ODF', 'plan.ods'],
    ] as const) {
      const read = await readPlan(await download(anybody, name), file);
      expect(JSON.stringify(read)).toContain('尖峰時段增設窗口。');
    }
    await anybody.getByRole('link', { name: '欄位說明' }).click();
    await anybody.getByRole('table', { name: 'plan.csv' }).getByText('查核月份').waitFor();

    await page.getByRole('button', { name: '撤回公布' }).click();
    const reason = page.getByRole('dialog', { name: '撤回公布' });
    await reason.getByLabel('理由').fill('附表有誤，更正後再公布');
    await reason.getByRole('button', { name: '撤回公布' }).click();
    await page.getByText('已停止公開').waitFor();
    expect((await anybody.goto(address!))?.status()).toBe(410);
    await anybody.getByRole('heading', { name: '這份計畫已停止公開' }).waitFor();
    expect(await anybody.getByText(title).count()).toBe(0);
    await page.getByRole('button', { name: '公布', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '公布' }).click();
    await page.getByRole('link', { name: '開啟公開網頁' }).waitFor();
    expect((await anybody.goto(address!))?.status()).toBe(200);
  });

  const looks: readonly (readonly [string, Looks])[] = [
    ['on a wide screen', {}],
    ['on a wide screen in the dark, in English', { dark: true, locale: 'en' }],
    ['on a phone', { phone: true }],
    ['on a phone in the dark, in English', { phone: true, dark: true, locale: 'en' }],
  ];
  test.each(looks)('is public without a barrier %s', async (_, look) => {
    const { publicId } = await publish(await approvedPlan('沒有障礙的計畫'));
    const { page } = await open().visitor(look);
    const agencies = '/public';
    const wrong: string[] = [];
    const others = look.phone === look.dark ? [] : ['/public/fields', '/public/plans/nowhere'];
    for (const path of [agencies, `/public/plans/${publicId}`, ...others]) {
      await page.goto(path);
      wrong.push(...(await barriers(page)).map(line => `${path}: ${line}`));
      if (await widerThanItsWindow(page)) wrong.push(`${path}: wider than its window`);
      if (path !== agencies) continue;
      await page.getByRole('link', { name: look.locale === 'en' ? /^All/ : /^全部/ }).click();
      wrong.push(...(await barriers(page)).map(line => `the agency: ${line}`));
    }
    expect(wrong).toEqual([]);
  });
});

describe('what a draft says around its table', () => {
  test('is written part by part; a colleague may write another part meanwhile', async () => {
    const { scene } = open();
    const by = scene.as.secretariat;
    const plan = await scene.draft('說明未填的計畫', ['公告處理時間']);
    const { page, go, logIn } = await open().visitor();
    await logIn(planners.secretariat.account, everybodysPassword);
    await go(`/plans/${plan.id}/show?tab=sections`);
    const fold = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
    const edit = (name: string) =>
      page
        .getByRole('region', { name: new RegExp(`^${name}`) })
        .getByRole('button', { name: '編輯' })
        .click();

    await fold('計畫依據').click();
    await edit('計畫依據');
    await page.getByRole('textbox', { name: '計畫依據' }).fill('市府實施計畫。\n\n本所施政重點。');
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: '填回' }).click();
    const { version, sections } = await by.get<Plan>(`/api/plans/${plan.id}`);
    await by.send('PATCH', `/api/plans/${plan.id}`, { version, sections: { ...sections, scope: '全體同仁。' } });
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('已儲存「計畫依據」').waitFor();
    await fold('計畫依據').getByText('2 條').waitFor();
    await fold('實施對象').getByText('5 字').waitFor();
    await fold('計畫依據').click();

    await fold('編組表').click();
    await edit('編組表');
    await page.getByRole('button', { name: '新增一列' }).click();
    await page.getByRole('textbox', { name: '職稱' }).fill('召集人');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('請填寫').waitFor();
    await page.getByRole('textbox', { name: '編組人員' }).fill('區長');
    await page.getByRole('button', { name: '儲存' }).click();
    await page.getByText('已儲存「編組表」').waitFor();
    expect((await by.get<Plan>(`/api/plans/${plan.id}`)).sections).toMatchObject({
      basis: ['市府實施計畫。', '本所施政重點。'],
      scope: '全體同仁。',
      taskForce: [{ title: '召集人', member: '區長', duty: '', remarks: '' }],
    });
    await fold('編組表').click();

    await fold('實施對象').click();
    await edit('實施對象');
    await page.getByRole('textbox', { name: '實施對象' }).fill('我的寫法。');
    const now = await by.get<Plan>(`/api/plans/${plan.id}`);
    await by.send('PATCH', `/api/plans/${plan.id}`, {
      version: now.version,
      sections: { ...now.sections, scope: '同事的寫法。' },
    });
    await page.getByRole('button', { name: '儲存' }).click();
    const stale = page.getByRole('dialog', { name: '這筆資料剛被他人更新' });
    await stale.getByRole('row', { name: /實施對象.*我的寫法.*同事的寫法/ }).waitFor();
    await stale.getByRole('button', { name: '以我的內容儲存' }).click();
    await page.getByText('已儲存「實施對象」').waitFor();
    expect((await by.get<Plan>(`/api/plans/${plan.id}`)).sections.scope).toBe('我的寫法。');
  });
});
