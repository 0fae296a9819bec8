import type { Report } from '../../sync/model/index.ts';
import { fromRow } from '../listing/fields.ts';
import type { Change } from '../records/change.ts';
import { reports } from '../reports/definition.ts';

/**
 * Takes back what an assignment that is no longer tracked owes in open rounds, as far as nobody wrote in it and no form
 * went out with it. What somebody wrote stays, to be finished or left as the record of what was begun.
 * @returns how many reports were taken back
 */
export async function excuseReports({ tx, engine, record }: Change, assignmentId: string): Promise<number> {
  const owed = await tx
    .selectFrom('reports')
    .selectAll('reports')
    .where('assignmentId', '=', assignmentId)
    .where('state', '=', 'pending')
    .where('roundId', 'in', eb => eb.selectFrom('rounds').select('rounds.id').where('rounds.state', '=', 'open'))
    .where(eb =>
      eb.not(
        eb.exists(eb.selectFrom('formRows').select('formRows.rowId').whereRef('formRows.reportId', '=', 'reports.id')),
      ),
    )
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  if (owed.length === 0) return 0;
  await tx
    .deleteFrom('reports')
    .where(
      'id',
      'in',
      owed.map(({ id }) => id),
    )
    .execute();
  for (const row of owed)
    record({
      action: 'reports.delete',
      resource: 'reports',
      recordId: row.id,
      agencyId: row.agencyId,
      unitId: row.unitId,
      before: fromRow<Report>(reports.fields, row),
    });
  return owed.length;
}
