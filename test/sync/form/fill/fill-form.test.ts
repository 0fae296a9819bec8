import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { fillForm, openForm } from '../../../../sync/form/fill/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { FormProfile, RowFill } from '../../../../sync/model/index.ts';
import { parseAddress, readWorkbook } from '../../../../sync/sheet/index.ts';
import { workbookFile, workbookOf, worksheet } from '../../sheet/packages.ts';
import {
  type FixtureForm,
  fileOf,
  fixtureForms,
  formats,
  listForm,
  markForm,
  profileOf,
  tickForm,
  withCells,
} from './fixture-forms.ts';
import { changedEntries } from './zip-entries.ts';

interface Filled {
  readonly bytes: Uint8Array;
  readonly texts: Readonly<Record<string, string>>;
  /** Cell, what became of it, and why. */
  readonly cells: readonly (readonly [string | null, string, string | null])[];
  readonly issues: readonly string[];
}

function fillBytes(bytes: Uint8Array, profile: FormProfile, rows: readonly RowFill[], name = '計畫'): Filled {
  const result = fillForm(bytes, '表', profile, { sheets: [{ name, rows: [...rows] }] });
  if (!result.ok) throw new Error(result.issue.message);
  const sheet = workbookOf(readWorkbook(result.bytes, '表')).sheets[0]!;
  const texts = Object.fromEntries(
    sheet.rows.flatMap(row => row.cells.filter(({ text }) => text !== '').map(cell => [cell.address, cell.text])),
  );
  return {
    bytes: result.bytes,
    texts,
    cells: result.report.cells.map(({ cell, status, issue }) => [cell, status, issue?.code ?? null] as const),
    issues: result.report.issues.map(({ code }) => code),
  };
}

describe.each(formats)('a form that is opened once (%s)', format => {
  it('is filled for one office after the other, each as if it were the first', () => {
    const bytes = fileOf(tickForm, format);
    const form = openForm(bytes, '表', profileOf(tickForm));
    if (!form.ok) throw new Error(form.issue.message);
    for (const result of ['已完成', '未辦理', '已完成']) {
      const answers = { sheets: [{ name: '計畫', rows: [{ row: 4, result }] }] };
      expect(form.fill(answers)).toEqual(fillForm(bytes, '表', profileOf(tickForm), answers));
    }
  });

  it('has other cells written in the same go, unless an answer stands there already', () => {
    const bytes = fileOf(tickForm, format);
    const form = openForm(bytes, '表', profileOf(tickForm));
    if (!form.ok) throw new Error(form.issue.message);
    const text = (row: number, column: number, value: string) => ({
      sheet: '計畫',
      row,
      column,
      value: { kind: 'text', value } as const,
    });
    const answers = { sheets: [{ name: '計畫', rows: [{ row: 4, narrative: '已辦理' }] }] };
    const place = form.fill(answers);
    const cell = place.ok ? place.report.cells.find(({ field }) => field === 'narrative')?.cell : null;
    const at = parseAddress(cell ?? '')!;
    const both = form.fill(answers, { besides: [text(30, 1, '旁邊'), text(at.row, at.column, '另一個')] });
    if (!both.ok) throw new Error(both.issue.message);
    const sheet = workbookOf(readWorkbook(both.bytes, '表')).sheets[0]!;
    expect([sheet.cell(30, 1)?.text, sheet.cell(at.row, at.column)?.text]).toEqual(['旁邊', '已辦理']);
    expect(both.report.cells).toEqual(place.ok && place.report.cells);
    expect(both.report.issues.map(({ code }) => code)).toContain('cell_patched_twice');
  });

  it('has its form found when nobody says where it is, and is refused when it is none', () => {
    const bytes = fileOf(tickForm, format);
    const form = openForm(bytes, '表');
    expect(form.ok && form.profile).toEqual(profileForm(workbookOf(readWorkbook(bytes, '表'))));
    expect(openForm(bytes.slice(0, 20), '表')).toMatchObject({ ok: false });
  });
});

describe.each(formats)('a form that is filled (%s)', format => {
  const fill = (form: FixtureForm, ...rows: readonly RowFill[]) =>
    fillBytes(fileOf(form, format), profileOf(form), rows);

  it('gets one tick and loses the other', () => {
    const { texts, cells } = fill(
      withCells(tickForm, { C2: '✓', B3: '✓' }),
      { row: 2, result: '已完成' },
      { row: 3, result: 'ongoing', mark: 'O' },
      { row: 4, result: '未辦理' },
    );
    expect([texts.B2, texts.C2, texts.B3, texts.C3]).toEqual(['✓', undefined, undefined, 'O']);
    expect([texts.B4, texts.C4, texts.D4, texts.E4]).toEqual(['□', '□', '■', '□']);
    expect(cells.map(([cell]) => cell)).toEqual(['B2', 'C2', 'B3', 'C3', 'D4']);
  });

  it('has its marks changed and its words kept', () => {
    const { texts } = fill(
      markForm,
      { row: 2, result: '辦理中' },
      { row: 3, result: '不適用' },
      { row: 4, result: '未辦理' },
      { row: 5, result: '完成' },
    );
    expect([texts.B2, texts.B3, texts.B4, texts.B5]).toEqual([
      '□已完成\n■辦理中\n□未辦理\n□不適用',
      '○已完成 ○辦理中 ○未辦理 ●不適用',
      '（　）已完成、（　）辦理中、（V）未辦理、（　）不適用',
      '已完成☑ 辦理中☐ 未辦理☐ 不適用☐',
    ]);
  });

  it('puts a list of choices where a row has none, and the mark that the form uses', () => {
    const form = withCells(markForm, { B2: '□已完成 ☑辦理中', B3: '□已完成 □辦理中', B4: '', B5: '□已完成 □辦理中' });
    const { texts } = fill(form, { row: 3, result: '已完成' }, { row: 4, result: '辦理中' });
    expect([texts.B3, texts.B4]).toEqual(['☑已完成 □辦理中', '□已完成 ☑辦理中']);
  });

  it('gets the very word of its drop-down, or none', () => {
    const { texts, cells, issues } = fill(listForm, { row: 2, result: '完成' }, { row: 3, result: '解除列管' });
    expect([texts.B2, texts.B3]).toEqual(['已完成', undefined]);
    expect(cells).toEqual([
      ['B2', 'written', null],
      ['B3', 'refused', 'fill_choice_unknown'],
    ]);
    expect(issues).toEqual(['fill_choice_unknown']);
  });

  it('has days in its own notation', () => {
    const dates = (form: FixtureForm, iso = '2025-04-07') => {
      const { texts } = fill(form, { row: 2, actualDate: iso });
      return texts.E2;
    };
    expect(dates(listForm)).toBe('114.4.7');
    expect(dates(withCells(listForm, { E4: '114年12月03日' }))).toBe('114年04月07日');
    expect(dates(withCells(listForm, { E4: '2025/12/3' }))).toBe('2025/4/7');
    expect(dates(withCells(listForm, { E4: '1141203' }))).toBe('1140407');
    expect(dates(withCells(listForm, { E4: '民國114年12月3日' }))).toBe('民國114年4月7日');
    const { texts, cells } = fill(listForm, { row: 3, actualDate: '2025-04-07' }, { row: 4, actualDate: '2025-02-30' });
    expect([texts.E3, cells]).toEqual([
      '2025-04-07',
      [
        ['E3', 'written', null],
        ['E4', 'refused', 'fill_day_unreadable'],
      ],
    ]);
  });

  it('has evidence listed as elsewhere in its column', () => {
    const list = (sample: string) => {
      const form = sample === '' ? tickForm : withCells(tickForm, { G5: sample });
      const { texts } = fill(form, { row: 2, evidence: ['簽到表', '照片'] }, { row: 3, evidence: ['114年名冊'] });
      return [texts.G2, texts.G3];
    };
    expect(list('')).toEqual(['1.簽到表\n2.照片', '114年名冊']);
    expect(list('(1)函\n(2)圖')).toEqual(['(1)簽到表\n(2)照片', '(1)114年名冊']);
    expect(list('①函②圖')).toEqual(['①簽到表②照片', '①114年名冊']);
    expect(list('函、圖')).toEqual(['簽到表、照片', '114年名冊']);
    expect(list('一、函\n二、圖')).toEqual(['一、簽到表\n二、照片', '一、114年名冊']);
    expect(list('函\n圖')).toEqual(['簽到表\n照片', '114年名冊']);
    expect(fill(tickForm, { row: 2, evidence: ['甲', '乙'], evidenceText: '甲及乙' }).texts.G2).toBe('甲及乙');
  });

  it('keeps earlier narratives below the new one, and replaces only the newest', () => {
    const first = fill(markForm, { row: 3, narrative: '已換新。' }, { row: 4, narrative: '再次演練。' });
    expect(first.texts.C3).toBe('已換新。\n---\n前次（113年下半年）：\n已盤點設備。');
    expect(first.texts.C4).toBe('再次演練。\n---\n113.12.31：初次辦理。');
    const again = fillBytes(first.bytes, profileOf(markForm), [{ row: 3, narrative: '已全數換新。' }]);
    expect(again.texts.C3).toBe('已全數換新。\n---\n前次（113年下半年）：\n已盤點設備。');
    const cleared = fillBytes(again.bytes, profileOf(markForm), [{ row: 3, narrative: null }]);
    expect(cleared.texts.C3).toBe('前次（113年下半年）：\n已盤點設備。');
  });

  it('never gives up an earlier text that does not say when it is from', () => {
    const form = withCells(markForm, { C2: '已盤點。', C3: '第1次：已盤點。' });
    const asked = {
      ...profileOf(form),
      sheets: [
        {
          ...form.profile,
          rows: form.profile.rows.map(row =>
            row.row === 2 ? { ...row, history: [{ period: null, text: '已盤點。' }] } : row,
          ),
        },
      ],
    };
    const rows = [
      { row: 2, narrative: '已換新。' },
      { row: 3, narrative: '已換新。' },
    ];
    const { bytes, texts } = fillBytes(fileOf(form, format), asked, rows);
    expect([texts.C2, texts.C3]).toEqual(['已換新。\n---\n已盤點。', '已換新。\n---\n第1次：已盤點。']);
    expect(fillBytes(bytes, asked, rows).bytes).toBe(bytes);
  });

  it('writes a narrative with a line of its own as it is, once, and says that it reads differently', () => {
    const rows = [{ row: 3, narrative: '甲\n---\n乙' }];
    const { bytes, texts, issues } = fill(markForm, ...rows);
    expect(texts.C3).toBe('甲\n---\n乙\n---\n前次（113年下半年）：\n已盤點設備。');
    expect(issues).toEqual(['fill_reads_differently']);
    expect(fillBytes(bytes, profileOf(markForm), rows).bytes).toBe(bytes);
  });

  it('clears what is told to be blank and leaves what is not told', () => {
    const form = withCells(tickForm, { B2: 'V', F2: '已辦。', G2: '1.照片', I2: '無' });
    const { texts } = fill(form, { row: 2, result: '', evidence: [], narrative: null });
    expect([texts.B2, texts.F2, texts.G2, texts.I2]).toEqual([undefined, undefined, undefined, '無']);
    expect(fill(markForm, { row: 2, result: null }).cells).toEqual([['B2', 'same', null]]);
  });

  it('takes literal cells where they say the same, and the meaning where they do not', () => {
    const { texts, cells } = fill(
      tickForm,
      { row: 2, evidence: ['簽到表'], remarks: '無', cells: { G2: '附件：簽到表', I2: '有' } },
      { row: 3, cells: { B3: '✔', F3: '已辦。', H3: 9 } },
      { row: 5, narrative: '已辦。', cells: { F5: '　已辦。' } },
    );
    expect([texts.G2, texts.I2, texts.B3, texts.F3, texts.H3]).toEqual(['簽到表', '無', '✔', '已辦。', '9']);
    expect(cells.filter(([, , code]) => code).map(([cell, , code]) => [cell, code])).toEqual([
      ['G2', 'fill_literal_differs'],
      ['I2', 'fill_literal_differs'],
      ['F5', 'fill_literal_differs'],
    ]);
  });

  it('keeps the history of its cell though a literal text leaves it out', () => {
    const { texts } = fill(markForm, { row: 3, narrative: '已換新。', cells: { C3: '已換新。' } });
    expect(texts.C3).toBe('已換新。\n---\n前次（113年下半年）：\n已盤點設備。');
  });

  it('refuses what has no place and says why', () => {
    const { cells, issues } = fill(
      tickForm,
      { row: 2, action: '改善', cells: { A2: '改題目', B4: 'V' } },
      { row: 3, narrative: '甲' },
      { row: 3, narrative: '乙' },
      { row: 9, narrative: '丙' },
    );
    expect(cells).toEqual([
      [null, 'refused', 'fill_field_missing'],
      ['A2', 'refused', 'fill_cell_foreign'],
      ['B4', 'refused', 'fill_cell_foreign'],
    ]);
    expect(issues).toEqual([
      'fill_row_repeated',
      'fill_row_unknown',
      'fill_field_missing',
      'fill_cell_foreign',
      'fill_cell_foreign',
    ]);
    const elsewhere = fillBytes(fileOf(tickForm, format), profileOf(tickForm), [{ row: 2, narrative: '甲' }], '別張');
    expect(elsewhere.issues).toEqual(['fill_sheet_unknown']);
  });

  it('never turns a text into a formula, and changes no other part of the file', () => {
    const template = fileOf(tickForm, format);
    const { bytes, texts } = fillBytes(template, profileOf(tickForm), [{ row: 2, narrative: '=1+1', remarks: '+886' }]);
    expect([texts.F2, texts.I2]).toEqual(['=1+1', '+886']);
    const allowed = new Set([
      'content.xml',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/workbook.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
    ]);
    expect(changedEntries(template, bytes).filter(name => !allowed.has(name))).toEqual([]);
  });

  it('is the very file that came when there is nothing to write', () => {
    for (const form of fixtureForms) {
      const template = fileOf(form, format);
      expect(fillBytes(template, profileOf(form), [{ row: 2 }]).bytes).toBe(template);
    }
  });
});

describe('cells that several rows share', () => {
  const template = workbookFile(
    worksheet('<row r="4"><c r="F4"/></row>', '<mergeCells count="1"><mergeCell ref="F4:F5"/></mergeCells>'),
  );
  const fill = (...rows: readonly RowFill[]) => fillBytes(template, profileOf(tickForm), rows);

  it('are written where the rows agree and refused where they do not', () => {
    const agreed = fill({ row: 4, narrative: '併同辦理。' }, { row: 5, narrative: '併同辦理。' });
    expect([agreed.texts.F4, agreed.issues]).toEqual(['併同辦理。', []]);
    expect(fill({ row: 5, cells: { F5: '併同辦理。' } }).texts.F4).toBe('併同辦理。');
    const contested = fill({ row: 4, narrative: '甲' }, { row: 5, narrative: '乙' });
    expect(contested.texts.F4).toBeUndefined();
    expect(contested.cells).toEqual([
      ['F4', 'refused', 'fill_cell_contested'],
      ['F4', 'refused', 'fill_cell_contested'],
    ]);
  });
});

describe('a form that nobody looked at before', () => {
  it('is found, filled and read in one go', () => {
    const form = withCells(markForm, { B1: '檢核結果', A2: '1.巡檢設備', A3: '2.宣導法令' });
    const template = fileOf(form, 'xlsx');
    const answers = { sheets: [{ name: '計畫', rows: [{ row: 2, result: '已完成', narrative: '每月巡檢。' }] }] };
    const result = fillForm(template, '表.xlsx', null, answers);
    if (!result.ok) throw new Error(result.issue.message);
    const read = readAnswers(workbookOf(readWorkbook(result.bytes, '表')), profileOf(form));
    expect(read.answers.sheets[0]!.rows).toMatchObject([{ row: 2, result: '已完成', narrative: '每月巡檢。' }]);
  });

  it('keeps what stands under a period that is past, though no line sets it off', () => {
    const old = '113年下半年：已盤點設備。';
    const form: FixtureForm = {
      ...markForm,
      grid: [
        ['某區公所自行檢核表', null, null, '填報期間：114年上半年'],
        ['執行步驟', '檢核結果', '辦理情形', '佐證資料'],
        ['1.巡檢設備', '□已完成 □辦理中', old, null],
        ['2.宣導法令', '□已完成 □辦理中', null, null],
      ],
    };
    const template = fileOf(form, 'xlsx');
    const profile = profileForm(workbookOf(readWorkbook(template, '表.xlsx')));
    expect(profile.sheets[0]!.rows.map(({ history }) => history)).toEqual([
      [{ period: '113年下半年', text: '已盤點設備。' }],
      [],
    ]);
    const { texts } = fillBytes(template, profile, [{ row: 3, narrative: '已換新。' }]);
    expect(texts.C3).toBe(`已換新。\n---\n${old}`);
  });

  it('is refused as a whole when it is no workbook', () => {
    const result = fillForm(new Uint8Array([1, 2, 3]), '表.xlsx', null, { sheets: [] });
    expect(result.ok ? null : result.issue.code).toBe('not_a_workbook');
  });
});
