import type { ReportAnswers } from './report.ts';
import type { Settings } from './settings.ts';
import { lagOf } from './traffic-light.ts';

/** Fields that a report may have to hold before it can be submitted. */
export type RequiredField = 'result' | 'narrative' | 'delayCause' | 'remedy';

type Answered = Pick<
  ReportAnswers,
  'result' | 'narrative' | 'plannedProgress' | 'actualProgress' | 'delayCause' | 'remedy'
>;

/** Whether a report lags behind plan so far that it must say why (落後). What does not apply cannot lag. */
export const isBehind = (report: Answered, { behindThreshold }: Pick<Settings, 'behindThreshold'>): boolean =>
  report.result !== 'notApplicable' && lagOf(report) >= behindThreshold;

/**
 * What still has to be written before a report can be submitted, in the order of the page: a result always, the narrative
 * unless the step does not apply, and cause and remedy when it is behind plan.
 */
export function missingForSubmission(
  report: Answered,
  limits: Pick<Settings, 'behindThreshold'>,
): readonly RequiredField[] {
  const behind = isBehind(report, limits);
  const required: Readonly<Record<RequiredField, boolean>> = {
    result: report.result === null,
    narrative: report.result !== 'notApplicable' && report.narrative.trim() === '',
    delayCause: behind && report.delayCause.trim() === '',
    remedy: behind && report.remedy.trim() === '',
  };
  return (Object.keys(required) as RequiredField[]).filter(field => required[field]);
}
