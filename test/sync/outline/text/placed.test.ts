import { describe, expect, it } from 'vitest';
import { interpretDocument } from '../../../../sync/outline/index.ts';
import { readText } from '../../../../sync/outline/text/index.ts';
import { opened, treeOf } from '../plan-tables.ts';
import { cellsOf } from './read.ts';

/** As pdftotext -layout prints narrow columns: names in the middle, one blank between full columns, places that do not quite agree. */
const narrow = `參、實施內容：
 執行要 執行重點       執行步驟   執行單
  項                     位
一、美         1.公布花木養護的排
化環境         程，供志工隊參考。 園藝組
            (1)標示樹種
     (一)整理苗 2.汰換澆灌的管線，
     圃與溫室， 以減少漏水。    各組
     並定期巡查
     病蟲害。   3.試辦落葉堆肥     園藝組
            1.每季修剪行道樹， 園藝組
     (二)維護步 對老樹優先診治。 總務組
     道與座椅。
            2.設置飲水臺     總務組
肆、其他：本計畫奉核後實施。
`;

const besides = `參、實施內容：
 工作要項      工作重點              實施步驟         主辦單位    查核期限       備註
                   1.盤點展品的借展合約        典藏組    6月、12月
一、妥善典藏 (一)修訂典藏手冊， 2.建置庫房的溫溼度紀錄，供各組參考使用。推廣組    6月      持續辦理
             使保存一致。
                   (1)校正儀器                推廣組
                   3.重新設計借展書表        典藏組 總務組    12月 新增
肆、其他：本計畫奉核後實施。
`;

const read = (text: string) => {
  const reading = readText(new TextEncoder().encode(text), '計畫.txt');
  if (!reading.ok) throw new Error(reading.issue.code);
  return opened(interpretDocument(reading.document, '計畫.txt'));
};

describe('a table printed with its words where they stand on paper', () => {
  it('is read by the columns that its heading names, however narrow', () => {
    expect(treeOf(read(narrow))).toEqual([
      '一 美化環境',
      '  (一) 整理苗圃與溫室，並定期巡查病蟲害。 <定期>',
      '    1 公布花木養護的排程，供志工隊參考。 [園藝組]',
      '      (1) 標示樹種',
      '    2 汰換澆灌的管線，以減少漏水。 [各組]',
      '    3 試辦落葉堆肥 [園藝組]',
      '  (二) 維護步道與座椅。',
      '    1 每季修剪行道樹，對老樹優先診治。 [園藝組 總務組] <每季>',
      '    2 設置飲水臺 [總務組]',
    ]);
  });

  it('keeps units, months and remarks apart though they stand a little beside their columns', () => {
    expect(treeOf(read(besides))).toEqual([
      '一 妥善典藏',
      '  (一) 修訂典藏手冊，使保存一致。',
      '    1 盤點展品的借展合約 [典藏組] {6 12}',
      '    2 建置庫房的溫溼度紀錄，供各組參考使用。 [推廣組] {6} (持續辦理)',
      '      (1) 校正儀器',
      '    3 重新設計借展書表 [典藏組 總務組] {12} (新增)',
    ]);
  });

  it('knows its heading by the line that it stands on', () => {
    const reading = readText(new TextEncoder().encode(narrow), '計畫.txt');
    const table = reading.ok ? reading.document.blocks.find(({ kind }) => kind === 'table') : undefined;
    if (table?.kind !== 'table') throw new Error('no table');
    expect([1, 2].map(row => table.placeOf(row).line)).toEqual([2, 4]);
    expect(cellsOf(narrow)[0]).toEqual(['執行要項', '執行重點', '執行步驟', '執行單位']);
  });
});

it('lines that hold pieces of several cells, and nothing that tells them apart, are told one by one', () => {
  const mixed = `參、實施內容：
執行要項
執行重點
執行步驟
執行單位
1.重新設計導覽地圖。
推廣組
一、公開展 (一)檢視展場的動線 2.擴充導覽系統的語言，供各展場
總務組
參考使用。
覽的資訊 正確性
使各展場說法一 3.建置導覽腳本，對團體與
肆、其他：本計畫奉核後實施。
`;
  const reading = readText(new TextEncoder().encode(mixed), '計畫.txt');
  const told = reading.ok ? reading.issues.filter(({ code }) => code === 'text_columns_mixed') : [];
  expect(told.map(({ line }) => line)).toEqual([8, 11, 12]);
});
