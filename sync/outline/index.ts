/**
 * Plan documents to plans. bytes → an adapter makes blocks of them → `interpretDocument` understands those → `PlanDocument`;
 * `readPlan` is the whole way. An adapter knows one format and nothing of plans.
 */
export { planBounds, readPlanApart } from './apart/index.ts';
export type { Block, DocumentTable, OutlineDocument, Paragraph, Place } from './document.ts';
export { interpretDocument } from './interpret-document.ts';
export { readDocument, readPlan } from './read-plan.ts';
export type {
  DocumentReader,
  DocumentReading,
  NodeIssue,
  NodeSource,
  PlanDocumentReading,
  ReadOptions,
} from './reading.ts';
export { documentOfWorkbook } from './workbook.ts';
