import { z } from 'zod';
import { edited, id, prose, version } from './base.ts';
import { planChoice } from './plan-diff.ts';
import { planItem } from './plan-item.ts';

/** An item of a plan serves an item of the superior's plan (對應上級計畫). Many to many. */
export const crosswalkLink = z.strictObject({
  ...edited,
  /** Of the plan that serves. */
  agencyId: id,
  planId: id,
  planItemId: id,
  superiorPlanId: id,
  superiorItemId: id,
  note: prose(1000),
});

const crosswalkPair = crosswalkLink.pick({ planItemId: true, superiorItemId: true });
export const crosswalkLinkEdit = crosswalkLink.pick({ note: true }).extend({ version });

/** Several links at once, as when all certain suggestions are confirmed. Those that exist already are left as they are. */
export const crosswalkLinksCreate = z.strictObject({
  planId: id,
  superiorPlanId: id,
  links: z.array(crosswalkPair).min(1).max(5000),
});

/** A pair that may belong together. Nothing is stored of it until a person says so. */
export const crosswalkSuggestion = z.strictObject({
  planItemId: id,
  superiorItemId: id,
  /** 0–1. */
  score: z.number().min(0).max(1),
  /** What speaks for it: like texts, the same part of the common skeleton, or both. */
  by: z.enum(['text', 'skeleton', 'both']),
  certain: z.boolean(),
});

const crosswalkItem = planItem.pick({
  id: true,
  parentId: true,
  position: true,
  depth: true,
  label: true,
  text: true,
  units: true,
  skeletonKey: true,
});

/** Both plans, the links between them and what else may be linked. */
export const crosswalk = z.strictObject({
  plan: planChoice,
  superior: planChoice,
  /** In printed order. */
  items: z.array(crosswalkItem),
  superiorItems: z.array(crosswalkItem),
  links: z.array(crosswalkLink),
  suggestions: z.array(crosswalkSuggestion),
});

export type CrosswalkLink = z.infer<typeof crosswalkLink>;
export type CrosswalkSuggestion = z.infer<typeof crosswalkSuggestion>;
export type CrosswalkItem = z.infer<typeof crosswalkItem>;
export type Crosswalk = z.infer<typeof crosswalk>;

/**
 * How far a superior's plan is served. What must be served are its lowest items; a link to one higher up serves all below it.
 */
export function coverageOf(
  superiorItems: readonly Pick<CrosswalkItem, 'id' | 'parentId'>[],
  links: readonly Pick<CrosswalkLink, 'superiorItemId'>[],
): { readonly targets: ReadonlySet<string>; readonly covered: ReadonlySet<string> } {
  const parents = new Map(superiorItems.map(({ id: item, parentId }) => [item, parentId]));
  const above = new Set(parents.values());
  const linked = new Set(links.map(({ superiorItemId }) => superiorItemId));
  const serves = (item: string | null | undefined): boolean =>
    typeof item === 'string' && (linked.has(item) || serves(parents.get(item)));
  const targets = [...parents.keys()].filter(item => !above.has(item));
  return { targets: new Set(targets), covered: new Set(targets.filter(serves)) };
}
