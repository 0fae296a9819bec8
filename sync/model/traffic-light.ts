import { type Report, unfinishedReportStates } from './report.ts';
import type { Settings } from './settings.ts';

export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

export type LightInput = Pick<Report, 'state' | 'dueDate' | 'plannedProgress' | 'actualProgress' | 'result'>;

/** Whether the section still owes the report after its due day. `today` is an ISO day in Taipei. */
export const isOverdue = (report: Pick<Report, 'state' | 'dueDate'>, today: string): boolean =>
  unfinishedReportStates.includes(report.state) && report.dueDate < today;

/** Percentage points that actual progress lags behind planned; 0 where either was not given. */
export const lagOf = ({
  plannedProgress,
  actualProgress,
}: Pick<Report, 'plannedProgress' | 'actualProgress'>): number =>
  (plannedProgress ?? 0) - (actualProgress ?? plannedProgress ?? 0);

/**
 * Red: overdue, or behind plan by the threshold (落後). Yellow: returned, lagging by the warning threshold, or not done.
 * Green: the rest. Thresholds are percentage points.
 */
export function lightOf(
  report: LightInput,
  today: string,
  limits: Pick<Settings, 'behindThreshold' | 'warningThreshold'>,
): Light {
  const lag = lagOf(report);
  if (isOverdue(report, today) || lag >= limits.behindThreshold) return 'red';
  if (report.state === 'returned' || lag >= limits.warningThreshold || report.result === 'notDone') return 'yellow';
  return 'green';
}
