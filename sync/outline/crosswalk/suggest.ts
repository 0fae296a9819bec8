import { nearestIn, plainOf } from '../../form/identify/index.ts';
import type { CrosswalkItem, CrosswalkSuggestion } from '../../model/index.ts';

type Item = Pick<CrosswalkItem, 'id' | 'parentId' | 'text' | 'skeletonKey'>;
type Linked = Pick<CrosswalkSuggestion, 'planItemId' | 'superiorItemId'>;

interface Step {
  readonly id: string;
  readonly text: string;
  /** The part of the skeleton that it or what stands above it is, the nearest first. */
  readonly key: string | null;
}

/** Texts this much alike may serve one purpose; less will do where both are of one part of the skeleton. */
const alikeAnywhere = 0.45;
const alikeInPart = 0.2;
/** A suggestion that may be confirmed with others in one go is so alike, and by so much the best of its step. */
const sure = 0.8;
const sureInPart = 0.6;
const margin = 0.1;
/** So many are a help; more are a list. */
const most = 3;

/** The lowest items of a plan, which are what is done. */
function stepsOf(items: readonly Item[]): readonly Step[] {
  const byId = new Map(items.map(item => [item.id, item]));
  const parents = new Set(items.map(({ parentId }) => parentId));
  const keyOf = (item: Item | undefined): string | null =>
    item === undefined ? null : (item.skeletonKey ?? keyOf(byId.get(item.parentId ?? '')));
  return items
    .filter(({ id }) => !parents.has(id))
    .map(item => ({ id: item.id, text: plainOf(item.text), key: keyOf(item) }));
}

/** A key point's key begins with its item's; only key points tell enough. */
const samePart = (a: Step, b: Step): boolean => a.key !== null && a.key === b.key && a.key.includes('.');

/**
 * Which steps of a plan may serve which of its superior's, by likeness of their texts and by the part of the common skeleton
 * they stand under; the best few of each step. Pairs that are linked already are left out.
 */
export function suggestLinks(
  own: readonly Item[],
  superior: readonly Item[],
  links: readonly Linked[],
): readonly CrosswalkSuggestion[] {
  const linked = new Set(links.map(({ planItemId, superiorItemId }) => `${planItemId} ${superiorItemId}`));
  const near = nearestIn(stepsOf(superior));
  return stepsOf(own).flatMap(step => {
    const found = near(step.text)
      .map(({ row, alike }) => ({
        row,
        alike,
        part: samePart(step, row),
        score: Math.min(1, alike + (samePart(step, row) ? 0.1 : 0)),
      }))
      .filter(({ alike, part }) => alike >= (part ? alikeInPart : alikeAnywhere))
      .sort((a, b) => b.score - a.score);
    return found
      .slice(0, most)
      .filter(({ row }) => !linked.has(`${step.id} ${row.id}`))
      .map(({ row, alike, part, score }) => ({
        planItemId: step.id,
        superiorItemId: row.id,
        score: Math.round(100 * score) / 100,
        by: alike < alikeAnywhere ? ('skeleton' as const) : part ? ('both' as const) : ('text' as const),
        certain:
          alike >= (part ? sureInPart : sure) &&
          found.every(other => other.row === row || other.score <= score - margin),
      }));
  });
}
