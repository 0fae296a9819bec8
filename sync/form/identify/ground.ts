import type { AskedRow } from './asked-row.ts';
import { type Belief, beliefOf, type Pair, type Trait } from './evidence.ts';
import { type Near, nearestIn } from './nearest.ts';
import { type Order, orderOf } from './order.ts';

/** All that a decision about a row stands on. */
export interface Ground {
  readonly returned: readonly AskedRow[];
  readonly template: readonly AskedRow[];
  readonly order: Order;
  /** What the template prints as headings, compared form. */
  readonly headings: Readonly<Record<'item' | 'keyPoint', ReadonlySet<string>>>;
  readonly beliefIn: (row: AskedRow) => Belief;
  /** Rows of the template by likeness of their texts, best first. */
  readonly nearest: (row: AskedRow) => readonly Near[];
  /** 0–1: how alike two rows are with all that stands around their texts. */
  readonly score: (returned: AskedRow, template: AskedRow, alike: number) => number;
}

/** Rows whose text stands once on either side. */
export function certainPairs(returned: readonly AskedRow[], template: readonly AskedRow[]): readonly Pair[] {
  const there = Map.groupBy(template, ({ text }) => text);
  const here = Map.groupBy(returned, ({ text }) => text);
  return returned.flatMap(row => {
    const [only, ...twins] = there.get(row.text) ?? [];
    const alone = only !== undefined && twins.length === 0 && row.text !== '' && here.get(row.text)!.length === 1;
    return alone ? [{ returned: row, template: only }] : [];
  });
}

const textWeight = 0.7;
const weights: Readonly<Record<Trait, number>> = {
  item: 0.05,
  keyPoint: 0.1,
  label: 0.03,
  number: 0.04,
  units: 0.08,
  checkMonths: 0.04,
  plannedDate: 0.05,
};
const weightOf = (list: readonly Trait[]): number => list.reduce((sum, trait) => sum + weights[trait], 0);

export function groundOf(returned: readonly AskedRow[], template: readonly AskedRow[], pairs: readonly Pair[]): Ground {
  const rowsOf = Map.groupBy(returned, ({ sheet }) => sheet);
  const pairsOf = Map.groupBy(pairs, pair => pair.returned.sheet);
  const beliefs = new Map(
    [...rowsOf].map(([sheet, rows]) => [sheet, beliefOf(pairsOf.get(sheet) ?? [], rows, template)]),
  );
  const beliefIn = (row: AskedRow): Belief => beliefs.get(row.sheet)!;
  let near: ReturnType<typeof nearestIn<AskedRow>> | undefined;
  return {
    returned,
    template,
    order: orderOf(pairs),
    headings: {
      item: new Set(template.map(({ item }) => item.plain)),
      keyPoint: new Set(template.map(({ keyPoint }) => keyPoint.plain)),
    },
    beliefIn,
    nearest: row => {
      // Built for the first row that needs it: most files come back with every text as it was.
      near ??= nearestIn(template);
      return near(row.text);
    },
    score: (row, other, alike) => {
      const { agreeing, differing } = beliefIn(row).weigh(row, other);
      const [speaksFor, against] = [weightOf(agreeing), weightOf(differing)];
      return (textWeight * alike + speaksFor) / (textWeight + speaksFor + against);
    },
  };
}
