import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FormContent, FormEvidence, FormRow, Numbered } from '../../sync/form/content.ts';
import { dayInTaipei, inPrintedOrder, type Round } from '../../sync/model/index.ts';
import type { Database, Stored } from '../database/schema.ts';

/** The report that a row of the content stands for. */
export interface RowReport {
  readonly rowId: string;
  readonly reportId: string;
  readonly reportVersion: number;
  readonly planItemId: string;
  readonly unitId: string;
}

/** A form about to be issued, and for each row the report it stands for. */
export interface Issue {
  readonly content: FormContent;
  readonly rows: readonly RowReport[];
}

type Item = Pick<Stored<'planItems'>, 'id' | 'parentId' | 'position' | 'label' | 'text' | 'checkMonths'>;

/** Collects what the form of a round shows, in a number of statements that does not depend on its size. */
export async function contentOf(
  db: Kysely<Database>,
  formId: string,
  round: Round,
  unitIds: readonly string[],
  { now, publicUrl }: { readonly now: Date; readonly publicUrl: string },
): Promise<Issue> {
  const plan = await db
    .selectFrom('plans')
    .innerJoin('agencies', 'agencies.id', 'plans.agencyId')
    .select(['plans.title', 'agencies.name as agencyName'])
    .where('plans.id', '=', round.planId)
    .executeTakeFirstOrThrow();
  const items = await db
    .selectFrom('planItems')
    .select(['id', 'parentId', 'position', 'label', 'text', 'checkMonths'])
    .where('planId', '=', round.planId)
    .execute();
  const reports = await db
    .selectFrom('reports')
    .innerJoin('units', 'units.id', 'reports.unitId')
    .leftJoin('users', 'users.id', 'reports.officerId')
    .select(['reports.id', 'reports.version', 'reports.planItemId', 'reports.state', 'result', 'narrative', 'remarks'])
    .select(['reports.unitId', 'units.name as unit', 'units.position as unitPosition', 'users.name as officerName'])
    .where('reports.roundId', '=', round.id)
    .$if(unitIds.length > 0, query => query.where('reports.unitId', 'in', [...unitIds]))
    .execute();
  const evidence = await evidenceOf(db, round.id, publicUrl);

  const order = new Map(inPrintedOrder(items).map((item, index) => [item.id, index]));
  const byId = new Map(items.map(item => [item.id, item]));
  const sorted = reports.toSorted(
    (a, b) => order.get(a.planItemId)! - order.get(b.planItemId)! || a.unitPosition - b.unitPosition,
  );
  const rows = sorted.map((report): FormRow & { readonly report: typeof report } => {
    const path = pathTo(byId, report.planItemId);
    const [item = null, keyPoint = null, ...step] = path.map(numbered);
    return {
      rowId: randomBytes(9).toString('base64url'),
      item,
      keyPoint,
      step,
      unit: report.unit,
      officerName: report.officerName,
      checkMonths: monthsOf(path),
      answer: { result: report.result, narrative: report.narrative, remarks: report.remarks },
      evidence: evidence.get(report.id) ?? [],
      locked: report.state === 'accepted',
      report,
    };
  });

  return {
    content: {
      formId,
      title: `${plan.title}自行檢核表`,
      agencyName: plan.agencyName,
      planTitle: plan.title,
      roundTitle: round.title,
      year: round.year,
      period: round.month === 1 ? `${round.year}年1月` : `${round.year}年1月至${round.month}月`,
      dueDate: round.dueDate,
      issuedOn: dayInTaipei(now),
      rows: rows.map(({ report: _, ...row }) => row),
    },
    rows: rows.map(({ rowId, report: { id: reportId, version: reportVersion, planItemId, unitId } }) => ({
      rowId,
      reportId,
      reportVersion,
      planItemId,
      unitId,
    })),
  };
}

export const numbered = ({ label, text }: Item): Numbered => ({ label, text });

export function pathTo(byId: ReadonlyMap<string, Item>, id: string): readonly Item[] {
  const path: Item[] = [];
  for (let item = byId.get(id); item; item = item.parentId === null ? undefined : byId.get(item.parentId))
    path.unshift(item);
  return path;
}

/** A step without check months of its own has those of the nearest node above it that has some. */
export const monthsOf = (path: readonly Item[]): readonly number[] =>
  path.map(item => JSON.parse(item.checkMonths) as number[]).findLast(months => months.length > 0) ?? [];

/** Evidence by report. What holds personal data stays out of whatever leaves the house. */
async function evidenceOf(
  db: Kysely<Database>,
  roundId: string,
  publicUrl: string,
): Promise<ReadonlyMap<string, readonly FormEvidence[]>> {
  const rows = await db
    .selectFrom('reportEvidence')
    .innerJoin('evidence', 'evidence.id', 'reportEvidence.evidenceId')
    .innerJoin('reports', 'reports.id', 'reportEvidence.reportId')
    .select(['reportEvidence.reportId', 'evidence.id', 'evidence.name', 'evidence.url'])
    .where('reports.roundId', '=', roundId)
    .where('evidence.personalData', '=', false)
    .orderBy('reportEvidence.attachedAt')
    .execute();
  const grouped = Map.groupBy(rows, row => row.reportId);
  return new Map(
    [...grouped].map(([reportId, list]) => [
      reportId,
      list.map(({ id, name, url }) => ({ name, url: url ?? `${publicUrl}/api/evidence/${id}/file` })),
    ]),
  );
}
