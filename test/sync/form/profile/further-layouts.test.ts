import { describe, expect, it } from 'vitest';
import { headings, lines, onlySheet, profileOf } from './books.ts';

describe('further forms as offices make them', () => {
  it('have titles in two languages', async () => {
    const sheet = await onlySheet({
      rows: [
        [
          '項次\nNo.',
          '執行要項\nItem',
          '執行步驟\nStep',
          '負責單位\nUnit',
          '執行狀態\nStatus',
          '辦理情形\nProgress',
          '佐證資料\nEvidence',
        ],
        ['1', '閱讀推廣', '說故事', '推廣課', '進行中', null, null],
        ['2', '空間改造', '更換燈具', '秘書室', '已完成', null, null],
      ],
    });
    expect(sheet.columns).toEqual({
      number: 'A',
      item: 'B',
      step: 'C',
      units: 'D',
      result: 'E',
      narrative: 'F',
      evidence: 'G',
    });
  });

  it('letter their columns below the header', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行要項', '執行步驟', '檢核結果', '辦理情形', '佐證資料'],
        ['(A)', '(B)', '(C)', '(D)', '(E)'],
        ['一、閱讀推廣', '1.說故事', null, null, null],
        [null, '2.書車', null, null, null],
      ],
    });
    expect(lines(sheet.rows)).toEqual(['3 1 說故事', '4 2 書車']);
  });

  it('show in a row how to fill the others in', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行要項', '執行步驟', '檢核結果', '辦理情形', '佐證資料'],
        ['填寫範例', '1.召開會議', '已完成', '於1月5日召開會議', '會議紀錄'],
        ['一、閱讀推廣', '1.說故事', null, null, null],
        [null, '2.書車', null, null, null],
      ],
    });
    expect(lines(sheet.rows)).toEqual(['3 1 說故事', '4 2 書車']);
  });

  it('number their columns below the header', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行要項', '執行步驟', '檢核結果', '辦理情形'],
        ['1', '2', '3', '4', '5'],
        ['1', '一、閱讀推廣', '1.說故事', null, null],
        ['2', null, '2.書車', null, null],
      ],
    });
    expect(lines(sheet.rows)).toEqual(['3 1 說故事', '4 2 書車']);
  });

  it('have a heading for each unit', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '檢核結果', '辦理情形', '佐證資料', '完成百分比(%)'],
        ['【推廣課】'],
        ['1.說故事', null, null, null, null],
        ['2.書車', null, null, null, null],
        ['【秘書室】'],
        ['1.更換燈具', null, null, null, null],
      ],
      merges: ['A2:E2', 'A5:E5'],
    });
    expect(lines(sheet.rows)).toEqual(['3 1 說故事', '4 2 書車', '6 1 更換燈具']);
    expect(headings(sheet.rows)).toEqual(['【推廣課】 / -', '【推廣課】 / -', '【秘書室】 / -']);
  });

  it('are signed above the table', async () => {
    const profile = await profileOf({
      rows: [
        ['望海市立圖書館'],
        ['114年度第2季服務檢核表'],
        ['填表人：', null, '單位主管：', null, '機關首長：'],
        ['執行要項', '執行步驟', '檢核結果', '辦理情形', '佐證資料'],
        ['一、閱讀推廣', '1.說故事', '□是□否□不適用', null, null],
        [null, '2.書車', '□是□否□不適用', null, null],
        ['合計', null, null, null, null],
      ],
      merges: ['A1:E1', 'A2:E2'],
    });
    expect(profile.sheets[0]!.signOffRow).toBe(3);
    expect(profile.agencyName).toBe('望海市立圖書館');
    expect(profile.sheets[0]!.resultChoices).toEqual(['是', '否', '不適用']);
    expect(lines(profile.sheets[0]!.rows)).toEqual(['5 1 說故事', '6 2 書車']);
  });

  it('write the halves of their titles into two rows', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行', '執行', '執行', '主辦', '檢核', '辦理', '佐證'],
        ['要項', '重點', '步驟', '單位', '結果', '情形', '資料'],
        ['一、閱讀推廣', '(一)嬰幼兒', '1.說故事', '推廣課', null, null, null],
        [null, null, '2.書車', '推廣課', null, null, null],
      ],
    });
    expect(sheet.headerRows).toEqual([1, 2]);
    expect(sheet.columns).toEqual({
      item: 'A',
      keyPoint: 'B',
      step: 'C',
      units: 'D',
      result: 'E',
      narrative: 'F',
      evidence: 'G',
    });
  });

  it('are scored by the agency and by others, each with words of their own', async () => {
    const sheet = await onlySheet({
      rows: [
        ['評核項目', '評核內容', '配分', '機關自評', null, '考核小組評核', null, '備註'],
        [null, null, null, '得分', '辦理情形', '得分', '評核意見', null],
        ['一、閱讀推廣', '1.說故事', 10, null, null, null, null, null],
        [null, '2.書車', 10, null, null, null, null, null],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1', 'H1:H2'],
    });
    expect(sheet.columns).toEqual({
      item: 'A',
      step: 'B',
      selfScore: 'D',
      narrative: 'E',
      firstScore: 'F',
      remarks: 'H',
    });
  });
});
