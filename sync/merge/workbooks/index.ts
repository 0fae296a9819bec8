/** Workbooks of one form, merged and compared row by row without ids: plan, apply, undo. Pure. */
export { applyMerge, type MergeState, type MergeWrite, mergeKey, mergeWrites, undoMerge } from './apply.ts';
export { diffWorkbooks } from './diff.ts';
export { fillOf, type MergeFill } from './fill.ts';
export { type MergePolicy, mergeWorkbooks } from './merge.ts';
export type { FormBook } from './side.ts';
