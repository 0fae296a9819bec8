import {
  type CollectionFileDetail,
  type FieldMerge,
  type MergedValue,
  type RowMerge,
  rowKey,
  type StrayRow,
  type WorkbookStray,
} from '../../../sync/model/index.ts';
import type { RowName, ShownField, ShownPlan, ShownRow } from '../../merge-preview/shown.ts';

type Question = CollectionFileDetail['questions'][number];

const text = (value: MergedValue): string | null => (value === null ? null : String(value));

const isBlank = (value: MergedValue): boolean => value === null || value === '';

const shownField = ({ field, base, ours, theirs, outcome, why, cells }: FieldMerge): ShownField => ({
  field,
  base: text(base),
  ours: text(ours),
  theirs: text(theirs),
  outcome,
  why,
  clearing: isBlank(theirs) && !isBlank(ours) && outcome !== 'ours',
  cell: cells.theirs,
});

const values = (stray: WorkbookStray): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(stray.values).map(([field, value]) => [field, String(value)]));

const strayRow = (stray: WorkbookStray): StrayRow => ({
  sheet: stray.sheet,
  row: stray.row,
  text: stray.text,
  values: values(stray),
  candidates: [
    ...(stray.copyOf ? [{ rowId: rowKey(stray.copyOf.sheet, stray.copyOf.row), score: 1 }] : []),
    ...stray.candidates.map(({ sheet, row, score }) => ({ rowId: rowKey(sheet, row), score })),
  ],
});

const status = ({ presence }: RowMerge): ShownRow['status'] =>
  presence.theirs === 'found' ? 'matched' : presence.theirs === 'copied' ? 'duplicated' : 'notReturned';

/** The questions of a file by the places at which its merge names them. */
export const questionsByPlace = ({
  questions,
}: Pick<CollectionFileDetail, 'questions'>): ReadonlyMap<string, Question> =>
  new Map(questions.map(question => [rowKey(question.sheet, question.row), question]));

/**
 * The merge of a file that came back, as the preview shows it. Its rows are named by their places in the form, which is what
 * decisions are kept by. Copies of a question stand with it, and among the strays so that one of them can be chosen.
 */
export function shownPlan({
  merge,
  issues,
  placements,
}: Pick<CollectionFileDetail, 'merge' | 'issues' | 'placements'>): ShownPlan | null {
  if (merge === null) return null;
  const theirs = merge.strays.filter(({ side }) => side === 'theirs');
  const copies = Map.groupBy(
    theirs.filter(({ copyOf }) => copyOf !== null),
    ({ copyOf }) => (copyOf ? rowKey(copyOf.sheet, copyOf.row) : ''),
  );
  const placed = new Set(Object.keys(placements));
  return {
    rows: merge.rows.map(row => {
      const rowId = rowKey(row.sheet, row.row);
      const byPerson = row.theirs !== null && placed.has(rowKey(row.theirs.sheet, row.theirs.row));
      return {
        rowId,
        status: status(row),
        matchedBy: status(row) === 'matched' ? (byPerson ? 'person' : 'id') : null,
        sheet: row.theirs?.sheet ?? null,
        row: row.theirs?.row ?? null,
        locked: false,
        fields: row.fields.map(shownField),
        copies: (copies.get(rowId) ?? []).map(strayRow),
      };
    }),
    strays: theirs.map(strayRow),
    issues,
  };
}

/** Names of the rows, one object for each. */
export const namesOf = (file: Pick<CollectionFileDetail, 'questions' | 'merge'>): ReadonlyMap<string, RowName> => {
  const questions = questionsByPlace(file);
  return new Map(
    file.merge?.rows.map(({ sheet, row, text: printed }) => {
      const question = questions.get(rowKey(sheet, row));
      const label = question?.label ?? '';
      const title = question?.text || printed;
      return [
        rowKey(sheet, row),
        { title: label === '' ? title : `${label}　${title}`, path: '', unit: '', href: null },
      ];
    }),
  );
};
