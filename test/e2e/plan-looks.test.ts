import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../admin/words/catalogue.ts';
import type { Assignment, Locale, Round } from '../../sync/model/index.ts';
import { planWorkbook } from '../support/plan-workbook.ts';
import {
  barriers,
  everybodysPassword,
  type Looks,
  picture,
  planners,
  planning,
  settled,
  stage,
} from './support/index.ts';

const open = stage(async server => {
  const scene = await planning(server);
  const draft = await scene.draft('草案計畫', ['公告處理時間', '設置彈性窗口'], ['各課室', '某小組']);
  const plan = await scene.approve(await scene.draft('核定計畫', ['辦理滿意度調查', '檢討叫號系統']));
  const by = scene.as.secretariat;
  const planItemIds = (await scene.items(plan)).filter(item => item.depth === 2).map(item => item.id);
  await by.send('POST', '/api/assignments/bulk', { planId: plan.id, planItemIds: planItemIds.slice(0, 1) });
  const [assignment] = await by.get<Assignment[]>(`/api/assignments?planId=${plan.id}`);
  const newRound = (title: string) =>
    by.send<Round>('POST', '/api/rounds', { planId: plan.id, kind: 'routine', title, month: 6, dueDate: '2025-06-30' });
  const opened = await newRound('114年6月查核');
  await by.send('POST', `/api/rounds/${opened.id}/open`, { version: opened.version });
  const waiting = await newRound('114年6月複查');
  const book = await planWorkbook('匯入計畫', {
    '一、便捷服務遞送': {
      '(一)縮短等候時間': [
        ['1.公告處理時間', '資訊小組', '6月'],
        ['2.檢討叫號系統', '', ''],
      ],
    },
  });
  return { draft, plan, assignment: assignment!, opened, waiting, book };
});

const looks: readonly (readonly [string, Looks])[] = [
  ['zh-wide-light', {}],
  ['zh-phone-dark', { phone: true, dark: true }],
  ['en-wide-dark', { locale: 'en', dark: true }],
  ['en-phone-light', { locale: 'en', phone: true }],
];

/** Latin words that a Chinese screen may hold: file formats, keys, and the account in the corner. */
const permitted = /^(Excel|xlsx|CSV|Home|End|Enter|Esc|Insert|Alt|Ctrl|Delete|Space|Guankao|[0-9a-f]+)$/;

/** Every page and dialog of planning: how to reach it, and what is done there before it is looked at. */
type Step = (page: Page, word: (key: string) => string) => Promise<unknown>;
const places = (): Readonly<Record<string, readonly [route: string, then?: Step]>> => {
  const { draft, plan, assignment, opened, waiting, book } = open().scene;
  const upload: Step = async page => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '計畫.xlsx', mimeType: 'application/octet-stream', buffer: book });
    await page.getByRole('treegrid').waitFor();
  };
  const press =
    (key: string): Step =>
    (page, word) =>
      page
        .getByRole('button', { name: word(key), exact: true })
        .first()
        .click();
  const third: Step = page => page.getByRole('treegrid').locator('tr[data-id]').nth(2).click();
  const draftPage = `/plans/${draft.id}/show`;
  const planPage = `/plans/${plan.id}/show`;
  return {
    plans: ['/plans'],
    'plan-create': ['/plans/create'],
    'plan-edit': [`/plans/${plan.id}`],
    draft: [draftPage],
    'draft-row': [draftPage, third],
    'draft-approve': [draftPage, press('verbs.plan.approve')],
    'draft-paste': [draftPage, press('planTree.pasteRows')],
    'draft-keys': [draftPage, press('planTree.keys')],
    plan: [planPage],
    'plan-row': [planPage, third],
    'plan-reason': [planPage, press('verbs.plan.unapprove')],
    'plan-rounds': [`${planPage}?tab=rounds`],
    'plan-history': [`${planPage}?tab=history`],
    import: ['/plans/import'],
    'import-review': ['/plans/import', upload],
    'import-row': [
      '/plans/import',
      async (page, word) => {
        await upload(page, word);
        await third(page, word);
      },
    ],
    assignments: ['/assignments'],
    assignment: [`/assignments/${assignment.id}/show`],
    'assignment-edit': [`/assignments/${assignment.id}`],
    transfer: ['/assignments', press('assignments.transfer')],
    'bulk-empty': ['/assignments/bulk'],
    bulk: [`/assignments/bulk?planId=${plan.id}`, press('bulkAssignment.chooseWithUnits')],
    rounds: ['/rounds'],
    'round-create': ['/rounds/create'],
    'round-edit': [`/rounds/${opened.id}`],
    round: [`/rounds/${opened.id}/show`],
    'round-waiting': [`/rounds/${waiting.id}/show`],
    'round-open': [`/rounds/${waiting.id}/show`, press('verbs.round.open')],
  };
};

const wordIn =
  (locale: Locale) =>
  (key: string): string =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], catalogue(locale)) as string;

describe.each(looks)('planning, %s', (name, look) => {
  test('has no barrier, no overflow, no complaint, and no word of another language', async () => {
    const locale = look.locale ?? 'zh-TW';
    const { page, go, logIn } = await open().visitor(look);
    await logIn(planners.secretariat.account, everybodysPassword);
    const found: string[] = [];
    for (const [place, [route, then]] of Object.entries(places())) {
      await go('/account/password');
      await go(route);
      await then?.(page, wordIn(locale));
      await settled(page);
      found.push(...(await barriers(page)).map(barrier => `${place}: ${barrier}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${place}: ${overflow} px wider than the screen`);
      const text = await page.evaluate(() => document.body.innerText);
      const foreign = (text.match(/[A-Za-z]{3,}/g) ?? []).filter(one => !permitted.test(one));
      if (locale !== 'en' && foreign.length > 0) found.push(`${place}: ${foreign.join(' ')}`);
      await picture(page, `planning-${name}-${place}`);
    }
    expect(found).toEqual([]);
  }, 400_000);
});
