import { isDueIn, type PlanItem } from '../../sync/model/index.ts';

type Node = Pick<PlanItem, 'id' | 'parentId' | 'checkMonths'>;

/**
 * The items of a plan that are due in a round checking `month`. An item without check months takes those of the nearest
 * one above it that has some; where none has, it is due in every round.
 */
export function dueItems(items: readonly Node[], month: number): ReadonlySet<string> {
  const byId = new Map(items.map(item => [item.id, item]));
  const known = new Map<string, readonly number[]>();
  const monthsOf = (item: Node): readonly number[] => {
    const found = known.get(item.id);
    if (found) return found;
    const parent = item.parentId === null ? undefined : byId.get(item.parentId);
    const months = item.checkMonths.length > 0 || !parent ? item.checkMonths : monthsOf(parent);
    known.set(item.id, months);
    return months;
  };
  return new Set(items.filter(item => isDueIn(monthsOf(item), month)).map(item => item.id));
}
