import type { Role } from '../../sync/model/index.ts';

/**
 * How far a right reaches, from nothing to everything:
 * `own` rows of the person, `section` those of the person's unit, `agency` those of the agency, `subordinate` those of the
 * agency and, of every agency below it, the ones it has submitted, `asked` those of the agency and what another agency asks
 * it for, `all` every row of the installation.
 */
export const scopes = ['none', 'own', 'section', 'agency', 'subordinate', 'asked', 'all'] as const;
export type Scope = (typeof scopes)[number];

type Rule = Readonly<Partial<Record<Role, Scope>>>;

const everyone = (scope: Scope): Rule => ({
  administrator: scope,
  secretariat: scope,
  chief: scope,
  officer: scope,
  head: scope,
  auditor: scope,
});

/** What a bureau looks down on: its own agency's rows and what the agencies below submitted. */
const overseen: Rule = { secretariat: 'subordinate', head: 'subordinate', auditor: 'subordinate' };
const secretariat: Rule = { secretariat: 'agency' };
/** Who deals with forms that go from agency to agency, and who looks on. */
const desk: Rule = { secretariat: 'agency', head: 'agency', auditor: 'agency' };
/** The same, at the agency that asks and at the one that is asked. */
const bothDesks: Rule = { secretariat: 'asked', head: 'asked', auditor: 'asked' };
const administrator: Rule = { administrator: 'all' };
const section: Rule = { chief: 'section', officer: 'section', secretariat: 'section' };

/**
 * The one rule table: resource → action → role → scope. What it does not name is denied. Lists, counts, single reads,
 * files and events are all cut by it; no route decides for itself.
 */
export const rules = {
  agencies: {
    read: { administrator: 'all', ...overseen, chief: 'agency', officer: 'agency' },
    create: administrator,
    update: administrator,
    delete: administrator,
  },
  units: {
    read: { administrator: 'all', ...overseen, chief: 'agency', officer: 'agency' },
    create: { administrator: 'all', secretariat: 'agency' },
    update: { administrator: 'all', secretariat: 'agency' },
    delete: { administrator: 'all', secretariat: 'agency' },
  },
  users: {
    read: { ...everyone('agency'), administrator: 'all' },
    create: administrator,
    update: administrator,
    resetLink: administrator,
  },
  openSessions: { read: everyone('own'), delete: everyone('own') },
  settings: { read: everyone('agency'), update: { administrator: 'agency', secretariat: 'agency' } },
  plans: {
    read: { ...everyone('agency'), ...overseen },
    create: secretariat,
    update: secretariat,
    delete: secretariat,
    approve: { secretariat: 'agency', head: 'agency' },
    unapprove: { secretariat: 'agency', head: 'agency' },
    publish: secretariat,
    unpublish: secretariat,
    close: secretariat,
    reopen: secretariat,
  },
  planItems: {
    read: { ...everyone('agency'), ...overseen },
    create: secretariat,
    update: secretariat,
    delete: secretariat,
  },
  assignments: {
    read: { secretariat: 'agency', head: 'agency', auditor: 'agency', chief: 'section', officer: 'section' },
    create: secretariat,
    update: { secretariat: 'agency', chief: 'section' },
    transfer: { secretariat: 'agency', chief: 'section' },
    requestRelease: section,
    keepTracking: secretariat,
    release: secretariat,
    withdraw: secretariat,
    reopen: secretariat,
  },
  // What an agency serves its superior with is seen by the superior once the plan is.
  crosswalkLinks: {
    read: { ...everyone('agency'), ...overseen },
    create: secretariat,
    update: secretariat,
    delete: secretariat,
  },
  rounds: {
    read: { ...everyone('agency'), ...overseen },
    create: secretariat,
    update: secretariat,
    delete: secretariat,
    open: secretariat,
    close: secretariat,
    reopen: secretariat,
    chase: secretariat,
  },
  reports: {
    read: { ...overseen, chief: 'section', officer: 'section' },
    update: section,
    submit: section,
    endorse: { chief: 'section' },
    accept: secretariat,
    return: { secretariat: 'agency', chief: 'section' },
    reopen: secretariat,
  },
  evidence: {
    read: { ...overseen, chief: 'section', officer: 'section' },
    create: section,
    // Reviewers mark personal data that an officer overlooked.
    update: { chief: 'section', officer: 'section', secretariat: 'agency' },
  },
  templates: {
    read: desk,
    create: secretariat,
    update: secretariat,
    delete: secretariat,
  },
  forms: { read: desk, create: secretariat },
  exchanges: {
    read: desk,
    create: secretariat,
    update: secretariat,
    recognise: secretariat,
    apply: secretariat,
    undo: secretariat,
    reject: secretariat,
  },
  // What an agency is asked for it sees once it is asked; how others stand in it is the bureau's affair.
  collections: {
    read: bothDesks,
    create: secretariat,
    update: secretariat,
    delete: secretariat,
    open: secretariat,
    close: secretariat,
    reopen: secretariat,
    issueEdition: secretariat,
    addRecipients: secretariat,
    mail: secretariat,
    handOutSheets: secretariat,
    takeSheets: secretariat,
    chase: secretariat,
    deliver: secretariat,
    apply: secretariat,
    reject: secretariat,
    download: desk,
    roster: desk,
    consolidate: desk,
  },
  collectionRows: { read: bothDesks },
  recipients: {
    read: bothDesks,
    update: secretariat,
    delete: secretariat,
    return: { secretariat: 'asked' },
    sendBack: secretariat,
    accept: secretariat,
  },
  deliveries: { read: bothDesks },
  collectionFiles: {
    read: bothDesks,
    update: secretariat,
    apply: secretariat,
    undo: secretariat,
    reject: secretariat,
  },
  collectedRows: { read: bothDesks, update: secretariat },
  // An agency without accounts here answers through its bureau.
  findings: {
    read: bothDesks,
    create: secretariat,
    update: secretariat,
    answer: { secretariat: 'asked' },
    release: secretariat,
    keep: secretariat,
  },
  packages: {
    read: { secretariat: 'agency', head: 'agency', auditor: 'agency' },
    create: secretariat,
    receive: secretariat,
    update: secretariat,
    apply: secretariat,
    undo: secretariat,
    reject: secretariat,
  },
  // Whose word is taken is for the administrator to say; who sends packages must see it.
  trustedKeys: {
    read: { administrator: 'agency', secretariat: 'agency', head: 'agency', auditor: 'agency' },
    create: { administrator: 'agency' },
    revoke: { administrator: 'agency' },
  },
  ownKey: {
    read: { administrator: 'agency', secretariat: 'agency', head: 'agency', auditor: 'agency' },
    create: { administrator: 'agency' },
  },
  // Who may publish under an account may also see its name; nobody ever sees its key.
  sheetAccounts: { read: secretariat, create: secretariat, delete: secretariat },
  sheets: {
    read: { secretariat: 'agency', head: 'agency', auditor: 'agency' },
    create: secretariat,
    update: secretariat,
    sync: secretariat,
    pause: secretariat,
    resume: secretariat,
    disconnect: secretariat,
  },
  // An agency sees the spreadsheet that it is to fill in, and says when it is done.
  recipientSheets: { read: bothDesks, take: { secretariat: 'asked' }, disconnect: secretariat },
  dashboard: { read: { ...overseen, chief: 'section', officer: 'section' } },
  events: {
    read: {
      administrator: 'all',
      secretariat: 'agency',
      head: 'agency',
      auditor: 'agency',
      chief: 'section',
      officer: 'section',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>;

export type Rules = typeof rules;
export type ResourceName = keyof Rules;
export type ActionOf<R extends ResourceName> = keyof Rules[R] & string;

/** A right that a route asks for. */
export type Access = {
  readonly [R in ResourceName]: { readonly resource: R; readonly action: ActionOf<R> };
}[ResourceName];

/** How far a role reaches with an action; `none` where the table is silent. */
export function scopeOf(role: Role, resource: ResourceName, action: string): Scope {
  const actions: Readonly<Record<string, Rule>> = rules[resource];
  return actions[action]?.[role] ?? 'none';
}
