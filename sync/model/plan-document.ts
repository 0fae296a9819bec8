import { z } from 'zod';
import { day, line, prose, rocYear } from './base.ts';
import { planNode } from './plan-item.ts';

export const reviewKinds = ['routine', 'adhoc', 'annual', 'award'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** One entry of 推動及管考 or 考核與獎勵: how the plan is watched, when that is handed in, to whom and on which form. */
export const planReview = z.strictObject({
  kind: z.enum(reviewKinds),
  text: prose(4000),
  /** Months (1–12) named for handing in. */
  months: z.array(z.number().int().min(1).max(12)).max(12),
  /** The last of the months is one of the next year (次年1月). */
  nextYear: z.boolean(),
  /** Bodies that it is handed to, in order. */
  submitTo: z.array(line(60)).max(20),
  /** Forms and annexes that it names. */
  forms: z.array(line(100)).max(20),
});

/** A row of the 編組表: who sits in the group that drives the plan. */
export const taskForceMember = z.strictObject({
  title: line(100),
  member: line(200),
  duty: prose(2000),
  remarks: prose(1000),
});

/** What a plan says around its table. Empty where the document does not say it. */
export const planSections = z.strictObject({
  /** 計畫依據, one entry per numbered one. */
  basis: z.array(prose(4000)).max(50),
  /** 計畫目標 */
  goals: z.array(prose(4000)).max(50),
  /** 實施對象 */
  scope: prose(4000),
  reviews: z.array(planReview).max(50),
  taskForce: z.array(taskForceMember).max(100),
  /** The last section: 其他, 本計畫如有未盡事宜… */
  closing: prose(4000),
});

/** A whole plan as a document holds it, whatever its format. It is what is read, written, published and compared. */
export const planDocument = planSections.extend({
  title: z.string().max(200),
  /** Full name of the agency; empty where the document names none. */
  agency: z.string().max(100),
  year: rocYear.nullable(),
  /** By which letter it was issued (106年4月25日所行字第1060259708號函); null where none is printed. */
  document: z.strictObject({ date: day.nullable(), number: line(100).nullable() }).nullable(),
  items: z.array(planNode).max(200),
});

export type PlanReview = z.infer<typeof planReview>;
export type TaskForceMember = z.infer<typeof taskForceMember>;
export type PlanSections = z.infer<typeof planSections>;
export type PlanDocument = z.infer<typeof planDocument>;

export const noSections: PlanSections = { basis: [], goals: [], scope: '', reviews: [], taskForce: [], closing: '' };
