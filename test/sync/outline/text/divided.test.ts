import { describe, expect, it } from 'vitest';
import { blocksOf, cellsOf } from './read.ts';

const header = '工作要項\t\t工作重點\t業務單位';

describe('a table whose cells are told apart by tabs', () => {
  it('puts cells where they belong though those on the left got lost or columns moved', () => {
    const text = `${header}
訂定「服務計畫」\t訂定年度服務計畫。\t依市府計畫研訂。\t行政室
一、改善服務\t(一)建立作業流程。\t1. 公布流程圖。\t閱覽課
\t\t2. 檢討表單，減少應填的欄位以及應附的\t閱覽課

\t\t文件。\t
(二)提供查詢管道。\t1. 設置線上查詢。\t資訊室\t
\t2. 以簡訊通知。\t\t資訊室
(三)傾聽意見。\t設置意見箱。\t\t各課室
`;
    expect(cellsOf(text)).toEqual([
      ['工作要項', '工作重點', '', '業務單位'],
      ['訂定「服務計畫」', '訂定年度服務計畫。', '依市府計畫研訂。', '行政室'],
      ['一、改善服務', '(一)建立作業流程。', '1. 公布流程圖。', '閱覽課'],
      ['', '', '2. 檢討表單，減少應填的欄位以及應附的文件。', '閱覽課'],
      ['', '(二)提供查詢管道。', '1. 設置線上查詢。', '資訊室'],
      ['', '', '2. 以簡訊通知。', '資訊室'],
      ['', '(三)傾聽意見。', '設置意見箱。', '各課室'],
    ]);
    expect(blocksOf(text).issues).toMatchObject([{ code: 'text_cell_resumed', severity: 'info', line: 6 }]);
  });

  it('breaks sub-steps within a cell into lines', () => {
    const text = `${header}
一、改善服務\t(一)建立流程。\t1. 辦理線上服務 (1) 公布流程。 (2) 提供下載。\t各課室
\t\t2. 檢討表單。\t閱覽課
\t(二)提供查詢。\t1. 設置查詢 (1) 於網站。 (2) 於館內。\t各課室
`;
    expect(cellsOf(text)[1]![2]).toBe('1. 辦理線上服務\n(1)公布流程。\n(2)提供下載。');
  });

  it('takes a tab behind an automatic number for a blank', () => {
    expect(blocksOf('一、\t縮短等候時間。\n二、\t公開資訊。').paragraphs.map(({ text }) => text)).toEqual([
      '一、 縮短等候時間。',
      '二、 公開資訊。',
    ]);
  });
});

/** A page as recognition of a scanned table gives it: printed lines as rows, months beside their first lines. */
const scanned = `實施要項\t執 行 重 點\t執 行 步 驟\t查核\t備註
\t\t\t期限\t
一、改善服\t(一)建立作業流程,確\t1、公布流程圖於入\t6月、\t
務品質\t保處理正確。\t口處並隨時更新。\t12月\t
\t\t2、檢討各項表單,減\t6月、\t
\t\t少應填欄位。\t12月\t
\t(上)结坛4显1服 目10改\t\t6 H \\\t
\t(二)提供查詢管道,讓\t設置線上查詢,並於\t12月\t
\t流程透明。\t逾期時主動告知。\t\t
`;
const secondPage = `
3、以簡訊通知處理進度
\t(三)傾聽讀者的意見,\t1、設置意見箱,由專\t6月、\t
\t適時改善。\t人三日內回覆。\t12月\t
\t\t2、公布回覆並說明其\t6月、\t
\t\t2、公布回履並說明其 處理情形。\t12月\t
\t\t3、彙整各項意見列入\t6月、\t
\t\t會議追蹤。\t12月\t
`;

describe('a table that was recognised from a picture', () => {
  it('gets whole cells from its printed lines, and months from what is left of them', () => {
    const rows = cellsOf(scanned + secondPage);
    expect(rows.slice(0, 3)).toEqual([
      ['實施要項', '執行重點', '執行步驟', '查核期限', '備註'].slice(0, rows[0]!.length),
      ['一、改善服務品質', '(一)建立作業流程,確保處理正確。', '1、公布流程圖於入口處並隨時更新。', '6月、\n12月', ''],
      ['', '', '2、檢討各項表單,減少應填欄位。', '6月、\n12月', ''],
    ]);
    expect(rows[3]).toEqual([
      '',
      '(二)提供查詢管道,讓流程透明。',
      expect.stringContaining('設置線上查詢'),
      '6月\n12月',
      '',
    ]);
  });

  it('tells each place where text was lost, guessed or recognised twice', () => {
    const found = blocksOf(scanned + secondPage).issues.map(({ code, line }) => `${code} ${line}`);
    expect(found).toContain('text_lost 7');
    expect(found).toContain('text_outside_joined 11');
    expect(found).toContain('text_repeated 15');
  });

  it('counts a line that was recognised twice once', () => {
    const rows = cellsOf(scanned + secondPage);
    expect(rows.map(([, , step]) => step)).toContain('2、公布回覆並說明其處理情形。');
    expect(rows.at(-1)).toEqual(['', '', '3、彙整各項意見列入會議追蹤。', '6月、\n12月', '']);
  });
});
