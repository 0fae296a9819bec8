import { describe, expect, test } from 'vitest';
import {
  applyWrites,
  type BaseRow,
  mergeForm,
  type OursRow,
  settle,
  undoNow,
  unsettled,
  writesOf,
} from '../../../sync/index.ts';
import type { Answer } from '../../../sync/model/index.ts';
import {
  copyRow,
  deleteRow,
  type Edit,
  editWorkbook,
  saveLikeWindows,
  setCell,
  sortRows,
} from '../../support/excel-edits.ts';
import { buildContent, returned, sampleRows, written } from '../form/forms.ts';

const content = buildContent();
const base: ReadonlyMap<string, BaseRow> = new Map(
  sampleRows.map(({ rowId, answer }) => [rowId, { reportId: `report-${rowId}`, answer }]),
);
const issued: ReadonlyMap<string, Answer> = new Map(sampleRows.map(({ rowId, answer }) => [rowId, answer]));
const stored = (answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, OursRow> =>
  new Map(sampleRows.map(({ rowId, locked }) => [rowId, { answer: answers.get(rowId)!, version: 1, locked }]));

async function mergeEdited(edits: readonly Edit[], answers: ReadonlyMap<string, Answer>) {
  const file = await editWorkbook(await written(content), edits);
  return mergeForm({ formId: content.formId, base, ours: stored(answers), returned: returned(file) });
}

const changed = (plan: Awaited<ReturnType<typeof mergeEdited>>) =>
  plan.rows.flatMap(row =>
    row.fields
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ field, outcome, why }) => [`${row.rowId}:${field}`, outcome, why]),
  );

describe('a form that Excel only opened and saved', () => {
  test('changes nothing', async () => {
    expect(changed(await mergeEdited([saveLikeWindows], issued))).toEqual([]);
  });
});

describe('two people who edit copies of one form', () => {
  const first: readonly Edit[] = [
    setCell('盤點跨課室案件', '辦理情形', '已盤點 12 項'),
    setCell('盤點跨課室案件', '檢核結果', '已完成'),
    setCell('訂定櫃檯輪值表', '備註', '甲寫的'),
    sortRows('執行步驟', { descending: true }),
  ];
  const second: readonly Edit[] = [
    setCell('盤點跨課室案件', '辦理情形', '已盤點 15 項'),
    setCell('盤點跨課室案件', '檢核結果', '完成'),
    setCell('新增三項', '辦理情形', '已新增\n兩項'),
    setCell('檢視現有項目', '辦理情形', '改寫已通過的'),
    saveLikeWindows,
  ];

  test('conflict only where both changed one field differently', async () => {
    const one = await mergeEdited(first, issued);
    expect(changed(one)).toEqual([
      ['r1:remarks', 'theirs', null],
      ['r4:result', 'theirs', null],
      ['r4:narrative', 'theirs', null],
    ]);
    const afterOne = applyWrites(issued, writesOf(one, {}));

    const two = await mergeEdited(second, afterOne);
    expect(changed(two)).toEqual([
      ['r1:remarks', 'ours', null],
      ['r4:result', 'equal', null],
      ['r4:narrative', 'conflict', 'bothChanged'],
      ['r5:narrative', 'conflict', 'locked'],
      ['r6:narrative', 'theirs', null],
    ]);
    const { decisions, issues } = settle(two, { 'r4:narrative': 'theirs', 'r5:narrative': 'ours' });
    expect(issues).toEqual([]);
    expect(unsettled(two, decisions)).toEqual([]);

    const writes = writesOf(two, decisions);
    const afterTwo = applyWrites(afterOne, writes);
    expect(afterTwo.get('r1')).toEqual({ ...issued.get('r1'), remarks: '甲寫的' });
    expect(afterTwo.get('r4')).toEqual({ result: 'done', narrative: '已盤點 15 項', remarks: '' });
    expect(afterTwo.get('r5')).toEqual(issued.get('r5'));
    expect(afterTwo.get('r6')!.narrative).toBe('已新增\n兩項');

    const undo = undoNow(writes, stored(afterTwo));
    expect(undo.kept).toEqual([]);
    expect(applyWrites(afterTwo, undo.writes)).toEqual(afterOne);
  });

  test('come to the same in either order, but for their conflicts', async () => {
    const order = async (a: readonly Edit[], b: readonly Edit[]) => {
      const one = applyWrites(issued, writesOf(await mergeEdited(a, issued), {}));
      return applyWrites(one, writesOf(await mergeEdited(b, one), {}));
    };
    const [there, back] = [await order(first, second), await order(second, first)];
    for (const [rowId, answer] of there) if (rowId !== 'r4') expect(back.get(rowId)).toEqual(answer);
    expect([there, back].map(answers => answers.get('r4')!.narrative)).toEqual(['已盤點 12 項', '已盤點 15 項']);
  });
});

describe('a form that was sorted, with a row deleted, one copied and two cells edited', () => {
  test('changes the two cells, blocks the copied row and reports the deleted one', async () => {
    const plan = await mergeEdited(
      [
        sortRows('執行單位'),
        setCell('新增三項', '檢核結果', '辦理中'),
        setCell('訂定櫃檯輪值表', '辦理情形', ''),
        deleteRow('社會課'),
        copyRow('盤點跨課室案件'),
      ],
      issued,
    );
    expect(plan.rows.map(({ rowId, status }) => [rowId, status])).toEqual([
      ['r1', 'matched'],
      ['r2', 'matched'],
      ['r3', 'notReturned'],
      ['r4', 'duplicated'],
      ['r5', 'matched'],
      ['r6', 'matched'],
    ]);
    expect(changed(plan)).toEqual([
      ['r1:narrative', 'theirs', null],
      ['r6:result', 'theirs', null],
    ]);
    expect(plan.rows[0]!.fields[1]).toMatchObject({ clearing: true, theirs: '' });
  });
});
