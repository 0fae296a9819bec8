/** Plans to documents, in the layout that agencies use. */
import type { PlanDocument } from '../../model/index.ts';

/** The formats that a plan is written in without any other program. */
export const planFormats = ['docx', 'odt', 'xlsx', 'ods'] as const;
export type PlanFormat = (typeof planFormats)[number];

type Writer = (plan: PlanDocument) => Promise<Uint8Array>;

const writers: Readonly<Partial<Record<PlanFormat, Writer>>> = {};

/** Writes a plan as a document that people print and edit, and that `readPlan` reads back to the same plan. */
export async function writePlan(plan: PlanDocument, format: PlanFormat): Promise<Uint8Array> {
  const writer = writers[format];
  if (!writer) throw new Error(`There is no writer of .${format}`);
  return writer(plan);
}
