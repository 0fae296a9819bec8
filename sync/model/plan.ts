import { z } from 'zod';
import { day, edited, id, instant, line, rocYear, version, withReason } from './base.ts';
import type { Machine } from './machine.ts';
import { planSections } from './plan-document.ts';
import { planNode } from './plan-item.ts';

export const planStates = ['draft', 'approved', 'published', 'closed'] as const;
export const planState = z.enum(planStates);
export type PlanState = z.infer<typeof planState>;
export type PlanVerb = 'approve' | 'unapprove' | 'publish' | 'unpublish' | 'close' | 'reopen';

export const planMachine: Machine<PlanState, PlanVerb> = {
  initial: 'draft',
  states: planStates,
  verbs: {
    approve: { from: ['draft'], to: 'approved' },
    unapprove: { from: ['approved'], to: 'draft', reason: 'required' },
    publish: { from: ['approved'], to: 'published' },
    unpublish: { from: ['published'], to: 'approved', reason: 'required' },
    close: { from: ['published'], to: 'closed' },
    reopen: { from: ['closed'], to: 'published', reason: 'required' },
  },
};

/** Whether everybody may read a plan in this state: a closed one stays public. */
export const isPublic = (state: PlanState): boolean => state === 'published' || state === 'closed';

/** The public address of a plan, by which nobody can find another's: 80 random bits. */
export const publicId = z.string().regex(/^[a-z2-7]{16}$/);

/** One year's service-improvement plan (計畫) of an agency. The document date and number are those of its approval (核定). */
export const plan = z.strictObject({
  ...edited,
  agencyId: id,
  year: rocYear,
  title: line(200),
  /** What the plan says around its table. */
  sections: planSections,
  state: planState,
  documentDate: day.nullable(),
  documentNumber: line(100).nullable(),
  approvedAt: instant.nullable(),
  approvedBy: id.nullable(),
  publishedAt: instant.nullable(),
  publishedBy: id.nullable(),
  /** Given when the plan is first published, and never changed: links to it stay good when it is taken back and published again. */
  publicId: publicId.nullable(),
  /** The public page names the members of the task force; otherwise only their titles and duties. */
  membersPublic: z.boolean(),
  closedAt: instant.nullable(),
});

const drafted = plan.pick({ year: true, title: true });
const document = plan.pick({ documentDate: true, documentNumber: true });
const described = plan.pick({ sections: true }).extend(document.shape).partial();

export const planCreate = drafted.extend(described.shape);
export const planEdit = drafted
  .extend(described.shape)
  .extend(plan.pick({ membersPublic: true }).shape)
  .partial()
  .extend({ version });
export const planApproval = document.partial().extend({ version });
export const planUnapproval = withReason;
export const planPublication = plan.pick({ membersPublic: true }).partial().extend({ version });

/** Creates a draft plan with its whole tree at once, as the import wizard leaves it. `sourceSha256` names the file it was read from. */
export const planImport = planCreate.extend({
  sourceSha256: z.string().length(64).nullable().optional(),
  items: z.array(planNode).min(1).max(200),
});

export type Plan = z.infer<typeof plan>;
