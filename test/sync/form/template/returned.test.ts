import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { type Anchor, joinUnits, placeRows, readThroughTemplate } from '../../../../sync/form/template/index.ts';
import { mergeForm } from '../../../../sync/merge/index.ts';
import type { Answer, Placements } from '../../../../sync/model/index.ts';
import { book, type Value } from '../profile/books.ts';

const formId = 'form-1';
const sheet = '檢核表';
const title = ['執行要項', '執行步驟', '執行單位', '檢核結果', '辦理情形', '備註'];
const lists = { 'D3:D8': ['已完成', '辦理中', '未辦理', '不適用'] };

/** Item, step, units; then result, narrative and remarks. */
const questions: readonly (readonly string[])[] = [
  ['健全服務基礎', '1.訂定櫃檯輪值表並公告周知', '民政課'],
  ['健全服務基礎', '2.設置引導志工協助民眾', '民政課、社會課'],
  ['健全服務基礎', '3.每季召開檢討會議', '秘書室'],
  ['推廣線上服務', '1.每季召開檢討會議', '建設課'],
];
const blank = ['', '', ''];
const both = (first: string, second: string) =>
  joinUnits([
    { unit: '民政課', text: first },
    { unit: '社會課', text: second },
  ]);
const issuedAnswers: readonly (readonly string[])[] = [blank, ['辦理中', both('甲', ''), ''], blank, ['', '', '舊註']];

const workbook = (rows: readonly (readonly Value[])[]) =>
  book({
    name: sheet,
    rows: [['114年度自行檢核表'], title, ...rows.map(row => row.map(value => value || null))],
    lists,
  });
const answered = (answers: readonly (readonly string[])[]) => questions.map((row, i) => [...row, ...answers[i]!]);

const answer = (more: Partial<Answer> = {}): Answer => ({ result: null, narrative: '', remarks: '', ...more });
const anchors: readonly Anchor[] = [
  { rowId: 'r1', sheet, row: 3, unit: '民政課', answer: answer() },
  { rowId: 'r2', sheet, row: 4, unit: '民政課', answer: answer({ result: 'ongoing', narrative: '甲' }) },
  { rowId: 'r3', sheet, row: 4, unit: '社會課', answer: answer({ result: 'notDone' }) },
  { rowId: 'r4', sheet, row: 6, unit: '建設課', answer: answer({ remarks: '舊註' }) },
];

async function returned(rows: readonly (readonly Value[])[], placements: Placements = {}) {
  const issued = await workbook(answered(issuedAnswers));
  const back = await workbook(rows);
  const profile = profileForm(back);
  const issuedProfile = profileForm(issued);
  const read = readThroughTemplate(
    { workbook: back, profile, reading: readAnswers(back, profile) },
    { profile: issuedProfile, answers: readAnswers(issued, issuedProfile).answers, workbook: issued },
  );
  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  const form = placeRows(read, { formId, anchors, placements });
  const base = new Map(anchors.map(({ rowId, answer }) => [rowId, { reportId: `report-${rowId}`, answer }]));
  const ours = new Map(anchors.map(({ rowId, answer }) => [rowId, { answer, version: 1, locked: false }]));
  const plan = mergeForm({ formId, base, ours, returned: form });
  const changes = plan.rows.flatMap(row =>
    row.fields
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ field, outcome, why, theirs }) => [row.rowId, field, outcome, why, theirs]),
  );
  return { form, plan, changes };
}

describe('a form that came back through a template', () => {
  test('as it went out changes nothing', async () => {
    const { plan, changes } = await returned(answered(issuedAnswers));
    expect(changes).toEqual([]);
    expect(plan.strays).toEqual([]);
    expect(plan.rows.map(({ rowId, status, matchedBy, row }) => [rowId, status, matchedBy, row])).toEqual([
      ['r1', 'matched', 'text', 3],
      ['r2', 'matched', 'text', 4],
      ['r3', 'matched', 'text', 4],
      ['r4', 'matched', 'text', 6],
    ]);
  });

  test('sorted and filled in changes what was filled in', async () => {
    const [first, second, third, last] = answered([
      ['已完成', '輪值表已公告。', ''],
      ['辦理中', both('甲', '乙'), ''],
      blank,
      ['', '', ''],
    ]);
    const { changes } = await returned([last!, second!, first!, third!]);
    expect(changes).toEqual([
      ['r1', 'result', 'theirs', null, 'done'],
      ['r1', 'narrative', 'theirs', null, '輪值表已公告。'],
      ['r3', 'narrative', 'theirs', null, '乙'],
      ['r4', 'remarks', 'theirs', null, ''],
    ]);
  });

  test('leaves to a person what units said together', async () => {
    const { changes, plan } = await returned(
      answered([blank, ['已完成', '兩課均已辦理。', '共同說明'], blank, issuedAnswers[3]!]),
    );
    expect(changes).toEqual([
      ['r2', 'result', 'conflict', 'doubtful', 'done'],
      ['r2', 'narrative', 'conflict', 'doubtful', '兩課均已辦理。'],
      ['r2', 'remarks', 'conflict', 'doubtful', '共同說明'],
      ['r3', 'result', 'conflict', 'doubtful', 'done'],
      ['r3', 'narrative', 'conflict', 'doubtful', '兩課均已辦理。'],
      ['r3', 'remarks', 'conflict', 'doubtful', '共同說明'],
    ]);
    expect(plan.issues.filter(({ code }) => code === 'form_shared')).toHaveLength(3);
  });

  test('lists a row that it does not know, and puts it where a person says', async () => {
    const rows = [...answered(issuedAnswers)];
    rows[0] = ['健全服務基礎', '1.訂定櫃檯人員輪值規定', '民政課', '', '已訂定。', ''];
    const listed = await returned(rows);
    expect(listed.changes).toEqual([]);
    expect(listed.plan.rows[0]!.status).toBe('notReturned');
    const [stray] = listed.plan.strays;
    expect(stray).toMatchObject({ sheet, row: 3, values: { 辦理情形: '已訂定。' }, candidates: [{ rowId: 'r1' }] });

    const placed = await returned(rows, { [`${sheet}!3`]: 'r1' });
    expect(placed.plan.strays).toEqual([]);
    expect(placed.plan.rows[0]).toMatchObject({ status: 'matched', matchedBy: 'person' });
    expect(placed.changes).toEqual([['r1', 'narrative', 'theirs', null, '已訂定。']]);
  });

  test('lets a person take a match away', async () => {
    const { plan } = await returned(answered([['已完成', '有', ''], ...issuedAnswers.slice(1)]), {
      [`${sheet}!3`]: null,
    });
    expect(plan.rows[0]!.status).toBe('notReturned');
    expect(plan.strays).toHaveLength(1);
  });

  test('blocks a row that was copied', async () => {
    const rows = answered(issuedAnswers);
    const { plan } = await returned([rows[0]!, rows[0]!, ...rows.slice(1)]);
    expect(plan.rows[0]).toMatchObject({ status: 'duplicated' });
    expect(plan.rows[0]!.copies).toHaveLength(2);
  });

  test('never loses what stands in a row of the template that went out for no report', async () => {
    const { plan } = await returned(
      answered([blank, issuedAnswers[1]!, ['', '秘書室自行填寫', ''], issuedAnswers[3]!]),
    );
    expect(plan.strays).toMatchObject([{ row: 5, values: { 辦理情形: '秘書室自行填寫' } }]);
  });
});
