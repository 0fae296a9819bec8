import { sql } from 'kysely';
import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Workbooks of collections that were handed out as Google spreadsheets. */
export const recipientSheet: Migration = {
  name: '0012-recipient-sheet',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await edited(schema.createTable('recipientSheets') as never)
      .addColumn('bureauId', ...c.reference('agencies.id'))
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('recipientId', ...c.owned('recipients.id'))
      .addColumn('accountId', ...c.reference('sheetAccounts.id'))
      .addColumn('createdBy', ...c.reference('users.id'))
      .addColumn('name', ...c.text)
      .addColumn('edition', ...c.number)
      .addColumn('folderId', ...c.optionalText)
      .addColumn('spreadsheetId', ...c.optionalText)
      .addColumn('url', ...c.optionalText)
      .addColumn('shareWith', ...c.optionalText)
      .addColumn('sharedAt', ...c.optionalText)
      .addColumn('state', ...c.text)
      .addColumn('problem', ...c.optionalText)
      .addColumn('editedAt', ...c.optionalText)
      .addColumn('takeNext', ...c.flag)
      .addColumn('takenAt', ...c.optionalText)
      .addColumn('fileId', ...c.optionalReference('collectionFiles.id'))
      .addColumn('lookedAt', ...c.optionalText)
      .addColumn('nextLookAt', ...c.optionalText)
      .addColumn('sha256', ...c.reference('files.sha256'))
      .addColumn('takenBy', ...c.optionalReference('users.id'))
      .addColumn('takenMark', ...c.optionalText)
      .addColumn('takenTexts', ...c.optionalText)
      .addColumn('arriving', ...c.optionalText)
      .addColumn('reviewNext', ...c.flag)
      .addColumn('leaseUntil', ...c.optionalText)
      .addColumn('leaseHolder', ...c.optionalText)
      .execute();
    await schema
      .createIndex('recipientSheetsOnce')
      .unique()
      .on('recipientSheets')
      .column('recipientId')
      .where(sql<boolean>`${sql.ref('state')} <> 'disconnected'`)
      .execute();
    await schema.createIndex('recipientSheetsCollection').on('recipientSheets').column('collectionId').execute();
    await schema.createIndex('recipientSheetsRecipient').on('recipientSheets').column('recipientId').execute();
    await schema.createIndex('recipientSheetsAgency').on('recipientSheets').column('agencyId').execute();
    await schema.createIndex('recipientSheetsNext').on('recipientSheets').column('nextLookAt').execute();
  },
};
