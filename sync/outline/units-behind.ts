import { markRank } from '../model/index.ts';
import { type Draft, everyDraft } from './draft.ts';
import { unitsBehind } from './unit-cells.ts';

const noUnit = /簡稱|包括|包含|例如|如|含|等|以下/;

/**
 * Units in parentheses behind a text, where most of the plan is said to be somebody's in this way, be it of the step itself or
 * of one above it; one alone may be a mere remark. @returns whether it is so
 */
export function takeUnitsBehind(items: readonly Draft[]): boolean {
  const behind = new Map<Draft, readonly string[]>();
  for (const draft of everyDraft(items)) {
    const units = unitsBehind(draft.text);
    if (units.length > 0 && !units.some(name => noUnit.test(name))) behind.set(draft, units);
  }
  if (behind.size === 0 || shareOf(items, behind) < 0.5) return false;
  for (const [draft, units] of behind) {
    draft.units.push(...units);
    draft.text = draft.text.replace(/\s*[(（][^()（）]*[)）]([。.]?)\s*$/, '$1');
  }
  return true;
}

/** The share of the nodes with nothing below them that have, or stand below, one of those. */
function shareOf(items: readonly Draft[], those: ReadonlyMap<Draft, unknown>): number {
  let [all, covered] = [0, 0];
  const walk = (draft: Draft, above: boolean): void => {
    const here = above || those.has(draft);
    if (draft.children.length === 0) {
      all++;
      if (here) covered++;
    } else for (const child of draft.children) walk(child, here);
  };
  for (const item of items) walk(item, false);
  return all === 0 ? 0 : covered / all;
}

const belowSteps = markRank('digitParen');

/**
 * Units on a line of their own below the last part of a step are those of the step, if no other part has any: what stands
 * behind a list is said of the list.
 */
export function liftUnits(items: readonly Draft[]): void {
  for (const draft of everyDraft(items)) {
    const last = draft.children.at(-1);
    const isPart = last?.kind !== undefined && last.kind !== null && markRank(last.kind) >= belowSteps;
    const others = draft.children.slice(0, -1);
    if (!isPart || others.length === 0 || last.children.length > 0 || draft.units.length > 0) continue;
    if (others.some(({ units }) => units.length > 0)) continue;
    draft.units.push(...last.units.splice(0));
  }
}
