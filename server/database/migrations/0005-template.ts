import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Workbooks that others made, forms issued through them, and files that come back without ids. */
export const template: Migration = {
  name: '0005-template',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;

    await editedColumns<string>(c)(schema.createTable('templates') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('name', ...c.text)
      .addColumn('fileName', ...c.text)
      .addColumn('sha256', ...c.reference('files.sha256'))
      .addColumn('size', ...c.number)
      .addColumn('format', ...c.text)
      .addColumn('rowCount', ...c.number)
      .addColumn('sourceSha256', ...c.optionalReference('files.sha256'))
      .addColumn('found', ...c.text)
      .addColumn('profile', ...c.text)
      .addColumn('corrections', ...c.text)
      .addColumn('learnedFrom', ...c.optionalText)
      .execute();
    // The same bytes are one template of an agency, however many people drop them at once.
    await schema.createIndex('templatesFile').unique().on('templates').columns(['agencyId', 'sha256']).execute();
    await schema.createIndex('templatesAgency').on('templates').columns(['agencyId', 'createdAt']).execute();

    await schema
      .createTable('templateRows')
      .addColumn('templateId', ...c.owned('templates.id'))
      .addColumn('planId', ...c.owned('plans.id'))
      .addColumn('sheet', ...c.text)
      .addColumn('row', ...c.number)
      .addColumn('planItemId', c.optionalText[0], column => column.references('planItems.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('templateRowsKey', ['templateId', 'planId', 'sheet', 'row'])
      .execute();
    await schema.createIndex('templateRowsPlan').on('templateRows').column('planId').execute();
    await schema.createIndex('templateRowsPlanItem').on('templateRows').column('planItemId').execute();

    const forms = schema.alterTable('forms');
    await forms.addColumn('templateId', ...c.optionalReference('templates.id')).execute();
    await forms.addColumn('format', c.text[0], column => column.notNull().defaultTo('xlsx')).execute();
    await forms.addColumn('notices', c.text[0], column => column.notNull().defaultTo('[]')).execute();
    await forms.addColumn('issued', ...c.optionalText).execute();
    await schema.createIndex('formsTemplate').on('forms').column('templateId').execute();

    const formRows = schema.alterTable('formRows');
    await formRows.addColumn('sheet', ...c.optionalText).execute();
    await formRows.addColumn('row', ...c.optionalNumber).execute();
    await formRows.addColumn('unit', ...c.optionalText).execute();

    const exchanges = schema.alterTable('exchanges');
    await exchanges.addColumn('candidates', c.text[0], column => column.notNull().defaultTo('[]')).execute();
    await exchanges.addColumn('placements', c.text[0], column => column.notNull().defaultTo('{}')).execute();
  },
};
