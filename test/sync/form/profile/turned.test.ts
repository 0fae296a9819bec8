import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { fillForm, planFill } from '../../../../sync/form/fill/index.ts';
import { askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import { correctProfile, learn, profileForm } from '../../../../sync/form/profile/index.ts';
import { type FormFill, formProfile, say } from '../../../../sync/model/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { odsFile, row } from '../../sheet/ods-files.ts';
import { book, headings, lines, type SheetPlan, type Value } from './books.ts';

const titles = ['執行要項', '執行步驟', '執行單位', '檢核結果', '辦理情形', '佐證資料', '備註'];
const steps = [
  ['一、便民服務', '1.設置綜合櫃檯', '民政課'],
  [null, '2.檢討作業時限', '各課室'],
  ['二、線上申辦', '1.盤點申辦項目', '秘書室'],
] as const;

/** Titles below each other, each step a column. */
const across = (answers: readonly (readonly Value[])[] = []): readonly (readonly Value[])[] =>
  titles.map((title, field) => [
    title,
    ...steps.map((step, i) => (field < 3 ? step[field]! : (answers[i]?.[field - 3] ?? null))),
  ]);

const plan = (answers?: readonly (readonly Value[])[]): SheetPlan => ({
  name: '橫式表',
  rows: [
    ['北山鄉公所114年度自行檢核表', null, null, null],
    ['填報機關', '北山鄉公所', '查核期間', '114年1月至6月'],
    ...across(answers),
    ['承辦人：', null, '主管：', null],
  ],
  merges: ['A1:D1', 'B3:C3'],
  lists: { 'B6:D6': ['已完成', '辦理中', '未辦理', '不適用'] },
});

describe('a form whose titles stand below each other', () => {
  it('is found, and told as what it is', async () => {
    const profile = formProfile.parse(profileForm(await book(plan())));
    const [sheet] = profile.sheets;
    expect(profile).toMatchObject({ agencyName: '北山鄉公所', period: { from: '2025-01-01', to: '2025-06-30' } });
    expect(profile.issues).toMatchObject([{ code: 'form_turned', severity: 'info', params: { column: 'A', row: 3 } }]);
    expect(sheet).toMatchObject({ turned: true, headerRows: [1, 1], choiceStyle: 'list', signOffRow: 10 });
    expect(sheet).toMatchObject({ agencyCell: 'B2', periodCell: 'D2' });
    expect(sheet!.columns).toEqual({
      item: 'C',
      step: 'D',
      units: 'E',
      result: 'F',
      narrative: 'G',
      evidence: 'H',
      remarks: 'I',
    });
    expect(lines(sheet!.rows)).toEqual(['2 1 設置綜合櫃檯', '3 2 檢討作業時限', '4 1 盤點申辦項目']);
    expect(headings(sheet!.rows)).toEqual(['一便民服務 / -', '一便民服務 / -', '二線上申辦 / -']);
    expect(sheet!.rows.map(({ units }) => units)).toEqual([['民政課'], ['各課室'], ['秘書室']]);
    expect(sheet!.rows[1]!.cells).toEqual({ result: 'C6', narrative: 'C7', evidence: 'C8', remarks: 'C9' });
    expect(sheet!.decisions.find(({ what }) => what === 'column.narrative')!.cells).toEqual(['A7']);
  });

  it('is read, and its rows are recognised', async () => {
    const filled = await book(
      plan([
        ['已完成', '已設置。', '照片.jpg', null],
        ['辦理中', '檢討中。', null, '延後'],
      ]),
    );
    const profile = profileForm(filled);
    expect(readAnswers(filled, profile).answers.sheets).toMatchObject([
      {
        rows: [
          { row: 2, result: '已完成', narrative: '已設置。', evidence: ['照片.jpg'] },
          { row: 3, result: '辦理中', narrative: '檢討中。', remarks: '延後' },
        ],
      },
    ]);
    const template = await book(plan());
    const { rows, missing } = matchRows(askedRows(profile, filled), askedRows(profileForm(template), template));
    expect(rows.map(({ row, templateRow }) => [row, templateRow])).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(missing).toEqual([]);
  });

  it('is filled where its answers go, once', () => {
    const bytes = odsFile(
      across()
        .map(cells => row(...cells.map(cell => cell as string | null)))
        .join(''),
    );
    const answers: FormFill = {
      sheets: [
        { name: '計畫', rows: [{ row: 3, result: '已完成', narrative: '已檢討。', cells: { C7: '無', B6: '他人' } }] },
      ],
    };
    const filled = fillForm(bytes, 'x.ods', null, answers);
    if (!filled.ok) throw new Error(filled.issue.message);
    expect(filled.report.cells.map(({ cell, status }) => [cell, status])).toEqual([
      ['C4', 'written'],
      ['C5', 'written'],
      ['C7', 'written'],
      ['B6', 'refused'],
    ]);
    const read = readWorkbook(filled.bytes, 'x.ods');
    if (!read.ok) throw new Error(read.issue.message);
    expect(readAnswers(read.workbook, profileForm(read.workbook)).answers.sheets[0]!.rows).toMatchObject([
      { row: 3, result: '已完成', narrative: '已檢討。', remarks: '無' },
    ]);
    const again = fillForm(filled.bytes, 'x.ods', null, answers);
    expect(again.ok && Buffer.compare(again.bytes, filled.bytes)).toBe(0);
  });

  it('takes corrections of rows and columns as the profile tells them, and of cells as they stand', async () => {
    const workbook = await book(plan());
    const { sheets, issues } = correctProfile(workbook, [
      {
        sheet: '橫式表',
        periodCell: null,
        columns: { remarks: null, action: { column: 'I', title: '備註' } },
        dropRows: [4],
      },
    ]);
    expect(sheets[0]).toMatchObject({ turned: true, periodCell: null, agencyCell: 'B2' });
    expect(sheets[0]!.columns).toMatchObject({ narrative: 'G', action: 'I' });
    expect(sheets[0]!.columns.remarks).toBeUndefined();
    expect(lines(sheets[0]!.rows)).toEqual(['2 1 設置綜合櫃檯', '3 2 檢討作業時限']);
    expect(sheets[0]!.rows[1]!.cells).toEqual({ result: 'C6', narrative: 'C7', evidence: 'C8', action: 'C9' });
    expect(issues.map(({ code }) => code)).toEqual(['form_turned']);
  });

  it('is none when a person takes every row away, and reads upright when told where its titles stand', async () => {
    const workbook = await book(plan());
    const emptied = correctProfile(workbook, [{ sheet: '橫式表', dropRows: [2, 3, 4] }]);
    expect(emptied.sheets[0]).toMatchObject({ turned: true, rows: [] });
    const upright = correctProfile(workbook, [{ sheet: '橫式表', headerRows: [3, 3] }]);
    expect(upright.sheets[0]!.turned).toBeUndefined();
    expect(upright.sheets[0]!.headerRows).toEqual([3, 3]);
  });

  it('tells of corrections that lie beside it', async () => {
    const { sheets, issues } = correctProfile(await book(plan()), [
      { sheet: '橫式表', columns: { action: { column: 'ZZ', title: '' } }, dropRows: [4, 90] },
    ]);
    expect(lines(sheets[0]!.rows)).toHaveLength(2);
    expect(issues.map(({ code, params }) => [code, params?.what])).toEqual([
      ['form_correction_refused', '{template.field.columns}'],
      ['form_correction_refused', '{template.field.dropRows}'],
      ['form_turned', undefined],
    ]);
  });

  it('of another year takes over what was corrected, by its titles', async () => {
    const before = await book(plan());
    const corrections = [
      {
        sheet: '橫式表',
        periodCell: null,
        columns: { remarks: null, action: { column: 'I', title: '備註' } },
        dropRows: [4],
      },
    ];
    const older = { found: profileForm(before), profile: correctProfile(before, corrections) };
    const next = plan();
    const rows = [next.rows[0]!, next.rows[1]!, ['依據', '年度計畫', null, null], ...next.rows.slice(2)];
    const { merges: _, lists: __, ...rest } = next;
    expect(learn(await book({ ...rest, rows }), corrections, older)).toEqual([
      {
        sheet: '橫式表',
        periodCell: null,
        columns: { remarks: null, action: { column: 'J', title: '備註' } },
        dropRows: [4],
      },
    ]);
  });

  it('is none where titles stand in a row, or where too few stand in the column', async () => {
    const upright = profileForm(await book({ rows: [titles, ...steps.map(step => [...step])] }));
    expect(upright.sheets[0]!.turned).toBeUndefined();
    const few = profileForm(
      await book({
        rows: [
          ['執行步驟', '1.設置'],
          ['說明', '無'],
          ['電話', '02'],
        ],
      }),
    );
    expect(few.sheets).toEqual([]);
  });
});

it('tells of its columns where it would tell of rows, in both languages', async () => {
  const workbook = await book(plan());
  const profile = profileForm(workbook);
  const answers: FormFill = {
    sheets: [
      {
        name: '橫式表',
        rows: [
          { row: 2, result: '大概吧' },
          { row: 9, narrative: '沒有這一欄' },
        ],
      },
    ],
  };
  const { issues } = planFill(workbook, profile, answers);
  expect(issues.map(({ code, params }) => [say(code, 'zh-TW', params).slice(0, 24), say(code, 'en', params)])).toEqual([
    [expect.stringContaining('第 I 欄不是範本的填報欄'), expect.stringContaining('column I')],
    [expect.stringContaining('第 B 欄的選項'), expect.stringContaining('choices of column B')],
  ]);
  expect(issues.map(({ message }) => message).join()).not.toMatch(/第 \S+ 列/);
});

it('tells in which row numbers had been turned into dates, and in which column the first of them stands', async () => {
  const typed = (day: number): Date => new Date(Date.UTC(2025, 0, day));
  const numbered = plan();
  const rows = [...numbered.rows];
  rows.splice(2, 0, ['編號', typed(1), typed(2), '1-3']);
  const { issues } = profileForm(
    await book({ name: '橫式表', rows, formats: { 'B3:D3': 'm/d' }, lists: { 'B7:D7': ['已完成', '辦理中'] } }),
  );
  const told = issues.find(({ code }) => code === 'form_number_dates')!;
  expect(told.message).toContain('第 3 列有 2 個編號');
  expect(told.message).toContain('第一個在第 B 欄');
  expect(told.message).toContain('把該列設為文字格式');
  expect(say(told.code, 'en', told.params)).toMatch(/^In row 3 of .* in column B\).*format the row as text/);
});
