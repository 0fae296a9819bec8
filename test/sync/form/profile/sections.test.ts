import { describe, expect, it } from 'vitest';
import { headings, lines, onlySheet, profileOf } from './books.ts';

describe('headings in rows of their own', () => {
  it('are items and key points, with and without marks, where the table has steps only', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行步驟', '主辦單位', '檢核結果', '辦理情形'],
        ['訂定服務計畫'],
        ['每年檢討一次'],
        [1, '公布於網站', '秘書室', null, null],
        ['一、便利服務'],
        ['(一)流程'],
        [2, '1.簡化表單', '民政課', null, null],
        ['(二)環境'],
        [3, '1.增設座椅', '秘書室', null, null],
        ['二、資訊公開'],
        ['(一)網站'],
        [4, '1.每週更新', '秘書室', null, null],
      ],
      merges: ['A2:E2', 'A3:E3', 'A5:E5', 'A6:E6', 'A8:E8', 'A10:E10', 'A11:E11'],
    });
    expect(lines(sheet.rows)).toEqual(['4 - 公布於網站', '7 1 簡化表單', '9 1 增設座椅', '12 1 每週更新']);
    expect(headings(sheet.rows)).toEqual([
      '訂定服務計畫 / 每年檢討一次',
      '一便利服務 / (一)流程',
      '一便利服務 / (二)環境',
      '二資訊公開 / (一)網站',
    ]);
    expect(sheet.sectionRows).toEqual([2, 3, 5, 6, 8, 10, 11]);
  });

  it('need not be merged', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行步驟', '辦理情形'],
        ['一、便利服務', null, null],
        [1, '簡化表單', null],
        [2, '增設座椅', null],
        ['二、資訊公開', null, null],
        [3, '每週更新', null],
      ],
    });
    expect(sheet.sectionRows).toEqual([2, 5]);
    expect(headings(sheet.rows)).toEqual(['一便利服務 / -', '一便利服務 / -', '二資訊公開 / -']);
  });

  it('go on overleaf, below the header printed again', async () => {
    const header = ['執行要項', '執行重點', '執行步驟', '辦理情形'];
    const sheet = await onlySheet({
      rows: [
        header,
        ['一、甲', '(一)乙', '1.丙', null],
        [null, null, '2.丁', null],
        header,
        ['一、甲（續）', '(一)乙（續上頁）', '3.戊', null],
        [null, null, '4.己', null],
      ],
      merges: ['A2:A3', 'B2:B3', 'A5:A6', 'B5:B6'],
    });
    expect(sheet.repeatedHeaderRows).toEqual([4]);
    expect(new Set(headings(sheet.rows))).toEqual(new Set(['一甲 / (一)乙']));
  });

  it('carry their marks in the first of two columns under one title', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行要項', null, '執行步驟', null, '辦理情形'],
        ['一', '便利', '1', '簡化表單', null],
        [null, null, '2', '增設座椅', null],
        ['二', '公開', '1', '每週更新', null],
      ],
      merges: ['A1:B1', 'C1:D1', 'A2:A3', 'B2:B3'],
    });
    expect(sheet.columns).toEqual({ item: 'A', step: 'C', narrative: 'E' });
    expect(lines(sheet.rows)).toEqual(['2 1 簡化表單', '3 2 增設座椅', '4 1 每週更新']);
    expect(headings(sheet.rows)).toEqual(['一便利 / -', '一便利 / -', '二公開 / -']);
  });

  it('may be all that a row asks', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行要項', '執行重點', '執行步驟', '檢核結果', '辦理情形'],
        ['訂定年度計畫', null, null, '□是 □否', null],
        ['一、甲', '(一)乙', null, '□是 □否', null],
        [null, '(二)丙', '1.丁', '□是 □否', null],
      ],
      merges: ['A2:C2'],
    });
    expect(lines(sheet.rows)).toEqual(['2 - 訂定年度計畫', '3 (一) 乙', '4 1 丁']);
    expect(headings(sheet.rows)).toEqual(['訂定年度計畫 / -', '一甲 / (一)乙', '一甲 / (二)丙']);
  });

  it('are no remarks between the header and the rows', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '檢核結果', '辦理情形'],
        ['（以下欄位請各單位填寫）', null, null],
        ['1.甲', null, null],
        ['※2.乙為重點項目', '□是 □否', null],
        ['註：甲由秘書室填寫', null, null],
      ],
      merges: ['A2:C2', 'A5:C5'],
    });
    expect(sheet.noteRows).toEqual([2, 5]);
    expect(sheet.rows.map(({ row }) => row)).toEqual([3, 4]);
  });

  it('stand in one column with their key points, on lines of one cell', async () => {
    const head = ['執行要項及重點', '執行步驟', '檢核結果', '辦理情形'];
    const profile = await profileOf({
      rows: [
        ['表一'],
        head,
        ['一、閱讀推廣\n(一)嬰幼兒', '1.發送閱讀袋', null, null],
        [null, '2.辦理說故事', null, null],
        ['(二)樂齡', '1.行動書車', null, null],
        ['二、空間改造', '1.更換燈具', null, null],
        [],
        ['表二'],
        head,
        ['三、資訊服務\n(一)網路', '1.無線網路', null, null],
      ],
    });
    expect(headings(profile.sheets[0]!.rows)).toEqual([
      '一閱讀推廣 / (一)嬰幼兒',
      '一閱讀推廣 / (一)嬰幼兒',
      '一閱讀推廣 / (二)樂齡',
      '二空間改造 / -',
      '三資訊服務 / (一)網路',
    ]);
    expect(profile.sheets[0]!.blankRows).toBeUndefined();
    expect(profile.issues).toEqual([]);
  });
});
