import { sql } from 'kysely';
import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Forms that are published as Google spreadsheets, the accounts they are published under, and what both sides last agreed on. */
export const sheets: Migration = {
  name: '0010-sheets',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await edited(schema.createTable('sheetAccounts') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('kind', ...c.text)
      .addColumn('name', ...c.text)
      .addColumn('state', ...c.text)
      .addColumn('createdBy', ...c.reference('users.id'))
      .addColumn('sealed', ...c.text)
      .execute();
    await schema.createIndex('sheetAccountsAgency').on('sheetAccounts').column('agencyId').execute();

    await schema
      .createTable('sheetGrants')
      .addColumn('id', ...c.key)
      .addColumn('userId', ...c.owned('users.id'))
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('flow', ...c.text)
      .addColumn('stateHash', ...c.optionalText)
      .addColumn('sealed', ...c.text)
      .addColumn('createdAt', ...c.text)
      .addColumn('expiresAt', ...c.text)
      .execute();
    await schema.createIndex('sheetGrantsState').on('sheetGrants').column('stateHash').execute();

    await edited(schema.createTable('sheets') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('roundId', ...c.reference('rounds.id'))
      .addColumn('formId', ...c.reference('forms.id'))
      .addColumn('accountId', ...c.reference('sheetAccounts.id'))
      .addColumn('createdBy', ...c.reference('users.id'))
      .addColumn('name', ...c.text)
      .addColumn('spreadsheetId', ...c.optionalText)
      .addColumn('url', ...c.optionalText)
      .addColumn('folderId', ...c.optionalText)
      .addColumn('tabbing', ...c.text)
      .addColumn('mode', ...c.text)
      .addColumn('everyMinutes', ...c.optionalNumber)
      .addColumn('state', ...c.text)
      .addColumn('problem', ...c.optionalText)
      .addColumn('question', ...c.optionalText)
      .addColumn('lastSent', ...c.number)
      .addColumn('lastTaken', ...c.number)
      .addColumn('waiting', ...c.number)
      .addColumn('exchangeId', ...c.optionalReference('exchanges.id'))
      .addColumn('lastSyncAt', ...c.optionalText)
      .addColumn('nextSyncAt', ...c.optionalText)
      .addColumn('answered', ...c.optionalText)
      .addColumn('settled', ...c.optionalText)
      .addColumn('sendNext', c.flag[0], column => column.notNull().defaultTo(engine === 'postgres' ? false : 0))
      .addColumn('leaseUntil', ...c.optionalText)
      .addColumn('leaseHolder', ...c.optionalText)
      .execute();
    await schema.createIndex('sheetsAgency').on('sheets').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('sheetsNext').on('sheets').column('nextSyncAt').execute();
    await schema
      .createIndex('sheetsOnce')
      .unique()
      .on('sheets')
      .column('spreadsheetId')
      .where(sql<boolean>`${sql.ref('state')} <> 'disconnected' and ${sql.ref('spreadsheetId')} is not null`)
      .execute();

    await schema
      .createTable('sheetRows')
      .addColumn('sheetId', ...c.owned('sheets.id'))
      .addColumn('rowId', ...c.text)
      .addColumn('reportId', ...c.reference('reports.id'))
      .addColumn('answer', ...c.text)
      .addPrimaryKeyConstraint('sheetRowsKey', ['sheetId', 'rowId'])
      .execute();
    await schema.createIndex('sheetRowsReport').on('sheetRows').column('reportId').execute();

    // What was sent to Google, batch by batch, before it was.
    await schema
      .createTable('sheetOperations')
      .addColumn('id', ...c.key)
      .addColumn('sheetId', ...c.owned('sheets.id'))
      .addColumn('createdAt', ...c.text)
      .addColumn('intent', ...c.text)
      .addColumn('endedAt', ...c.optionalText)
      .execute();
    await schema.createIndex('sheetOperationsSheet').on('sheetOperations').columns(['sheetId', 'createdAt']).execute();
  },
};
