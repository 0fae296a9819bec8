import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeForm } from '../../../sync/index.ts';
import {
  addRow,
  clearColumn,
  clearIds,
  copyRow,
  copySheet,
  deleteRow,
  type Edit,
  editWorkbook,
  insertColumn,
  mergeDown,
  renameSheet,
  repeatHeader,
  setCell,
  sortRows,
  unmerge,
} from '../../support/excel-edits.ts';
import { buildContent, returned, sampleRows, written } from '../form/forms.ts';

const content = buildContent();
const base = new Map(sampleRows.map(({ rowId, answer }) => [rowId, { reportId: `report-${rowId}`, answer }]));
const ours = new Map(sampleRows.map(({ rowId, answer, locked }) => [rowId, { answer, version: 1, locked }]));

/** Two rows are deleted at most, so that the first four are always there. */
const place = fc.integer({ min: 1, max: 4 });
const sortable = fc.constantFrom('執行步驟', '執行單位', '檢核結果', '辦理情形');
const rearrangement: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(sortable, fc.boolean()).map(([title, descending]) => sortRows(title, { descending })),
  sortable.map(title => sortRows(title, { from: '執行要項', to: '查核期限' })),
  place.map(copyRow),
  place.map(deleteRow),
  fc.boolean().map(fill => unmerge({ fill })),
  fc.constant(insertColumn('執行單位', '上級意見')),
  fc.boolean().map(title => clearIds({ title })),
  fc.constant(renameSheet('回覆')),
  place.map(repeatHeader),
  place.map(below => addRow(below, { 執行步驟: '自行增列' })),
  fc.constant(mergeDown(1, '備註', 2)),
);

const typed = fc.record({ row: place, title: fc.constantFrom('檢核結果', '辦理情形', '備註') });

test('whatever people do to the file, what they typed is in the plan', async () => {
  const file = await written(content);
  await fc.assert(
    fc.asyncProperty(
      fc.array(rearrangement, { maxLength: 4 }),
      fc.uniqueArray(typed, { minLength: 1, selector: ({ title }) => title }),
      fc.constantFrom([], [copySheet('備份')]),
      async (rearranged, cells, copied) => {
        const texts = cells.map(({ title }) => `親手打在${title}`);
        const typing = cells.map(({ row, title }, i) => setCell(row, title, texts[i]!));
        const bytes = await editWorkbook(file, [...onceEach(rearranged), ...typing, ...copied]);
        const plan = mergeForm({ formId: content.formId, base, ours, returned: returned(bytes) });
        const said = JSON.stringify(plan);
        for (const text of texts) expect(said).toContain(text);
      },
    ),
    { numRuns: 80 },
  );
}, 120_000);

/** Unmerging for a sort, or an inserted column, may not come twice. */
const onceEach = (edits: readonly Edit[]): readonly Edit[] => [...new Set(edits)];

test('removing a column loses only that column', async () => {
  const bytes = await editWorkbook(await written(content), [setCell(1, '備註', '還在'), clearColumn('辦理情形')]);
  const plan = mergeForm({ formId: content.formId, base, ours, returned: returned(bytes) });
  expect(plan.rows.flatMap(row => row.fields).filter(({ outcome }) => outcome !== 'same')).toMatchObject([
    { field: 'remarks', theirs: '還在' },
  ]);
});
