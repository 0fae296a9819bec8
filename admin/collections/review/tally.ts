import type { CollectedRow } from '../../../sync/model/index.ts';

export interface Tally {
  readonly total: number;
  readonly first: number;
  readonly second: number;
  readonly firstSum: number;
  readonly secondSum: number;
  readonly returned: number;
}

const scored = (rows: readonly CollectedRow[], stage: 'first' | 'second'): readonly number[] =>
  rows.flatMap(row => (row[stage].score === null ? [] : [row[stage].score]));

/** Decimals of scores add up as people add them: 0.1 and 0.2 are 0.3. */
const sum = (scores: readonly number[]): number =>
  Math.round(scores.reduce((all, score) => all + score, 0) * 100) / 100;

/** How far an agency's review is. */
export const tallyOf = (rows: readonly CollectedRow[]): Tally => {
  const [first, second] = [scored(rows, 'first'), scored(rows, 'second')];
  return {
    total: rows.length,
    first: first.length,
    second: second.length,
    firstSum: sum(first),
    secondSum: sum(second),
    returned: rows.filter(({ returnReason }) => returnReason !== null).length,
  };
};

export const views = ['all', 'unscored', 'returned', 'doubtful'] as const;
export type View = (typeof views)[number];
export const isView = (value: string): value is View => (views as readonly string[]).includes(value);

export const tests: Readonly<Record<View, (row: CollectedRow) => boolean>> = {
  all: () => true,
  unscored: ({ first }) => first.score === null,
  returned: ({ returnReason }) => returnReason !== null,
  doubtful: ({ issues }) => issues.length > 0,
};
