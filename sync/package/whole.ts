import type { PackageKind, PackedResource } from '../model/index.ts';
import type { PackageData } from './data.ts';

/** What each kind of package brings, in the order in which it is written. */
export const resourcesOf: Readonly<Record<PackageKind, readonly PackedResource[]>> = {
  returns: ['plans', 'planItems', 'units', 'rounds', 'assignments', 'reports', 'evidence', 'findings'],
  plan: ['plans', 'planItems'],
  templates: ['templates'],
  reviews: ['findings'],
  collection: ['collections', 'recipients', 'collectionFiles', 'collectedRows', 'findings'],
  collected: ['collectionFiles', 'findings'],
};

export interface NamedFile {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly from: 'evidence' | 'templates' | 'recipients' | 'collectionFiles';
}

/** The files that go with the rows. Of one that was turned down only what became of it is told: its sender has it. */
export const namedFiles = ({
  evidence,
  templates,
  collections,
  recipients,
  collectionFiles,
}: PackageData): readonly NamedFile[] => [
  ...evidence.flatMap(({ sha256, size, name }) =>
    sha256 === null ? [] : [{ sha256, size: size ?? 0, name, from: 'evidence' as const }],
  ),
  ...[...templates, ...collections.flatMap(({ editions }) => editions.map(({ template }) => template))].map(
    ({ sha256, size, fileName: name }) => ({ sha256, size, name, from: 'templates' as const }),
  ),
  ...recipients.flatMap(({ workbook }) => (workbook ? [{ ...workbook, from: 'recipients' as const }] : [])),
  ...collectionFiles.flatMap(({ sha256, size, fileName: name, state }) =>
    state === 'rejected' ? [] : [{ sha256, size, name, from: 'collectionFiles' as const }],
  ),
];

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

/** What is asked of one agency stands whole: its form in every edition, its line, and what was said of its answers. */
function isWholeCollection(data: PackageData, kind: PackageKind): boolean {
  const { collections, recipients, collectionFiles, collectedRows } = data;
  if (kind === 'collected')
    return (
      new Set(collectionFiles.map(({ recipientId }) => recipientId)).size <= 1 &&
      collectionFiles.every(({ state }) => state !== 'rejected')
    );
  if (kind !== 'collection') return true;
  const [[asked], [line]] = [collections, recipients];
  if (!asked || !line) return false;
  const questions = idsOf(asked.questions);
  const files = idsOf(collectionFiles);
  const findings = idsOf(data.findings);
  const numbers = new Set(asked.editions.map(({ issued }) => issued.edition));
  const isOwn = ({ recipientId }: { readonly recipientId: string }): boolean => recipientId === line.id;
  return (
    questions.size === asked.questions.length &&
    numbers.size === asked.editions.length &&
    numbers.has(asked.edition) &&
    asked.editions.every(
      ({ issued }) =>
        issued.asked.length === issued.rows.length && issued.rows.every(({ rowId }) => questions.has(rowId)),
    ) &&
    (line.workbook === null || numbers.has(line.workbook.edition)) &&
    (line.fileId === null || files.has(line.fileId)) &&
    collectionFiles.every(file => isOwn(file) && (file.state === 'applied' || file.state === 'rejected')) &&
    collectedRows.every(row => isOwn(row) && questions.has(row.rowId)) &&
    collectedRows.every(({ findingIds }) => findingIds.every(id => findings.has(id)))
  );
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
    isWholeCollection(data, kind) &&
    data.evidence.every(
      ({ reportIds, kind, sha256, url }) =>
        reportIds.every(id => reports.has(id)) && (kind === 'file' ? sha256 !== null : url !== null),
    )
  );
}
