import { describe, expect, it } from 'vitest';
import { choicesIn } from '../../../../sync/form/profile/index.ts';
import { onlySheet } from './books.ts';

const header = ['執行重點', '執行步驟', '檢核結果', '辦理情形'];

describe('results', () => {
  it('are ticked in columns, whatever the ticks look like', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '檢核結果', null, '辦理情形'],
        [null, '符合', '不符合', null],
        ['1.甲', 'V', null, '符合規定'],
        ['2.乙', null, '○', '不符合原因：人力不足'],
        ['3.丙', '●', null, null],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:D2'],
    });
    expect(sheet.headerRows).toEqual([1, 2]);
    expect(sheet.columns.resultTicks).toEqual({ 符合: 'B', 不符合: 'C' });
    expect(sheet.rows).toHaveLength(3);
  });

  it('are ticked in columns without a title over them', async () => {
    const sheet = await onlySheet({
      rows: [
        ['檢核項目', '是', '否', '不適用', '說明'],
        ['1.備有急救箱', null, null, null, null],
        ['2.定期演練', null, null, null, null],
      ],
    });
    expect(sheet.columns).toEqual({ item: 'A', resultTicks: { 是: 'B', 否: 'C', 不適用: 'D' }, narrative: 'E' });
    expect(sheet.rows.map(({ cells }) => cells.resultTicks?.不適用)).toEqual(['D2', 'D3']);
  });

  it.each([
    ['lines', '□已完成\n□辦理中\n□未辦理\n□不適用'],
    ['blanks', '☐已完成 ☐辦理中 ☐未辦理 ☐不適用'],
    ['commas', '□已完成，□辦理中，□未辦理，□不適用'],
    ['circles', '○已完成　○辦理中　○未辦理　○不適用'],
    ['one box ticked', '☑已完成 □辦理中 □未辦理 □不適用'],
    ['brackets', '( )已完成 ( )辦理中 ( )未辦理 (V)不適用'],
    ['a letter in place of a box', 'V已完成 □辦理中 □未辦理 □不適用'],
  ])('are marked inside a cell, apart by %s', async (_, list) => {
    const sheet = await onlySheet({ rows: [header, ['一、甲', '1.乙', list, null], [null, '2.丙', list, null]] });
    expect(sheet.choiceStyle).toBe('marks');
    expect(sheet.resultChoices).toBeUndefined();
    expect(choicesIn(list).map(({ word }) => word)).toEqual(['已完成', '辦理中', '未辦理', '不適用']);
  });

  it('are chosen from a list that is written out or stands on another sheet', async () => {
    const rows = [header, ['一、甲', '1.乙', null, null], [null, '2.丙', null, null]];
    const written = await onlySheet({ rows, lists: { 'C2:C3': ['是', '否'] } });
    expect([written.choiceStyle, written.resultChoices]).toEqual(['list', ['是', '否']]);
    const elsewhere = await onlySheet(
      { rows, lists: { 'C2:C3': '選項!$A$1:$A$3' } },
      { name: '選項', rows: [['符合'], ['部分符合'], ['不符合']], state: 'hidden' },
    );
    expect([elsewhere.choiceStyle, elsewhere.resultChoices]).toEqual(['list', ['符合', '部分符合', '不符合']]);
  });

  it('are found by what the cells offer where the title could mean something else', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '執行情形', '自評'],
        ['1.甲', null, '□優 □可 □劣'],
        ['2.乙', null, '□優 □可 □劣'],
      ],
    });
    expect(sheet.columns).toEqual({ step: 'A', narrative: 'B', result: 'C' });
    expect(sheet.resultChoices).toEqual(['優', '可', '劣']);
  });

  it('stand beside the narrative where both are called 情形', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '執行情形', '辦理情形'],
        ['1.甲', null, null],
      ],
    });
    expect(sheet.columns).toEqual({ step: 'A', result: 'B', narrative: 'C' });
    expect(sheet.choiceStyle).toBe('words');
  });

  it('are not seen in sentences', () => {
    for (const text of ['○○區公所已完成', '本項□應改善', '依規定辦理', '1.○○路巡查\n2.○○街清掃']) {
      expect(choicesIn(text)).toEqual([]);
    }
  });
});

describe('scores', () => {
  it('are given by the agency and by those above it', async () => {
    const sheet = await onlySheet({
      rows: [
        ['評核項目', '評分標準', '配分', '評分', null, null, '佐證資料'],
        [null, null, null, '自評', '初核', '複核', null],
        ['一、電話禮貌', '1.接聽速度', 10, 9, 8.5, null, '錄音檔'],
        [null, '2.應對用語', 5, 5, 4, null, null],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'],
    });
    expect(sheet.columns).toEqual({
      item: 'A',
      step: 'B',
      selfScore: 'D',
      firstScore: 'E',
      secondScore: 'F',
      evidence: 'G',
    });
    expect(sheet.rows.map(({ weight }) => weight)).toEqual([10, 5]);
    expect(sheet.choiceStyle).toBeNull();
  });

  it('stand under whoever gives them, with words beside', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項目', '自評', null, '初核', null],
        [null, '分數', '說明', '分數', '意見'],
        ['1.網頁更新', null, null, null, null],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    });
    expect(sheet.columns).toEqual({ item: 'A', selfScore: 'B', narrative: 'C', firstScore: 'D' });
    expect(sheet.otherColumns).toEqual({ 意見: 'E' });
  });
});
