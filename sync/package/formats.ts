import type { z } from 'zod';
import { noSections, type PackageKind } from '../model/index.ts';
import { collectionLists } from './collection-data.ts';
import { noData, type PackageData, type PackageData1, packageData, packageData1, packageData2 } from './data.ts';
import { type Manifest, type Manifest1, manifest, manifest1, manifest2 } from './manifest.ts';

/** The newest format that is known. Every earlier one is read. */
export const presentFormat = 3;

/** The format that a kind is written in: the earliest that can say it, so that installations which were not updated yet can read it. */
export const formatOf = (kind: PackageKind): 2 | 3 => (kind === 'collection' || kind === 'collected' ? 3 : 2);

/** Rows as the format of their kind has them. */
export const dataIn = (data: PackageData, kind: PackageKind): object =>
  formatOf(kind) === presentFormat
    ? data
    : Object.fromEntries(Object.entries(data).filter(([list]) => !(list in collectionLists)));

/** How a format is read: its own schemas, and the way to the next format. */
interface Format {
  readonly manifest: z.ZodType;
  readonly data: z.ZodType;
  readonly describe: (manifest: never) => Manifest;
  readonly upgrade: (data: never, manifest: never) => PackageData;
}

const titleOf = ({ sender }: Manifest1): string => `${sender.name} 填報`;

/** Units had no ids in format 1; their names served. */
const unitId = (name: string): string => `unit-${name}`.slice(0, 64);

/** A file that several reports showed stood under each of them. */
function evidenceOf(reports: PackageData1['reports']): PackageData['evidence'] {
  const shown = reports.flatMap(({ id, evidence }) => evidence.map(file => ({ file, reportId: id })));
  return [...Map.groupBy(shown, ({ file }) => file.id).values()].map(same => ({
    ...same[0]!.file,
    kind: 'file' as const,
    url: null,
    reportIds: [...new Set(same.map(({ reportId }) => reportId))],
  }));
}

function upgradeData({ plan, items, round, reports }: PackageData1): PackageData {
  const units = new Map(reports.map(({ unit }) => [unitId(unit), unit]));
  return {
    ...noData,
    plans: [{ ...plan, sections: noSections, documentDate: null, documentNumber: null }],
    planItems: items.map(item => ({ ...item, cadence: [], skeletonKey: null })),
    units: [...units].map(([id, name]) => ({ id, name, aliases: [] })),
    rounds: [{ ...round, planId: plan.id, year: plan.year }],
    assignments: reports.map(({ id, planItemId, unit }) => ({ id, planItemId, unitId: unitId(unit), part: 'lead' })),
    reports: reports.map(({ id, result, narrative, remarks, acceptedAt }) => ({
      id,
      assignmentId: id,
      result,
      narrative,
      remarks,
      figures: [],
      plannedProgress: null,
      actualProgress: null,
      delayCause: '',
      remedy: '',
      stateReason: '',
      submittedAt: acceptedAt,
      acceptedAt,
    })),
    evidence: evidenceOf(reports),
  };
}

const formats: Readonly<Record<number, Format>> = {
  1: {
    manifest: manifest1,
    data: packageData1,
    describe: (old: Manifest1) => ({
      ...old,
      format: 2,
      title: titleOf(old),
      formIds: [],
      leftOut: { personalData: 0, unfinished: 0 },
    }),
    upgrade: (data: PackageData1) => upgradeData(data),
  },
  2: {
    manifest: manifest2,
    data: packageData2,
    describe: (now: Manifest) => now,
    upgrade: (data: PackageData) => ({ ...noData, ...data }),
  },
  3: {
    manifest,
    data: packageData,
    describe: (now: Manifest) => now,
    upgrade: (data: PackageData) => data,
  },
};

const formatNamed = (value: unknown): number | null => {
  if (typeof value !== 'object' || value === null || !('format' in value)) return null;
  return typeof value.format === 'number' && Number.isInteger(value.format) ? value.format : null;
};

export type Description =
  | { readonly ok: true; readonly manifest: Manifest; readonly format: number; readonly dataOf: DataOf }
  | { readonly ok: false; readonly why: 'newer' | 'faulty'; readonly format: number | null };

/** Reads the rows of a package as the present format has them; null when they have not the shape that its format says. */
export type DataOf = (value: unknown) => PackageData | null;

/** What a manifest of any known format says, in the words of the present one. */
export function describe(value: unknown): Description {
  const format = formatNamed(value);
  if (format !== null && format > presentFormat) return { ok: false, why: 'newer', format };
  const known = format === null ? undefined : formats[format];
  const parsed = known?.manifest.safeParse(value);
  if (!known || format === null || !parsed?.success) return { ok: false, why: 'faulty', format };
  const dataOf: DataOf = given => {
    const data = known.data.safeParse(given);
    return data.success ? known.upgrade(data.data as never, parsed.data as never) : null;
  };
  return { ok: true, manifest: known.describe(parsed.data as never), format, dataOf };
}
