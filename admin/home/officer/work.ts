import type { Report, Round, User } from '../../../sync/model/index.ts';
import { type Bucket, bucketsOf, isUnfinished } from '../../reports/due.ts';
import { isShut } from '../../reports/rights.ts';

/** Whose reports a person wants to see. */
export type Whose = 'mine' | 'section';

export interface Work {
  /** What can and must still be written, in the order in which it presses. */
  readonly buckets: readonly Bucket[];
  readonly todo: number;
  /** Never sent, and their round is over. */
  readonly shut: readonly Report[];
  /** Unfinished reports of colleagues. */
  readonly others: number;
}

/** A report without an officer is everybody's in the section. */
const isMine = (report: Report, user: Pick<User, 'id'>): boolean =>
  report.officerId === null || report.officerId === user.id;

/** Sorts the section's unfinished reports into what is to be done. */
export function workOf(
  reports: readonly Report[],
  closedRounds: ReadonlySet<Round['id']>,
  user: Pick<User, 'id'>,
  whose: Whose,
  today: string,
  soonDays: number,
): Work {
  const unfinished = reports.filter(isUnfinished);
  const wanted = unfinished.filter(report => whose === 'section' || isMine(report, user));
  const shut = (report: Report) => isShut(report, closedRounds.has(report.roundId));
  const open = wanted.filter(report => !shut(report));
  return {
    buckets: bucketsOf(open, today, soonDays),
    todo: open.length,
    shut: wanted.filter(shut),
    others: unfinished.filter(report => !isMine(report, user) && !shut(report)).length,
  };
}
