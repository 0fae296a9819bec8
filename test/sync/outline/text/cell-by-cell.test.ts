import { describe, expect, it } from 'vitest';
import { blocksOf, cellsOf } from './read.ts';

const table = `貳、計畫內容
執行要項 執行重點 執行單位
訂定「服務計
畫」
訂定年度服務計畫，
規劃服務工作。
依據市府實施計畫與本館業務特性研訂
計畫，並公布於網站。
行政室
一、改善臨櫃
服務，縮短等
候時間
(一)建立一致的作
業流程，確保申辦
處理的正確性，並
適時檢討。
1.訂定借閱證申辦流程圖，張貼於服務
臺供讀者參閱。
閱覽課
2.檢討各項表單，減少讀者填寫的欄位，
並於網站提供電子檔下載。
閱覽課
推廣課
資訊系
統室
(二)提供查詢進度
的管道，讓流程透
\f執行要項 執行重點 執行單位
明。 1.設置線上進度查詢。
資訊系
統室
2.以簡訊通知處理進度，並於逾期時主動
各課室
告知原因。
二、擴大參與
(一)傾聽讀者意見。
設置意見箱，由專人於三日內回覆讀者
反映的問題並追蹤辦理情形。
各課室
參、其他
本計畫奉核後實施。
`;

describe('a table whose cells were printed one below the other', () => {
  it('gets its rows back, over the end of a page too', () => {
    expect(cellsOf(table)).toEqual([
      ['執行要項', '執行重點', '', '執行單位'],
      [
        '訂定「服務計畫」',
        '訂定年度服務計畫，規劃服務工作。',
        '依據市府實施計畫與本館業務特性研訂計畫，並公布於網站。',
        '行政室',
      ],
      [
        '一、改善臨櫃服務，縮短等候時間',
        '(一)建立一致的作業流程，確保申辦處理的正確性，並適時檢討。',
        '1.訂定借閱證申辦流程圖，張貼於服務臺供讀者參閱。',
        '閱覽課',
      ],
      ['', '', '2.檢討各項表單，減少讀者填寫的欄位，並於網站提供電子檔下載。', '閱覽課\n推廣課\n資訊系\n統室'],
      ['', '(二)提供查詢進度的管道，讓流程透明。', '1.設置線上進度查詢。', '資訊系\n統室'],
      ['', '', '2.以簡訊通知處理進度，並於逾期時主動告知原因。', '各課室'],
      ['二、擴大參與', '(一)傾聽讀者意見。', '設置意見箱，由專人於三日內回覆讀者反映的問題並追蹤辦理情形。', '各課室'],
    ]);
  });

  it('says where it put something together', () => {
    const { issues, tables } = blocksOf(table);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['text_line_cut', 29],
      ['text_unit_early', 34],
    ]);
    expect(tables[0]!.placeOf(4)).toEqual({ line: 20 });
  });

  it('leaves the sections around it as paragraphs', () => {
    expect(blocksOf(table).paragraphs.map(({ text }) => text)).toEqual([
      '貳、計畫內容',
      '參、其他',
      '本計畫奉核後實施。',
    ]);
  });

  it('has a column of months where one is headed', () => {
    const text = `執行要項
執行重點
查核期限
執行單位
一、改善服務
(一)訂定流程。
1.訂定申辦流程圖並公布。
6月、
12月
閱覽課
2.檢討表單。
12月
行政室
`;
    expect(cellsOf(text)).toEqual([
      ['執行要項', '執行重點', '', '查核期限', '執行單位'],
      ['一、改善服務', '(一)訂定流程。', '1.訂定申辦流程圖並公布。', '6月、\n12月', '閱覽課'],
      ['', '', '2.檢討表單。', '12月', '行政室'],
    ]);
  });

  it('keeps steps below a title without a number in one cell where one unit stands beside all of them', () => {
    const text = `執行要項 執行重點 執行單位
一、延續服務
(一)重視服務的持續性。
永續經營
1.措施能持續運作。
2.每年檢討一次。
各課室
(二)重視成本。
1.管控成本。
行政室
2.公布成果。
行政室
`;
    expect(cellsOf(text)[1]).toEqual([
      '一、延續服務',
      '(一)重視服務的持續性。',
      '永續經營\n1.措施能持續運作。\n2.每年檢討一次。',
      '各課室',
    ]);
  });
});

describe('a list of members', () => {
  it('is a table of its own, wherever its lines broke', () => {
    const text = `伍、推動及管考
一、成立推動小組（編組表如下）。
職 稱 編組人員 職  掌 備考
召集人 館長 綜理推動事宜
組員
資訊系統室
主任
負責資訊業務
二、平時查核：由小組辦理。
`;
    const { paragraphs } = blocksOf(text);
    expect(cellsOf(text)).toEqual([
      ['職稱', '編組人員', '職掌', '備考'],
      ['召集人', '館長', '綜理推動事宜', ''],
      ['組員', '資訊系統室主任', '負責資訊業務', ''],
    ]);
    expect(paragraphs.map(paragraph => paragraph.text)).toEqual([
      '伍、推動及管考',
      '一、成立推動小組（編組表如下）。',
      '二、平時查核：由小組辦理。',
    ]);
  });
});
