import { dayInTaipei, type Report, unfinishedReportStates } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';

/** Whom to remind: everybody who still owes a report of the round, those who are late with it, or one. */
export type Chase =
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'one'; readonly report: Report };

const most = 5000;
const msPerDay = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - msPerDay).toISOString().slice(0, 10);

/** The reports that a reminder is about, as they stand this moment. @param today ISO day in Taipei */
export async function readChased(roundId: string, chase: Chase, today: string): Promise<readonly Report[]> {
  if (chase.kind === 'one') return [chase.report];
  const query = new URLSearchParams({ roundId, _limit: String(most), _sort: 'dueDate', _order: 'ASC' });
  for (const state of unfinishedReportStates) query.append('state', state);
  if (chase.kind === 'overdue') query.set('dueDate_lte', dayBefore(today));
  return (await request(`/api/reports?${query}`)).json as readonly Report[];
}

export interface ChaseCounts {
  readonly total: number;
  /** By unit, the one with most first. */
  readonly units: readonly { readonly unitId: string; readonly count: number }[];
  /** Reports that somebody was reminded of today already. */
  readonly today: number;
}

export function chasedBy(reports: readonly Pick<Report, 'unitId' | 'chasedAt'>[], today: string): ChaseCounts {
  const units = [...Map.groupBy(reports, report => report.unitId)].map(([unitId, own]) => ({
    unitId,
    count: own.length,
  }));
  return {
    total: reports.length,
    units: units.toSorted((a, b) => b.count - a.count),
    today: reports.filter(({ chasedAt }) => chasedAt !== null && dayInTaipei(new Date(chasedAt)) === today).length,
  };
}
