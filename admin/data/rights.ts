import type { Role } from '../../sync/model/index.ts';

/**
 * What the console offers to whom. The server's rule table decides; this one only keeps entries, buttons and pages away
 * from people who would be refused, and a test holds the two together. What it does not name is not offered.
 */
const everyone: readonly Role[] = ['administrator', 'secretariat', 'chief', 'officer', 'head', 'auditor'];
const administrator: readonly Role[] = ['administrator'];
const secretariat: readonly Role[] = ['secretariat'];
const office: readonly Role[] = ['administrator', 'secretariat'];
const overseers: readonly Role[] = ['secretariat', 'head', 'auditor'];
/** Whoever sits at a desk of the whole office; officers and chiefs have their section's pages. */
export const desks: readonly Role[] = ['administrator', ...overseers];
const section: readonly Role[] = ['secretariat', 'chief', 'officer'];
const reporters: readonly Role[] = [...overseers, 'chief', 'officer'];

export const offers: Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>> = {
  agencies: { read: everyone, create: administrator, update: administrator, delete: administrator },
  units: { read: everyone, create: office, update: office, delete: office },
  users: { read: everyone, create: administrator, update: administrator, resetLink: administrator },
  openSessions: { read: everyone, delete: everyone },
  settings: { read: everyone, update: office },
  plans: {
    read: everyone,
    create: secretariat,
    update: secretariat,
    delete: secretariat,
    approve: ['secretariat', 'head'],
    unapprove: ['secretariat', 'head'],
    publish: secretariat,
    unpublish: secretariat,
    close: secretariat,
    reopen: secretariat,
  },
  planItems: { read: everyone, create: secretariat, update: secretariat, delete: secretariat },
  assignments: {
    read: reporters,
    create: secretariat,
    update: ['secretariat', 'chief'],
    transfer: ['secretariat', 'chief'],
    requestRelease: section,
    keepTracking: secretariat,
    release: secretariat,
    withdraw: secretariat,
    reopen: secretariat,
  },
  crosswalkLinks: { read: everyone, create: secretariat, update: secretariat, delete: secretariat },
  rounds: {
    read: everyone,
    create: secretariat,
    update: secretariat,
    delete: secretariat,
    open: secretariat,
    close: secretariat,
    reopen: secretariat,
    chase: secretariat,
  },
  reports: {
    read: reporters,
    update: section,
    submit: section,
    endorse: ['chief'],
    accept: secretariat,
    return: ['secretariat', 'chief'],
    reopen: secretariat,
  },
  evidence: { read: reporters, create: section, update: section },
  templates: { read: overseers, create: secretariat, update: secretariat, delete: secretariat },
  forms: { read: overseers, create: secretariat },
  sheetAccounts: { read: secretariat, create: secretariat, delete: secretariat },
  sheets: {
    read: overseers,
    create: secretariat,
    update: secretariat,
    sync: secretariat,
    pause: secretariat,
    resume: secretariat,
    disconnect: secretariat,
  },
  exchanges: {
    read: overseers,
    create: secretariat,
    update: secretariat,
    recognise: secretariat,
    apply: secretariat,
    undo: secretariat,
    reject: secretariat,
  },
  packages: {
    read: overseers,
    create: secretariat,
    receive: secretariat,
    update: secretariat,
    apply: secretariat,
    undo: secretariat,
    reject: secretariat,
  },
  trustedKeys: {
    read: ['administrator', ...overseers],
    create: administrator,
    revoke: administrator,
  },
  ownKey: { read: ['administrator', ...overseers], create: administrator },
  collections: {
    read: overseers,
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
    download: overseers,
    roster: overseers,
    consolidate: overseers,
  },
  recipientSheets: { read: overseers, take: secretariat, disconnect: secretariat },
  collectionRows: { read: overseers },
  recipients: {
    read: overseers,
    update: secretariat,
    delete: secretariat,
    return: secretariat,
    sendBack: secretariat,
    accept: secretariat,
  },
  deliveries: { read: overseers },
  collectionFiles: {
    read: overseers,
    update: secretariat,
    apply: secretariat,
    undo: secretariat,
    reject: secretariat,
  },
  collectedRows: { read: overseers, update: secretariat },
  findings: {
    read: overseers,
    create: secretariat,
    update: secretariat,
    answer: secretariat,
    release: secretariat,
    keep: secretariat,
  },
  dashboard: { read: reporters },
  events: { read: everyone },
};

/** react-admin's names for what the API calls otherwise. */
const actions: Readonly<Record<string, string>> = { list: 'read', show: 'read', export: 'read', edit: 'update' };

/** Whether `role` is offered an action on a resource: list, show, create, edit, delete, export, or a verb of the API. */
export const mayUse = (role: Role, resource: string, action: string): boolean =>
  offers[resource]?.[actions[action] ?? action]?.includes(role) ?? false;
