import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Rounds, reports, stored files and evidence. */
export const reporting: Migration = {
  name: '0003-reporting',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await edited(schema.createTable('rounds') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('planId', ...c.reference('plans.id'))
      .addColumn('kind', ...c.text)
      .addColumn('title', ...c.text)
      .addColumn('year', ...c.number)
      .addColumn('month', ...c.number)
      .addColumn('dueDate', ...c.text)
      .addColumn('state', ...c.text)
      .execute();
    await schema.createIndex('roundsPlan').on('rounds').column('planId').execute();
    await schema.createIndex('roundsDue').on('rounds').columns(['agencyId', 'state', 'dueDate']).execute();

    await edited(schema.createTable('reports') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('planId', ...c.reference('plans.id'))
      .addColumn('planItemId', ...c.reference('planItems.id'))
      .addColumn('assignmentId', ...c.reference('assignments.id'))
      .addColumn('roundId', ...c.reference('rounds.id'))
      .addColumn('unitId', ...c.reference('units.id'))
      .addColumn('officerId', ...c.optionalReference('users.id'))
      .addColumn('dueDate', ...c.text)
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .addColumn('result', ...c.optionalText)
      .addColumn('narrative', ...c.text)
      .addColumn('figures', ...c.text)
      .addColumn('plannedProgress', ...c.optionalNumber)
      .addColumn('actualProgress', ...c.optionalNumber)
      .addColumn('delayCause', ...c.text)
      .addColumn('remedy', ...c.text)
      .addColumn('remarks', ...c.text)
      .addColumn('submittedAt', ...c.optionalText)
      .addColumn('acceptedAt', ...c.optionalText)
      .addColumn('chasedAt', ...c.optionalText)
      .addColumn('evidenceCount', ...c.number)
      .execute();
    await schema.createIndex('reportsOnce').unique().on('reports').columns(['assignmentId', 'roundId']).execute();
    await schema.createIndex('reportsRound').on('reports').columns(['roundId', 'state']).execute();
    await schema.createIndex('reportsPlan').on('reports').column('planId').execute();
    await schema.createIndex('reportsItem').on('reports').column('planItemId').execute();
    await schema.createIndex('reportsUnit').on('reports').columns(['unitId', 'state', 'dueDate']).execute();
    await schema.createIndex('reportsUnitDue').on('reports').columns(['unitId', 'dueDate', 'id']).execute();
    await schema.createIndex('reportsOfficer').on('reports').columns(['officerId', 'state', 'dueDate']).execute();
    await schema.createIndex('reportsAgency').on('reports').columns(['agencyId', 'state', 'dueDate']).execute();
    await schema.createIndex('reportsAgencyDue').on('reports').columns(['agencyId', 'dueDate', 'id']).execute();
    await schema.createIndex('reportsAgencyUpdated').on('reports').columns(['agencyId', 'updatedAt', 'id']).execute();

    await schema
      .createTable('files')
      .addColumn('sha256', ...c.key)
      .addColumn('size', ...c.number)
      .addColumn('mediaType', ...c.text)
      .addColumn('createdAt', ...c.text)
      .execute();

    await edited(schema.createTable('evidence') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('unitId', ...c.optionalReference('units.id'))
      .addColumn('uploaderId', ...c.reference('users.id'))
      .addColumn('kind', ...c.text)
      .addColumn('name', ...c.text)
      .addColumn('url', ...c.optionalText)
      .addColumn('sha256', ...c.optionalReference('files.sha256'))
      .addColumn('mediaType', ...c.optionalText)
      .addColumn('size', ...c.optionalNumber)
      .addColumn('personalData', ...c.flag)
      .execute();
    await schema.createIndex('evidenceAgency').on('evidence').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('evidenceUnit').on('evidence').columns(['unitId', 'createdAt']).execute();
    await schema.createIndex('evidenceFile').on('evidence').column('sha256').execute();
    await schema.createIndex('evidenceUploader').on('evidence').column('uploaderId').execute();

    await schema
      .createTable('reportEvidence')
      .addColumn('reportId', ...c.owned('reports.id'))
      .addColumn('evidenceId', ...c.reference('evidence.id'))
      .addColumn('attachedAt', ...c.text)
      .addColumn('attachedBy', ...c.reference('users.id'))
      .addPrimaryKeyConstraint('reportEvidenceKey', ['reportId', 'evidenceId'])
      .execute();
    await schema.createIndex('reportEvidenceEvidence').on('reportEvidence').column('evidenceId').execute();
  },
};
