import { z } from 'zod';
import { edited, id, line, months, prose, version } from './base.ts';

/** Screen terms of the first four levels of a plan; deeper ones are sub-steps too. */
export const itemLevels = ['item', 'keyPoint', 'step', 'subStep'] as const;
export type ItemLevel = (typeof itemLevels)[number];

/** The level of a node by its depth, the plan's own items being depth 0. */
export const levelAt = (depth: number): ItemLevel => itemLevels[Math.min(depth, itemLevels.length - 1)]!;

/** Words that say how often a step is due, as they are printed (cadence). */
export const cadences = [
  '每日',
  '每週',
  '每月',
  '每季',
  '每半年',
  '每年',
  '每四個月',
  '定期',
  '不定期',
  '適時',
  '隨時',
] as const;
export const cadence = z.enum(cadences);

const content = {
  /** Numbering mark without its trailing dot, half width: 一, (一), 1, (1), ○1, A. Null where the row has none. */
  label: z.string().trim().min(1).max(20).nullable(),
  text: prose(8000),
  /** Responsible units as the document prints them, in printed order. */
  units: z.array(line(60)).max(60),
  checkMonths: months,
  cadence: z.array(cadence).max(11),
  remarks: prose(4000),
};

/** Names an item or key point of the built-in skeleton for good: it is never reused for another. */
export const skeletonKey = z
  .string()
  .regex(/^[a-z][a-zA-Z]*(?:\.[a-z][a-zA-Z]*)?$/)
  .max(60);

/** A node of a plan's tree (計畫項目). Siblings are ordered by `position`, from 0 without gaps; `depth` is 0 at the top. */
export const planItem = z.strictObject({
  ...edited,
  ...content,
  agencyId: id,
  planId: id,
  parentId: id.nullable(),
  position: z.number().int().nonnegative(),
  depth: z.number().int().nonnegative(),
  /** The item of an earlier plan that this one goes on with. */
  carriedFrom: id.nullable(),
  /** What such plans have in common, by its key: what agencies are compared under, however each words it. */
  skeletonKey: skeletonKey.nullable(),
  /** The units that the printed names were resolved to; a group such as 各課室 gives every section. */
  unitIds: z.array(id),
  /** Printed names that stand for no unit of the agency yet. */
  unresolvedUnits: z.array(z.string()),
});

const editable = planItem.pick({
  label: true,
  text: true,
  units: true,
  checkMonths: true,
  cadence: true,
  remarks: true,
});
export const planItemCreate = editable
  .partial({ label: true, units: true, checkMonths: true, cadence: true, remarks: true })
  .extend({ planId: id, parentId: id.nullable(), index: z.number().int().nonnegative().optional() });
export const planItemEdit = editable.extend({ skeletonKey: skeletonKey.nullable() }).partial().extend({ version });

/** Puts a node, with all below it, under another parent of the same plan: indent, outdent and re-order are this one verb. */
export const planItemMove = z.strictObject({
  version,
  parentId: id.nullable(),
  index: z.number().int().nonnegative(),
});

export type PlanItem = z.infer<typeof planItem>;

/** A node as read from a document, before it is stored; children nest. */
export interface PlanNode {
  readonly label: string | null;
  readonly text: string;
  readonly units: readonly string[];
  readonly checkMonths: readonly number[];
  readonly cadence: readonly (typeof cadences)[number][];
  readonly remarks: string;
  readonly children: readonly PlanNode[];
}

export const planNode: z.ZodType<PlanNode> = z.strictObject({
  ...content,
  get children() {
    return z.array(planNode).max(500);
  },
}) as z.ZodType<PlanNode>;

// It refers to itself, which the API's description can only say of a schema that has a name.
z.globalRegistry.add(planNode, { id: 'PlanNode' });
