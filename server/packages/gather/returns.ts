import type { Kysely } from 'kysely';
import type { Evidence, Plan, Report, Round } from '../../../sync/model/index.ts';
import { noData, type PackageData } from '../../../sync/package/index.ts';
import type { Database } from '../../database/schema.ts';
import { evidences } from '../../evidence/definition.ts';
import { fromRow } from '../../listing/fields.ts';
import { Refusal } from '../../problems/refusal.ts';
import { reports } from '../../reports/definition.ts';
import type { Gathered } from './gathered.ts';
import { packedPlan } from './plan.ts';

/**
 * What an agency reported in a round: the reports that it accepted, as its bureau would see them in one installation. What
 * is not finished, and evidence that holds personal data, stays here and is counted.
 * @throws Refusal `package_no_accepted`
 */
export async function gatherReturns(db: Kysely<Database>, plan: Plan, round: Round): Promise<Gathered> {
  const stored = await db.selectFrom('reports').selectAll().where('roundId', '=', round.id).orderBy('id').execute();
  const all = stored.map(row => fromRow<Report>(reports.fields, row));
  const accepted = all.filter(({ state }) => state === 'accepted');
  if (accepted.length === 0) throw new Refusal('package_no_accepted');
  const files = await evidenceOf(db, round.id);
  const told = files.filter(({ personalData }) => !personalData);
  const data: PackageData = {
    ...noData,
    ...(await packedPlan(db, plan)),
    ...(await sharesOf(db, round.id)),
    rounds: [pick(round, ['id', 'planId', 'kind', 'title', 'year', 'month', 'dueDate'])],
    reports: accepted.map(report =>
      pick(report, [
        'id',
        'assignmentId',
        'result',
        'narrative',
        'figures',
        'plannedProgress',
        'actualProgress',
        'delayCause',
        'remedy',
        'remarks',
        'stateReason',
        'submittedAt',
        'acceptedAt',
      ]),
    ),
    evidence: told.map(({ reportIds, ...file }) => ({
      ...pick(file, ['id', 'kind', 'name', 'url', 'sha256', 'mediaType', 'size']),
      reportIds: [...reportIds],
    })),
  };
  return {
    data,
    title: `${plan.title} ${round.title}`.slice(0, 255),
    planId: plan.id,
    roundId: round.id,
    formIds: await formsOf(db, round.id),
    leftOut: { personalData: files.length - told.length, unfinished: all.length - accepted.length },
  };
}

const pick = <T extends object, K extends keyof T>(row: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map(key => [key, row[key]])) as Pick<T, K>;

const acceptedReports = (db: Kysely<Database>, roundId: string) =>
  db
    .selectFrom('reports')
    .select('reports.id')
    .where('reports.roundId', '=', roundId)
    .where('reports.state', '=', 'accepted');

async function sharesOf(db: Kysely<Database>, roundId: string): Promise<Pick<PackageData, 'units' | 'assignments'>> {
  const assignments = await db
    .selectFrom('assignments')
    .innerJoin('reports', 'reports.assignmentId', 'assignments.id')
    .select(['assignments.id', 'assignments.planItemId', 'assignments.unitId', 'assignments.part'])
    .where('reports.id', 'in', acceptedReports(db, roundId))
    .orderBy('assignments.id')
    .execute();
  const unitIds = [...new Set(assignments.map(({ unitId }) => unitId))];
  const units = await db
    .selectFrom('units')
    .select(['id', 'name', 'aliases'])
    .where('id', 'in', unitIds)
    .orderBy('position')
    .execute();
  return {
    assignments,
    units: units.map(({ aliases, ...unit }) => ({ ...unit, aliases: JSON.parse(aliases) as string[] })),
  };
}

async function evidenceOf(
  db: Kysely<Database>,
  roundId: string,
): Promise<readonly (Evidence & { readonly reportIds: readonly string[] })[]> {
  const attached = await db
    .selectFrom('reportEvidence')
    .selectAll()
    .where('reportId', 'in', acceptedReports(db, roundId))
    .orderBy('evidenceId')
    .execute();
  if (attached.length === 0) return [];
  const byEvidence = Map.groupBy(attached, ({ evidenceId }) => evidenceId);
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('id', 'in', sub =>
      sub.selectFrom('reportEvidence').select('evidenceId').where('reportId', 'in', acceptedReports(db, roundId)),
    )
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    ...fromRow<Evidence>(evidences.fields, row),
    reportIds: (byEvidence.get(row.id) ?? []).map(({ reportId }) => reportId),
  }));
}

const formsOf = async (db: Kysely<Database>, roundId: string): Promise<readonly string[]> =>
  (await db.selectFrom('forms').select('id').where('roundId', '=', roundId).orderBy('id').limit(1000).execute()).map(
    ({ id }) => id,
  );
