import { z } from 'zod';
import { id } from './base.ts';
import { evidence } from './evidence.ts';
import { issue, problem } from './issue.ts';
import { planDocument, planSections } from './plan-document.ts';
import { planNode } from './plan-item.ts';
import { planSource } from './plan-source.ts';
import { report } from './report.ts';
import { lights } from './traffic-light.ts';

/** Answers of the routes that are not rows of a resource. */

/** Indices from the top of a plan tree, such as `0.2.1` for the second child of the third child of the first item. */
const nodePath = z.string().regex(/^\d+(?:\.\d+)*$/);

/** What was understood of a plan document: the tree, where each of its nodes stood, and every doubt with its place in both. */
export const planReading = z.strictObject({
  fileName: z.string(),
  sha256: z.string(),
  title: z.string(),
  agencyName: z.string(),
  year: z.number().int().nullable(),
  /** The letter by which it was issued, and what the document says around its table. */
  document: planDocument.shape.document,
  ...planSections.shape,
  items: z.array(planNode),
  /**
   * In printed order, one for each node: where its text began. A cell of a sheet, or of a table, whose name then stands for
   * the sheet; or the page and line, or the line or paragraph, of a text.
   */
  sources: z.array(
    issue.pick({ sheet: true, row: true, column: true, page: true, line: true }).extend({ at: nodePath }),
  ),
  issues: z.array(issue.extend({ at: nodePath.optional() })),
  /** The document itself, for a person to compare. */
  source: planSource,
});

const count = z.number().int().nonnegative();

/** One cell of the heat map: the reports of one top item that one unit owes in the round. */
export const heatCell = z.strictObject({
  planItemId: id,
  unitId: id,
  total: count,
  accepted: count,
  submitted: count,
  overdue: count,
  returned: count,
  light: z.enum(lights),
});

/** One page for whoever asks what is late and why; every figure is inside the asker's rights. */
export const dashboard = z.strictObject({
  roundId: id.nullable(),
  totals: z.strictObject({
    total: count,
    pending: count,
    drafting: count,
    submitted: count,
    endorsed: count,
    accepted: count,
    returned: count,
    overdue: count,
  }),
  lights: z.strictObject({ green: count, yellow: count, red: count }),
  heat: z.array(heatCell),
  overdue: z.array(report),
  returned: z.array(report),
  deadlines: z.array(z.strictObject({ roundId: id, title: z.string(), dueDate: z.string(), unfinished: count })),
});

export const batchAnswer = z.strictObject({
  done: z.array(report),
  refused: z.array(z.strictObject({ id, problem })),
});

export const uploadAnswer = z.strictObject({
  stored: z.array(evidence),
  refused: z.array(z.strictObject({ name: z.string(), problem })),
});

export type PlanReading = z.infer<typeof planReading>;
export type Dashboard = z.infer<typeof dashboard>;
export type HeatCell = z.infer<typeof heatCell>;
export type BatchAnswer = z.infer<typeof batchAnswer>;
export type UploadAnswer = z.infer<typeof uploadAnswer>;
