import type { DataProvider } from 'react-admin';
import type { Agency, PlanItem, Report, Round, Unit, User } from '../../sync/model/index.ts';
import { type Path, pathOf } from './paths.ts';
import { withAncestors } from './use-paths.ts';

/** A report with the names of what it refers to, for files that leave the console. */
export type NamedReport = Report & {
  readonly agencyName: string;
  readonly unitName: string;
  readonly officerName: string;
  readonly roundTitle: string;
  readonly path: Path;
};

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter(id => id !== null))];

/** Looks up every name with few requests, however many reports there are. */
export async function named(reports: readonly Report[], provider: DataProvider): Promise<readonly NamedReport[]> {
  const many = async <T extends { readonly id: string }>(resource: string, ids: readonly (string | null)[]) =>
    new Map((await provider.getMany<T>(resource, { ids: distinct(ids) })).data.map(row => [row.id, row]));
  const [agencies, units, users, rounds, items] = await Promise.all([
    many<Agency>(
      'agencies',
      reports.map(report => report.agencyId),
    ),
    many<Unit>(
      'units',
      reports.map(report => report.unitId),
    ),
    many<User>(
      'users',
      reports.map(report => report.officerId),
    ),
    many<Round>(
      'rounds',
      reports.map(report => report.roundId),
    ),
    withAncestors(provider, distinct(reports.map(report => report.planItemId))) as Promise<
      ReadonlyMap<string, PlanItem>
    >,
  ]);
  return reports.map(report => ({
    ...report,
    agencyName: agencies.get(report.agencyId)?.name ?? '',
    unitName: units.get(report.unitId)?.name ?? '',
    officerName: users.get(report.officerId ?? '')?.name ?? '',
    roundTitle: rounds.get(report.roundId)?.title ?? '',
    path: pathOf(report.planItemId, items),
  }));
}
