import {
  type Dashboard,
  defaultSettings,
  isOverdue,
  lightOf,
  lights,
  type Report,
  reportStates,
} from '../../sync/model/index.ts';
import type { Sample } from './sample/index.ts';

/** The sample is a picture of this day. */
const today = '2025-08-01';

/** The dashboard of an agency's open round, counted over the sample. */
export function dashboardOf(sample: Sample, agencyId: string): Dashboard {
  const round = sample.rounds.findLast(one => one.agencyId === agencyId && one.state === 'open')!;
  const reports = sample.reports.filter(report => report.roundId === round.id);
  const parents = new Map(sample.planItems.map(item => [item.id, item.parentId]));
  const topOf = (id: string): string => {
    const parent = parents.get(id) ?? null;
    return parent === null ? id : topOf(parent);
  };
  const count = (list: readonly Report[], ...states: readonly Report['state'][]) =>
    list.filter(report => states.includes(report.state)).length;
  const overdue = (list: readonly Report[]) => list.filter(report => isOverdue(report, today));
  const light = (report: Report) => lightOf(report, today, defaultSettings);
  const cells = Map.groupBy(reports, report => JSON.stringify([topOf(report.planItemId), report.unitId]));
  const unfinished = count(reports, 'pending', 'drafting', 'returned');
  return {
    roundId: round.id,
    totals: {
      total: reports.length,
      overdue: overdue(reports).length,
      ...(Object.fromEntries(reportStates.map(state => [state, count(reports, state)])) as Record<
        Report['state'],
        number
      >),
    },
    lights: Object.fromEntries(
      lights.map(color => [color, reports.filter(report => light(report) === color).length]),
    ) as Dashboard['lights'],
    heat: [...cells].map(([key, cell]) => {
      const [planItemId, unitId] = JSON.parse(key) as [string, string];
      return {
        planItemId,
        unitId,
        total: cell.length,
        accepted: count(cell, 'accepted'),
        submitted: count(cell, 'submitted', 'endorsed'),
        overdue: overdue(cell).length,
        returned: count(cell, 'returned'),
        light: cell.map(light).sort((a, b) => lights.indexOf(b) - lights.indexOf(a))[0]!,
      };
    }),
    overdue: overdue(reports).slice(0, 20),
    returned: reports.filter(report => report.state === 'returned').slice(0, 20),
    deadlines: [{ roundId: round.id, title: round.title, dueDate: round.dueDate, unfinished }],
  };
}
