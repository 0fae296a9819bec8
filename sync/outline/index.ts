/**
 * Plan documents to plans. bytes → an adapter makes blocks of them → `interpretDocument` understands those → `PlanDocument`;
 * `readPlan` is the whole way. An adapter knows one format and nothing of plans.
 */
export type { Block, DocumentTable, OutlineDocument, Paragraph, Place } from './document.ts';
export { interpretDocument } from './interpret-document.ts';
export { readPlan } from './read-plan.ts';
export type {
  DocumentReader,
  DocumentReading,
  NodeIssue,
  NodeSource,
  PlanDocumentReading,
  ReadOptions,
} from './reading.ts';
export { documentOfWorkbook } from './workbook.ts';

import type { PlanReading } from '../model/index.ts';
import type { Workbook } from '../sheet/index.ts';
import { gridOf } from './grid.ts';
import { readGrids } from './read-grids.ts';

export interface PlanTableReading {
  readonly reading: Omit<PlanReading, 'sha256'>;
  /** The same issues as in the reading. */
  readonly issues: PlanReading['issues'];
}

/**
 * Reads a plan from the table of a workbook, on whatever sheet it stands. Never throws on bad input: a workbook without
 * a plan table gives no items and the issue `table_not_found`. Nothing is dropped in silence: what was not understood,
 * guessed or left out is an issue with its row and, where a node came of it, the node's path.
 * @param fileName stands in for a title that the table does not have
 */
export function readPlanTable(workbook: Workbook, fileName: string): PlanTableReading {
  const reading = readGrids(
    workbook.sheets.map(sheet => gridOf(sheet)),
    fileName,
  );
  return { reading, issues: reading.issues };
}
