import type { PlanNode } from '../../sync/model/index.ts';

/** A node of a plan that says nothing but what is given. */
export const nodeOf = (label: string | null, text: string, more: Partial<PlanNode> = {}): PlanNode => ({
  label,
  text,
  units: [],
  checkMonths: [],
  cadence: [],
  remarks: '',
  children: [],
  ...more,
});
