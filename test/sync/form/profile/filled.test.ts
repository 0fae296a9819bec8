import { describe, expect, it } from 'vitest';
import { splitNarrative } from '../../../../sync/form/answers/index.ts';
import { headings, lines, onlySheet, type Value } from './books.ts';

const table = (answers: readonly (readonly Value[])[]): readonly (readonly Value[])[] => [
  ['湖東區公所自行檢核表', null, null, null, null, null, null, null],
  ['受檢機關：', '湖東區公所', null, '檢核期間：', '114年下半年', null, '填表日期：', '115.1.5'],
  ['項次', '執行要項', '執行步驟', '主辦單位', '檢核結果', '辦理情形', '佐證資料', '備註'],
  [1, '一、便捷', '1.線上預約', '民政課', ...(answers[0] ?? [])],
  [2, null, '2.到府服務', '社會課', ...(answers[1] ?? [])],
  [3, '二、透明', '1.公開資訊', '秘書室', ...(answers[2] ?? [])],
  [null, '合計', null, null, null, null, null, null],
  ['承辦人：', null, '課長：', null, '區長：', null, null, null],
];

const confusing: readonly (readonly Value[])[] = [
  [
    '已完成',
    '執行步驟：\n一、辦理情形\n(一)說明會3場。\n1.檢核結果良好\n合計120人次。',
    '1.佐證資料.pdf\n2.備註.docx',
    '註：詳附件',
  ],
  ['辦理中', '114.12.01：完成招標。\n※備註：履約中', '執行情形', '小計'],
  ['未辦理', '主任：尚未核定\n單位主管：補正中', '無', '114年度'],
];

describe('a form that somebody filled in', () => {
  it('is found as the blank one was, whatever the answers say', async () => {
    const blank = await onlySheet({ rows: table([]) });
    const filled = await onlySheet({ rows: table(confusing) });
    const { decisions: _, ...before } = blank;
    const { decisions: __, ...after } = filled;
    expect(after).toEqual(before);
    expect(lines(filled.rows)).toEqual(['4 1 線上預約', '5 2 到府服務', '6 1 公開資訊']);
    expect(headings(filled.rows)).toEqual(['一便捷 / -', '一便捷 / -', '二透明 / -']);
    expect(filled).toMatchObject({ agencyCell: 'B2', periodCell: 'E2', dateCell: 'H2', signOffRow: 8, totalRows: [7] });
  });

  it('keeps its columns though drop-downs were typed over and ticks are of all kinds', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '檢核結果', null, null, '辦理情形'],
        [null, null, '是', '否', '不適用', null],
        ['一、甲', '1.乙', 'V', null, null, '是'],
        [null, '2.丙', null, '○', null, '否，因經費不足'],
        [null, '3.丁', null, null, '✔', '不適用'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2', 'A3:A5'],
    });
    expect(sheet.headerRows).toEqual([1, 2]);
    expect(lines(sheet.rows)).toEqual(['3 1 乙', '4 2 丙', '5 3 丁']);
  });

  it('tells the history in its cells', async () => {
    const rows = [
      ['執行步驟', '辦理情形'],
      ['1.甲', '本期新增三處。\n---\n前次（113年下半年）：\n新增二處。\n---\n前次（113年上半年）：\n新增一處。'],
      ['2.乙', null],
    ];
    const sheet = await onlySheet({ rows });
    expect(sheet.rows.map(({ history }) => history)).toEqual([
      [
        { period: '113年下半年', text: '新增二處。' },
        { period: '113年上半年', text: '新增一處。' },
      ],
      [],
    ]);
  });
});

describe('one cell with earlier narratives', () => {
  it.each([
    ['drawn lines', '今年。\n------\n去年。', '今年。', [{ period: null, text: '去年。' }]],
    ['上次', '今年。\n上次：去年。', '今年。', [{ period: null, text: '去年。' }]],
    [
      'days that run backwards',
      '114.06.30：新。\n113.12.31：舊。',
      '114.06.30：新。',
      [{ period: '113.12.31', text: '舊。' }],
    ],
    [
      'counts that run backwards',
      '第3次：丙\n第2次：乙\n第1次：甲',
      '第3次：丙',
      [
        { period: '第2次', text: '乙' },
        { period: '第1次', text: '甲' },
      ],
    ],
    ['only 前次', '前次（113年）：\n舊。', '', [{ period: '113年', text: '舊。' }]],
  ])('is split at %s', (_, cell, narrative, history) => {
    expect(splitNarrative(cell)).toMatchObject({ narrative, history });
  });

  it.each([
    '第1次：甲\n第2次：乙',
    '1月完成。\n2月檢討。',
    '比前次增加三件。',
    '前次未完成者已補辦',
  ])('is one narrative: %s', cell => {
    expect(splitNarrative(cell)).toMatchObject({ narrative: cell, history: [] });
  });
});
