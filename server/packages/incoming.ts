import type { PackageKind, PackedResource } from '../../sync/model/index.ts';
import { type Incoming, type Json, type PackageData, resourcesOf, type Values } from '../../sync/package/index.ts';

type Row<R extends PackedResource> = PackageData[R][number];

interface Told<R extends PackedResource> {
  /** The fields that are merged; the others are said once, when the row is made. */
  readonly fields: readonly (keyof Row<R> & string)[];
  readonly text: (row: Row<R>) => string;
}

/** Columns of an outline: the order and nesting of a plan's items, as one field of the plan. */
export const outlineField = 'outline';

const printed = ({ label, text }: Row<'planItems'>): string => (label === null ? text : `${label} ${text}`);

const handedIn = ({ fileName, receivedBy }: Row<'collectionFiles'>): string =>
  receivedBy === '' ? fileName : `${fileName}（${receivedBy}）`;

const told: { readonly [R in PackedResource]: Told<R> } = {
  plans: { fields: ['year', 'title', 'sections', 'documentDate', 'documentNumber'], text: plan => plan.title },
  planItems: {
    fields: ['label', 'text', 'units', 'checkMonths', 'cadence', 'remarks', 'skeletonKey'],
    text: printed,
  },
  units: { fields: ['name', 'aliases'], text: unit => unit.name },
  rounds: { fields: ['kind', 'title', 'month', 'dueDate'], text: round => round.title },
  assignments: { fields: ['part'], text: () => '' },
  reports: {
    fields: [
      'result',
      'narrative',
      'figures',
      'plannedProgress',
      'actualProgress',
      'delayCause',
      'remedy',
      'remarks',
      'submittedAt',
      'acceptedAt',
    ],
    text: () => '',
  },
  evidence: { fields: ['name', 'url'], text: file => file.name },
  templates: { fields: ['name', 'corrections'], text: template => template.name },
  collections: { fields: ['name', 'dueDate', 'instructions', 'edition', 'state'], text: collection => collection.name },
  recipients: { fields: ['stateReason', 'acceptedAt'], text: ({ workbook }) => workbook?.name ?? '' },
  collectionFiles: { fields: ['state', 'stateReason'], text: handedIn },
  collectedRows: { fields: ['accepted', 'first', 'second', 'returnReason'], text: () => '' },
  findings: { fields: ['title', 'text', 'dueDate', 'state', 'stateReason'], text: finding => finding.title },
};

/** What comes from below: what an agency says of a finding against it, and files, of which there is nothing to merge. */
const fromBelow: { readonly [R in PackedResource]?: readonly (keyof Row<R> & string)[] } = {
  findings: ['action', 'answeredAt'],
  collectionFiles: [],
};

/** Whether an agency says it to its bureau. */
export const isUpward = (kind: PackageKind): boolean => kind === 'returns' || kind === 'collected';

/** The workbook of an agency, as two fields of its line. */
const workbookOf = ({ workbook }: Row<'recipients'>): Values => ({
  fileName: workbook?.name ?? null,
  sha256: workbook?.sha256 ?? null,
});

/** What people call the rows that have no name of their own: a report is its step, by its unit. */
function names(data: PackageData): (resource: PackedResource, id: string) => string | undefined {
  const items = new Map(data.planItems.map(item => [item.id, printed(item)]));
  const units = new Map(data.units.map(unit => [unit.id, unit.name]));
  const assignments = new Map(
    data.assignments.map(({ id, planItemId, unitId }) => [
      id,
      `${items.get(planItemId) ?? ''}（${units.get(unitId) ?? ''}）`,
    ]),
  );
  const reports = new Map(data.reports.map(({ id, assignmentId }) => [id, assignments.get(assignmentId) ?? '']));
  const questions = new Map(
    data.collections.flatMap(asked => asked.questions.map(({ id, label, text }) => [id, `${label} ${text}`.trim()])),
  );
  const collectedRows = new Map(data.collectedRows.map(({ id, rowId }) => [id, questions.get(rowId) ?? '']));
  return (resource, id) => ({ assignments, reports, collectedRows })[resource as 'reports']?.get(id);
}

/** The rows of a package with the fields that are merged, in the order in which they are written. */
export function incomingOf(data: PackageData, kind: PackageKind): readonly Incoming[] {
  const nameOf = names(data);
  return resourcesOf[kind].flatMap(resource =>
    data[resource].map(row => {
      const { text } = told[resource] as Told<PackedResource>;
      const values: Record<string, Json> = {};
      for (const field of mergedFields(resource, kind)) values[field] = (row as unknown as Values)[field] ?? null;
      if (resource === 'recipients') Object.assign(values, workbookOf(row as Row<'recipients'>));
      if (resource === 'plans') values[outlineField] = outlineOf(data.planItems);
      return { resource, foreignId: row.id, text: nameOf(resource, row.id) ?? text(row as never), values };
    }),
  );
}

interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

/** A tree as pairs of item and parent, in printed order. */
export function outlineOf(items: readonly Placed[]): readonly (readonly [string, string | null])[] {
  const children = Map.groupBy(items, item => item.parentId);
  const walk = (parentId: string | null): (readonly [string, string | null])[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ id }) => [[id, parentId] as const, ...walk(id)]);
  return walk(null);
}

export const mergedFields = (resource: PackedResource, kind: PackageKind): readonly string[] =>
  (isUpward(kind) ? fromBelow[resource] : undefined) ?? told[resource].fields;
