import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Plans, their trees and who owns each step. */
export const planning: Migration = {
  name: '0002-planning',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await edited(schema.createTable('plans') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('year', ...c.number)
      .addColumn('title', ...c.text)
      .addColumn('state', ...c.text)
      .addColumn('documentDate', ...c.optionalText)
      .addColumn('documentNumber', ...c.optionalText)
      .addColumn('approvedAt', ...c.optionalText)
      .addColumn('approvedBy', ...c.optionalReference('users.id'))
      .addColumn('publishedAt', ...c.optionalText)
      .addColumn('closedAt', ...c.optionalText)
      .execute();
    await schema.createIndex('plansYear').on('plans').columns(['agencyId', 'year']).execute();

    await edited(schema.createTable('planItems') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('planId', ...c.owned('plans.id'))
      .addColumn('parentId', c.optionalText[0], column => column.references('planItems.id').onDelete('cascade'))
      .addColumn('position', ...c.number)
      .addColumn('depth', ...c.number)
      .addColumn('label', ...c.optionalText)
      .addColumn('text', ...c.text)
      .addColumn('units', ...c.text)
      .addColumn('checkMonths', ...c.text)
      .addColumn('cadence', ...c.text)
      .addColumn('remarks', ...c.text)
      .execute();
    await schema.createIndex('planItemsTree').on('planItems').columns(['planId', 'parentId', 'position']).execute();
    await schema.createIndex('planItemsParent').on('planItems').column('parentId').execute();

    await edited(schema.createTable('assignments') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('planId', ...c.reference('plans.id'))
      .addColumn('planItemId', ...c.reference('planItems.id'))
      .addColumn('unitId', ...c.reference('units.id'))
      .addColumn('part', ...c.text)
      .addColumn('officerId', ...c.optionalReference('users.id'))
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .execute();
    await schema.createIndex('assignmentsOnce').unique().on('assignments').columns(['planItemId', 'unitId']).execute();
    await schema.createIndex('assignmentsPlan').on('assignments').columns(['planId', 'unitId']).execute();
    await schema.createIndex('assignmentsUnit').on('assignments').columns(['unitId', 'state']).execute();
    await schema.createIndex('assignmentsAgency').on('assignments').columns(['agencyId', 'state']).execute();
    await schema.createIndex('assignmentsOfficer').on('assignments').columns(['officerId', 'state']).execute();
  },
};
