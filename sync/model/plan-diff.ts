import { z } from 'zod';
import { version } from './base.ts';
import { plan } from './plan.ts';
import { planItem } from './plan-item.ts';

/**
 * What became of a node from one plan to another. Of several the first that holds: moved, reworded, adjusted; a number that
 * changed because others came or went is none of them.
 */
export const planChanges = ['same', 'reworded', 'moved', 'adjusted', 'added', 'removed'] as const;
export type PlanChange = (typeof planChanges)[number];

/** What of a node is not what it was. */
export const planDifferences = ['place', 'text', 'units', 'checkMonths', 'cadence', 'remarks'] as const;
export type PlanDifference = (typeof planDifferences)[number];

/** A stretch of text that stands in both texts, or in one of them alone. */
export const wordChange = z.strictObject({ in: z.enum(['both', 'before', 'after']), text: z.string() });
export type WordChange = z.infer<typeof wordChange>;

const side = planItem.pick({ id: true, version: true, carriedFrom: true, units: true, checkMonths: true }).extend({
  /** Labels from the top down to the node; null where one has none. */
  path: z.array(z.string().nullable()),
  text: z.string(),
  cadence: z.array(z.string()),
  remarks: z.string(),
});

/** One line of the comparison: a node of either plan, or the two that are the same one. */
export const planDiffRow = z.strictObject({
  kind: z.enum(planChanges),
  differs: z.array(z.enum(planDifferences)),
  before: side.nullable(),
  after: side.nullable(),
  /** Depth in the aligned tree, 0 at the top. */
  depth: z.number().int().nonnegative(),
  /** The two texts as one; empty unless both are there and differ. */
  words: z.array(wordChange),
  /** How alike the texts are, 0–1; null where there is only one. */
  likeness: z.number().min(0).max(1).nullable(),
  /** That both are the same node needs nobody's confirmation. */
  certain: z.boolean(),
});

/** Parts of a plan around its tree, in printed order. */
export const planSectionNames = ['basis', 'goals', 'scope', 'reviews', 'taskForce', 'closing'] as const;
export type PlanSectionName = (typeof planSectionNames)[number];

/** One entry of a section in either plan, or the two that are the same one, as they are printed. */
export const planSectionRow = z.strictObject({
  section: z.enum(planSectionNames),
  kind: z.enum(['same', 'reworded', 'added', 'removed']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The two texts as one; empty unless both are there and differ. */
  words: z.array(wordChange),
});
export type PlanSectionRow = z.infer<typeof planSectionRow>;

export const planDiffCounts = z.record(z.enum(planChanges), z.number().int().nonnegative());

/** A plan that can be compared with or linked to, with as much as is needed to choose it. */
export const planChoice = plan
  .pick({ id: true, agencyId: true, year: true, title: true, state: true })
  .extend({ agencyName: z.string(), relation: z.enum(['own', 'superior', 'subordinate']) });

/** A plan beside another, as the API answers it. */
export const planComparison = z.strictObject({
  before: planChoice,
  after: planChoice,
  counts: planDiffCounts,
  rows: z.array(planDiffRow),
  sections: z.array(planSectionRow),
});

/** Says of items of a plan which items of an earlier one they go on with; null undoes it. */
export const planLinks = z.strictObject({
  previousPlanId: planItem.shape.id,
  links: z
    .array(z.strictObject({ planItemId: planItem.shape.id, version, previousItemId: planItem.shape.id.nullable() }))
    .min(1)
    .max(5000),
});

export type PlanComparison = z.infer<typeof planComparison>;
export type PlanDiffRow = z.infer<typeof planDiffRow>;
export type PlanDiffSide = z.infer<typeof side>;
export type PlanChoice = z.infer<typeof planChoice>;
export type PlanLinks = z.infer<typeof planLinks>;
