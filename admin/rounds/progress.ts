import { type Assignment, dueItems, type HeatCell, type PlanItem } from '../../sync/model/index.ts';

/** Reports of one unit in one round, counted. */
export interface Progress {
  readonly unitId: string;
  readonly total: number;
  readonly accepted: number;
  readonly submitted: number;
  readonly returned: number;
  /** Neither sent nor returned. */
  readonly unfinished: number;
  readonly overdue: number;
}

type Counts = Pick<HeatCell, 'total' | 'accepted' | 'submitted' | 'returned' | 'overdue'>;

const sum = (unitId: string, cells: readonly Counts[]): Progress => {
  const of = (field: keyof Counts) => cells.reduce((all, cell) => all + cell[field], 0);
  const counts = {
    total: of('total'),
    accepted: of('accepted'),
    submitted: of('submitted'),
    returned: of('returned'),
    overdue: of('overdue'),
  };
  return {
    unitId,
    ...counts,
    unfinished: counts.total - counts.accepted - counts.submitted - counts.returned,
  };
};

/** The heat map's cells put together by unit, the one with most left to do first. */
export const progressByUnit = (heat: readonly HeatCell[]): readonly Progress[] =>
  [...Map.groupBy(heat, cell => cell.unitId)]
    .map(([unitId, cells]) => sum(unitId, cells))
    .sort((a, b) => b.unfinished + b.returned - (a.unfinished + a.returned) || b.total - a.total);

/** All units of a round together. */
export const progressOfAll = (heat: readonly HeatCell[]): Progress => sum('', heat);

/** What is owed when a round of this month opens: tracked assignments whose row is due. */
export function owed(
  items: readonly Pick<PlanItem, 'id' | 'parentId' | 'checkMonths'>[],
  assignments: readonly Pick<Assignment, 'planItemId' | 'unitId' | 'state'>[],
  month: number,
): { readonly reports: number; readonly units: number } {
  const due = dueItems(items, month);
  const asked = assignments.filter(
    one => due.has(one.planItemId) && (one.state === 'open' || one.state === 'releaseRequested'),
  );
  return { reports: asked.length, units: new Set(asked.map(one => one.unitId)).size };
}
