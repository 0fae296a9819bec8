import { describe, expect, it } from 'vitest';
import { headings, lines, onlySheet, profileOf } from './books.ts';

describe('forms as offices make them', () => {
  it('name the choices in the title of the result, and space and break their titles', async () => {
    const sheet = await onlySheet({
      rows: [
        [
          '執 行 要 項',
          '執　行\n重　點',
          '執行\n步驟',
          '辦理情形\n(已完成/辦理中)',
          '具體成果',
          '佐證\n資料',
          '備　　註',
        ],
        ['一、閱讀推廣', '(一)嬰幼兒', '1.發送閱讀袋', null, null, null, null],
        [null, null, '2.辦理說故事', null, null, null, null],
      ],
    });
    expect(sheet.columns).toEqual({
      item: 'A',
      keyPoint: 'B',
      step: 'C',
      result: 'D',
      narrative: 'E',
      evidence: 'F',
      remarks: 'G',
    });
    expect(sheet.resultChoices).toEqual(['已完成', '辦理中']);
    expect(sheet.choiceStyle).toBe('words');
    expect(lines(sheet.rows)).toEqual(['2 1 發送閱讀袋', '3 2 辦理說故事']);
  });

  it('print their title, agency, page and header again on every page', async () => {
    const page = (n: number) => [
      ['望海市立圖書館114年度服務自行檢核表', null, null, null, `第${n}頁，共3頁`],
      ['受檢機關：望海市立圖書館', null, '檢核期間：114年上半年', null, null],
      ['執行要項', '執行重點', '執行步驟', '檢核結果', '辦理情形'],
    ];
    const profile = await profileOf({
      rows: [
        ...page(1),
        ['一、閱讀推廣', '(一)嬰幼兒', '1.發送閱讀袋', null, null],
        [null, null, '2.辦理說故事', null, null],
        [],
        ...page(2),
        ['一、閱讀推廣(續)', '(一)嬰幼兒(續)', '3.親子共讀', null, null],
        [null, '(二)樂齡', '1.行動書車', null, null],
        [],
        ...page(3),
        ['二、空間改造', '(一)照明', '1.更換燈具', null, null],
        ['承辦人：', null, '主任：', null, '館長：'],
      ],
    });
    const sheet = profile.sheets[0]!;
    expect(lines(sheet.rows)).toEqual([
      '4 1 發送閱讀袋',
      '5 2 辦理說故事',
      '10 3 親子共讀',
      '11 1 行動書車',
      '16 1 更換燈具',
    ]);
    expect(headings(sheet.rows)).toEqual([
      '一閱讀推廣 / (一)嬰幼兒',
      '一閱讀推廣 / (一)嬰幼兒',
      '一閱讀推廣 / (一)嬰幼兒',
      '一閱讀推廣 / (二)樂齡',
      '二空間改造 / (一)照明',
    ]);
    expect(sheet.repeatedHeaderRows).toEqual([9, 15]);
    expect(sheet).toMatchObject({ agencyCell: 'A2', periodCell: 'C2', signOffRow: 17 });
    expect(profile.issues).toEqual([]);
  });

  it('have columns for units that help, for aims and for what was reached', async () => {
    const sheet = await onlySheet({
      rows: [
        [
          '項次',
          '工作項目',
          '具體作法',
          '主辦單位',
          '協辦單位',
          '年度目標值',
          '實際值',
          '達成率',
          '是否完成',
          '執行成果說明',
          '附件編號',
        ],
        [1, '閱讀推廣', '辦理說故事', '推廣課', '秘書室、資訊室', 12, null, null, null, null, null],
        [2, '空間改造', '更換燈具', '秘書室', null, '100%', null, null, null, null, null],
      ],
      lists: { 'I2:I3': ['是', '否'] },
    });
    expect(sheet.columns).toEqual({
      number: 'A',
      item: 'B',
      step: 'C',
      units: 'D',
      result: 'I',
      narrative: 'J',
      evidence: 'K',
    });
    expect(sheet.otherColumns).toEqual({ 協辦單位: 'E', 年度目標值: 'F', 實際值: 'G', 達成率: 'H' });
    expect(sheet.rows.map(({ units }) => units)).toEqual([['推廣課'], ['秘書室']]);
    expect(sheet.resultChoices).toEqual(['是', '否']);
  });

  it('number their rows 1-1-1 in a column of its own', async () => {
    const sheet = await onlySheet({
      rows: [
        ['編號', '執行要項', '執行重點', '執行步驟', '檢核結果', '辦理情形'],
        ['1-1-1', '閱讀推廣', '嬰幼兒', '發送閱讀袋', null, null],
        ['1-1-2', null, null, '辦理說故事', null, null],
        ['1-2-1', null, '樂齡', '行動書車', null, null],
        ['2-1-1', '空間改造', '照明', '更換燈具', null, null],
      ],
    });
    expect(lines(sheet.rows)).toEqual([
      '2 1-1-1 發送閱讀袋',
      '3 1-1-2 辦理說故事',
      '4 1-2-1 行動書車',
      '5 2-1-1 更換燈具',
    ]);
  });

  it('merge every question over several rows, with an answer in each or in none', async () => {
    const merged = await onlySheet({
      rows: [
        ['項次', '執行重點', '執行步驟', '檢核結果', '辦理情形', '佐證資料'],
        [1, '(一)嬰幼兒', '1.發送閱讀袋：\n(1)醫院\n(2)戶所', null, null, null],
        [],
        [2, null, '2.辦理說故事', null, null, null],
        [],
        [],
        [3, '(二)樂齡', '1.行動書車', null, null, null],
        [],
      ],
      merges: [
        ...['A2:A3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'A4:A6', 'C4:C6', 'D4:D6', 'E4:E6', 'F4:F6'],
        ...['A7:A8', 'B7:B8', 'C7:C8', 'D7:D8', 'E7:E8', 'F7:F8', 'B2:B6'],
      ],
      drawn: ['A1:F8'],
    });
    expect(lines(merged.rows)).toEqual(['2 1 發送閱讀袋：', '4 2 辦理說故事', '7 1 行動書車']);
    expect(merged.rows.map(({ cells }) => cells.narrative)).toEqual(['E2', 'E4', 'E7']);
    expect([merged.blankRows, merged.spareRows]).toEqual([undefined, undefined]);
    const evidenced = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '檢核結果', '辦理情形', '佐證資料'],
        ['(一)嬰幼兒', '1.發送閱讀袋', null, null, '附件1：照片'],
        [null, null, null, null, '附件2：簽到表'],
        ['(二)樂齡', '1.行動書車', null, null, '附件1：班表'],
        [null, null, null, null, '附件2：里程'],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5'],
    });
    expect(lines(evidenced.rows)).toEqual(['2 1 發送閱讀袋', '4 1 行動書車']);
  });

  it('are signed in a column of cells merged over several rows, or on several rows', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '檢核結果', '辦理情形', '備註'],
        ['(一)嬰幼兒', '1.發送閱讀袋', null, null, null],
        ['(二)樂齡', '1.行動書車', null, null, null],
        ['填\n表\n人', null, '單位\n主管', null, '機關\n首長'],
        [],
        ['註：本表一式二份。'],
      ],
      merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'A6:E6'],
      drawn: ['A1:E5'],
    });
    expect(lines(sheet.rows)).toEqual(['2 1 發送閱讀袋', '3 1 行動書車']);
    expect(sheet.signOffRow).toBe(4);
    expect(sheet.noteRows).toEqual([6]);
    const rows = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '檢核結果', '辦理情形'],
        ['(一)嬰幼兒', '1.發送閱讀袋', null, null],
        ['承辦人', null, null, null],
        ['單位主管', null, null, null],
        ['機關首長', null, null, null],
      ],
      merges: ['B3:D3', 'B4:D4', 'B5:D5'],
      drawn: ['A1:D5'],
    });
    expect(lines(rows.rows)).toEqual(['2 1 發送閱讀袋']);
    expect(rows.signOffRow).toBe(3);
  });

  it('tell of months or halves of the year in columns of their own', async () => {
    const sheet = await onlySheet({
      rows: [
        ['檢核期間：114年下半年'],
        ['執行要項', '執行步驟', '主(協)辦單位', '上半年', null, '下半年', null, '備註'],
        [null, null, null, '檢核結果', '辦理情形', '檢核結果', '辦理情形', null],
        ['一、閱讀推廣', '1.發送閱讀袋', '推廣課(秘書室)', '已完成', '發送三百份。', null, null, null],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3'],
    });
    expect(sheet.headerRows).toEqual([2, 3]);
    expect(sheet.columns).toMatchObject({ result: 'F', narrative: 'G', remarks: 'H' });
  });

  it('stand beside another table and under a long explanation', async () => {
    const sheet = await onlySheet({
      rows: [
        ['114年度服務自行檢核表'],
        ['填表說明：\n一、執行要項、執行重點、執行步驟請勿更動。\n二、檢核結果、辦理情形及佐證資料請詳填。'],
        ['檢核項目', '檢核內容', '自我檢核', null, '說明', '佐證資料', null, '代碼', '意義'],
        [null, null, '符合', '不符合', null, null, null, null, null],
        ['1.服務台', '1.1 有人值班', null, null, null, null, null, 'A', '優'],
        [null, '1.2 備有表單', null, null, null, null, null, 'B', '良'],
        ['2.書庫', '2.1 動線暢通', null, null, null, null, null, 'C', '可'],
      ],
      merges: ['A2:F2', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4'],
    });
    expect(sheet.columns).toMatchObject({
      item: 'A',
      step: 'B',
      resultTicks: { 符合: 'C', 不符合: 'D' },
      narrative: 'E',
      evidence: 'F',
    });
    expect(lines(sheet.rows)).toEqual(['5 1.1 有人值班', '6 1.2 備有表單', '7 2.1 動線暢通']);
    expect(headings(sheet.rows)).toEqual(['1服務台 / -', '1服務台 / -', '2書庫 / -']);
  });
});
