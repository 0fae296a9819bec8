import type { Database } from '../database/schema.ts';

type Table = Exclude<keyof Database, 'migrations'>;

/** What must be known of a table to copy it between engines. */
interface Copied {
  readonly table: Table;
  /** Columns that are true and false on PostgreSQL and 1 and 0 on SQLite. */
  readonly flags?: readonly string[];
  /** Columns that name another row of the same table: filled in once all rows are there. */
  readonly within?: readonly string[];
}

/** Every table, those that are named by others first. A test compares it with the database. */
export const copiedTables: readonly Copied[] = [
  { table: 'agencies', flags: ['disabled'], within: ['parentId'] },
  { table: 'agencyAncestors' },
  { table: 'units', flags: ['disabled'] },
  { table: 'users', flags: ['disabled', 'mustChangePassword'] },
  { table: 'passwordHistory' },
  { table: 'tokens' },
  { table: 'sessions' },
  { table: 'settings' },
  { table: 'plans', flags: ['membersPublic'] },
  { table: 'planItems', within: ['parentId', 'carriedFrom'] },
  { table: 'crosswalkLinks' },
  { table: 'assignments' },
  { table: 'rounds' },
  { table: 'reports' },
  { table: 'files' },
  { table: 'evidence', flags: ['personalData'] },
  { table: 'reportEvidence' },
  { table: 'templates' },
  { table: 'templateRows' },
  { table: 'forms' },
  { table: 'formRows' },
  { table: 'exchanges' },
  { table: 'collections', within: ['previousId'] },
  { table: 'collectionEditions' },
  { table: 'collectionRows' },
  { table: 'editionRows' },
  { table: 'recipients' },
  { table: 'outbox' },
  { table: 'deliveries' },
  { table: 'collectionFiles' },
  { table: 'collectedRows' },
  { table: 'findings' },
  { table: 'ownKeys' },
  { table: 'trustedKeys' },
  { table: 'packages' },
  { table: 'packageRows' },
  { table: 'sheetAccounts' },
  { table: 'sheetGrants' },
  { table: 'sheets', flags: ['sendNext'] },
  { table: 'sheetRows' },
  { table: 'sheetOperations' },
  { table: 'recipientSheets', flags: ['takeNext', 'reviewNext'] },
  { table: 'events' },
  { table: 'eventChain' },
];
