import { type Edition, mergeReturned, type StrayRow, type ValuesByRow } from '../../sync/collect/index.ts';
import { notice } from '../../sync/form/notice.ts';
import { mergeKey } from '../../sync/merge/index.ts';
import {
  type CollectedValues,
  type CollectionFile,
  type Decisions,
  type FieldMerge,
  type FileDoubt,
  type Issue,
  type Placements,
  rowKey,
  say,
  type WorkbookMerge,
} from '../../sync/model/index.ts';
import type { Decided, Read } from './kept.ts';

/** Scores that the bureau gave, by question. */
export type ScoresByRow = Readonly<
  Record<string, { readonly firstScore: number | null; readonly secondScore: number | null }>
>;

/** What a file is compared with: what was issued or last applied, what is held now, and the reviews. */
export interface Sides {
  readonly base: ValuesByRow;
  readonly ours: ValuesByRow;
  readonly scores: ScoresByRow;
}

/** A file as people placed its rows: what stands in the columns for reviews is the bureau's to write, and no answer. */
type Answered = Pick<Read, 'rows' | 'strays' | 'duplicates'>;

const reviewFields = ['firstScore', 'secondScore'] as const;

export function answersOnly({ firstScore: _first, secondScore: _second, ...values }: CollectedValues): CollectedValues {
  return values;
}

/** The rows of a file, with those of its strays that a person placed. */
export function placed({ rows, strays, duplicates }: Answered, placements: Placements): Answered {
  const questionOf = ({ sheet, row }: StrayRow) => placements[rowKey(sheet, row)];
  const chosen = strays.flatMap(stray => {
    const rowId = questionOf(stray);
    if (!rowId) return [];
    const { sheet, row, values, cells } = stray;
    return [{ rowId, sheet, row, values, cells, doubtful: [], matchedBy: 'question' as const }];
  });
  const taken = new Set(chosen.map(({ rowId }) => rowId));
  return {
    rows: [...rows, ...chosen],
    // What a person said belongs nowhere is settled too.
    strays: strays.filter(stray => questionOf(stray) === undefined && !(stray.copyOf && taken.has(stray.copyOf))),
    duplicates: duplicates.filter(rowId => !taken.has(rowId)),
  };
}

/** What a file changes in what is held of its agency. */
export function previewOf(
  edition: Edition,
  read: Read,
  placements: Placements,
  { base, ours }: Sides,
  fileName: string,
): WorkbookMerge {
  const { rows, strays, duplicates } = placed(read, placements);
  const answers = rows.map(row => ({ ...row, values: answersOnly(row.values) }));
  return mergeReturned(
    edition,
    { rows: answers, strays, duplicates, issues: [] },
    { base, ours },
    { base: '', ours: '', theirs: fileName },
  );
}

const fieldsOf = (merge: WorkbookMerge): readonly (readonly [string, FieldMerge])[] =>
  merge.rows.flatMap(({ sheet, row, fields }) =>
    fields.map(field => [mergeKey(sheet, row, field.field), field] as const),
  );

/** Whether a person may say which side counts: of what only we changed, or both alike, there is nothing to choose. */
const isOpen = ({ outcome }: FieldMerge): boolean => outcome === 'theirs' || outcome === 'conflict';

export interface Settlement extends Decided {
  readonly issues: readonly Issue[];
}

/** Checks a person's decisions against a preview. */
export function settle(merge: WorkbookMerge, decisions: Decisions): Settlement {
  const fields = new Map(fieldsOf(merge).filter(([, field]) => isOpen(field)));
  const known = Object.entries(decisions).filter(([key]) => fields.has(key));
  return {
    decisions: Object.fromEntries(known),
    seen: Object.fromEntries(known.map(([key]) => [key, [fields.get(key)!.ours, fields.get(key)!.theirs]])),
    issues: Object.keys(decisions)
      .filter(key => !fields.has(key))
      .map(key => notice('form_decision_unknown', { key }, { field: key })),
  };
}

/** Those of earlier decisions that still hold: what was seen then is what stands now. */
export function stillStanding(merge: WorkbookMerge, { decisions, seen }: Decided): Decisions {
  const fields = new Map(fieldsOf(merge).filter(([, field]) => isOpen(field)));
  return Object.fromEntries(
    Object.entries(decisions).filter(([key]) => {
      const [field, then] = [fields.get(key), seen[key]];
      return field && then && field.ours === then[0] && field.theirs === then[1];
    }),
  );
}

/** What is told about a file: of whose it is only as long as no person said so. */
export const issuesOf = ({ issues, recognised }: Read, { recognisedBy }: Pick<CollectionFile, 'recognisedBy'>) => {
  const settled = new Set(recognisedBy === 'person' ? recognised.issues.map(issue => JSON.stringify(issue)) : []);
  return issues.filter(issue => !settled.has(JSON.stringify(issue)));
};

/** Scores in the columns for reviews that are not the bureau's. */
export const foreignScores = (edition: Edition, { rows }: Answered, scores: ScoresByRow): readonly Issue[] => {
  const issued = new Map(edition.rows.map(({ rowId, values }) => [rowId, values]));
  return rows.flatMap(({ rowId, sheet, row, values }) =>
    reviewFields.flatMap(field => {
      const value = values[field] ?? null;
      if (value === null || value === issued.get(rowId)?.[field] || value === scores[rowId]?.[field]) return [];
      const params = { column: `{form.field.${field}}`, value };
      const message = say('collection_review_column', 'zh-TW', params);
      return [{ code: 'collection_review_column', severity: 'warning' as const, message, params, sheet, row, field }];
    }),
  );
};

export const noCounts: CollectionFile['counts'] = {
  rows: 0,
  changes: 0,
  conflicts: 0,
  unsettled: 0,
  notReturned: 0,
  strays: 0,
  issues: 0,
};

/** The figures of a file of which nobody knows yet what it changes. */
export const countsAlone = ({ rows, notReturned, strays, issues }: Read): CollectionFile['counts'] => ({
  ...noCounts,
  rows: rows.length,
  notReturned: notReturned.length,
  strays: strays.length,
  issues: issues.length,
});

/** The figures that lists of files show. */
export function countsOf(merge: WorkbookMerge, decisions: Decisions, read: Read): CollectionFile['counts'] {
  const fields = fieldsOf(merge);
  const count = (outcome: FieldMerge['outcome']) => fields.filter(([, field]) => field.outcome === outcome).length;
  return {
    rows: merge.rows.filter(({ presence }) => presence.theirs === 'found').length,
    changes: count('theirs'),
    conflicts: count('conflict'),
    unsettled: unsettled(merge, decisions),
    notReturned: merge.rows.filter(({ presence }) => presence.theirs !== 'found').length,
    strays: merge.strays.length,
    issues: read.issues.length,
  };
}

export const unsettled = (merge: WorkbookMerge, decisions: Decisions): number =>
  fieldsOf(merge).filter(([key, { outcome }]) => outcome === 'conflict' && decisions[key] === undefined).length;

interface Circumstances {
  readonly file: Pick<CollectionFile, 'recipientId' | 'recognisedBy' | 'edition'>;
  readonly counts: CollectionFile['counts'];
  /** Number of the newest edition. */
  readonly edition: number;
  readonly read: Read;
  readonly foreign: readonly Issue[];
}

const tests: Readonly<Record<FileDoubt, (circumstances: Circumstances) => boolean>> = {
  unrecognised: ({ file }) => file.recipientId === null,
  likely: ({ file }) => file.recognisedBy === 'similarity',
  otherEdition: ({ file, edition }) => file.edition !== edition,
  conflicts: ({ counts }) => counts.unsettled > 0,
  notReturned: ({ counts }) => counts.notReturned > 0,
  strays: ({ counts }) => counts.strays > 0,
  uncertain: ({ file, read, foreign }) =>
    foreign.length > 0 ||
    read.rows.some(({ matchedBy }) => matchedBy === 'text') ||
    issuesOf(read, file).some(({ severity }) => severity !== 'info'),
};

/** Why a file is not taken in without a person; empty: it is clean. */
export const doubtsOf = (circumstances: Circumstances): FileDoubt[] =>
  (Object.keys(tests) as FileDoubt[]).filter(doubt => tests[doubt](circumstances));
