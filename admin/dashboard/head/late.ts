import { isOverdue, type Light, lagOf, lightOf, type Report, type Settings } from '../../../sync/model/index.ts';

/** A report that is late or behind, with what a head asks first. */
export interface Late {
  readonly report: Report;
  readonly light: Exclude<Light, 'green'>;
  readonly overdue: boolean;
  /** Percentage points behind plan, 0 where none were given. */
  readonly lag: number;
}

const order = { red: 0, yellow: 1 } as const;

/** What is late or behind, the gravest first: red before yellow, the greater lag, the earlier due day. */
export function lateOf(
  reports: readonly Report[],
  today: string,
  limits: Pick<Settings, 'behindThreshold' | 'warningThreshold'>,
): readonly Late[] {
  return reports
    .flatMap((report): Late[] => {
      const light = lightOf(report, today, limits);
      if (light === 'green') return [];
      return [{ report, light, overdue: isOverdue(report, today), lag: Math.max(0, lagOf(report)) }];
    })
    .sort(
      (a, b) =>
        order[a.light] - order[b.light] ||
        Number(b.report.delayCause !== '') - Number(a.report.delayCause !== '') ||
        b.lag - a.lag ||
        a.report.dueDate.localeCompare(b.report.dueDate),
    );
}
