import { toAdYear } from '../../sync/model/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The last day of a month of an ROC year, as an ISO day: when reports of that month are usually due. */
export function lastDayOf(rocYear: number, month: number): string {
  const year = toAdYear(rocYear);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${two(month)}-${two(last)}`;
}

/** The check month that comes next: June or December, as plans usually have it. @param month the present month, 1–12 */
export const nextCheckMonth = (month: number): number => (month <= 6 ? 6 : 12);
