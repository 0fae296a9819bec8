import { pairsOf, plainOf } from '../../form/identify/index.ts';
import type { PlanNode } from '../../model/index.ts';

/** What of a node is compared; nodes may carry more. */
export type Compared<T> = Omit<PlanNode, 'children'> & { readonly children: readonly T[] };

/** A node where it stands, with what it is recognised by. */
export interface Spot<T> {
  readonly node: T;
  readonly parent: Spot<T> | null;
  readonly children: readonly Spot<T>[];
  /** In printed order, from 0. */
  readonly index: number;
  /** Among its siblings, from 0. */
  readonly position: number;
  readonly path: readonly (string | null)[];
  /** Compared form of its text. */
  readonly text: string;
  readonly pairs: readonly string[];
  /** Compared texts from the top down to the node. */
  readonly trail: string;
  /** Compared texts of the node and all below it. */
  readonly content: string;
}

const apart = '\n';

/** The nodes of a plan in printed order. */
export function spotsOf<T extends Compared<T>>(roots: readonly T[]): readonly Spot<T>[] {
  const spots: Spot<T>[] = [];
  const grow = (node: T, position: number, parent: Spot<T> | null): Spot<T> => {
    const text = plainOf(node.text);
    const children: Spot<T>[] = [];
    const spot: { -readonly [K in keyof Spot<T>]: Spot<T>[K] } = {
      node,
      parent,
      children,
      index: spots.length,
      position,
      path: [...(parent?.path ?? []), node.label],
      text,
      pairs: pairsOf(text),
      trail: parent ? parent.trail + apart + text : text,
      content: text,
    };
    spots.push(spot);
    for (const [i, child] of node.children.entries()) children.push(grow(child, i, spot));
    // Only known once the children are: brackets tell a child from a sibling.
    spot.content = `${text}(${children.map(child => child.content).join(apart)})`;
    return spot;
  };
  for (const [position, root] of roots.entries()) grow(root, position, null);
  return spots;
}

/** Orders plans by all that is compared, in whatever way; equal for plans that do not differ. */
export const orderKey = <T extends Compared<T>>(spots: readonly Spot<T>[]): string =>
  JSON.stringify(
    spots.map(({ node: { text, units, checkMonths, cadence, remarks }, path }) => [
      path,
      text,
      units,
      checkMonths,
      cadence,
      remarks,
    ]),
  );
