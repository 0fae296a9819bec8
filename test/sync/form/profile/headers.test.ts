import { describe, expect, it } from 'vitest';
import { lines, onlySheet, profileOf } from './books.ts';

describe('headers', () => {
  it('are three rows deep, with groups over groups', async () => {
    const sheet = await onlySheet({
      rows: [
        ['臨江市政府自行檢核表'],
        ['序號', '計畫內容', null, null, '檢核情形', null, null, null, null],
        [null, '執行要項', '執行重點', '執行步驟', '檢核結果', null, null, '填報內容', null],
        [null, null, null, null, '達成', '部分達成', '未達成', '辦理情形', '佐證資料'],
        [1, '一、友善櫃台', '(一)引導服務', '1.設置引導人員', null, null, null, null, null],
        [2, null, null, '2.備妥老花眼鏡', null, null, null, null, null],
      ],
      merges: ['A1:I1', 'A2:A4', 'B2:D2', 'E2:I2', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3', 'H3:I3', 'B5:B6', 'C5:C6'],
    });
    expect(sheet.headerRows).toEqual([2, 4]);
    expect(sheet.columns).toEqual({
      number: 'A',
      item: 'B',
      keyPoint: 'C',
      step: 'D',
      resultTicks: { 達成: 'E', 部分達成: 'F', 未達成: 'G' },
      narrative: 'H',
      evidence: 'I',
    });
    expect(sheet.choiceStyle).toBe('ticks');
    expect(sheet.resultChoices).toEqual(['達成', '部分達成', '未達成']);
    expect(sheet.rows.map(row => row.cells.resultTicks?.未達成)).toEqual(['G5', 'G6']);
    expect(sheet.rows[1]).toMatchObject({ item: { label: '一', text: '友善櫃台' }, keyPoint: { label: '(一)' } });
  });

  it('may have groups that name nothing above the row that names the columns', async () => {
    const sheet = await onlySheet({
      rows: [
        ['○○局檢核表'],
        ['機關原訂計畫', null, null, '本期填報', null],
        ['執行重點', '執行步驟', '主辦單位', '辦理情形', '佐證資料'],
        ['一、資訊公開', '1.更新網頁', '資訊科', null, null],
      ],
      merges: ['A1:E1', 'A2:C2', 'D2:E2'],
    });
    expect(sheet.headerRows).toEqual([2, 3]);
    expect(sheet.rows.map(({ row }) => row)).toEqual([4]);
  });

  it('are found wherever they stand', async () => {
    const sheet = await onlySheet({
      at: { row: 12, column: 3 },
      rows: [
        ['項次', '工作項目', '工作內容', '辦理情形', '備考'],
        [1, '道路巡查', '每週巡查一次', null, null],
        [2, '路燈維護', '三日內修復', null, null],
      ],
    });
    expect(sheet.headerRows).toEqual([12, 12]);
    expect(sheet.columns).toEqual({ number: 'C', item: 'D', step: 'E', narrative: 'F', remarks: 'G' });
    expect(lines(sheet.rows)).toEqual(['13 - 每週巡查一次', '14 - 三日內修復']);
  });

  it('return at page breaks, together with the lines above them', async () => {
    const page = [
      ['清溪鎮公所年度檢核表', null, null, null],
      ['執行要項', '執行步驟', '辦理情形', '佐證資料'],
    ];
    const sheet = await onlySheet({
      rows: [
        ...page,
        ['一、環境', '1.每日清掃', null, null],
        [null, '2.每月消毒', null, null],
        ...page,
        [null, '3.每季除草', null, null],
        ['二、設備', '1.檢修飲水機', null, null],
      ],
      merges: ['A1:D1', 'A5:D5'],
    });
    expect(sheet.repeatedHeaderRows).toEqual([6]);
    expect(lines(sheet.rows)).toEqual(['3 1 每日清掃', '4 2 每月消毒', '7 3 每季除草', '8 1 檢修飲水機']);
    expect(sheet.rows.map(({ item }) => item?.label)).toEqual(['一', '一', '一', '二']);
  });

  it('of a second table on the sheet have columns of their own', async () => {
    const sheet = await onlySheet({
      rows: [
        ['表一 例行業務'],
        ['執行重點', '執行步驟', '檢核結果', '辦理情形'],
        ['一、櫃台', '1.準時開櫃', null, null],
        [],
        ['表二 專案業務'],
        ['執行重點', '執行步驟', '主辦單位', '檢核結果', '辦理情形'],
        ['一、專案', '1.召開會議', '企劃科', null, null],
      ],
    });
    expect(sheet.columns).toMatchObject({ result: 'C', narrative: 'D' });
    expect(sheet.rows.map(({ row, units, cells }) => [row, units, cells])).toEqual([
      [3, [], { result: 'C3', narrative: 'D3' }],
      [7, ['企劃科'], { result: 'D7', narrative: 'E7' }],
    ]);
    expect(sheet.repeatedHeaderRows).toEqual([6]);
  });

  it('mix languages, widths, blanks and remarks', async () => {
    const sheet = await onlySheet({
      rows: [
        ['No.', '執 行 要 項 Item', '執行步驟\nSteps', '※檢核結果（請勾選）', '辦理情形\n（500字以內）', 'Remarks'],
        [1, '服務', '訂定計畫', null, null, null],
      ],
    });
    expect(sheet.columns).toEqual({
      number: 'A',
      item: 'B',
      step: 'C',
      result: 'D',
      narrative: 'E',
      remarks: 'F',
    });
  });

  it('merged over several columns stand for the first of them', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', null, '主辦單位', '辦理情形', null, null, '備註'],
        ['1.', '修剪路樹', '農業課', null, null, null, null],
        ['2.', '疏通溝渠', '工務課', null, null, null, null],
      ],
      merges: ['A1:B1', 'D1:F1', 'D2:F2', 'D3:F3'],
    });
    expect(sheet.columns).toEqual({ step: 'A', units: 'C', narrative: 'D', remarks: 'G' });
    expect(lines(sheet.rows)).toEqual(['2 1 修剪路樹', '3 2 疏通溝渠']);
    expect(sheet.rows.map(({ cells }) => cells.narrative)).toEqual(['D2', 'D3']);
  });

  it('may call what is asked by words that nobody knows', async () => {
    const sheet = await onlySheet({
      rows: [
        ['主題', '子題', '檢核結果', '辦理情形'],
        ['便民', '延長服務時間至晚間七時，並於網站公告', null, null],
        [null, '提供外語諮詢，備妥常用語對照表', null, null],
      ],
    });
    expect(sheet.columns).toEqual({ item: 'A', step: 'B', result: 'C', narrative: 'D' });
    expect(sheet.rows.map(({ item, text }) => [item?.text, text.slice(0, 6)])).toEqual([
      ['便民', '延長服務時間'],
      ['便民', '提供外語諮詢'],
    ]);
    const [column] = sheet.decisions.filter(({ what }) => what === 'column.step');
    expect(column).toMatchObject({ value: 'B 子題', cells: ['B1'] });
    expect(column!.confidence).toBeLessThan(0.5);
  });

  it('tell choices from each other where the words are new', async () => {
    const sheet = await onlySheet({
      rows: [
        ['評估重點', '評估情形', null, null, '改善措施'],
        [null, '落實', '部分落實', '未落實', null],
        ['底價是否保密', null, null, null, null],
      ],
      merges: ['A1:A2', 'B1:D1', 'E1:E2'],
    });
    expect(sheet.columns).toEqual({
      keyPoint: 'A',
      resultTicks: { 落實: 'B', 部分落實: 'C', 未落實: 'D' },
      action: 'E',
    });
  });

  it('name halves of the year, of which the form is for one', async () => {
    const rows = (period: string) => [
      [`填報期間：${period}`],
      ['執行步驟', '1-6月辦理情形', '7-12月辦理情形'],
      ['1.甲', null, null],
    ];
    const first = await onlySheet({ rows: rows('114年1月至6月') });
    const second = await onlySheet({ rows: rows('114年下半年') });
    expect([first.columns.narrative, second.columns.narrative]).toEqual(['B', 'C']);
    expect(second.otherColumns).toEqual({ '1-6月辦理情形': 'B' });
  });

  it('name the columns that hold none of the fields', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '經費來源', '辦理情形', '受益人次'],
        ['一、長照', '1.設置據點', '公務預算', null, null],
      ],
    });
    expect(sheet.otherColumns).toEqual({ 經費來源: 'C', 受益人次: 'E' });
  });

  it('stand on every sheet that is a form, one for each unit', async () => {
    const rows = (text: string) => [
      ['受檢機關：東坡區公所', null, null],
      ['執行重點', '執行步驟', '辦理情形'],
      ['一、便民', text, null],
    ];
    const profile = await profileOf(
      { name: '民政課', rows: rows('1.里鄰座談') },
      { name: '說明', rows: [['本表請於期限內填妥']] },
      { name: '社會課', rows: rows('1.急難救助') },
      { name: '選項', rows: [['已完成'], ['辦理中']], state: 'hidden' },
    );
    expect(profile.sheets.map(({ name, rows: [row] }) => [name, row?.text, row?.cells.narrative])).toEqual([
      ['民政課', '里鄰座談', 'C3'],
      ['社會課', '急難救助', 'C3'],
    ]);
    expect(profile.agencyName).toBe('東坡區公所');
  });

  it('keep hidden helper columns out of the way', async () => {
    const sheet = await onlySheet({
      rows: [
        ['代碼', '執行重點', '執行步驟', '上期辦理情形', '辦理情形'],
        ['A01', '一、防災', '1.巡檢', '已巡檢三次', null],
      ],
      hiddenColumns: ['A', 'D'],
    });
    expect(sheet.hiddenColumns).toEqual(['A', 'D']);
    expect(sheet.columns).toMatchObject({ keyPoint: 'B', step: 'C', narrative: 'E' });
  });
});
