import type { Role } from '../../../sync/model/index.ts';
import type { Rows } from './sample-rows.ts';

/** Whose row it is, seen from the person: own, of the section, of the agency, of an agency below it, of a foreign one. */
export const relations = ['own', 'section', 'agency', 'below', 'foreign'] as const;
export type Relation = (typeof relations)[number];

/** The relations in which each role may use a route, as their initials. A role that is not named may never. */
export type May = Readonly<Partial<Record<Role, string>>>;

export interface Case {
  readonly may: May;
  readonly url?: (rows: Rows) => string;
  readonly body?: (rows: Rows) => object;
  /** The request carries a file instead of a body. */
  readonly upload?: boolean;
}

const everyone = (letters: string): May => ({
  administrator: letters,
  secretariat: letters,
  chief: letters,
  officer: letters,
  head: letters,
  auditor: letters,
});
const overseers: May = { secretariat: 'osab', head: 'osab', auditor: 'osab' };
const secretariat: May = { secretariat: 'osa' };
const administrator: May = { administrator: 'osabf' };
const staff: May = { secretariat: 'os', chief: 'os', officer: 'os' };
const desk: May = { secretariat: 'osa', head: 'osa', auditor: 'osa' };
const keyReaders: May = { administrator: 'osa', ...desk };
const readers = {
  agencies: { ...overseers, administrator: 'osabf', chief: 'osa', officer: 'osa' },
  plans: { ...everyone('osa'), ...overseers },
  users: { ...everyone('osa'), administrator: 'osabf' },
  assignments: { ...desk, chief: 'os', officer: 'os' },
  reports: { ...overseers, chief: 'os', officer: 'os' },
};

const version = { version: 1 };
const explained = { version: 1, reason: '樣本理由' };
const on = (body: object) => (): object => body;

/** Who may do what, written down once more by hand from what the product promises, route by route. */
export const cases: Readonly<Record<string, Case>> = {
  'GET /api/agencies/:id': { may: readers.agencies },
  'POST /api/agencies': { may: administrator, body: r => ({ name: `樣本所${r.plans}`, parentId: r.agencies }) },
  'PATCH /api/agencies/:id': { may: administrator, body: r => ({ ...version, name: `改名${r.plans}` }) },
  'DELETE /api/agencies/:id': { may: administrator },

  'GET /api/units/:id': { may: readers.agencies },
  'POST /api/units': {
    may: { administrator: 'osabf', secretariat: 'osa' },
    body: r => ({ agencyId: r.agencies, name: `樣本課${r.plans}` }),
  },
  'PATCH /api/units/:id': {
    may: { administrator: 'osabf', secretariat: 'osa' },
    body: on({ ...version, aliases: [] }),
  },
  'DELETE /api/units/:id': { may: { administrator: 'osabf', secretariat: 'osa' } },

  'GET /api/users/:id': { may: readers.users },
  'POST /api/users': {
    may: administrator,
    body: r => ({ agencyId: r.agencies, account: `s${r.plans}`, name: '樣本', role: 'head' }),
  },
  'PATCH /api/users/:id': { may: administrator, body: on({ ...version, name: '改名' }) },
  'POST /api/users/:id/resetLink': { may: administrator },

  'GET /api/settings': { may: everyone('osabf') },
  'PATCH /api/settings': {
    may: { administrator: 'osabf', secretariat: 'osabf' },
    body: on({ version: 999, behindThreshold: 10, warningThreshold: 5, dueSoonDays: 14 }),
  },

  'GET /api/plans/:id': { may: readers.plans },
  'POST /api/plans': { may: { secretariat: 'osabf' }, body: on({ year: 114, title: '新計畫' }) },
  'PATCH /api/plans/:id': { may: secretariat, body: on({ ...version, title: '改名' }) },
  'DELETE /api/plans/:id': { may: secretariat },
  'POST /api/plans/:id/approve': { may: { secretariat: 'osa', head: 'osa' }, body: on(version) },
  'POST /api/plans/:id/unapprove': { may: { secretariat: 'osa', head: 'osa' }, body: on(explained) },
  'POST /api/plans/:id/publish': { may: secretariat, body: on(version) },
  'POST /api/plans/:id/unpublish': { may: secretariat, body: on(explained) },
  'POST /api/plans/:id/reopen': { may: secretariat, body: on(explained) },
  'GET /api/plans/:id/fileFormats': { may: readers.plans },
  'GET /api/plans/:id/file': { may: readers.plans, url: r => `/api/plans/${r.plans}/file?format=odt` },
  'GET /api/plans/:id/beside': { may: readers.plans },
  'GET /api/plans/:id/compare': { may: readers.plans, url: r => `/api/plans/${r.plans}/compare?with=${r.otherPlan}` },
  'GET /api/plans/:id/compare.xlsx': {
    may: readers.plans,
    url: r => `/api/plans/${r.plans}/compare.xlsx?with=${r.otherPlan}`,
  },
  'POST /api/plans/:id/carryForward': { may: secretariat, body: on({ year: 115, title: '下年度計畫' }) },
  'POST /api/plans/:id/linkPrevious': {
    may: secretariat,
    body: r => ({
      previousPlanId: r.otherPlan,
      links: [{ planItemId: r.planItems, ...version, previousItemId: r.otherItem }],
    }),
  },
  'GET /api/plans/:id/carriedWork': { may: secretariat },
  'POST /api/plans/:id/assignCarried': { may: secretariat, body: r => ({ planItemIds: [r.planItems] }) },
  'GET /api/plans/:id/crosswalk': {
    may: readers.plans,
    url: r => `/api/plans/${r.plans}/crosswalk?with=${r.otherPlan}`,
  },
  'GET /api/plans/:id/crosswalk.xlsx': {
    may: readers.plans,
    url: r => `/api/plans/${r.plans}/crosswalk.xlsx?with=${r.otherPlan}`,
  },
  'GET /api/crosswalkLinks/:id': { may: readers.plans },
  'POST /api/crosswalkLinks': {
    may: secretariat,
    body: r => ({
      planId: r.plans,
      superiorPlanId: r.otherPlan,
      links: [{ planItemId: r.planItems, superiorItemId: r.otherItem }],
    }),
  },
  'PATCH /api/crosswalkLinks/:id': { may: secretariat, body: on({ ...version, note: '補充' }) },
  'DELETE /api/crosswalkLinks/:id': { may: secretariat },
  'GET /api/skeleton': { may: everyone('osabf') },
  'POST /api/plans/fromSkeleton': {
    may: { secretariat: 'osabf' },
    body: on({ year: 115, title: '樣本計畫', keys: ['basics'] }),
  },
  'POST /api/plans/:id/close': { may: secretariat, body: on(version) },
  'POST /api/plans/read': { may: { secretariat: 'osabf' }, upload: true },
  'POST /api/plans/import': {
    may: { secretariat: 'osabf' },
    body: on({
      year: 114,
      title: '新計畫',
      items: [{ label: '一', text: '項目', units: [], checkMonths: [], cadence: [], remarks: '', children: [] }],
    }),
  },

  'GET /api/planItems/:id': { may: readers.plans },
  'POST /api/planItems': { may: secretariat, body: r => ({ planId: r.plans, parentId: null, text: '新項目' }) },
  'PATCH /api/planItems/:id': { may: secretariat, body: on({ ...version, text: '改寫' }) },
  'DELETE /api/planItems/:id': { may: secretariat },
  'POST /api/planItems/:id/move': { may: secretariat, body: on({ ...version, parentId: null, index: 0 }) },

  'GET /api/assignments/:id': { may: readers.assignments },
  'POST /api/assignments': { may: secretariat, body: r => ({ planItemId: r.planItems, unitId: r.units }) },
  'PATCH /api/assignments/:id': { may: { secretariat: 'osa', chief: 'os' }, body: on({ ...version, part: 'assist' }) },
  'POST /api/assignments/preview': { may: secretariat, body: r => ({ planId: r.plans, planItemIds: [r.planItems] }) },
  'POST /api/assignments/bulk': { may: secretariat, body: r => ({ planId: r.plans, planItemIds: [r.planItems] }) },
  'POST /api/assignments/transfer': {
    may: { secretariat: 'osa', chief: 'os' },
    body: r => ({ fromOfficerId: r.users, toOfficerId: null }),
  },
  'POST /api/assignments/:id/requestRelease': { may: staff, body: on(version) },
  'POST /api/assignments/:id/keepTracking': { may: secretariat, body: on(explained) },
  'POST /api/assignments/:id/release': { may: secretariat, body: on(version) },
  'POST /api/assignments/:id/withdraw': { may: secretariat, body: on(explained) },
  'POST /api/assignments/:id/reopen': { may: secretariat, body: on(explained) },

  'GET /api/rounds/:id': { may: readers.plans },
  'POST /api/rounds': {
    may: secretariat,
    body: r => ({ planId: r.plans, kind: 'adhoc', title: '新查核', month: 7, dueDate: '2025-07-31' }),
  },
  'PATCH /api/rounds/:id': { may: secretariat, body: on({ ...version, title: '改名' }) },
  'DELETE /api/rounds/:id': { may: secretariat },
  'POST /api/rounds/:id/open': { may: secretariat, body: on(version) },
  'POST /api/rounds/:id/close': { may: secretariat, body: on(version) },
  'POST /api/rounds/:id/reopen': { may: secretariat, body: on(explained) },
  'POST /api/rounds/:id/chase': { may: secretariat, body: on({}) },

  'GET /api/reports/:id': { may: readers.reports },
  'PATCH /api/reports/:id': { may: staff, body: on({ ...version, narrative: '改寫' }) },
  'POST /api/reports/:id/submit': { may: staff, body: on(version) },
  'POST /api/reports/:id/endorse': { may: { chief: 'os' }, body: on(version) },
  'POST /api/reports/:id/accept': { may: secretariat, body: on(version) },
  'POST /api/reports/:id/return': { may: { secretariat: 'osa', chief: 'os' }, body: on(explained) },
  'POST /api/reports/:id/reopen': { may: secretariat, body: on(explained) },
  'POST /api/reports/:id/evidence': { may: staff, body: r => ({ evidenceId: r.evidence }) },
  'DELETE /api/reports/:id/evidence/:evidenceId': {
    may: staff,
    url: r => `/api/reports/${r.reports}/evidence/${r.evidence}`,
  },

  'GET /api/evidence/:id': { may: readers.reports },
  'GET /api/evidence/:id/file': { may: readers.reports },
  'GET /api/evidence/:id/preview': { may: readers.reports },
  'PATCH /api/evidence/:id': { may: { ...staff, secretariat: 'osa' }, body: on({ ...version, name: '改名.pdf' }) },
  'POST /api/evidence': { may: staff, url: r => `/api/evidence?reportId=${r.reports}`, upload: true },
  'POST /api/evidence/link': {
    may: staff,
    body: r => ({ reportId: r.reports, name: '網頁', url: 'https://example.org/' }),
  },

  'GET /api/templates/:id': { may: desk },
  'GET /api/templates/:id/file': { may: desk },
  'GET /api/templates/:id/original': { may: desk },
  'GET /api/templates/:id/grid': { may: desk },
  'GET /api/templates/:id/rows': { may: desk, url: r => `/api/templates/${r.templates}/rows?planId=${r.plans}` },
  'POST /api/templates': { may: { secretariat: 'osabf' }, upload: true },
  'PATCH /api/templates/:id': { may: secretariat, body: on({ ...version, name: '改名' }) },
  'PUT /api/templates/:id/rows': { may: secretariat, body: r => ({ ...version, planId: r.plans, rows: [] }) },
  'DELETE /api/templates/:id': { may: secretariat },

  'GET /api/forms/:id': { may: desk },
  'GET /api/forms/conversion': { may: { secretariat: 'osabf' } },
  'GET /api/forms/:id/file': { may: desk },
  'POST /api/forms': { may: secretariat, body: r => ({ roundId: r.rounds }) },

  'GET /api/exchanges/:id': { may: desk },
  'GET /api/exchanges/:id/file': { may: desk },
  'POST /api/exchanges': { may: { secretariat: 'osabf' }, upload: true },
  'PATCH /api/exchanges/:id': { may: secretariat, body: on({ ...version, decisions: {} }) },
  'POST /api/exchanges/:id/recognise': { may: secretariat, body: r => ({ ...version, formId: r.forms }) },
  'POST /api/exchanges/:id/apply': { may: secretariat, body: on(version) },
  'POST /api/exchanges/:id/undo': { may: secretariat, body: on(version) },
  'POST /api/exchanges/:id/reject': { may: secretariat, body: on(explained) },

  // What the agency asks others for; how one that is asked sees it is walked in agency-side.test.ts.
  'GET /api/collections/:id': { may: desk },
  'POST /api/collections': {
    may: secretariat,
    body: r => ({
      name: '新彙整案',
      templateId: r.templates,
      dueDate: '2025-06-30',
      instructions: '',
      previousId: null,
      agencyIds: [],
    }),
  },
  'PATCH /api/collections/:id': { may: secretariat, body: on({ ...version, name: '改名' }) },
  'DELETE /api/collections/:id': { may: secretariat },
  'POST /api/collections/:id/open': { may: secretariat, body: on(version) },
  'POST /api/collections/:id/close': { may: secretariat, body: on(version) },
  'POST /api/collections/:id/reopen': { may: secretariat, body: on(explained) },
  'POST /api/collections/:id/editions': {
    may: secretariat,
    body: r => ({ ...version, templateId: r.templates }),
  },
  'POST /api/collections/:id/editions/preview': {
    may: secretariat,
    body: r => ({ ...version, templateId: r.templates }),
  },
  'POST /api/collections/:id/recipients': { may: secretariat, body: r => ({ agencyIds: [r.agencies] }) },
  'GET /api/collections/:id/roster': { may: desk },
  'GET /api/collections/:id/workbooks.zip': { may: desk },
  'POST /api/collections/:id/mail': { may: secretariat, body: on({}) },
  'POST /api/collections/:id/packages': { may: secretariat, body: on({}) },
  'GET /api/collections/:id/packages.zip': { may: desk },
  'POST /api/collections/:id/addresses/preview': { may: secretariat, body: on({}) },
  'POST /api/collections/:id/addresses': {
    may: secretariat,
    body: r => ({ changes: [{ recipientId: r.recipients, before: null, after: 'desk@example.org' }] }),
  },
  'POST /api/collections/:id/chase': { may: secretariat, body: on({}) },
  'POST /api/collections/:id/handOutSheets': {
    may: secretariat,
    // Nobody is named, so that nothing is asked of Google.
    body: r => ({ accountId: r.sheetAccounts, share: false, recipientIds: [] }),
  },
  'POST /api/collections/:id/takeSheets': { may: secretariat, body: on({}) },
  'GET /api/collectionRows/:id': { may: desk },
  'GET /api/recipients/unsent': { may: { secretariat: 'osabf', head: 'osabf', auditor: 'osabf' } },
  'GET /api/recipients/bureaus': { may: { secretariat: 'osabf', head: 'osabf', auditor: 'osabf' } },
  'GET /api/recipients/:id': { may: desk },
  'GET /api/recipients/:id/workbook': { may: desk },
  'PATCH /api/recipients/:id': { may: secretariat, body: on({ ...version, mailTo: 'desk@example.org' }) },
  'DELETE /api/recipients/:id': { may: secretariat },
  'POST /api/collections/:id/deliveries': {
    may: secretariat,
    url: r => `/api/collections/${r.collections}/deliveries`,
    upload: true,
  },
  'POST /api/recipients/:id/return': {
    may: secretariat,
    url: r => `/api/recipients/${r.recipients}/return`,
    upload: true,
  },
  'POST /api/collections/:id/apply': { may: secretariat, body: on({}) },
  'POST /api/collections/:id/reject': {
    may: secretariat,
    body: r => ({ reason: '理由', files: [{ id: r.collectionFiles, version: 1 }] }),
  },
  'GET /api/collections/:id/statistics': { may: desk },
  'GET /api/collections/:id/consolidation': { may: desk },
  'GET /api/deliveries/:id': { may: desk },
  'GET /api/collectionFiles/:id': { may: desk },
  'GET /api/collectionFiles/:id/file': { may: desk },
  'PATCH /api/collectionFiles/:id': { may: secretariat, body: on(version) },
  'POST /api/collectionFiles/:id/apply': { may: secretariat, body: on(version) },
  'POST /api/collectionFiles/:id/undo': { may: secretariat, body: on(version) },
  'POST /api/collectionFiles/:id/reject': { may: secretariat, body: on(explained) },
  'GET /api/collectedRows/:id': { may: desk },
  'PATCH /api/collectedRows/:id': { may: secretariat, body: on({ ...version, first: { score: 8 } }) },
  'POST /api/recipients/:id/sendBack': { may: secretariat, body: on(explained) },
  'POST /api/recipients/:id/accept': { may: secretariat, body: on(version) },
  'GET /api/recipients/:id/review': { may: desk },
  'GET /api/recipients/:id/upward': {
    may: secretariat,
    url: r => `/api/recipients/${r.recipients}/upward?collectionId=${r.collections}`,
  },
  'GET /api/findings/:id': { may: desk },
  'POST /api/findings': {
    may: secretariat,
    body: r => ({ title: '缺失', text: '', dueDate: null, collectedRowId: r.collectedRows }),
  },
  'PATCH /api/findings/:id': { may: secretariat, body: on({ ...version, title: '改名' }) },
  'POST /api/findings/:id/answer': { may: secretariat, body: on({ ...version, action: '已改善' }) },
  'POST /api/findings/:id/release': { may: secretariat, body: on(version) },
  'POST /api/findings/:id/keep': { may: secretariat, body: on(explained) },

  'GET /api/packages/:id': { may: desk },
  'GET /api/packages/:id/file': { may: desk },
  'POST /api/packages': { may: secretariat, body: r => ({ kind: 'reviews', trustedKeyId: r.trustedKeys }) },
  'POST /api/packages/receive': { may: { secretariat: 'osabf' }, upload: true },
  'PATCH /api/packages/:id': { may: secretariat, body: on({ ...version, decisions: {} }) },
  'POST /api/packages/:id/apply': { may: secretariat, body: on(version) },
  'POST /api/packages/:id/undo': { may: secretariat, body: on(version) },
  'POST /api/packages/:id/reject': { may: secretariat, body: on(explained) },
  'GET /api/trustedKeys/:id': { may: keyReaders },
  'POST /api/trustedKeys': {
    may: administrator,
    body: r => ({ peerAgencyId: r.agencies, keyFile: '{}', fingerprint: '0'.repeat(32) }),
  },
  'POST /api/trustedKeys/:id/revoke': { may: { administrator: 'osa' }, body: on(explained) },
  'GET /api/ownKey': {
    may: { administrator: 'osabf', secretariat: 'osabf', head: 'osabf', auditor: 'osabf' },
  },
  'POST /api/ownKey': { may: administrator, body: on({ replace: true }) },

  'GET /api/sheetSetup': { may: { secretariat: 'osabf' } },
  'GET /api/sheetAccounts/:id': { may: secretariat },
  'POST /api/sheetAccounts': { may: { secretariat: 'osabf' }, body: on({ key: '{}' }) },
  'DELETE /api/sheetAccounts/:id': { may: secretariat },
  // A grant is its beginner's alone; how others fail with it is walked in sheets.test.ts.
  'POST /api/sheetGrants': { may: { secretariat: 'osabf' }, body: on({ flow: 'device' }) },
  'POST /api/sheetGrants/finish': { may: { secretariat: 'osabf' }, body: on({ code: 'x', state: 'x' }) },
  'POST /api/sheetGrants/:id/look': { may: { secretariat: 'osabf' } },
  'GET /api/sheets/:id': { may: desk },
  'POST /api/sheets': {
    may: secretariat,
    body: r => ({ roundId: r.rounds, accountId: r.sheetAccounts, tabbing: 'one' }),
  },
  'PATCH /api/sheets/:id': { may: secretariat, body: on({ ...version, everyMinutes: null }) },
  'POST /api/sheets/:id/preview': { may: secretariat },
  'POST /api/sheets/:id/sync': { may: secretariat, body: on(version) },
  'POST /api/sheets/:id/pause': { may: secretariat, body: on(version) },
  'POST /api/sheets/:id/resume': { may: secretariat, body: on(version) },
  'POST /api/sheets/:id/disconnect': { may: secretariat, body: on(version) },
  'GET /api/recipientSheets/:id': { may: desk },
  'POST /api/recipientSheets/:id/take': { may: secretariat, body: on(version) },
  'POST /api/recipientSheets/:id/disconnect': { may: secretariat, body: on(version) },

  // Whoever may see the round may ask; the figures are those of the reports they may read.
  'GET /api/dashboard': {
    may: { ...overseers, chief: 'osa', officer: 'osa' },
    url: r => `/api/dashboard?roundId=${r.rounds}`,
  },
};

/** Which rows of each list a role sees. */
export const lists: Readonly<Record<string, May>> = {
  agencies: readers.agencies,
  units: readers.agencies,
  users: readers.users,
  plans: readers.plans,
  planItems: readers.plans,
  crosswalkLinks: readers.plans,
  assignments: readers.assignments,
  rounds: readers.plans,
  reports: readers.reports,
  evidence: readers.reports,
  templates: desk,
  forms: desk,
  exchanges: desk,
  packages: desk,
  trustedKeys: keyReaders,
  sheetAccounts: secretariat,
  sheets: desk,
  recipientSheets: desk,
  collections: desk,
  collectionRows: desk,
  recipients: desk,
  deliveries: desk,
  collectionFiles: desk,
  collectedRows: desk,
  findings: desk,
};
