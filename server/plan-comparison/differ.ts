import type { PlanSectionRow, PlanSections } from '../../sync/model/index.ts';
import { diffPlans, diffSections, type PlanDiff } from '../../sync/outline/diff/index.ts';
import type { Read } from '../reading/jobs.ts';
import type { PlanTree } from './trees.ts';

interface Side {
  readonly items: PlanTree;
  readonly sections: PlanSections;
}

export interface DifferOrder {
  readonly before: Side;
  readonly after: Side;
}

/** How two plans differ, in their trees and around them. */
export interface Differing {
  readonly diff: PlanDiff<PlanTree[number]>;
  readonly sections: readonly PlanSectionRow[];
}

/** Compares two plans, on whatever thread this is called. */
export const differ = (_nothing: Uint8Array, _name: string, { before, after }: DifferOrder): Read<Differing> => ({
  ok: true,
  result: {
    diff: diffPlans(before.items, after.items),
    sections: diffSections(before.sections, after.sections),
  },
  issues: [],
});
