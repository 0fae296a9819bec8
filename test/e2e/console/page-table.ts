import type { Page } from 'playwright-core';
import type {
  Assignment,
  Evidence,
  PackageKind,
  Plan,
  PlanItem,
  Report,
  ReportState,
  Unit,
  User,
} from '../../../sync/model/index.ts';
import { reportStates } from '../../../sync/model/index.ts';
import { keyFileOf, newKeyPair } from '../../../sync/package/index.ts';
import { planWorkbook } from '../../support/plan-workbook.ts';
import { settled } from '../support/index.ts';
import { askedPages, collectionPages, collectionReading } from './collection-pages.ts';
import type { PlayedOffice } from './played-office.ts';

/** The screen's word for a key of the catalogue, in the visitor's language. */
export type Word = (key: string) => string;

/** A page of the console: its route, and what is done on it before it is looked at. */
export interface Place {
  readonly route: string;
  readonly then?: (page: Page, word: Word) => Promise<void>;
}

export type Visited = Readonly<Record<string, Place>>;

/** Whose pages are looked at, by the account of the demo. */
export const accounts = {
  secretariat: 'qingtian.secretariat',
  officer: 'qingtian.minzheng.officer',
  chief: 'qingtian.minzheng.chief',
  head: 'qingtian.head',
  auditor: 'qingtian.auditor',
  bureau: 'bureau.secretariat',
  bureauHead: 'bureau.head',
  bureauAuditor: 'bureau.auditor',
  administrator: 'admin',
} as const;
export type Visiting = keyof typeof accounts;

const at = (route: string, then?: Place['then']): Place => (then ? { route, then } : { route });

/** The standing pages of a resource for one record. */
const pagesOf = (resource: string, id: string, kinds: readonly ('show' | 'edit' | 'create')[]): Visited => ({
  [resource]: at(`/${resource}`),
  ...Object.fromEntries(
    kinds.map(kind => [
      `${resource} ${kind}`,
      at(
        kind === 'create' ? `/${resource}/create` : kind === 'edit' ? `/${resource}/${id}` : `/${resource}/${id}/show`,
      ),
    ]),
  ),
});

const chooseFile = (name: string, buffer: Buffer) => async (page: Page) => {
  await page.locator('main input[type="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await settled(page);
};
const workbook = () =>
  planWorkbook('青田區公所115年度為民服務工作計畫', {
    '一、提供便利的洽公環境': {
      '(一)服務場所明亮整潔': [
        ['1.每日開館前巡檢洽公大廳。', '秘書室', '6月、12月'],
        ['2.每季更新樓層配置圖。', '民政課\n社會課', '12月'],
      ],
      '(二)引導動線清楚': [
        ['1.增設雙語指標。', '總務股', ''],
        ['2.設置引導志工。', '', '每月'],
      ],
    },
  });
const firstCheck = (page: Page) => page.locator('.tree-check').first().click();
const press =
  (key: string): NonNullable<Place['then']> =>
  (page, word) =>
    page
      .getByRole('button', { name: word(key), exact: true })
      .first()
      .click();
const chooseWay =
  (way: 'browser' | 'device'): NonNullable<Place['then']> =>
  async (page, word) => {
    await page.getByLabel(word('sheets.accounts.way')).click();
    await page.getByRole('option', { name: word(`sheets.accounts.ways.${way}`) }).click();
    await settled(page);
  };
const firstRow = (page: Page) => page.locator('[role="treegrid"] [data-id]').nth(3).click();

/** Unfolds every part of what a plan says around its table. */
const unfold = async (page: Page) => {
  const folded = page.locator('main .MuiAccordionSummary-root[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
};

const givenKeyFile = JSON.stringify(
  keyFileOf({ id: 'far', name: '北方離島地區聯合服務中心籌備處（暫行編組）' }, newKeyPair().publicKey),
);
const chooseKey = (text: string) => async (page: Page) => {
  const file = { name: 'guankao-key.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('[role="dialog"] input[type="file"]').setInputFiles(file);
  await settled(page);
};
const chooseKind =
  (kind: PackageKind): NonNullable<Place['then']> =>
  page =>
    page.locator(`input[type="radio"][value="${kind}"]`).check();

/** Every page and dialog of packages that the desk of an agency meets. */
const packagePages = (packages: PlayedOffice['packages']): Visited => ({
  packages: at('/packages'),
  'packages receipt': at('/packages', chooseFile('掃描檔三.zip', Buffer.from('%PDF-1.4 nor is this'))),
  'package create': at('/packages/create'),
  'package create of a plan': at('/packages/create', chooseKind('plan')),
  'package create of nothing': at('/packages/create', chooseKind('templates')),
  ...Object.fromEntries(
    Object.entries(packages).map(([fate, { id }]) => [`package ${fate}`, at(`/packages/${id}/show`)] as const),
  ),
  'package to apply': at(`/packages/${packages.fresh.id}/show`, page =>
    page.locator('main .MuiButton-contained').last().click(),
  ),
  'package to undo': at(`/packages/${packages.applied.id}/show`, press('verbs.package.undo')),
  'package to reject': at(`/packages/${packages.fresh.id}/show`, press('verbs.package.reject')),
  'package keys of a reader': at('/packages/keys'),
});

/** Every page of the console, by the role that has it. */
export async function pageTable(office: PlayedOffice): Promise<Readonly<Record<Visiting, Visited>>> {
  const { as, draft, approved, present, waiting, form, template, exchanges, sheets, packages, collections } = office;
  const first = async <T>(desk: 'secretariat' | 'officer' | 'chief' | 'administrator', path: string): Promise<T> =>
    (await as[desk].get<readonly T[]>(path))[0]!;
  const reportIn = async (desk: 'secretariat' | 'officer', state: ReportState) =>
    (await first<Report>(desk, `/api/reports?roundId=${present.id}&state=${state}`)).id;
  const reportsOf = async (desk: 'secretariat' | 'officer'): Promise<Visited> =>
    Object.fromEntries(
      await Promise.all(
        reportStates.map(
          async state => [`report ${state}`, at(`/reports/${await reportIn(desk, state)}/show`)] as const,
        ),
      ),
    );
  const plan = await first<Plan>('secretariat', '/api/plans?state=published');
  const step = await first<PlanItem>('secretariat', `/api/planItems?planId=${plan.id}&depth=2`);
  const assignment = await first<Assignment>('secretariat', `/api/assignments?planItemId=${step.id}`);
  // Of the many, those that these may see.
  const officerAssignment = await first<Assignment>('officer', '/api/assignments');
  const chiefAssignment = await first<Assignment>('chief', '/api/assignments');
  const ownUnit = await first<Unit>('secretariat', '/api/units');
  const evidence = await first<Evidence>('officer', '/api/evidence');
  const unit = await first<Unit>('administrator', '/api/units');
  const user = await first<User>('administrator', '/api/users');
  const event = await first<{ readonly id: string }>('secretariat', '/api/events');
  const { agencyId } = user;

  const carry = (title: string) =>
    as.secretariat.post<Plan>(`/api/plans/${plan.id}/carryForward`, { year: plan.year + 1, title });
  const next = await carry(`青田區公所${plan.year + 1}年度計畫`);
  const carriedRow = await first<PlanItem>('secretariat', `/api/planItems?planId=${next.id}&depth=2`);
  await as.secretariat.patch(`/api/planItems/${carriedRow.id}`, { version: 1, text: '另訂辦理方式並公布。' });
  const carried = await carry(`青田區公所${plan.year + 1}年度修正計畫`);
  await as.secretariat.post(`/api/plans/${carried.id}/approve`, { version: 1 });
  const beside: Visited = {
    'compare choose': at(`/plans/${next.id}/compare`),
    compare: at(`/plans/${next.id}/compare?with=${plan.id}`),
    'compare changes': at(`/plans/${next.id}/compare?with=${plan.id}&kind=reworded`),
    'crosswalk choose': at(`/plans/${next.id}/crosswalk`),
    crosswalk: at(`/plans/${next.id}/crosswalk?with=${plan.id}`),
    'crosswalk matrix': at(`/plans/${next.id}/crosswalk?with=${plan.id}&layout=matrix`),
    'crosswalk item': at(`/plans/${next.id}/crosswalk?with=${plan.id}`, page =>
      page.locator('.walk-row.depth-2').first().click(),
    ),
  };

  const account: Visited = { password: at('/account/password'), sessions: at('/account/sessions') };
  const overview: Visited = {
    home: at('/'),
    'home of the round': at(`/?round=${present.id}`),
    ...pagesOf('plans', plan.id, ['show']),
    ...pagesOf('rounds', present.id, ['show']),
    ...pagesOf('reports', await reportIn('secretariat', 'accepted'), ['show']),
    ...pagesOf('exchanges', exchanges.waiting.id, ['show']),
    forms: at('/forms'),
    events: at('/events'),
  };
  return {
    secretariat: {
      home: at('/'),
      'home of the round': at(`/?round=${present.id}`),
      review: at('/review'),
      ...pagesOf('plans', plan.id, ['show', 'edit', 'create']),
      'plan row': at(`/plans/${plan.id}/show`, firstRow),
      'plan rounds': at(`/plans/${plan.id}/show?tab=rounds`),
      'plan history': at(`/plans/${plan.id}/show?tab=history`),
      'plan sections': at(`/plans/${plan.id}/show?tab=sections`, unfold),
      'plan draft sections': at(`/plans/${draft.id}/show?tab=sections`, async (page, word) => {
        await unfold(page);
        const edit = page.getByRole('button', { name: word('planSections.edit'), exact: true });
        while ((await edit.count()) > 0) await edit.first().click();
        for (const add of ['planSections.add', 'planSections.addMember']) await press(add)(page, word);
      }),
      'plan as a file': at(`/plans/${plan.id}/show`, press('plans.file.download')),
      'plan to publish': at(`/plans/${approved.id}/show`, press('verbs.plan.publish')),
      'plan to take back': at(`/plans/${plan.id}/show`, press('verbs.plan.unpublish')),
      'plan reason': at(`/plans/${approved.id}/show`, press('verbs.plan.unapprove')),
      'plan draft': at(`/plans/${draft.id}/show`, firstRow),
      'plan draft to approve': at(`/plans/${draft.id}/show`, press('verbs.plan.approve')),
      'plan draft paste': at(`/plans/${draft.id}/show`, press('planTree.pasteRows')),
      'plan draft keys': at(`/plans/${draft.id}/show`, press('planTree.keys')),
      'plan carried row': at(`/plans/${next.id}/show`, firstRow),
      ...beside,
      carry: at(`/plans/${plan.id}/carry`),
      'carry of a draft': at(`/plans/${draft.id}/carry`),
      'from the skeleton': at('/plans/skeleton'),
      'import choose': at('/plans/import'),
      'import review': at('/plans/import', async page => chooseFile('115計畫.xlsx', await workbook())(page)),
      'import around the table': at('/plans/import', async (page, word) => {
        await chooseFile('116計畫.xlsx', await workbook())(page);
        await page.getByRole('tab', { name: word('plans.tab.sections') }).click();
      }),
      'import of nothing': at('/plans/import', chooseFile('會議紀錄.txt', Buffer.from('今日無事，各課室照常辦公。'))),
      'import refused': at('/plans/import', chooseFile('掃描檔.xlsx', Buffer.from('%PDF-1.4'))),
      ...pagesOf('assignments', assignment.id, ['show', 'edit']),
      'assignments transfer': at('/assignments', press('assignments.transfer')),
      'assign choose': at('/assignments/bulk'),
      'assign rows': at(`/assignments/bulk?planId=${plan.id}`),
      'assign as last year': at(`/assignments/bulk?planId=${carried.id}`, page =>
        page.locator('#carried-work ~ .MuiAccordion-root button').first().click(),
      ),
      'assign preview': at(`/assignments/bulk?planId=${plan.id}`, async page => {
        await firstCheck(page);
        await settled(page);
      }),
      ...pagesOf('rounds', present.id, ['show', 'edit', 'create']),
      'round waiting': at(`/rounds/${waiting.id}/show`),
      'round to open': at(`/rounds/${waiting.id}/show`, press('verbs.round.open')),
      reports: at('/reports'),
      ...(await reportsOf('secretariat')),
      ...pagesOf('evidence', evidence.id, ['show']),
      forms: at('/forms'),
      'form create': at('/forms/create'),
      'form of the round': at(`/forms/create?round=${form.roundId}`),
      'form through a template': at(`/forms/create?round=${form.roundId}&template=${template.id}`),
      ...pagesOf('templates', template.id, ['show']),
      'template rows': at(`/templates/${template.id}/show?tab=rows&plan=${plan.id}`),
      exchanges: at('/exchanges'),
      'exchange receipt': at('/exchanges', chooseFile('掃描檔二.xlsx', Buffer.from('%PDF-1.4 nor is this'))),
      ...Object.fromEntries(
        Object.entries(exchanges).map(([fate, { id }]) => [`exchange ${fate}`, at(`/exchanges/${id}/show`)] as const),
      ),
      'exchange as another form': at(`/exchanges/${exchanges.waiting.id}/show`, press('exchange.recogniseAgain.open')),
      ...pagesOf('sheets', sheets.waiting.id, ['show', 'create']),
      'sheet preview': at(`/sheets/${sheets.waiting.id}/show`, async (page, word) => {
        await press('sheets.preview')(page, word);
        await page.getByRole('heading', { name: word('sheets.previewTitle') }).waitFor();
      }),
      'sheet asking': at(`/sheets/${sheets.asking.id}/show`),
      'sheet refused': at(`/sheets/${sheets.refused.id}/show`),
      'sheet to disconnect': at(`/sheets/${sheets.waiting.id}/show`, press('verbs.sheet.disconnect')),
      'sheet accounts': at('/sheetAccounts'),
      'sheet account by browser': at('/sheetAccounts', chooseWay('browser')),
      'sheet account by device': at('/sheetAccounts', chooseWay('device')),
      'sheet account to remove': at('/sheetAccounts', page => page.getByRole('button', { name: /guankao@/ }).click()),
      'sheet grant refused': at('/sheetAccounts/granted?error=access_denied'),
      'packages, none': at('/packages'),
      'package create without keys': at('/packages/create'),
      'package keys, none': at('/packages/keys'),
      ...pagesOf('units', ownUnit.id, ['show', 'edit', 'create']),
      ...pagesOf('users', user.id, ['show']),
      settings: at('/settings'),
      ...pagesOf('events', event.id, ['show']),
      ...askedPages(collections),
      ...account,
      nowhere: at('/nowhere'),
    },
    officer: {
      home: at('/'),
      reports: at('/reports'),
      ...(await reportsOf('officer')),
      ...pagesOf('evidence', evidence.id, ['show']),
      ...pagesOf('assignments', officerAssignment.id, ['show']),
      ...pagesOf('plans', plan.id, ['show']),
      ...beside,
      ...pagesOf('rounds', present.id, ['show']),
      ...account,
      refused: at('/users/create'),
    },
    chief: {
      home: at('/'),
      'home of the round': at(`/?round=${present.id}`),
      reports: at('/reports'),
      'report submitted': at(`/reports/${await reportIn('officer', 'submitted')}/show`),
      ...pagesOf('assignments', chiefAssignment.id, ['show', 'edit']),
    },
    head: { ...overview, ...pagesOf('templates', template.id, ['show']) },
    auditor: { home: at('/'), ...pagesOf('events', event.id, ['show']), ...askedPages(collections) },
    bureau: { ...overview, ...packagePages(packages), ...collectionPages(collections) },
    bureauHead: { home: at('/'), ...collectionReading(collections) },
    bureauAuditor: collectionReading(collections),
    administrator: {
      home: at('/'),
      ...pagesOf('agencies', agencyId, ['show', 'edit', 'create']),
      ...pagesOf('units', unit.id, ['show', 'edit', 'create']),
      ...pagesOf('users', user.id, ['show', 'edit', 'create']),
      settings: at('/settings'),
      ...pagesOf('events', event.id, ['show']),
      'package keys': at('/packages/keys'),
      'package key to replace': at('/packages/keys', press('packages.keys.replace')),
      'package key to add': at('/packages/keys', async (page, word) => {
        await press('packages.keys.add')(page, word);
        await chooseKey(givenKeyFile)(page);
      }),
      'package key refused': at('/packages/keys', async (page, word) => {
        await press('packages.keys.add')(page, word);
        await chooseKey('{}')(page);
      }),
      'package key to revoke': at('/packages/keys', press('packages.keys.revoke')),
    },
  };
}
