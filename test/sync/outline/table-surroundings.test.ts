import { describe, expect, it } from 'vitest';
import { planDocument } from '../../../sync/model/index.ts';
import { doubtsOf, heading, readRows, readSheets, treeOf } from './plan-tables.ts';

describe('what stands around the table', () => {
  it('gives title, agency and year, and everything else is said', async () => {
    const reading = await readRows(
      [
        ['明湖市松林區公所115年度提升服務實施計畫', null, null, null],
        ['機關名稱：明湖市松林區公所', null, null, null],
        ['奉核日期另行公告', null, null, null],
        heading,
        ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
        [null, null, null, null],
        ['備註：本表每半年檢討一次。', null, null, null],
        ['本計畫奉核後實施。', null, null, null],
        ['承辦人：', '單位主管：', '機關首長：', null],
      ],
      ['A1:D1', 'A7:D7'],
    );
    expect(reading.plan).toMatchObject({
      title: '明湖市松林區公所115年度提升服務實施計畫',
      agency: '明湖市松林區公所',
      year: 115,
    });
    expect(treeOf(reading)).toHaveLength(3);
    expect(doubtsOf(reading)).toEqual(['row_outside 3 A', 'row_outside 7 A', 'row_outside 8 A', 'row_outside 9 A']);
  });

  it.each([
    ['明湖市戶政事務所一一五年度服務計畫', '明湖市戶政事務所', 115],
    ['2026年松林區公所提升服務計畫', '', 115],
    ['松林區公所提升服務計畫（１１５年）', '松林區公所', 115],
    ['松林區公所服務計畫', '松林區公所', null],
  ])('reads %s', async (title, agency, year) => {
    const { plan } = await readRows([[title], heading, ['一、服務', '(一)櫃檯', '1.甲', '民政課']]);
    expect(plan).toMatchObject({ title, agency, year });
  });

  it('takes title and year from the file where the table has none, and says so', async () => {
    const { plan, issues } = await readSheets(
      [{ rows: [heading, ['一、服務', '(一)櫃檯', '1.甲', '民政課']] }],
      '115年服務計畫.xlsx',
    );
    expect(plan).toMatchObject({ title: '115年服務計畫', year: 115, agency: '' });
    expect(issues.map(({ code }) => code)).toEqual(['title_missing', 'agency_missing', 'year_from_name']);
  });

  it('may come again at page breaks, in the middle of an item and of a text', async () => {
    const reading = await readRows([
      ['松林區公所115年度服務計畫'],
      heading,
      ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
      [null, null, '2.乙先做一半', '民政課'],
      ['松林區公所115年度服務計畫'],
      heading,
      [null, null, '再做一半', null],
      ['一、服務(續)', '(一)櫃檯', '3.丙', '社會課'],
      ['二、回饋', '(一)民意', '1.丁', '秘書室'],
    ]);
    expect(treeOf(reading)).toEqual([
      '一 服務',
      '  (一) 櫃檯',
      '    1 甲 [民政課]',
      '    2 乙先做一半再做一半 [民政課]',
      '    3 丙 [社會課]',
      '二 回饋',
      '  (一) 民意',
      '    1 丁 [秘書室]',
    ]);
    expect(doubtsOf(reading)).toEqual(['row_joined 7 C 0.0.1']);
  });
});

describe('the sheet with the table', () => {
  const table = [heading, ['一、服務', '(一)櫃檯', '1.甲', '民政課']] as const;

  it('may be any sheet', async () => {
    const reading = await readSheets([
      { name: '說明', rows: [['請填寫下一頁']] },
      { name: '計畫', rows: [[], [], ...table.map(row => [null, null, ...row])] },
    ]);
    expect(treeOf(reading)).toHaveLength(3);
    expect(reading.sources).toEqual([
      { at: '0', sheet: '計畫', row: 4, column: 'C' },
      { at: '0.0', sheet: '計畫', row: 4, column: 'D' },
      { at: '0.0.0', sheet: '計畫', row: 4, column: 'E' },
    ]);
  });

  it('is a visible one before a hidden one, and other tables are said', async () => {
    const other = [...table, [null, null, '2.乙', '民政課'], [null, null, '3.丙', '民政課']];
    const reading = await readSheets([
      { name: '去年', rows: other, state: 'hidden' },
      { name: '今年', rows: table },
    ]);
    expect(treeOf(reading)).toHaveLength(3);
    expect(reading.issues.filter(({ code }) => code === 'table_elsewhere')).toMatchObject([
      { params: { sheet: '去年' } },
    ]);
  });

  it('may be filtered; hidden rows are read and it is said', async () => {
    const reading = await readSheets([{ rows: [...table, [null, null, '2.乙', '民政課']], hiddenRows: [3] }]);
    expect(treeOf(reading)).toHaveLength(4);
    expect(doubtsOf(reading)).toEqual(['rows_hidden 3']);
  });

  it('may not be there at all', async () => {
    const reading = await readSheets([
      {
        name: '通訊錄',
        rows: [
          ['姓名', '電話', '單位'],
          ['甲', '1', '民政課'],
        ],
      },
    ]);
    expect(reading.plan.items).toEqual([]);
    expect(reading.issues).toMatchObject([
      { code: 'table_not_found', severity: 'error', params: { sheets: '通訊錄' } },
    ]);
    expect(reading.issues[0]?.message).toContain('檔案已原樣保存');
  });

  it('may have headings and nothing below', async () => {
    expect((await readRows([heading])).issues).toMatchObject([{ code: 'table_not_found' }]);
  });
});

describe('doubtful numbering', () => {
  const steps = (...texts: readonly string[]) => [
    heading,
    ...texts.map((text, i) => (i === 0 ? ['一、服務', '(一)櫃檯', text, '民政課'] : [null, null, text, '民政課'])),
  ];

  it('is restored where the sequence leaves one choice', async () => {
    const reading = await readRows(steps('1.甲', '乙事項。', '3.丙'));
    expect(treeOf(reading).slice(2)).toEqual(['    1 甲 [民政課]', '    2 乙事項。 [民政課]', '    3 丙 [民政課]']);
    expect(doubtsOf(reading)).toEqual(['label_restored 3 C 0.0.1']);
  });

  it('is left as printed and said where it does not', async () => {
    expect(doubtsOf(await readRows(steps('1.甲', '3.丙')))).toEqual(['label_gap 3 C 0.0.1']);
    expect(doubtsOf(await readRows(steps('1.甲', '1.丙')))).toEqual(['label_repeated 3 C 0.0.1']);
    expect(doubtsOf(await readRows(steps('2.甲', '3.丙')))).toEqual(['label_gap 2 C 0.0.0']);
    expect(doubtsOf(await readRows(steps('1.甲。', '丙')))).toEqual(['label_missing 3 C 0.0.1']);
    expect(doubtsOf(await readRows(steps('(1)甲', '1.丙')))).toEqual(['mark_unexpected 3 C 0.0.1']);
  });
});

describe('other doubts', () => {
  it('a step under no key point goes under the item and is said', async () => {
    const reading = await readRows([
      heading,
      ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
      ['二、回饋', null, '1.乙', '秘書室'],
    ]);
    expect(treeOf(reading).slice(3)).toEqual(['二 回饋', '  1 乙 [秘書室]']);
    expect(doubtsOf(reading)).toEqual(['parent_missing 3 B 1.0']);
  });

  it('a row with a unit alone adds to the row above and is said', async () => {
    const reading = await readRows([heading, ['一、服務', '(一)櫃檯', '1.甲', '民政課'], [null, null, null, '社會課']]);
    expect(treeOf(reading).at(-1)).toBe('    1 甲 [民政課 社會課]');
    expect(doubtsOf(reading)).toEqual(['row_joined 3 D 0.0.0']);
  });

  it('several steps beside several units share them and it is said', async () => {
    const reading = await readRows([heading, ['一、服務', '(一)櫃檯', '1.甲\n2.乙', '民政課\n社會課']]);
    expect(treeOf(reading).slice(2)).toEqual(['    1 甲 [民政課 社會課]', '    2 乙 [民政課 社會課]']);
    expect(doubtsOf(reading)).toEqual(['units_shared 2 D 0.0.0']);
  });

  it('an error value is blank and is said', async () => {
    const reading = await readRows([heading, ['一、服務', '(一)櫃檯', '1.甲', '#REF!']]);
    expect(doubtsOf(reading)).toEqual(['cell_error 2 D']);
  });

  it('a text that no plan can hold is cut and is said, and the reading stays valid', async () => {
    const reading = await readRows([heading, ['一、服務', '(一)櫃檯', `1.${'很長'.repeat(5000)}`, '民政課']]);
    expect(reading.plan.items[0]?.children[0]?.children[0]?.text).toHaveLength(8000);
    expect(doubtsOf(reading)).toEqual(['text_cut 2 C 0.0.0']);
    planDocument.parse(reading.plan);
  });
});

describe('a self-check form read as a plan', () => {
  it('gives its plan, without counting rows, sums and the row to sign', async () => {
    const reading = await readRows([
      ['松林區公所115年度提升服務計畫自行檢核表'],
      ['填報機關（單位）：', '明湖市松林區公所', null, '填表日期：'],
      ['項次', '實施要項', '執行重點', '執行步驟(方法)', '主(協)辦', '檢核結果'],
      [1, '一、服務', '(一)櫃檯', '1.甲', '民政課', '□已完成'],
      [2, '一、服務', '(一)櫃檯', '2.乙', '民政課', '□已完成'],
      [3, '一、服務', '(二)環境', '綠化庭園。', '秘書室', '□已完成'],
      [null, null, null, '小計（一）', null, '0/3'],
      [4, '二、回饋', '(一)民意', '1.丁', '秘書室', '□已完成'],
      ['總　計', null, null, null, null, '0/4'],
      [null, null, null, null, null, null],
      ['承辦人', null, '課室主管：', '主 任 秘 書', null, '機關首長（核章）'],
    ]);
    expect(reading.plan.agency).toBe('明湖市松林區公所');
    expect(treeOf(reading)).toEqual([
      '一 服務',
      '  (一) 櫃檯',
      '    1 甲 [民政課]',
      '    2 乙 [民政課]',
      '  (二) 環境',
      '    - 綠化庭園。 [秘書室]',
      '二 回饋',
      '  (一) 民意',
      '    1 丁 [秘書室]',
    ]);
    expect(doubtsOf(reading)).toEqual([
      'row_outside 2 D',
      'column_unread 3 F',
      'row_outside 7 D',
      'row_outside 9 A',
      'row_outside 11 A',
    ]);
  });
});
