import type { PlanDocument } from '../../model/index.ts';
import { writeDocx } from './docx/index.ts';
import { writeOdt } from './odt/index.ts';
import { type Page, pageOf, type WriteOptions } from './page.ts';
import { writeOds } from './sheet/ods.ts';
import { writeXlsx } from './sheet/xlsx.ts';

/** The formats that a plan is written in without any other program. */
export const planFormats = ['docx', 'odt', 'xlsx', 'ods'] as const;
export type PlanFormat = (typeof planFormats)[number];

const writers: Readonly<Record<PlanFormat, (page: Page) => Uint8Array | Promise<Uint8Array>>> = {
  docx: writeDocx,
  odt: writeOdt,
  xlsx: writeXlsx,
  ods: writeOds,
};

/**
 * Writes a plan as a document that people print and edit, and that `readPlan` reads back to the same plan. Pure: the same plan gives
 * the same bytes.
 */
export async function writePlan(
  plan: PlanDocument,
  format: PlanFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  return writers[format](pageOf(plan, options));
}
