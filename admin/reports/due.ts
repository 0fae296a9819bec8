import { isOverdue, type Report, unfinishedReportStates } from '../../sync/model/index.ts';

const msPerDay = 86_400_000;

/** Whole days from `today` to `day`, both ISO days; negative when it is past. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / msPerDay);

export const isUnfinished = (report: Pick<Report, 'state'>): boolean => unfinishedReportStates.includes(report.state);

/** How pressing an unfinished report is. */
export type Urgency = 'overdue' | 'soon' | 'later';

export function urgencyOf(report: Pick<Report, 'state' | 'dueDate'>, today: string, soonDays: number): Urgency {
  if (isOverdue(report, today)) return 'overdue';
  return daysUntil(report.dueDate, today) <= soonDays ? 'soon' : 'later';
}

/** Whether it was ever sent back: the reason stays with it. */
export const wasReturned = (report: Pick<Report, 'state' | 'stateReason'>): boolean =>
  report.state === 'returned' || report.stateReason !== '';

const returnedFirst = (report: Report): number => (report.state === 'returned' ? 0 : 1);

/** Soonest first; on the same day what was sent back comes first. */
export const byDate = (a: Report, b: Report): number =>
  a.dueDate.localeCompare(b.dueDate) || returnedFirst(a) - returnedFirst(b) || a.id.localeCompare(b.id);

export interface Bucket {
  readonly urgency: Urgency;
  readonly reports: readonly Report[];
}

const urgencies: readonly Urgency[] = ['overdue', 'soon', 'later'];

/** What is still owed, in the order in which it presses; empty buckets are left out. */
export const bucketsOf = (reports: readonly Report[], today: string, soonDays: number): readonly Bucket[] =>
  urgencies
    .map(urgency => ({
      urgency,
      reports: reports
        .filter(report => isUnfinished(report) && urgencyOf(report, today, soonDays) === urgency)
        .sort(byDate),
    }))
    .filter(({ reports: some }) => some.length > 0);
