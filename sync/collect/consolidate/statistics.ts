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

export const resultKey = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? '' : (resultOfChoice(text) ?? text);
};

/** Counts rows one by one, so that any number of them can be counted. */
export class Counting {
  readonly #items: ReadonlyMap<string, ConsolidatedItem>;
  readonly #hasPrevious: boolean;
  readonly #byItem = new Map<string, { text: string; total: number; results: Record<string, number> }>();
  readonly #byAgency = new Map<string, { total: number; results: Record<string, number> }>();
  readonly #changes = { better: 0, worse: 0, new: 0, gone: 0 };

  constructor(items: readonly ConsolidatedItem[], hasPrevious: boolean) {
    this.#items = new Map(items.map(item => [item.rowId, item]));
    this.#hasPrevious = hasPrevious;
    for (const item of items) {
      const key = item.skeletonKey ?? item.rowId;
      if (!this.#byItem.has(key))
        this.#byItem.set(key, { text: item.skeletonText ?? item.text, total: 0, results: {} });
    }
  }

  add({ recipientId, rowId, accepted, previousResult }: ConsolidatedRow): void {
    const result = resultKey(accepted.result);
    const item = this.#items.get(rowId);
    const ofItem = item && this.#byItem.get(item.skeletonKey ?? rowId);
    const ofAgency = this.#byAgency.get(recipientId) ?? { total: 0, results: {} };
    this.#byAgency.set(recipientId, ofAgency);
    for (const counts of [ofItem, ofAgency]) {
      if (!counts) continue;
      counts.total++;
      counts.results[result] = (counts.results[result] ?? 0) + 1;
    }
    if (this.#hasPrevious) this.#compare(resultKey(previousResult), result);
  }

  #compare(before: string, after: string): void {
    if (before === after) return;
    if (before === '') this.#changes.new++;
    else if (after === '') this.#changes.gone++;
    else {
      const [from, to] = [ranks[before], ranks[after]];
      if (from !== undefined && to !== undefined) this.#changes[to > from ? 'better' : 'worse']++;
    }
  }

  get statistics(): Statistics {
    return {
      byItem: [...this.#byItem].map(([key, counts]) => ({ key, ...counts })),
      byAgency: [...this.#byAgency].map(([recipientId, counts]) => ({ recipientId, ...counts })),
      changes: this.#hasPrevious ? this.#changes : null,
    };
  }
}
