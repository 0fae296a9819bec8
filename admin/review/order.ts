import type { Report } from '../../sync/model/index.ts';
import { byDate } from '../reports/due.ts';

const cameBack = (report: Report): number => (report.stateReason === '' ? 1 : 0);

/** What was returned before and came back is looked at first, then what is due soonest. */
export const inReviewOrder = (reports: readonly Report[]): readonly Report[] =>
  [...reports].sort((a, b) => cameBack(a) - cameBack(b) || byDate(a, b));
