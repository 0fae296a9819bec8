import type { Selectable } from 'kysely';
import type {
  Agency,
  Assignment,
  CollectedRow,
  Collection,
  CollectionFile,
  CollectionRow,
  CrosswalkLink,
  Evidence,
  Exchange,
  Finding,
  Form,
  Locale,
  MailState,
  Packet,
  Plan,
  PlanItem,
  Recipient,
  RecipientSheet,
  Report,
  Round,
  Settings,
  SheetAccount,
  SheetConnection,
  Template,
  TrustedKey,
  Unit,
  User,
} from '../../sync/model/index.ts';

/** A column that holds JSON as text, on both engines. */
export type Json = string;

/** SQLite has no booleans: it answers 0 and 1. Repositories make them true and false. */
type Flag = boolean | number;

/** A stored row: as the model has it, with these fields kept as JSON text and these as flags. */
type Row<T, JsonFields extends keyof T = never, Flags extends keyof T = never> = {
  [K in keyof T]: K extends JsonFields ? Json | Extract<T[K], null> : K extends Flags ? Flag : T[K];
};

export interface Database {
  agencies: Row<Agency, never, 'disabled'>;
  /** Every agency with each agency above it and itself; `depth` counts the steps between them. */
  agencyAncestors: { agencyId: string; ancestorId: string; depth: number };
  units: Row<Unit, 'aliases', 'disabled'>;
  users: Row<User, never, 'disabled' | 'mustChangePassword'> & {
    passwordHash: string | null;
    passwordChangedAt: string | null;
    failedLogins: number;
  };
  passwordHistory: { userId: string; passwordHash: string; changedAt: string };
  /** One-time links: first set-up (no user) and password resets. Only the SHA-256 of the token is kept. */
  tokens: { tokenHash: string; purpose: 'setup' | 'reset'; userId: string | null; expiresAt: string };
  /** Only the SHA-256 of the session id is kept: reading the table does not let anybody in. */
  sessions: {
    id: string;
    tokenHash: string;
    csrfToken: string;
    userId: string;
    createdAt: string;
    lastSeenAt: string;
    expiresAt: string;
    address: string;
    agent: string;
  };
  settings: Settings & { agencyId: string };
  plans: Row<Plan, 'sections', 'membersPublic'>;
  planItems: Row<Omit<PlanItem, 'unitIds' | 'unresolvedUnits'>, 'units' | 'checkMonths' | 'cadence'>;
  crosswalkLinks: CrosswalkLink;
  assignments: Assignment;
  rounds: Round;
  reports: Row<Report, 'figures'>;
  evidence: Row<Evidence, never, 'personalData'>;
  reportEvidence: { reportId: string; evidenceId: string; attachedAt: string; attachedBy: string };
  /** Stored bytes by their SHA-256. */
  files: { sha256: string; size: number; mediaType: string; createdAt: string };
  templates: Template & {
    /** The file as it came, where it was converted into one that can be filled. */
    sourceSha256: string | null;
    /** The profile that was found, the same as corrected, the corrections, and the template that they were learned from. */
    found: Json;
    profile: Json;
    corrections: Json;
    learnedFrom: Json | null;
  };
  /** What a person confirmed: the step of a plan that a row of a template stands for, or none. */
  templateRows: { templateId: string; planId: string; sheet: string; row: number; planItemId: string | null };
  forms: Row<Form, 'unitIds' | 'notices'> & {
    /** The template as it was when the form was issued, by which it is read when it comes back. */
    issued: Json | null;
  };
  /** What one row of an issued form left with: `answer` is the base of every later merge. Only a template's rows have a place. */
  formRows: {
    formId: string;
    rowId: string;
    reportId: string;
    position: number;
    reportVersion: number;
    answer: Json;
    sheet: string | null;
    row: number | null;
    unit: string | null;
  };
  exchanges: Omit<Exchange, 'problem' | 'counts'> & {
    problem: Json | null;
    counts: Json;
    /** What was read from the file, the preview, the decisions, and what applying replaced. */
    returned: Json | null;
    changes: Json | null;
    decisions: Json;
    undo: Json | null;
    /** Forms that a file without a form id may be, and the rows of the file that a person placed. */
    candidates: Json;
    placements: Json;
  };
  collections: Collection;
  collectionEditions: {
    collectionId: string;
    number: number;
    templateId: string;
    /** The template as it was when the edition was issued, by which its files are read. */
    issued: Json;
    issuedAt: string;
  };
  collectionRows: Row<CollectionRow, 'path'>;
  /** Where a question stands in an edition. */
  editionRows: { collectionId: string; edition: number; sheet: string; row: number; rowId: string };
  recipients: Row<Recipient, 'mailProblem'> & {
    /** The answers that its workbook left with: the base of every merge. */
    issued: Json | null;
    /** Until when only the server that took it makes its workbook. */
    leaseUntil: string | null;
  };
  /** Mails that are to go out, and those that did: written down before they are sent. */
  outbox: {
    id: string;
    createdAt: string;
    recipientId: string;
    kind: 'issue' | 'chase';
    locale: Locale;
    askedBy: string;
    mailTo: string;
    state: MailState;
    tries: number;
    notBefore: string;
    leaseUntil: string | null;
    begunAt: string | null;
    sentAt: string | null;
    /** What the mail server said last. */
    answer: string;
  };
  deliveries: {
    id: string;
    createdAt: string;
    bureauId: string;
    collectionId: string;
    receivedBy: string;
    via: string;
    repeated: number;
  };
  collectionFiles: Row<CollectionFile, 'problem' | 'counts' | 'doubts'> & {
    /** What was read from the file, the merge of it, the decisions, what it is doubtful in, whose it may be, and what applying replaced. */
    returned: Json | null;
    merge: Json | null;
    decisions: Json;
    issues: Json;
    candidates: Json;
    undo: Json | null;
    placements: Json;
    /** How often a server began to read it. */
    tries: number;
    /** Until when only the server that took it reads it. */
    leaseUntil: string | null;
  };
  collectedRows: Row<CollectedRow, 'original' | 'accepted' | 'lineage' | 'issues' | 'first' | 'second'>;
  findings: Finding;
  /** The agency's own signing keys; the private half is sealed. One of an agency is present, the others were replaced. */
  ownKeys: {
    id: string;
    createdAt: string;
    agencyId: string;
    publicKey: string;
    fingerprint: string;
    sealed: string;
    madeBy: string;
    replacedAt: string | null;
  };
  trustedKeys: TrustedKey;
  packages: Row<Packet, 'problem' | 'counts' | 'leftOut'> & {
    /** What the package is about, in the sender's ids: an older one about the same is refused. */
    subject: string | null;
    /** What was read, the preview as it was applied, the decisions, what applying replaced, and where a plan goes. */
    data: Json | null;
    changes: Json | null;
    decisions: Json;
    undo: Json | null;
    place: string | null;
  };
  /** Which row of ours a row of theirs became, and what the last applied package said of it: the base of the next merge. */
  packageRows: {
    agencyId: string;
    peerAgencyId: string;
    resource: string;
    foreignId: string;
    localId: string;
    base: Json;
    packedAt: string;
    packetId: string;
  };
  /** `sealed` is the key or the token; it is never answered. */
  sheetAccounts: SheetAccount & { sealed: string };
  /** Grants that a person has begun at Google and not yet ended. Only the SHA-256 of the state is kept. */
  sheetGrants: {
    id: string;
    userId: string;
    agencyId: string;
    flow: 'browser' | 'device';
    stateHash: string | null;
    sealed: string;
    createdAt: string;
    expiresAt: string;
  };
  sheets: Row<SheetConnection, 'problem' | 'question'> & {
    /** The question that was answered by leaving things as they are. */
    answered: Json | null;
    /** The mark of the last sync after which both sides said the same. */
    settled: string | null;
    /** What a person has just settled is sent by the next sync, although nobody asks for it. */
    sendNext: Flag;
    /** One writer for each spreadsheet, whichever server it is. */
    leaseUntil: string | null;
    leaseHolder: string | null;
  };
  recipientSheets: Row<RecipientSheet, 'problem', 'takeNext'> & {
    /** The workbook that it was made from. */
    sha256: string;
    /** Who wants it taken back. */
    takenBy: string | null;
    /** What Drive told of it, and a hash of its texts, when it was handed out or last taken back. */
    takenMark: Json | null;
    takenTexts: string | null;
    /** An export that is kept and about to be handed in: whoever takes over hands in the same bytes. */
    arriving: Json | null;
    /** What the bureau says of the answers is to be written into it. */
    reviewNext: Flag;
    leaseUntil: string | null;
    leaseHolder: string | null;
  };
  /** What both sides last agreed on, row by row: the base of every merge with the spreadsheet. */
  sheetRows: { sheetId: string; rowId: string; reportId: string; answer: Json };
  /** Every batch that was sent, kept before it was; the open one of a spreadsheet is yet to be looked after. */
  sheetOperations: { id: string; sheetId: string; createdAt: string; intent: Json; endedAt: string | null };
  events: {
    id: number;
    at: string;
    actorId: string | null;
    actorName: string;
    agencyId: string | null;
    unitId: string | null;
    action: string;
    resource: string;
    recordId: string | null;
    before: Json | null;
    after: Json | null;
    previousHash: string;
    hash: string;
  };
  /** One row: the end of the event chain. Locking it orders the writers of all servers. */
  eventChain: { id: number; lastId: number; lastHash: string };
  migrations: { name: string; appliedAt: string };
}

export type Stored<Table extends keyof Database> = Selectable<Database[Table]>;
