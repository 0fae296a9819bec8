import { type MergedField, type MergedValue, mergedFields } from '../model/index.ts';
import { mergeReturned, type ValuesByRow } from './merge.ts';
import type { CollectedRowRead, Edition, Returned } from './order.ts';

/** A file of an agency, as it was read. */
export interface AgencyFile {
  readonly name: string;
  readonly edition: Edition;
  readonly returned: Extract<Returned, { ok: true }>;
}

/** Where a value was read. */
export interface Origin {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
}

/** One question, as the files of an agency answer it together; each value with where it stands. */
export interface TogetherRow {
  readonly rowId: string;
  readonly values: Readonly<Partial<Record<MergedField, MergedValue>>>;
  readonly origins: Readonly<Origins>;
}

/** Two files of one agency that changed one value differently; the later one's counts. */
export interface FileConflict {
  readonly rowId: string;
  readonly field: MergedField;
  readonly earlier: { readonly file: string; readonly value: MergedValue };
  readonly later: { readonly file: string; readonly value: MergedValue };
}

export interface Together {
  readonly rows: readonly TogetherRow[];
  readonly conflicts: readonly FileConflict[];
}

type Origins = Partial<Record<MergedField, Origin>>;
interface Row {
  readonly values: Partial<Record<MergedField, MergedValue>>;
  readonly origins: Origins;
}

const originsOf = (read: CollectedRowRead, file: string): Origins =>
  Object.fromEntries(
    Object.entries(read.cells).map(([field, cell]) => [field, { file, sheet: read.sheet, row: read.row, cell }]),
  );

const setOrigin = (origins: Origins, field: MergedField, origin: Origin | undefined): void => {
  if (origin) origins[field] = origin;
};

/**
 * The files of one agency as one, the earliest first: a later file changes what it says otherwise than the form as issued, and
 * takes nothing back by being blank where it was issued blank. Where both changed a value the later counts, and it is told.
 */
export function mergeFiles(files: readonly AgencyFile[]): Together {
  const rows = new Map<string, Row>();
  const conflicts: FileConflict[] = [];
  for (const { name, edition, returned } of files) {
    const read = new Map(returned.rows.map(row => [row.rowId, row]));
    const before: ValuesByRow = Object.fromEntries([...rows].map(([rowId, { values }]) => [rowId, values]));
    const plan = mergeReturned(edition, returned, { base: {}, ours: before }, { base: '', ours: '', theirs: name });
    const changes = new Map(plan.rows.map(row => [`${row.sheet}\n${row.row}`, row.fields]));
    for (const { rowId, sheet, row } of edition.rows) {
      const found = read.get(rowId);
      if (!found) continue;
      const origins = originsOf(found, name);
      const known = rows.get(rowId);
      if (!known) {
        rows.set(rowId, { values: { ...found.values }, origins });
        continue;
      }
      for (const { field, outcome, why, ours, theirs } of changes.get(`${sheet}\n${row}`) ?? []) {
        if (outcome === 'ours' || outcome === 'equal') continue;
        if (outcome === 'conflict' && why === 'bothChanged')
          conflicts.push({
            rowId,
            field,
            earlier: { file: known.origins[field]?.file ?? '', value: ours },
            later: { file: name, value: theirs },
          });
        known.values[field] = theirs;
        setOrigin(known.origins, field, origins[field]);
      }
      for (const field of mergedFields)
        if (!(field in known.values) && field in found.values) {
          known.values[field] = found.values[field] ?? null;
          setOrigin(known.origins, field, origins[field]);
        }
    }
  }
  return {
    rows: [...rows].map(([rowId, { values, origins }]) => ({ rowId, values, origins })),
    conflicts,
  };
}
