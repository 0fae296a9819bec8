/** Plans to documents, in the layout that agencies use. */
export type { WriteOptions } from './page.ts';
export { writePlanPdf } from './pdf.ts';
export { type PlanFormat, planFormats, writePlan } from './write-plan.ts';
