/** Three-way merge of returned forms, per field: plan, settle, apply, undo. Pure; everything is a plain value that can be stored. */
export { mergeForm } from './merge-form.ts';
export { countsOf, type Seen, type Settlement, settle, stillStanding, unsettled } from './settle.ts';
export type { BaseAnswer, BaseRow, OursRow } from './sides.ts';
export * from './workbooks/index.ts';
export { applyWrites, type Undo, undoNow, undoOf, writesOf } from './writes.ts';
