import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../../sync/form/csv/index.ts';
import type { FormContent } from '../../../../sync/form/index.ts';
import { readCsvForm } from '../../../../sync/form/index.ts';
import { type OwnIssued, type OwnReading, ownLikeness, placeOwn, readOwn } from '../../../../sync/form/own/index.ts';
import { printedRow } from '../../../../sync/form/print.ts';
import type { FormBook } from '../../../../sync/form/read/index.ts';
import {
  addRow,
  clearColumn,
  clearIds,
  copyRow,
  deleteRow,
  type Edit,
  editWorkbook,
  renameSheet,
  setCell,
  sortRows,
  stripIds,
  swapColumns,
  unmerge,
} from '../../../support/excel-edits.ts';
import { buildContent, buildRow, opened, sampleRows, written } from '../forms.ts';

const content = buildContent();
const strip = { stripProperties: true };

async function compared(edits: readonly Edit[], of: FormContent = content, options = strip): Promise<OwnReading> {
  const issued = await written(of);
  return readOwn(opened(await editWorkbook(issued, edits, options)), opened(issued));
}

const placed = (reading: OwnReading, placements = {}) => placeOwn(reading, { formId: content.formId, placements });
const matched = (reading: OwnReading) =>
  Object.fromEntries(reading.rows.map(({ rowId, matchedBy, row }) => [rowId ?? `row ${row}`, matchedBy]));
const everyId = sampleRows.map(({ rowId }) => rowId);
const allBy = (by: string, ids: readonly string[] = everyId) => Object.fromEntries(ids.map(id => [id, by]));
const narratives = (reading: OwnReading) =>
  Object.fromEntries(placed(reading).rows.map(({ rowId, cells }) => [rowId, cells.narrative?.text]));
const codes = (reading: OwnReading) => placed(reading).issues.map(({ code }) => code);

describe('our own form without any id', () => {
  test('is read row by row by its questions, and says everything it said', async () => {
    const reading = await compared([stripIds]);
    expect(matched(reading)).toEqual(allBy('text'));
    expect(narratives(reading)).toEqual(
      Object.fromEntries(sampleRows.map(({ rowId, answer }) => [rowId, answer.narrative])),
    );
    expect(placed(reading)).toMatchObject({ formId: content.formId, strays: [] });
    expect(codes(reading)).toEqual(['form_rows_by_text']);
  });

  test('is read so with its columns moved, its sheet renamed, its rows sorted and its officers gone', async () => {
    const reading = await compared([
      setCell('訂定櫃檯輪值表', '執行單位', '民政課'),
      setCell('盤點跨課室案件', '執行單位', '民政課（林小美）'),
      setCell('新增三項', '辦理情形', '改過了'),
      sortRows('執行單位'),
      swapColumns('辦理情形', '備註'),
      stripIds,
      renameSheet('回復'),
    ]);
    expect(matched(reading)).toEqual(allBy('text'));
    expect(narratives(reading)).toMatchObject({ r1: '已排定輪值。\n持續辦理。', r6: '改過了' });
  });

  test('tells a step of two units apart by the unit, and leaves it to a person where that is gone', async () => {
    const shared = ['r2', 'r3'];
    const without = await compared([stripIds, clearColumn('執行單位')]);
    expect(matched(without)).toMatchObject(
      allBy(
        'text',
        everyId.filter(id => !shared.includes(id)),
      ),
    );
    const open = without.rows.filter(({ rowId }) => rowId === null);
    expect(open.map(({ candidates }) => candidates.map(({ rowId }) => rowId).toSorted())).toEqual([shared, shared]);
    const { strays, issues } = placed(without);
    expect(strays).toHaveLength(2);
    expect(issues.filter(({ code }) => code === 'form_row_doubtful')).toHaveLength(2);
    const one = await compared([stripIds, setCell(3, '執行單位', null)]);
    expect(matched(one)).toMatchObject({ r2: 'text', 'row 8': null });
  });

  test('never takes a step of one unit under two headings for the other where the headings are gone', async () => {
    const twice = buildContent({
      rows: [
        buildRow({
          rowId: 'a',
          keyPoint: { label: '(一)', text: '縮短等候' },
          step: [{ label: '1', text: '每季檢討' }],
        }),
        buildRow({
          rowId: 'b',
          keyPoint: { label: '(二)', text: '單一窗口' },
          step: [{ label: '1', text: '每季檢討' }],
        }),
      ],
    });
    expect(matched(await compared([stripIds], twice))).toEqual({ a: 'text', b: 'text' });
    const reading = await compared([stripIds, clearColumn('執行重點')], twice);
    expect(matched(reading)).toEqual({ 'row 6': null, 'row 7': null });
    expect(reading.rows[0]!.candidates.map(({ rowId }) => rowId)).toEqual(['a', 'b']);
  });

  test('blocks a copied row, lists a new one, and misses a deleted one', async () => {
    const reading = await compared([
      copyRow('盤點跨課室案件'),
      addRow('新增三項', { 執行步驟: '另外加辦的事項，不在計畫之內', 執行單位: '民政課', 辦理情形: '辦了' }),
      deleteRow('檢視現有項目'),
      stripIds,
    ]);
    const { rows, strays, issues } = placed(reading);
    expect(rows.map(({ rowId }) => rowId).toSorted()).toEqual(['r1', 'r2', 'r3', 'r4', 'r4', 'r6']);
    expect(strays).toMatchObject([{ values: { 辦理情形: '辦了' } }]);
    expect(issues.map(({ code }) => code)).toContain('form_row_duplicated');
  });

  test('still knows rows whose ids alone were left', async () => {
    const issued = await written(content);
    const bytes = await editWorkbook(
      issued,
      [
        workbook => {
          workbook.removeWorksheet('guankao');
          const sheet = workbook.worksheets[0]!;
          sheet.eachRow(row =>
            row.eachCell(cell => {
              if (cell.text.startsWith('guankao:row:')) cell.value = null;
            }),
          );
        },
      ],
      strip,
    );
    expect(matched(readOwn(opened(bytes), opened(issued)))).toEqual(allBy('id'));
  });

  test('came as text, and is compared with a form that went out as text', () => {
    const text = new TextDecoder().decode(writeCsv(content));
    const book = (csv: string): FormBook => {
      const read = readCsvForm(new TextEncoder().encode(csv), '檢核表.csv');
      if (!read?.ok) throw new Error('no form');
      return read.workbook;
    };
    const bare = text
      .split('\r\n')
      .map(line => line.replace(/,(?:"?guankao:row:[^,]*|r\d)(?=,|$)/, ','))
      .join('\r\n');
    expect(bare).not.toMatch(/guankao|,r1,/);
    const reading = readOwn(book(bare), book(text));
    expect(matched(reading)).toEqual(allBy('text'));
    expect(codes(reading)).toEqual(['form_rows_by_text']);
    expect(matched(readOwn(book(text), book(text)))).toEqual(allBy('id'));
  });
});

describe('a form that a person says it is', () => {
  test('is compared by its questions where the ids are those of another', async () => {
    const other = buildContent({
      formId: '0190b6a0-7c1e-7a40-8f00-000000000002',
      rows: sampleRows.map(row => ({ ...row, rowId: `o${row.rowId}` })),
    });
    const reading = readOwn(opened(await written(other)), opened(await written(content)));
    expect(matched(reading)).toEqual(allBy('text'));
    expect(codes(reading)).toEqual(['form_rows_by_text', 'form_read_as_other']);
  });
});

describe('a row that belongs nowhere', () => {
  const wild = [addRow('新增三項', { 執行步驟: '新增三項申辦', 執行單位: '民政課', 辦理情形: '手寫' })];

  test('among rows with ids is never placed by itself, but has its likely rows and its cells', async () => {
    const reading = await compared([...wild, deleteRow(6)], content, { stripProperties: false });
    expect(matched(reading)).toMatchObject(allBy('id', everyId.slice(0, 5)));
    const stray = reading.rows.find(({ rowId }) => rowId === null)!;
    expect(placed(reading).strays).toHaveLength(1);
    const key = `${stray.sheet}!${stray.row}`;
    const { rows, strays, issues } = placed(reading, { [key]: 'r6' });
    expect(rows.find(({ rowId }) => rowId === 'r6')).toMatchObject({
      matchedBy: 'person',
      cells: { narrative: { text: '手寫' } },
    });
    expect([strays, issues.filter(({ row }) => row === stray.row)]).toEqual([[], []]);
  });

  test('may be put there by a person, who may also take a row away or settle which copy counts', async () => {
    const reading = await compared([copyRow(1)], content, { stripProperties: false });
    const [one, copy] = reading.rows.filter(({ rowId }) => rowId === 'r1');
    const key = `${copy!.sheet}!${copy!.row}`;
    const { rows, strays, issues } = placed(reading, { [key]: null });
    expect(rows.filter(({ rowId }) => rowId === 'r1').map(({ row }) => row)).toEqual([one!.row]);
    expect(strays).toMatchObject([{ row: copy!.row }]);
    expect(issues.map(({ code }) => code)).not.toContain('form_row_duplicated');
  });

  test('is matched by its question where only its id is gone', async () => {
    const reading = await compared([unmerge(), setCell(2, '備註', '人手已補')], content, { stripProperties: false });
    expect(matched(reading)).toEqual(allBy('id'));
    const cleared = await compared([clearIds()], content, { stripProperties: false });
    expect(matched(cleared)).toEqual(allBy('question'));
    const retyped = await compared([clearIds(), setCell(1, '執行步驟', '1.訂定櫃檯輪值表且公告')], content, {
      stripProperties: false,
    });
    expect(matched(retyped)).toEqual({ ...allBy('question'), r1: 'text' });
  });
});

describe('identity by questions', () => {
  const words = ['櫃檯輪值', '志工訓練', '電話抽測', '網站更新', '陳情管制', '檔案銷毀'];
  const anyForm = fc.uniqueArray(
    fc.record({
      step: fc.constantFrom(...words),
      unit: fc.constantFrom('民政課', '社會課', '秘書室'),
      keyPoint: fc.constantFrom('甲', '乙'),
    }),
    { minLength: 2, maxLength: 10, selector: ({ step, unit, keyPoint }) => step + unit + keyPoint },
  );

  test('is never wrong, in any order and after any deletion', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), async (rows, order) => {
        const of = buildContent({
          rows: rows.map(({ step, unit, keyPoint }, i) =>
            buildRow({
              rowId: `row-id-${i}`,
              keyPoint: { label: null, text: `重點${keyPoint}` },
              step: [{ label: null, text: `${step}之訂定與檢討` }],
              unit,
              officerName: null,
              answer: { result: null, narrative: `列${i}`, remarks: '' },
            }),
          ),
        });
        const left = readCsvForm(writeCsv(of), 'a.csv');
        const kept = of.rows
          .map((row, i) => ({ row, at: order[i]! }))
          .filter(({ at }) => at % 4 !== 0)
          .toSorted((a, b) => a.at - b.at)
          .map(({ row }) => ({ ...row, rowId: `other-${row.rowId}` }));
        fc.pre(kept.length > 0);
        const back = readCsvForm(writeCsv({ ...of, formId: 'x', rows: kept }), 'b.csv');
        if (!left?.ok || !back?.ok) throw new Error('no form');
        for (const { rowId, cells } of readOwn(back.workbook, left.workbook).rows)
          if (rowId !== null) expect(cells.narrative!.text).toBe(`列${rowId.replace('row-id-', '')}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('likeness', () => {
  const issuedOf = ({ formId, year, roundTitle, rows }: FormContent): OwnIssued => ({
    formId,
    round: `${year}年度${roundTitle}`,
    rows: rows.map(row => ({ question: printedRow({ ...row, officerName: null }), narrative: row.answer.narrative })),
  });
  const stripped = async (of: FormContent, edits: readonly Edit[] = []) =>
    opened(await editWorkbook(await written(of), [...edits, stripIds], strip));
  const second = buildContent({
    formId: 'second',
    roundTitle: '下半年平時查核',
    rows: sampleRows.map(row => ({ ...row, answer: { ...row.answer, narrative: '下半年的情形' } })),
  });
  const otherPlan = buildContent({
    formId: 'other plan',
    rows: [buildRow({ rowId: 'x', step: [{ label: '1', text: '盤點公有停車場之收費設備' }] })],
  });

  test('finds the form by its questions, and its round by what it says above and in its rows', async () => {
    const all = [content, second, otherPlan].map(issuedOf);
    const best = (book: FormBook) => ownLikeness(book, all).toSorted((a, b) => b.score - a.score);
    const [first, next, last] = best(await stripped(content));
    expect([first?.formId, next?.formId, last?.formId]).toEqual([content.formId, 'second', 'other plan']);
    expect(first!.score).toBe(1);
    expect(last!.score).toBeLessThan(0.4);
    const rewritten = sampleRows.map((_, i) => setCell(i + 1, '辦理情形', `全部重寫${i}`));
    expect(best(await stripped(second, rewritten))[0]?.formId).toBe('second');
  });
});
