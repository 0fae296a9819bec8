import { sql } from 'kysely';
import type { Evidence, Report } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { find, findMany } from '../records/records.ts';
import { reports } from '../reports/definition.ts';
import { mustBeWritable, stateWhenWritten } from '../reports/writing.ts';
import { evidences } from './definition.ts';

/** The report that evidence is to be added to or taken from. @throws Refusal when the person may not write it now */
export async function writableReport(work: Change, reportId: string): Promise<Report> {
  const report = await find(work, reports, 'update', reportId);
  await mustBeWritable(work, report);
  return report;
}

/** Attaches evidence to a report that was found in this change. @throws Refusal `already_attached` naming what is there */
export async function attach(work: Change, report: Report, evidence: Evidence): Promise<void> {
  const twin = await attached(work, report.id, evidence);
  if (twin) throw new Refusal('already_attached', { name: twin });
  await work.tx
    .insertInto('reportEvidence')
    .values({ reportId: report.id, evidenceId: evidence.id, attachedAt: work.at, attachedBy: work.actor.id })
    .execute();
  await touch(work, report, 'attach', evidence);
}

/** The name under which the same evidence, the same bytes or the same address is at the report already. */
export async function attached(
  { tx }: Change,
  reportId: string,
  { id, sha256, url }: Pick<Evidence, 'id' | 'sha256' | 'url'>,
): Promise<string | null> {
  const twin = await tx
    .selectFrom('reportEvidence')
    .innerJoin('evidence', 'evidence.id', 'reportEvidence.evidenceId')
    .select('evidence.name')
    .where('reportEvidence.reportId', '=', reportId)
    .where(eb =>
      eb.or([
        eb('evidence.id', '=', id),
        ...(sha256 === null ? [] : [eb('evidence.sha256', '=', sha256)]),
        ...(url === null ? [] : [eb('evidence.url', '=', url)]),
      ]),
    )
    .executeTakeFirst();
  return twin?.name ?? null;
}

/** Attaches evidence that is there already to another report of the same agency. */
export async function attachExisting(work: Change, reportId: string, evidenceId: string): Promise<Evidence> {
  const report = await writableReport(work, reportId);
  const [found] = await findMany<Evidence>(work, evidences, 'read', [evidenceId]);
  if (found?.row.agencyId !== report.agencyId) throw new Refusal('foreign_reference', { field: 'evidenceId' });
  await attach(work, report, found.row);
  return found.row;
}

/** Takes evidence off a report; the evidence itself stays, with its uploader and wherever else it is attached. */
export async function detach(work: Change, reportId: string, evidenceId: string): Promise<void> {
  const report = await writableReport(work, reportId);
  const evidence = await find(work, evidences, 'read', evidenceId);
  const { numDeletedRows } = await work.tx
    .deleteFrom('reportEvidence')
    .where('reportId', '=', reportId)
    .where('evidenceId', '=', evidenceId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal('not_found');
  await touch(work, report, 'detach', evidence);
}

/**
 * Evidence counts as writing: it starts or revises the report. Its version stays, because no answer changed, so that an
 * officer who writes while a photo goes up meets no conflict.
 */
async function touch(work: Change, report: Report, verb: 'attach' | 'detach', evidence: Evidence): Promise<void> {
  const state = stateWhenWritten(report.state);
  await work.tx
    .updateTable('reports')
    .set({
      state,
      updatedAt: work.at,
      evidenceCount: sql<number>`(select count(*) from report_evidence where report_id = ${report.id})`,
    })
    .where('id', '=', report.id)
    .execute();
  const moved = state !== report.state;
  work.record({
    action: `reports.${verb}`,
    resource: 'reports',
    recordId: report.id,
    agencyId: report.agencyId,
    unitId: report.unitId,
    ...(moved ? { before: { state: report.state } } : {}),
    after: { evidenceId: evidence.id, name: evidence.name, ...(moved ? { state } : {}) },
  });
}
