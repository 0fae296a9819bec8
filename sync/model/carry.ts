import { z } from 'zod';
import { assignment } from './assignment.ts';
import { id } from './base.ts';
import { plan } from './plan.ts';
import { planDifferences } from './plan-diff.ts';

/** Next year's draft from a plan. The year is changed in no text but those that are named. */
export const planCarry = plan.pick({ year: true, title: true }).extend({
  /** Items in whose texts and remarks the year is changed. */
  yearIn: z.array(id).max(5000).optional(),
  /** The same for what the plan says around its table. */
  yearInSections: z.boolean().optional(),
});

/** What was shared out last year of a step that goes on, and may be again. */
export const carriedShare = assignment.pick({ unitId: true, part: true, officerId: true }).extend({
  /** The officer who had it has left the unit or is disabled. */
  officerGone: z.boolean(),
});

export const carriedItem = z.strictObject({
  planItemId: id,
  previousItemId: id,
  /** What of the step is not what it was; empty for one that goes on unchanged but for its year. */
  differs: z.array(z.enum(planDifferences)),
  /** Enabled units alone, without those that have the step already. */
  shares: z.array(carriedShare),
  /** Units that had it and are disabled now. */
  unitsGone: z.number().int().nonnegative(),
});

/** What last year's work proposes for a plan. Nothing is assigned by it. */
export const carriedWork = z.strictObject({
  previousPlanId: id.nullable(),
  previousYear: z.number().int().nullable(),
  items: z.array(carriedItem),
});

/** Assigns what was proposed, for these items as the proposal stands at that moment. */
export const carriedAssignment = z.strictObject({ planItemIds: z.array(id).min(1).max(5000) });
export const carriedAssignmentResult = z.strictObject({
  created: z.number().int().nonnegative(),
  withoutOfficer: z.number().int().nonnegative(),
});

export type PlanCarry = z.infer<typeof planCarry>;
export type CarriedItem = z.infer<typeof carriedItem>;
export type CarriedWork = z.infer<typeof carriedWork>;
export type CarriedAssignmentResult = z.infer<typeof carriedAssignmentResult>;
