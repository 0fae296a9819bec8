import {
  type AgencyFile,
  type CollectedRowRead,
  type ConsolidatedRow,
  type ConsolidationSource,
  type FileConflict,
  mergeFiles,
} from '../../collect/index.ts';
import type { CollectedValues, Locale, MergedField } from '../../model/index.ts';
import { say, words } from '../words.ts';
import type { AskedForm } from './form.ts';
import type { Agency, ReadFile } from './gather.ts';
import type { Kept, Spool } from './spool.ts';

/** A row as it waits on disk. */
interface SpooledRow extends Pick<CollectedRowRead, 'rowId' | 'sheet' | 'row' | 'values' | 'cells'> {
  /** Of an agency's several files, the one that most of it is from; else the only one. */
  readonly file?: string;
}

/** What an agency says in all. */
export interface Answers {
  readonly agency: Agency;
  readonly kept: Kept | null;
  readonly conflicts: readonly FileConflict[];
}

const states = {
  missing: words('未送', 'not returned'),
  collected: words('已彙整', 'consolidated'),
  doubtful: words('有疑義', 'doubtful'),
};

/** The one file of an agency as it stands, several merged into one. */
export function answersOf(agency: Agency, { edition }: AskedForm, spool: Spool): Answers {
  const [first, ...more] = agency.files;
  if (!first || more.length === 0) return { agency, kept: first?.kept ?? null, conflicts: [] };
  const files = agency.files.flatMap(({ source, returned, kept }): AgencyFile[] => {
    if (!returned.ok) return [];
    const rows = [...spool.rows(kept).values()].map(row => JSON.parse(row) as CollectedRowRead);
    return [{ name: source.name, edition, returned: { ...returned, rows } }];
  });
  const { rows, conflicts } = mergeFiles(files);
  const merged = rows.map(({ rowId, values, origins }): SpooledRow => {
    const said = Object.entries(origins).filter(([field]) => (values[field as MergedField] ?? null) !== null);
    const last = (said.length > 0 ? said : Object.entries(origins)).at(-1)?.[1];
    return {
      rowId,
      values: values as CollectedValues,
      sheet: last?.sheet ?? '',
      row: last?.row ?? 1,
      file: last?.file ?? '',
      cells: Object.fromEntries(
        Object.entries(origins).map(([field, { cell, file }]) => [
          field,
          file === last?.file ? cell : `${cell}〔${file}〕`,
        ]),
      ),
    };
  });
  const kept = spool.keep(
    merged.map(({ rowId }) => rowId),
    merged.map(row => JSON.stringify(row)),
  );
  return { agency, kept, conflicts };
}

const isDoubtful = ({ returned }: ReadFile): boolean => returned.ok && returned.strays.length > 0;

export function sourceOf(
  { items, fields }: AskedForm,
  answers: readonly Answers[],
  spool: Spool,
  about: {
    readonly title: string;
    readonly agencyName: string;
    readonly madeAt: string;
    readonly locale: Locale;
    readonly hasHistory: boolean;
  },
): ConsolidationSource {
  const returned = answers.flatMap(({ agency, kept }) => (kept ? [{ agency, kept }] : []));
  const rowOf = (agency: Agency, rowId: string, text: string | null | undefined): ConsolidatedRow => {
    if (text === null || text === undefined)
      return { recipientId: agency.id, rowId, original: {}, accepted: {}, lineage: null };
    const { values, sheet, row, cells, file } = JSON.parse(text) as SpooledRow;
    const fileName = file ?? agency.files[0]!.source.name;
    return {
      recipientId: agency.id,
      rowId,
      original: values,
      accepted: values,
      lineage: { fileName, sheet, row, cells },
    };
  };
  return {
    ...about,
    items,
    fields: fields.filter(field => field !== 'history' || about.hasHistory) as readonly MergedField[],
    hasPrevious: false,
    hasReviews: false,
    agencies: answers.map(({ agency, conflicts }) => ({
      id: agency.id,
      name: agency.name,
      state: say(
        states[
          agency.files.length === 0
            ? 'missing'
            : conflicts.length > 0 || agency.files.some(isDoubtful)
              ? 'doubtful'
              : 'collected'
        ],
        about.locale,
      ),
      files: agency.files.map(({ source }) => source.name),
      returnedAt: null,
    })),
    *byAgency() {
      for (const { agency, kept } of returned) {
        const rows = spool.rows(kept);
        for (const { rowId } of items) yield rowOf(agency, rowId, rows.get(rowId));
      }
    },
    *byItem() {
      for (const { rowId } of items)
        for (const { agency, kept } of returned) yield rowOf(agency, rowId, spool.row(kept, rowId));
    },
  };
}
