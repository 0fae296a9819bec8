import type { Evidence } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert } from '../records/records.ts';
import { attach, writableReport } from './attaching.ts';
import { evidences } from './definition.ts';
import { fileName, linkName } from './names.ts';

/** Attaches a page elsewhere. Nothing is fetched from it. */
export async function linkEvidence(
  work: Change,
  { reportId, name, url }: { readonly reportId: string; readonly name: string; readonly url: string },
): Promise<Evidence> {
  const report = await writableReport(work, reportId);
  const evidence = await insert(
    work,
    evidences,
    {
      agencyId: report.agencyId,
      unitId: report.unitId,
      uploaderId: work.actor.id,
      kind: 'link',
      name: linkName(name),
      url,
      sha256: null,
      mediaType: null,
      size: null,
      personalData: false,
    },
    'link',
  );
  await attach(work, report, evidence);
  return evidence;
}

/** Renames evidence, or says that it holds personal data, which may come to light at any time. */
export async function editEvidence(
  work: Change,
  id: string,
  version: number,
  set: { readonly name?: string | undefined; readonly personalData?: boolean | undefined },
): Promise<Evidence> {
  const row = await find(work, evidences, 'update', id);
  const name =
    set.name === undefined ? row.name : row.mediaType ? fileName(set.name, row.mediaType) : linkName(set.name);
  if (name !== row.name) await mustNotBeAccepted(work, id);
  return edit(work, evidences, row, version, { name, personalData: set.personalData });
}

/** An accepted report never changes silently, nor what its evidence is called. */
async function mustNotBeAccepted({ tx }: Change, evidenceId: string): Promise<void> {
  const accepted = await tx
    .selectFrom('reportEvidence')
    .innerJoin('reports', 'reports.id', 'reportEvidence.reportId')
    .select('reports.id')
    .where('reportEvidence.evidenceId', '=', evidenceId)
    .where('reports.state', '=', 'accepted')
    .executeTakeFirst();
  if (accepted) throw new Refusal('evidence_accepted');
}
