import type { PlanChange, PlanDifference, WordChange } from '../../model/index.ts';
import { alignRows } from './align.ts';
import { differencesOf, kindOf } from './differences.ts';
import { likenessOf, type Pairs, pairUp } from './pair.ts';
import { type Compared, orderKey, type Spot, spotsOf } from './spot.ts';
import { stayingOf } from './staying.ts';
import { wordChanges } from './words.ts';

export { saidDifferently } from './differences.ts';
export { diffSections } from './sections.ts';
export type { Compared } from './spot.ts';
export { wordChanges } from './words.ts';
export { type DiffTitles, diffWorkbook } from './workbook.ts';

/** A node where it stands in its plan. */
export interface DiffSide<T> {
  readonly node: T;
  /** Labels from the top down to the node; null where one has none. */
  readonly path: readonly (string | null)[];
  /** Its place in the printed order of its plan, from 0. */
  readonly index: number;
}

/** A node of either plan, or the two that are the same one. */
export interface DiffRow<T> {
  readonly kind: PlanChange;
  readonly differs: readonly PlanDifference[];
  readonly before: DiffSide<T> | null;
  readonly after: DiffSide<T> | null;
  /** Depth in the aligned tree, 0 at the top. */
  readonly depth: number;
  /** The two texts as one; empty unless both are there and differ. */
  readonly words: readonly WordChange[];
  /** How alike the texts are, 0–1; null where there is only one. */
  readonly likeness: number | null;
  /** That both are the same node needs nobody's confirmation. */
  readonly certain: boolean;
}

export interface PlanDiff<T> {
  /** Every node of both plans once: in the order of the later plan, what is gone where it stood. */
  readonly rows: readonly DiffRow<T>[];
  readonly counts: Readonly<Record<PlanChange, number>>;
}

/**
 * Compares the trees of two plans. Nodes are the same by the texts on their path, by text alone, or by likeness of text with
 * what stands around it; one to one, in the best way for all together. A moved subtree is one move: what is below it went along.
 * Swapping the plans swaps before and after, and nothing else but the order of the rows.
 * @param before trees of the earlier plan; nodes may carry more than is compared, such as ids, and come back as they are
 */
export function diffPlans<T extends Compared<T>>(before: readonly T[], after: readonly T[]): PlanDiff<T> {
  const [old, now] = [spotsOf(before), spotsOf(after)];
  // Worked out the same way round whichever is given first: where two answers are equally good, both ways give the same one.
  const turned = orderKey(old) > orderKey(now);
  const pairs = turned ? pairUp(now, old) : pairUp(old, now);
  const staying = stayingOf(turned ? now : old, pairs);
  const rows = alignRows(old, now, pairs).map(({ before: a, after: b, depth }) => rowOf(a, b, depth, pairs, staying));
  const counts = { same: 0, reworded: 0, moved: 0, adjusted: 0, added: 0, removed: 0 };
  for (const { kind } of rows) counts[kind]++;
  return { rows, counts };
}

function rowOf<T extends Compared<T>>(
  before: Spot<T> | null,
  after: Spot<T> | null,
  depth: number,
  pairs: Pairs<T>,
  staying: ReadonlySet<Spot<T>>,
): DiffRow<T> {
  const sides = { before: before && sideOf(before), after: after && sideOf(after), depth };
  if (!before || !after)
    return { kind: before ? 'removed' : 'added', differs: [], ...sides, words: [], likeness: null, certain: true };
  const differs = differencesOf(before, after, staying.has(before));
  return {
    kind: kindOf(differs),
    differs,
    ...sides,
    words: differs.includes('text') ? wordChanges(before.node.text, after.node.text) : [],
    likeness: Math.round(100 * likenessOf(before, after)) / 100,
    certain: pairs.get(before)!.certain,
  };
}

const sideOf = <T extends Compared<T>>({ node, path, index }: Spot<T>): DiffSide<T> => ({ node, path, index });
