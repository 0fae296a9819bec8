import { results } from '../../../sync/model/index.ts';

export type Counts = Readonly<Record<string, number>>;

/** Every result that was given anywhere: the vocabulary's first in its order, the form's own words, and nothing last. */
export function resultsIn(all: readonly Counts[]): readonly string[] {
  const given = new Set(all.flatMap(counts => Object.keys(counts).filter(result => (counts[result] ?? 0) > 0)));
  const known = results.filter(result => given.has(result));
  const own = [...given].filter(result => result !== '' && !(results as readonly string[]).includes(result)).sort();
  return [...known, ...own, ...(given.has('') ? [''] : [])];
}

export const percentOf = (count: number, total: number): number =>
  total === 0 ? 0 : Math.round((count / total) * 100);
