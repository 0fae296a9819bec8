import type { Placed, PlanItem } from '../../../sync/model/index.ts';

/** What a person writes about a node of a plan. */
export type ItemContent = Pick<PlanItem, 'label' | 'text' | 'units' | 'checkMonths' | 'cadence' | 'remarks'>;

/** A node of a plan's tree as the tree on the screen needs it: a stored plan item, or one that was read and is not stored yet. */
export interface OutlineRow extends ItemContent, Placed {
  readonly depth: number;
}

/** Where a node stands, or is to stand: the `index`-th child of a parent, counted without the node itself. */
export interface Slot {
  readonly parentId: string | null;
  readonly index: number;
}

export const blankContent: ItemContent = {
  label: null,
  text: '',
  units: [],
  checkMonths: [],
  cadence: [],
  remarks: '',
};

/** The part of a row that a person writes. */
export const contentOf = ({ label, text, units, checkMonths, cadence, remarks }: ItemContent): ItemContent => ({
  label,
  text,
  units,
  checkMonths,
  cadence,
  remarks,
});
