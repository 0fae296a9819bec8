import { describe, expect, it } from 'vitest';
import { correctProfile, learn, profileForm } from '../../../../sync/form/profile/index.ts';
import type { ProfileCorrection } from '../../../../sync/model/index.ts';
import { book, lines, type SheetPlan, type Value } from './books.ts';

/** A form whose titles nobody could guess: 甲欄 is what is asked, 乙欄 takes the narrative. */
const odd = (
  year: number,
  before: readonly (readonly Value[])[] = [],
  texts = ['訂定計畫', '檢討計畫'],
): SheetPlan => ({
  name: `${year}年`,
  rows: [
    ...before,
    [`${year}年度服務表`, null, null, null],
    ['管理者', '北山鄉公所', null, null],
    ['甲欄', '丙欄', '乙欄', '丁欄'],
    ...texts.map((text, i): readonly Value[] => [`${i + 1}.${text}`, null, null, null]),
    ['承辦人：', null, '主管：', null],
  ],
});

const corrections: ProfileCorrection = [
  {
    sheet: '113年',
    headerRows: [3, 3],
    columns: { step: { column: 'A', title: '甲欄' }, narrative: { column: 'C', title: '乙欄' } },
    agencyCell: 'B2',
  },
];

describe('a correction', () => {
  it('makes a form of a sheet in which none was found', async () => {
    const workbook = await book(odd(113));
    expect(profileForm(workbook).sheets).toEqual([]);
    const profile = correctProfile(workbook, corrections);
    const [sheet] = profile.sheets;
    expect(profile).toMatchObject({ agencyName: '北山鄉公所', issues: [] });
    expect(sheet).toMatchObject({ headerRows: [3, 3], columns: { step: 'A', narrative: 'C' }, agencyCell: 'B2' });
    expect(sheet!.otherColumns).toEqual({ 丙欄: 'B', 丁欄: 'D' });
    expect(lines(sheet!.rows)).toEqual(['4 1 訂定計畫', '5 2 檢討計畫']);
    expect(sheet!.rows[0]!.cells).toEqual({ narrative: 'C4' });
  });

  it('changes what was found and all that depends on it, and nothing else', async () => {
    const workbook = await book({
      rows: [
        ['執行重點', '執行步驟', '辦理情形', '說明'],
        ['一、甲', '1.乙', null, '□是 □否'],
        ['以下為舊案', null, null, null],
        [null, '2.丙', null, '□是 □否'],
      ],
    });
    const found = profileForm(workbook).sheets[0]!;
    expect(found.columns).toEqual({ keyPoint: 'A', step: 'B', narrative: 'C', result: 'D' });
    const words = correctProfile(workbook, [
      { sheet: '表1', columns: { result: null, remarks: { column: 'D', title: '說明' } } },
    ]);
    expect(words.sheets[0]).toMatchObject({
      columns: { keyPoint: 'A', step: 'B', narrative: 'C', remarks: 'D' },
      choiceStyle: null,
    });
    expect(words.sheets[0]!.rows[0]!.cells).toEqual({ narrative: 'C2', remarks: 'D2' });
    const dropped = correctProfile(workbook, [{ sheet: '表1', dropRows: [3] }]).sheets[0]!;
    expect(dropped.rows.map(({ keyPoint }) => keyPoint?.text)).toEqual(['甲', '甲']);
    expect(correctProfile(workbook, [{ sheet: '表1', addRows: [3] }]).sheets[0]!.rows).toHaveLength(3);
    expect(correctProfile(workbook, [{ sheet: '表1', isForm: false }]).sheets).toEqual([]);
    expect(correctProfile(workbook, [{ sheet: '表1', signOffRow: 4, periodCell: 'A3' }]).sheets[0]).toMatchObject({
      signOffRow: 4,
      periodCell: 'A3',
    });
    expect(correctProfile(workbook, []).sheets[0]).toEqual(found);
  });

  it('names the columns to tick', async () => {
    const workbook = await book({
      rows: [
        ['執行步驟', '甲等', '乙等', '辦理情形'],
        ['1.丙', null, null, null],
      ],
    });
    const resultTicks = { 好: { column: 'B', title: '甲等' }, 尚可: { column: 'C', title: '乙等' } };
    const [sheet] = correctProfile(workbook, [{ sheet: '表1', resultTicks }]).sheets;
    expect(sheet).toMatchObject({ choiceStyle: 'ticks', columns: { resultTicks: { 好: 'B', 尚可: 'C' } } });
    expect(sheet!.rows[0]!.cells.resultTicks).toEqual({ 好: 'B2', 尚可: 'C2' });
    const [none] = correctProfile(workbook, [{ sheet: '表1', resultTicks: null }]).sheets;
    expect(none!.columns).not.toHaveProperty('resultTicks');
  });
});

describe('corrections of an older template', () => {
  const learned = async (plan: SheetPlan) => {
    const old = await book(odd(113));
    const older = { found: profileForm(old), profile: correctProfile(old, corrections) };
    const workbook = await book(plan);
    const carried = learn(workbook, corrections, older);
    return { carried, sheets: correctProfile(workbook, carried).sheets };
  };

  it('are used again in another year, with the header further down', async () => {
    const { carried, sheets } = await learned(odd(114, [['附件一'], []], ['修正計畫', '檢討計畫', '公布計畫']));
    expect(carried).toMatchObject([{ sheet: '114年', headerRows: [5, 5], agencyCell: 'B4' }]);
    expect(lines(sheets[0]!.rows)).toEqual(['6 1 修正計畫', '7 2 檢討計畫', '8 3 公布計畫']);
  });

  it('follow their columns by title', async () => {
    const { carried, sheets } = await learned({
      name: '113年',
      rows: [
        ['113年度服務表', null, null, null],
        ['管理者', '北山鄉公所', null, null],
        ['序', '乙欄', '丁欄', '甲欄'],
        [1, null, null, '1.訂定計畫'],
      ],
    });
    expect(carried[0]!.columns).toEqual({
      step: { column: 'D', title: '甲欄' },
      narrative: { column: 'B', title: '乙欄' },
    });
    expect(sheets[0]!.rows[0]!.cells).toMatchObject({ narrative: 'B4' });
  });

  it('are left where nothing like them is there', async () => {
    const { carried } = await learned({
      name: '名冊',
      rows: [
        ['姓名', '電話'],
        ['王', '1'],
      ],
    });
    expect(carried).toEqual([]);
  });

  it('drop a row that says the same, wherever it stands now', async () => {
    const rows = (more: readonly (readonly Value[])[]) => [
      ['執行步驟', '檢核結果', '辦理情形'],
      ...more,
      ['1.甲事', null, null],
      ['2.範例列', null, null],
    ];
    const old = await book({ rows: rows([]) });
    const drop: ProfileCorrection = [{ sheet: '表1', dropRows: [3] }];
    const older = { found: profileForm(old), profile: correctProfile(old, drop) };
    const next = await book({ rows: rows([['0.新事', null, null]]) });
    expect(learn(next, drop, older)).toEqual([{ sheet: '表1', dropRows: [4] }]);
    expect(learn(next, drop)).toEqual([]);
  });
});
