import { type ItemLevel, itemLevels, levelAt } from '../../sync/model/index.ts';

/** How many rows stand on each level that has any, from the top. */
export const levelCounts = (
  rows: readonly { readonly depth: number }[],
): readonly { readonly level: ItemLevel; readonly count: number }[] =>
  itemLevels
    .map(level => ({ level, count: rows.filter(row => levelAt(row.depth) === level).length }))
    .filter(({ count }) => count > 0);
