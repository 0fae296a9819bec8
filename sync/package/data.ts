import { z } from 'zod';
import {
  assignment,
  evidence,
  finding,
  formProfile,
  plan,
  planItem,
  profileCorrection,
  report,
  reportAnswers,
  round,
  template,
  unit,
} from '../model/index.ts';
import { collectionLists } from './collection-data.ts';

/*
 * What a package carries, as rows with the sender's own ids. The receiver never takes these ids for its own: it keeps beside
 * each the id of the row that it made for it.
 */

const items = planItem
  .pick({
    id: true,
    parentId: true,
    position: true,
    label: true,
    text: true,
    units: true,
    checkMonths: true,
    cadence: true,
    remarks: true,
    skeletonKey: true,
  })
  .extend({ position: z.number().int().min(0).max(5000) });

const reports = reportAnswers.extend(
  report.pick({ id: true, assignmentId: true, stateReason: true, submittedAt: true, acceptedAt: true }).shape,
);

/** Rows of format 2. */
export const packageData2 = z.strictObject({
  plans: z
    .array(plan.pick({ id: true, year: true, title: true, sections: true, documentDate: true, documentNumber: true }))
    .max(1),
  /** Parents before children. */
  planItems: z.array(items).max(5000),
  units: z.array(unit.pick({ id: true, name: true, aliases: true })).max(1000),
  rounds: z
    .array(round.pick({ id: true, planId: true, kind: true, title: true, year: true, month: true, dueDate: true }))
    .max(1),
  assignments: z.array(assignment.pick({ id: true, planItemId: true, unitId: true, part: true })).max(20_000),
  reports: z.array(reports).max(20_000),
  evidence: z
    .array(
      evidence
        .pick({ id: true, kind: true, name: true, url: true, sha256: true, mediaType: true, size: true })
        .extend({ reportIds: z.array(z.string().max(64)).max(1000) }),
    )
    .max(20_000),
  templates: z
    .array(
      template
        .pick({ id: true, name: true, fileName: true, sha256: true, size: true, format: true, rowCount: true })
        .extend({ found: formProfile, profile: formProfile, corrections: profileCorrection }),
    )
    .max(50),
  findings: z
    .array(
      finding
        .pick({ id: true, title: true, text: true, dueDate: true, state: true, stateReason: true })
        .extend(finding.pick({ action: true, answeredAt: true }).shape),
    )
    .max(5000),
});

/** Rows of format 3, which has collections too. Lists that a kind of package does not need are empty. */
export const packageData = packageData2.extend(collectionLists);
export type PackageData = z.infer<typeof packageData>;

export const noData: PackageData = {
  plans: [],
  planItems: [],
  units: [],
  rounds: [],
  assignments: [],
  reports: [],
  evidence: [],
  templates: [],
  collections: [],
  recipients: [],
  collectionFiles: [],
  collectedRows: [],
  findings: [],
};

/** Format 1: a report named its unit and its step itself, and had no figures, progress or links. */
export const packageData1 = z.strictObject({
  plan: plan.pick({ id: true, year: true, title: true }),
  items: z.array(items.omit({ skeletonKey: true, cadence: true })).max(5000),
  round: round.pick({ id: true, kind: true, title: true, month: true, dueDate: true }),
  reports: z
    .array(
      report
        .pick({ id: true, planItemId: true, result: true, narrative: true, remarks: true, acceptedAt: true })
        .extend({
          unit: unit.shape.name,
          evidence: z
            .array(
              z.strictObject({
                id: z.string().min(1).max(64),
                name: evidence.shape.name,
                sha256: z.string().length(64),
                size: z.number().int().nonnegative(),
                mediaType: z.string().max(120),
              }),
            )
            .max(1000),
        }),
    )
    .max(20_000),
});
export type PackageData1 = z.infer<typeof packageData1>;
