import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** What a bureau collects from agencies: forms sent out in editions, files that come back, what they say row by row, and findings. */
export const collection: Migration = {
  name: '0008-collection',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await edited(schema.createTable('collections') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('name', ...c.text)
      .addColumn('templateId', ...c.reference('templates.id'))
      .addColumn('edition', ...c.number)
      .addColumn('dueDate', ...c.text)
      .addColumn('instructions', ...c.text)
      .addColumn('state', ...c.text)
      .addColumn('previousId', ...c.optionalReference('collections.id'))
      .execute();
    await schema.createIndex('collectionsAgency').on('collections').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('collectionsTemplate').on('collections').column('templateId').execute();
    await schema.createIndex('collectionsPrevious').on('collections').column('previousId').execute();

    await schema
      .createTable('collectionEditions')
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('number', ...c.number)
      .addColumn('templateId', ...c.reference('templates.id'))
      .addColumn('issued', ...c.text)
      .addColumn('issuedAt', ...c.text)
      .addPrimaryKeyConstraint('collectionEditionsKey', ['collectionId', 'number'])
      .execute();
    await schema.createIndex('collectionEditionsTemplate').on('collectionEditions').column('templateId').execute();

    await schema
      .createTable('collectionRows')
      .addColumn('id', ...c.key)
      .addColumn('bureauId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('position', ...c.number)
      .addColumn('label', ...c.text)
      .addColumn('text', ...c.text)
      .addColumn('path', ...c.text)
      .addColumn('skeletonKey', ...c.optionalText)
      .execute();
    await schema
      .createIndex('collectionRowsOrder')
      .on('collectionRows')
      .columns(['collectionId', 'position'])
      .execute();

    await schema
      .createTable('editionRows')
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('edition', ...c.number)
      .addColumn('sheet', ...c.text)
      .addColumn('row', ...c.number)
      .addColumn('rowId', ...c.owned('collectionRows.id'))
      .addPrimaryKeyConstraint('editionRowsKey', ['collectionId', 'edition', 'sheet', 'row'])
      .execute();
    await schema.createIndex('editionRowsRow').on('editionRows').column('rowId').execute();

    await edited(schema.createTable('recipients') as never)
      .addColumn('bureauId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('edition', ...c.optionalNumber)
      .addColumn('fileName', ...c.optionalText)
      .addColumn('sha256', ...c.optionalReference('files.sha256'))
      .addColumn('issued', ...c.optionalText)
      .addColumn('mailTo', ...c.optionalText)
      .addColumn('mailState', ...c.optionalText)
      .addColumn('mailProblem', ...c.optionalText)
      .addColumn('sentAt', ...c.optionalText)
      .addColumn('sentVia', ...c.optionalText)
      .addColumn('state', ...c.text)
      .addColumn('fileId', ...c.optionalText)
      .addColumn('returnedAt', ...c.optionalText)
      .addColumn('stateReason', ...c.text)
      .addColumn('acceptedAt', ...c.optionalText)
      .addColumn('chasedAt', ...c.optionalText)
      .addColumn('chases', ...c.number)
      // Who is making its workbook and until when nobody else does: a server that died leaves it to the others.
      .addColumn('leaseUntil', ...c.optionalText)
      .execute();
    await schema
      .createIndex('recipientsOnce')
      .unique()
      .on('recipients')
      .columns(['collectionId', 'agencyId'])
      .execute();
    await schema.createIndex('recipientsAgency').on('recipients').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('recipientsBureau').on('recipients').columns(['bureauId', 'createdAt']).execute();
    await schema.createIndex('recipientsState').on('recipients').columns(['collectionId', 'state']).execute();

    await schema
      .createTable('outbox')
      .addColumn('id', ...c.key)
      .addColumn('createdAt', ...c.text)
      .addColumn('recipientId', ...c.owned('recipients.id'))
      .addColumn('kind', ...c.text)
      .addColumn('locale', ...c.text)
      .addColumn('askedBy', ...c.reference('users.id'))
      .addColumn('mailTo', ...c.text)
      .addColumn('state', ...c.text)
      .addColumn('tries', ...c.number)
      .addColumn('notBefore', ...c.text)
      .addColumn('leaseUntil', ...c.optionalText)
      // When it was last handed to the mail server, until what became of it is known: a server that died then may have sent it.
      .addColumn('begunAt', ...c.optionalText)
      .addColumn('sentAt', ...c.optionalText)
      .addColumn('answer', ...c.text)
      .execute();
    await schema.createIndex('outboxState').on('outbox').columns(['state', 'notBefore']).execute();
    await schema.createIndex('outboxRecipient').on('outbox').column('recipientId').execute();

    await schema
      .createTable('deliveries')
      .addColumn('id', ...c.key)
      .addColumn('createdAt', ...c.text)
      .addColumn('bureauId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('receivedBy', ...c.reference('users.id'))
      .addColumn('via', ...c.text)
      .addColumn('repeated', ...c.number)
      .execute();
    await schema.createIndex('deliveriesCollection').on('deliveries').columns(['collectionId', 'createdAt']).execute();

    await edited(schema.createTable('collectionFiles') as never)
      .addColumn('bureauId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('deliveryId', ...c.owned('deliveries.id'))
      .addColumn('recipientId', ...c.optionalReference('recipients.id'))
      .addColumn('recognisedBy', ...c.optionalText)
      .addColumn('edition', ...c.optionalNumber)
      .addColumn('receivedBy', ...c.reference('users.id'))
      .addColumn('via', ...c.text)
      .addColumn('fileName', ...c.text)
      .addColumn('sha256', ...c.reference('files.sha256'))
      .addColumn('size', ...c.number)
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .addColumn('problem', ...c.optionalText)
      .addColumn('counts', ...c.text)
      .addColumn('doubts', ...c.text)
      .addColumn('returned', ...c.optionalText)
      .addColumn('merge', ...c.optionalText)
      .addColumn('decisions', ...c.text)
      .addColumn('issues', ...c.text)
      .addColumn('candidates', ...c.text)
      .addColumn('undo', ...c.optionalText)
      .addColumn('placements', ...c.text)
      // How often it was taken up: one that ends every server that reads it must not go on doing so.
      .addColumn('tries', ...c.number)
      // Who is reading it and until when nobody else may: a server that died leaves its files to the others.
      .addColumn('leaseUntil', ...c.optionalText)
      .execute();
    // The same bytes are one file of a collection, however often they come.
    await schema
      .createIndex('collectionFilesOnce')
      .unique()
      .on('collectionFiles')
      .columns(['collectionId', 'sha256'])
      .execute();
    await schema.createIndex('collectionFilesState').on('collectionFiles').columns(['state', 'leaseUntil']).execute();
    await schema.createIndex('collectionFilesDelivery').on('collectionFiles').column('deliveryId').execute();
    await schema.createIndex('collectionFilesRecipient').on('collectionFiles').column('recipientId').execute();

    await edited(schema.createTable('collectedRows') as never)
      .addColumn('bureauId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.owned('collections.id'))
      .addColumn('recipientId', ...c.owned('recipients.id'))
      .addColumn('rowId', ...c.owned('collectionRows.id'))
      .addColumn('original', ...c.text)
      .addColumn('accepted', ...c.text)
      .addColumn('lineage', ...c.optionalText)
      .addColumn('issues', ...c.text)
      .addColumn('first', ...c.text)
      .addColumn('second', ...c.text)
      .addColumn('returnReason', ...c.optionalText)
      .execute();
    await schema
      .createIndex('collectedRowsOnce')
      .unique()
      .on('collectedRows')
      .columns(['recipientId', 'rowId'])
      .execute();
    await schema.createIndex('collectedRowsRow').on('collectedRows').columns(['collectionId', 'rowId']).execute();

    await edited(schema.createTable('findings') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('againstId', ...c.reference('agencies.id'))
      .addColumn('collectionId', ...c.optionalReference('collections.id'))
      .addColumn('collectedRowId', ...c.optionalReference('collectedRows.id'))
      .addColumn('title', ...c.text)
      .addColumn('text', ...c.text)
      .addColumn('dueDate', ...c.optionalText)
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .addColumn('action', ...c.text)
      .addColumn('answeredAt', ...c.optionalText)
      .execute();
    await schema.createIndex('findingsAgency').on('findings').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('findingsAgainst').on('findings').columns(['againstId', 'createdAt']).execute();
    await schema.createIndex('findingsCollectedRow').on('findings').column('collectedRowId').execute();
  },
};
