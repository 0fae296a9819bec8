import { createHash } from 'node:crypto';
import { type ColumnField, manifestMark, questionFields } from './columns.ts';
import { legible } from './plain-text.ts';

/** Columns that people must not edit: an edit is told of, never taken. */
export const watchedFields = [...questionFields, 'evidence'] as const;
export type WatchedField = (typeof watchedFields)[number];

/** What the hidden sheet of an issued form remembers of one row: digests, so that it gives nothing away and stays small. */
export interface ManifestRow {
  readonly rowId: string;
  readonly digests: Readonly<Record<WatchedField, string>>;
}

/** Third step of the identity ladder: which question belongs to which row id, for files that lost their id column. */
export interface Manifest {
  readonly formId: string;
  readonly heading: string;
  readonly rows: readonly ManifestRow[];
}

/** Digest of a text regardless of blanks and width, so that re-wrapping a question is no edit. 128 bits, in hex. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(legible(text).normalize('NFKC').replace(/\s/g, '')).digest('hex').slice(0, 32);

export const manifestRow = (rowId: string, texts: Readonly<Record<ColumnField, string>>): ManifestRow => ({
  rowId,
  digests: Object.fromEntries(watchedFields.map(field => [field, digestOf(texts[field])])) as Record<
    WatchedField,
    string
  >,
});

/** The hidden sheet, cell by cell. */
export const manifestCells = (manifest: Manifest): readonly (readonly string[])[] => [
  [manifestMark, manifest.formId, manifest.heading],
  ...manifest.rows.map(row => [row.rowId, ...watchedFields.map(field => row.digests[field])]),
];

/** Reads the hidden sheet back; null when the cells are none. */
export function parseManifest(cells: readonly (readonly string[])[]): Manifest | null {
  const [head, ...rest] = cells;
  if (head?.[0] !== manifestMark) return null;
  const rows = rest
    .filter(([rowId]) => rowId)
    .map(([rowId = '', ...digests]) => ({
      rowId,
      digests: Object.fromEntries(watchedFields.map((field, i) => [field, digests[i] ?? ''])) as Record<
        WatchedField,
        string
      >,
    }));
  return { formId: head[1] ?? '', heading: head[2] ?? '', rows };
}
