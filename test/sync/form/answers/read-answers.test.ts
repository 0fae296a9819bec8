import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { workbookFile, workbookOf, worksheet } from '../../sheet/packages.ts';
import {
  type FixtureForm,
  fileOf,
  formats,
  listForm,
  markForm,
  profileOf,
  tickForm,
  withCells,
} from '../fill/fixture-forms.ts';

function read(form: FixtureForm, format: (typeof formats)[number] = 'xlsx') {
  const { answers, issues } = readAnswers(workbookOf(readWorkbook(fileOf(form, format), '表')), profileOf(form));
  return {
    rows: answers.sheets[0]!.rows,
    issues: issues.map(({ code, row, column }) => [code, `${column ?? ''}${row}`]),
  };
}

describe.each(formats)('answers in a form (%s)', format => {
  it('are none in an empty one', () => {
    for (const form of [tickForm, markForm, listForm]) expect(read(form, format)).toEqual({ rows: [], issues: [] });
  });

  it('are one tick, whichever mark it is, and none where there are several', () => {
    const { rows, issues } = read(
      withCells(tickForm, { B2: 'V', C3: '○', D3: '×', D4: '■', B5: 'V', C5: 'V', F5: '已辦。' }),
      format,
    );
    expect(rows.map(({ row, result, mark }) => [row, result, mark])).toEqual([
      [2, '已完成', 'V'],
      [3, '辦理中', '○'],
      [4, '未辦理', '■'],
      [5, undefined, undefined],
    ]);
    expect(rows[3]?.cells).toEqual({ B5: 'V', C5: 'V', F5: '已辦。' });
    expect(issues).toEqual([['answer_choice_several', '5']]);
  });

  it('are told to lack a result, and to have a strange mark', () => {
    const { rows, issues } = read(withCells(tickForm, { F2: '已辦。', C3: '約一半' }), format);
    expect(rows.map(({ row, result }) => [row, result])).toEqual([
      [2, undefined],
      [3, '辦理中'],
    ]);
    expect(issues).toEqual([
      ['answer_choice_missing', '2'],
      ['answer_mark_unusual', 'C3'],
    ]);
  });

  it('are numbers though they were typed as text, and nothing where they are none', () => {
    const form = withCells(tickForm, { H2: '８．５分', H3: '優等', H4: '12' });
    const weighed = {
      ...form,
      profile: { ...form.profile, rows: form.profile.rows.map(row => ({ ...row, weight: 10 })) },
    };
    const { rows, issues } = read(weighed, format);
    expect(rows.map(({ row, selfScore, cells }) => [row, selfScore, cells])).toEqual([
      [2, 8.5, { H2: '８．５分' }],
      [3, undefined, { H3: '優等' }],
      [4, 12, { H4: '12' }],
    ]);
    expect(issues).toEqual([
      ['answer_score_unreadable', 'H3'],
      ['answer_score_above_weight', 'H4'],
    ]);
  });

  it('are the marked choice of a list, and the narrative without its history', () => {
    const { rows, issues } = read(
      withCells(markForm, {
        B2: '□已完成\n■辦理中\n□未辦理\n□不適用',
        B3: '●已完成 ●辦理中 ○未辦理 ○不適用',
        C3: '已換新。\n---\n前次（113年下半年）：\n已盤點設備。',
      }),
      format,
    );
    expect(rows).toEqual([
      { row: 2, label: '1', result: '辦理中', cells: { B2: '□已完成\n■辦理中\n□未辦理\n□不適用' } },
      {
        row: 3,
        label: '2',
        narrative: '已換新。',
        history: [{ period: '113年下半年', text: '已盤點設備。' }],
        cells: {
          B3: '●已完成 ●辦理中 ○未辦理 ○不適用',
          C3: '已換新。\n---\n前次（113年下半年）：\n已盤點設備。',
        },
      },
    ]);
    expect(issues).toEqual([['answer_choice_several', '3']]);
  });

  it('are words and days, with the unknown told of and kept as text', () => {
    const { rows, issues } = read(
      withCells(listForm, { B2: '完成', B3: '快好了', E2: '114年3月25日', E4: '月底前後' }),
      format,
    );
    expect(
      rows.map(({ row, result, actualDate, actualDateText }) => [row, result, actualDate, actualDateText]),
    ).toEqual([
      [2, '已完成', '2025-03-25', '114年3月25日'],
      [3, '快好了', undefined, undefined],
      [4, undefined, undefined, '月底前後'],
    ]);
    expect(issues).toEqual([
      ['answer_choice_unknown', 'B3'],
      ['answer_day_unreadable', 'E4'],
    ]);
  });
});

describe('cells that are no plain answer', () => {
  const bytes = workbookFile(
    worksheet(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>工作要項</t></is></c></row>
       <row r="2"><c r="F2" t="str"><f>A1</f><v>抄來的</v></c><c r="G2" t="e"><v>#REF!</v></c><c r="H2"><v>45741</v></c></row>
       <row r="4"><c r="F4" t="inlineStr"><is><t>兩列共用。</t></is></c></row>`,
      '<mergeCells count="1"><mergeCell ref="F4:F5"/></mergeCells>',
    ),
  );
  const { answers, issues } = readAnswers(workbookOf(readWorkbook(bytes, '表')), profileOf(tickForm));

  it('are flagged: formulas are read, errors are not', () => {
    expect(answers.sheets[0]!.rows[0]).toMatchObject({ row: 2, narrative: '抄來的', selfScore: 45741 });
    expect(answers.sheets[0]!.rows[0]!.evidence).toBeUndefined();
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual(
      expect.arrayContaining([
        ['answer_formula', 2, 'F'],
        ['answer_error_value', 2, 'G'],
      ]),
    );
  });

  it('stand for every row that is merged over them, and say so', () => {
    expect(answers.sheets[0]!.rows.slice(1).map(({ row, narrative }) => [row, narrative])).toEqual([
      [4, '兩列共用。'],
      [5, '兩列共用。'],
    ]);
    expect(issues.find(({ code }) => code === 'answer_cell_shared')?.params).toMatchObject({
      cell: 'F4',
      rows: '4、5',
    });
  });

  it('are told of as a missing sheet', () => {
    const elsewhere = { ...profileOf(tickForm), sheets: [{ ...tickForm.profile, name: '別張' }] };
    const reading = readAnswers(workbookOf(readWorkbook(bytes, '表')), elsewhere);
    expect([reading.answers.sheets, reading.issues.map(({ code }) => code)]).toEqual([[], ['answer_sheet_missing']]);
  });
});
