import type { DataProvider } from 'react-admin';
import { unfinishedReportStates } from '../../sync/model/index.ts';

type Filter = Readonly<Record<string, unknown>>;

const msPerDay = 86_400_000;
const dayBefore = (today: string): string => new Date(Date.parse(today) - msPerDay).toISOString().slice(0, 10);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * “Overdue” as the API understands it: due before today and not sent up. It stays `overdue` in the URL, so that a link that
 * is opened next week means next week.
 */
export function withoutOverdue({ overdue, ...filter }: Filter, today: string): Filter {
  if (overdue !== true && overdue !== 'true') return filter;
  const wanted = filter.state === undefined || filter.state === '' ? unfinishedReportStates : asList(filter.state);
  const state = unfinishedReportStates.filter(one => wanted.includes(one));
  return { ...filter, state: state.length > 0 ? state : ['none'], dueDate_lte: dayBefore(today) };
}

/** The data provider, with “overdue” understood in lists of reports. */
export const understandingOverdue = (provider: DataProvider, today: string): DataProvider => ({
  ...provider,
  getList: (resource, params) =>
    provider.getList(
      resource,
      resource === 'reports' ? { ...params, filter: withoutOverdue(params.filter ?? {}, today) } : params,
    ),
});
