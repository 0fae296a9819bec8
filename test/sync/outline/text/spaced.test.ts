import { describe, expect, it } from 'vitest';
import { blocksOf, cellsOf } from './read.ts';

const line = (item: string, keyPoint: string, step: string, unit = ''): string =>
  `${item.padEnd(10)}${keyPoint.padEnd(14)}${step.padEnd(18)}${unit}`.trimEnd();

const header = line('執行要項', '執行重點', '執行步驟', '執行單位');

/** As programs print that keep the places of words: merged cells stand in the middle of the rows that they cover. */
const spaced = [
  header,
  line('', '', '1.訂定借閱證申辦流程圖，'),
  line('', '', '', '閱覽課'),
  line('', '(一)建立一致的作業', '張貼於服務臺。'),
  line('一、改善臨櫃', '流程，確保正確。', '2.檢討各項表單，減少讀者', '資訊系'),
  line('服務', '', '填寫的欄位。', '統室'),
  line('', '(二)傾聽讀者意見。', '設置意見箱，由專人於三日'),
  line('', '', '內回覆。', '各課室'),
  `\f${header}`,
  line('二、擴大參與', '(一)邀請讀者參與。', '1.辦理讀者座談。', '推廣課'),
  line('', '', '2.公布座談結果。', '推廣課'),
  line('', '', '3.檢討表單。', '資訊系'),
  line('', '', '', '統室'),
].join('\n');

describe('a table whose cells are parted by columns of blanks', () => {
  it('gets its rows back though key points are printed below the steps that they cover', () => {
    expect(cellsOf(spaced)).toEqual([
      ['執行要項', '執行重點', '執行步驟', '執行單位'],
      ['一、改善臨櫃服務', '(一)建立一致的作業流程，確保正確。', '1.訂定借閱證申辦流程圖，張貼於服務臺。', '閱覽課'],
      ['', '', '2.檢討各項表單，減少讀者填寫的欄位。', '資訊系\n統室'],
      ['', '(二)傾聽讀者意見。', '設置意見箱，由專人於三日內回覆。', '各課室'],
      ['二、擴大參與', '(一)邀請讀者參與。', '1.辦理讀者座談。', '推廣課'],
      ['', '', '2.公布座談結果。', '推廣課'],
      ['', '', '3.檢討表單。', '資訊系\n統室'],
    ]);
  });

  it('says that columns do not count alike', () => {
    const text = spaced.replace('(二)傾聽讀者意見。', ' '.repeat(10));
    expect(blocksOf(text).issues.map(({ code }) => code)).toContain('text_columns_unmatched');
  });
});
