import { resultOfChoice } from '../../form/answers/index.ts';
import type { ConsolidatedItem, ConsolidatedRow } from './source.ts';

/** How often each result was given; the key is a `Result` where the word means one, else the word, and empty where there is none. */
export type ResultCounts = Readonly<Record<string, number>>;

export interface Statistics {
  /** By skeleton item, in the order of the form; a question without a key counts by itself. */
  readonly byItem: readonly {
    readonly key: string;
    readonly text: string;
    readonly total: number;
    readonly results: ResultCounts;
  }[];
  readonly byAgency: readonly {
    readonly recipientId: string;
    readonly total: number;
    readonly results: ResultCounts;
  }[];
  /** Against the round before; null where none is compared with. */
  readonly changes: {
    readonly better: number;
    readonly worse: number;
    readonly new: number;
    readonly gone: number;
  } | null;
}

/** Better results are greater; those that cannot be compared have no rank. */
const ranks: Readonly<Record<string, number>> = { notDone: 0, ongoing: 1, done: 2 };

/** A word that is no result is counted by its beginning: an essay in the cell is none the less one of its kind. */
const longestKey = 60;

export const resultKey = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? '' : (resultOfChoice(text) ?? text.slice(0, longestKey).toWellFormed());
};

export type Change = 'better' | 'worse' | 'new' | 'gone' | 'changed';

/** How a result compares with the one before, both as `resultKey`; null where they are the same. */
export function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  if (before === '') return 'new';
  if (after === '') return 'gone';
  const [from, to] = [ranks[before], ranks[after]];
  if (from === undefined || to === undefined) return 'changed';
  return to > from ? 'better' : 'worse';
}

/** Words of results are anybody's: a map takes `constructor` as one more. */
interface Counts {
  total: number;
  readonly results: Map<string, number>;
}

const counted = <Row extends Counts>({ results, ...row }: Row) => ({ ...row, results: Object.fromEntries(results) });

/** Counts rows one by one, so that any number of them can be counted. */
export class Counting {
  readonly #items: ReadonlyMap<string, ConsolidatedItem>;
  readonly #hasPrevious: boolean;
  readonly #byItem = new Map<string, Counts & { readonly text: string }>();
  readonly #byAgency = new Map<string, Counts>();
  readonly #changes = { better: 0, worse: 0, new: 0, gone: 0 };

  constructor(items: readonly ConsolidatedItem[], hasPrevious: boolean) {
    this.#items = new Map(items.map(item => [item.rowId, item]));
    this.#hasPrevious = hasPrevious;
    for (const item of items) {
      const key = item.skeletonKey ?? item.rowId;
      if (!this.#byItem.has(key))
        this.#byItem.set(key, { text: item.skeletonText ?? item.text, total: 0, results: new Map() });
    }
  }

  add({ recipientId, rowId, accepted, previousResult }: ConsolidatedRow): void {
    const result = resultKey(accepted.result);
    const item = this.#items.get(rowId);
    const ofItem = item && this.#byItem.get(item.skeletonKey ?? rowId);
    const ofAgency = this.#byAgency.get(recipientId) ?? { total: 0, results: new Map<string, number>() };
    this.#byAgency.set(recipientId, ofAgency);
    for (const counts of [ofItem, ofAgency]) {
      if (!counts) continue;
      counts.total++;
      counts.results.set(result, (counts.results.get(result) ?? 0) + 1);
    }
    if (!this.#hasPrevious) return;
    const change = changeBetween(resultKey(previousResult), result);
    if (change !== null && change !== 'changed') this.#changes[change]++;
  }

  get statistics(): Statistics {
    return {
      byItem: [...this.#byItem].map(([key, counts]) => ({ key, ...counted(counts) })),
      byAgency: [...this.#byAgency].map(([recipientId, counts]) => ({ recipientId, ...counted(counts) })),
      changes: this.#hasPrevious ? this.#changes : null,
    };
  }
}
