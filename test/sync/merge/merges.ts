import fc from 'fast-check';
import type { ReturnedCell, ReturnedForm, ReturnedRow } from '../../../sync/form/index.ts';
import { resultWords } from '../../../sync/form/index.ts';
import type { BaseRow, OursRow } from '../../../sync/merge/index.ts';
import { mergeForm } from '../../../sync/merge/index.ts';
import { type Answer, results } from '../../../sync/model/index.ts';

export const formId = 'form-1';

/** One row's three sides; `theirs` is what stands in the cells. */
export interface Sides {
  readonly rowId: string;
  readonly base: Answer;
  readonly ours: Answer;
  readonly theirs: Answer;
  readonly locked?: boolean;
}

export const answerOf = (overrides: Partial<Answer> = {}): Answer => ({
  result: null,
  narrative: '',
  remarks: '',
  ...overrides,
});

export const cellOf = (cell: string, text: string, overrides: Partial<ReturnedCell> = {}): ReturnedCell => ({
  cell,
  text,
  formula: null,
  doubt: null,
  ...overrides,
});

export const returnedRow = (
  rowId: string,
  theirs: Answer,
  row: number,
  overrides: Partial<ReturnedRow> = {},
): ReturnedRow => ({
  rowId,
  matchedBy: 'id',
  mismatched: false,
  sheet: '自行檢核表',
  row,
  questionText: `題目 ${rowId}`,
  cells: {
    result: cellOf(`G${row}`, theirs.result === null ? '' : resultWords[theirs.result]),
    narrative: cellOf(`H${row}`, theirs.narrative),
    remarks: cellOf(`J${row}`, theirs.remarks),
  },
  values: { 辦理情形: theirs.narrative, 備註: theirs.remarks },
  ...overrides,
});

export const returnedForm = (rows: readonly ReturnedRow[], overrides: Partial<ReturnedForm> = {}): ReturnedForm => ({
  formId,
  rows,
  strays: [],
  issues: [],
  ...overrides,
});

export const baseOf = (sides: readonly Sides[]): ReadonlyMap<string, BaseRow> =>
  new Map(sides.map(({ rowId, base }) => [rowId, { reportId: `report-${rowId}`, answer: base }]));

export const oursOf = (sides: readonly Sides[]): ReadonlyMap<string, OursRow> =>
  new Map(sides.map(({ rowId, ours, locked = false }) => [rowId, { answer: ours, version: 3, locked }]));

export const rowsOf = (sides: readonly Sides[]): readonly ReturnedRow[] =>
  sides.map(({ rowId, theirs }, i) => returnedRow(rowId, theirs, 6 + i));

export const merge = (sides: readonly Sides[], rows = rowsOf(sides)) =>
  mergeForm({ formId, base: baseOf(sides), ours: oursOf(sides), returned: returnedForm(rows) });

/** Few texts, so that sides often agree; some differ only in what programs change. */
const text = fc.constantFrom('', '已辦理', '已辦理\n三場', '已辦理 \r\n三場\n', '　縮排', '=1+1', '  ');

export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  result: fc.option(fc.constantFrom(...results)),
  narrative: text,
  remarks: text,
});

export const anySides: fc.Arbitrary<readonly Sides[]> = fc
  .array(fc.record({ base: anyAnswer, ours: anyAnswer, theirs: anyAnswer, locked: fc.boolean() }), { maxLength: 6 })
  .map(rows => rows.map((row, i) => ({ ...row, rowId: `r${i + 1}` })));
