import type { PackageKind, PackedResource } from '../model/index.ts';
import type { PackageData } from './data.ts';

/** What each kind of package brings, in the order in which it is written. */
export const resourcesOf: Readonly<Record<PackageKind, readonly PackedResource[]>> = {
  returns: ['plans', 'planItems', 'units', 'rounds', 'assignments', 'reports', 'evidence', 'findings'],
  plan: ['plans', 'planItems'],
  templates: ['templates'],
  reviews: ['findings'],
};

interface Named {
  readonly id: string;
}

const idsOf = (rows: readonly Named[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

const deepest = 20;

/** Parents come before their children, and no chain of them is longer than a plan may be deep. */
function isTree(items: PackageData['planItems']): boolean {
  const depths = new Map<string, number>();
  for (const { id, parentId } of items) {
    const above = parentId === null ? -1 : depths.get(parentId);
    if (above === undefined || above + 1 >= deepest) return false;
    depths.set(id, above + 1);
  }
  return true;
}

const brings = (data: PackageData, kind: PackageKind): boolean =>
  Object.entries(data).every(
    ([resource, rows]) => rows.length === 0 || resourcesOf[kind].includes(resource as PackedResource),
  );

/** PostgreSQL stores no NUL. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  return typeof value !== 'object' || value === null || Object.values(value).every(isStorable);
}

/** Whether the rows of a package are of its kind, and name only rows of the same package, each once. */
export function isWhole(data: PackageData, kind: PackageKind): boolean {
  const lists: readonly (readonly Named[])[] = Object.values(data);
  if (lists.some(rows => idsOf(rows).size !== rows.length)) return false;
  if (!brings(data, kind) || !isStorable(data)) return false;
  const plans = idsOf(data.plans);
  const items = idsOf(data.planItems);
  const units = idsOf(data.units);
  const assignments = idsOf(data.assignments);
  const reports = idsOf(data.reports);
  return (
    isTree(data.planItems) &&
    (data.planItems.length === 0 || plans.size === 1) &&
    (data.reports.length === 0 || data.rounds.length === 1) &&
    data.rounds.every(({ planId }) => plans.has(planId)) &&
    data.assignments.every(({ planItemId, unitId }) => items.has(planItemId) && units.has(unitId)) &&
    data.reports.every(({ assignmentId }) => assignments.has(assignmentId)) &&
    idsOf(data.reports.map(({ assignmentId }) => ({ id: assignmentId }))).size === data.reports.length &&
    data.evidence.every(
      ({ reportIds, kind, sha256, url }) =>
        reportIds.every(id => reports.has(id)) && (kind === 'file' ? sha256 !== null : url !== null),
    )
  );
}
