/** The exchange library: workbooks, plan tables, self-check forms and their merge. No server, no DOM; takes values and gives values. */
export * from './form/index.ts';
export * from './merge/index.ts';
export { type PlanTableReading, readPlanTable } from './outline/index.ts';
export { type ReadResult, readWorkbook, type Workbook } from './sheet/index.ts';
