import {
  type Dashboard,
  type HeatCell,
  isOverdue,
  type Light,
  type LightInput,
  lightOf,
  lights,
  type Report,
  type Settings,
} from '../../sync/model/index.ts';

/** What the dashboard needs of a report. */
export type Counted = LightInput & Pick<Report, 'id' | 'planItemId' | 'unitId'>;

export interface Measure {
  /** ISO day in Taipei. */
  readonly today: string;
  readonly limits: Pick<Settings, 'behindThreshold' | 'warningThreshold'>;
}

type Tally = Pick<Dashboard, 'totals' | 'lights' | 'heat'> & {
  /** Ids by due date, the oldest first. */
  readonly overdueIds: readonly string[];
  readonly returnedIds: readonly string[];
};

const graver = (a: Light, b: Light): Light => (lights.indexOf(a) > lights.indexOf(b) ? a : b);

/** Counts reports, in all and by top item and unit. A cell shines as its worst report does. */
export function tally(reports: readonly Counted[], topOf: (planItemId: string) => string, measure: Measure): Tally {
  const totals = {
    total: 0,
    pending: 0,
    drafting: 0,
    submitted: 0,
    endorsed: 0,
    accepted: 0,
    returned: 0,
    overdue: 0,
  };
  const shining: Record<Light, number> = { green: 0, yellow: 0, red: 0 };
  const cells = new Map<string, HeatCell>();
  const late: Counted[] = [];
  for (const report of reports) {
    const light = lightOf(report, measure.today, measure.limits);
    const overdue = isOverdue(report, measure.today);
    totals.total++;
    totals[report.state]++;
    shining[light]++;
    if (overdue) {
      totals.overdue++;
      late.push(report);
    }
    const planItemId = topOf(report.planItemId);
    const key = `${planItemId} ${report.unitId}`;
    const cell = cells.get(key) ?? emptyCell(planItemId, report.unitId);
    cells.set(key, {
      ...cell,
      total: cell.total + 1,
      accepted: cell.accepted + Number(report.state === 'accepted'),
      submitted: cell.submitted + Number(report.state === 'submitted' || report.state === 'endorsed'),
      overdue: cell.overdue + Number(overdue),
      returned: cell.returned + Number(report.state === 'returned'),
      light: graver(cell.light, light),
    });
  }
  return {
    totals,
    lights: shining,
    heat: [...cells.values()],
    overdueIds: byDueDate(late),
    returnedIds: byDueDate(reports.filter(({ state }) => state === 'returned')),
  };
}

const emptyCell = (planItemId: string, unitId: string): HeatCell => ({
  planItemId,
  unitId,
  total: 0,
  accepted: 0,
  submitted: 0,
  overdue: 0,
  returned: 0,
  light: 'green',
});

const byDueDate = (reports: readonly Counted[]): readonly string[] =>
  reports
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
