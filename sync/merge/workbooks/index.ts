/** Workbooks of one form, merged and compared row by row without ids: plan, apply, undo. Pure. */
export { applyMerge, type MergeState, type MergeWrite, mergeKey, mergeWrites, undoMerge } from './apply.ts';
export { diffWorkbooks } from './diff.ts';
export { fillOf, type MergeFill } from './fill.ts';
export { type MergePolicy, mergeRow, mergeWorkbooks, type RowsFound } from './merge.ts';
export { type FormBook, type Side, type SideCell, type SideRow, sideOf } from './side.ts';
