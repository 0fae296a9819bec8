import { z } from 'zod';
import { day, edited, id, instant, line, rocYear, version, withReason } from './base.ts';
import type { Machine } from './machine.ts';

export const planStates = ['draft', 'approved', 'published', 'closed'] as const;
export const planState = z.enum(planStates);
export type PlanState = z.infer<typeof planState>;
export type PlanVerb = 'approve' | 'unapprove' | 'publish' | 'close';

export const planMachine: Machine<PlanState, PlanVerb> = {
  initial: 'draft',
  states: planStates,
  verbs: {
    approve: { from: ['draft'], to: 'approved' },
    unapprove: { from: ['approved'], to: 'draft', reason: 'required' },
    publish: { from: ['approved'], to: 'published' },
    close: { from: ['published'], to: 'closed' },
  },
};

/** One year's service-improvement plan (計畫) of an agency. The document date and number are those of its approval (核定). */
export const plan = z.strictObject({
  ...edited,
  agencyId: id,
  year: rocYear,
  title: line(200),
  state: planState,
  documentDate: day.nullable(),
  documentNumber: line(100).nullable(),
  approvedAt: instant.nullable(),
  approvedBy: id.nullable(),
  publishedAt: instant.nullable(),
  closedAt: instant.nullable(),
});

export const planCreate = plan.pick({ year: true, title: true });
export const planEdit = plan
  .pick({ year: true, title: true, documentDate: true, documentNumber: true })
  .partial()
  .extend({ version });
export const planApproval = z.strictObject({
  version,
  documentDate: day.nullable().optional(),
  documentNumber: line(100).nullable().optional(),
});
export const planUnapproval = withReason;

export type Plan = z.infer<typeof plan>;
