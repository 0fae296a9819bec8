import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Forms that were issued and files that came back. */
export const exchange: Migration = {
  name: '0004-exchange',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await schema
      .createTable('forms')
      .addColumn('id', ...c.key)
      .addColumn('createdAt', ...c.text)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('planId', ...c.reference('plans.id'))
      .addColumn('roundId', ...c.reference('rounds.id'))
      .addColumn('issuedBy', ...c.reference('users.id'))
      .addColumn('name', ...c.text)
      .addColumn('sha256', ...c.reference('files.sha256'))
      .addColumn('size', ...c.number)
      .addColumn('rowCount', ...c.number)
      .addColumn('unitIds', ...c.text)
      .execute();
    await schema.createIndex('formsAgency').on('forms').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('formsRound').on('forms').column('roundId').execute();

    await schema
      .createTable('formRows')
      .addColumn('formId', ...c.owned('forms.id'))
      .addColumn('rowId', ...c.text)
      .addColumn('reportId', ...c.reference('reports.id'))
      .addColumn('position', ...c.number)
      .addColumn('reportVersion', ...c.number)
      .addColumn('answer', ...c.text)
      .addPrimaryKeyConstraint('formRowsKey', ['formId', 'rowId'])
      .execute();
    await schema.createIndex('formRowsReport').on('formRows').column('reportId').execute();

    await edited(schema.createTable('exchanges') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('formId', ...c.optionalReference('forms.id'))
      .addColumn('roundId', ...c.optionalReference('rounds.id'))
      .addColumn('receivedBy', ...c.reference('users.id'))
      .addColumn('fileName', ...c.text)
      .addColumn('sha256', ...c.reference('files.sha256'))
      .addColumn('size', ...c.number)
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .addColumn('problem', ...c.optionalText)
      .addColumn('counts', ...c.text)
      .addColumn('returned', ...c.optionalText)
      .addColumn('changes', ...c.optionalText)
      .addColumn('decisions', c.text[0], column => column.notNull().defaultTo('{}'))
      .addColumn('undo', ...c.optionalText)
      .addColumn('appliedAt', ...c.optionalText)
      .addColumn('undoneAt', ...c.optionalText)
      .execute();
    await schema.createIndex('exchangesFile').on('exchanges').columns(['agencyId', 'sha256']).execute();
    await schema.createIndex('exchangesAgency').on('exchanges').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('exchangesForm').on('exchanges').column('formId').execute();
  },
};
