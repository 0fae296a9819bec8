import { mergeRow, type RowsFound, type SideCell, type SideRow } from '../merge/workbooks/index.ts';
import {
  type CollectedValues,
  type MergedField,
  type RowPresence,
  rowKey,
  type WorkbookMerge,
  type WorkbookStray,
} from '../model/index.ts';
import type { CollectedRows, Edition, EditionRow, StrayRow } from './order.ts';

/** Values of rows by their id. */
export type ValuesByRow = Readonly<Record<string, CollectedValues>>;

function asRow(
  { sheet, row, text }: { readonly sheet: string; readonly row: number; readonly text: string },
  values: CollectedValues,
  cells: Readonly<Partial<Record<MergedField, string>>>,
  doubtful: readonly MergedField[] = [],
): SideRow {
  const entries = Object.entries(values) as [MergedField, string | number | null][];
  return {
    sheet,
    row,
    text,
    cells: new Map(
      entries.map(([field, value]): [MergedField, SideCell] => [
        field,
        {
          cell: cells[field] ?? '',
          value,
          doubtful: doubtful.includes(field),
          formula: false,
          seen: String(value ?? ''),
        },
      ]),
    ),
  };
}

const found = (rows: ReadonlyMap<string, SideRow>, presence: (key: string) => RowPresence): RowsFound => ({
  rowFor: ({ sheet, row }) => rows.get(rowKey(sheet, row)) ?? null,
  presenceOf: ({ sheet, row }) => presence(rowKey(sheet, row)),
});

/**
 * Three-way merge of a returned file: base is what was issued or last applied, ours what is held now, theirs the file. Rows are
 * told by their place in the file's edition.
 */
export function mergeReturned(
  edition: Edition,
  returned: Pick<CollectedRows, 'rows' | 'strays' | 'duplicates' | 'issues'>,
  { base, ours }: { readonly base: ValuesByRow; readonly ours: ValuesByRow },
  files: WorkbookMerge['files'],
): WorkbookMerge {
  const places = new Map(edition.rows.map(row => [row.rowId, row]));
  const keyOf = ({ sheet, row }: EditionRow): string => rowKey(sheet, row);
  const mine = new Map(
    edition.rows.map(row => [keyOf(row), asRow(row, ours[row.rowId] ?? base[row.rowId] ?? row.values, row.cells)]),
  );
  const theirs = new Map(
    returned.rows.flatMap(read => {
      const place = places.get(read.rowId);
      return place
        ? [[keyOf(place), asRow({ ...read, text: place.text }, read.values, read.cells, read.doubtful)] as const]
        : [];
    }),
  );
  const copied = new Set(
    returned.duplicates.flatMap(rowId => {
      const place = places.get(rowId);
      return place ? [keyOf(place)] : [];
    }),
  );
  const oursFound = found(mine, () => 'found');
  const theirsFound = found(theirs, key => (copied.has(key) ? 'copied' : theirs.has(key) ? 'found' : 'missing'));
  const rows = edition.rows.map(row =>
    mergeRow(asRow(row, base[row.rowId] ?? row.values, row.cells), oursFound, theirsFound, {}),
  );
  return {
    files,
    rows,
    conflicts: rows.flatMap(({ sheet, row, fields }) =>
      fields.filter(({ outcome }) => outcome === 'conflict').map(({ field }) => ({ sheet, row, field })),
    ),
    strays: returned.strays.map(stray => strayOf(stray, places)),
    issues: [...returned.issues],
  };
}

function strayOf(stray: StrayRow, places: ReadonlyMap<string, EditionRow>): WorkbookStray {
  const placeOf = (rowId: string) => {
    const place = places.get(rowId);
    return place ? { sheet: place.sheet, row: place.row } : null;
  };
  return {
    side: 'theirs',
    sheet: stray.sheet,
    row: stray.row,
    text: stray.text,
    values: Object.fromEntries(
      Object.entries(stray.values).flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
    ),
    copyOf: stray.copyOf === null ? null : placeOf(stray.copyOf),
    candidates: stray.candidates.flatMap(({ rowId, score }) => {
      const place = placeOf(rowId);
      return place ? [{ ...place, score }] : [];
    }),
  };
}
