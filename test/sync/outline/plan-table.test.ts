import { describe, expect, it } from 'vitest';
import { doubtsOf, heading, readRows, treeOf } from './plan-tables.ts';

const plain = [
  '一 櫃檯服務',
  '  (一) 縮短等候時間',
  '    1 尖峰時段加開櫃檯 [民政課]',
  '    2 設置叫號看板 [秘書室]',
  '  (二) 友善環境',
  '    1 增設哺集乳室 [社會課]',
  '二 意見回饋',
  '  (一) 聽取民意',
  '    - 設置意見箱並由專人回覆 [秘書室]',
];

describe('a plan table', () => {
  it('is read through merged cells', async () => {
    const reading = await readRows(
      [
        heading,
        ['一、櫃檯服務', '(一)縮短等候時間', '1.尖峰時段加開櫃檯', '民政課'],
        [null, null, '2.設置叫號看板', '秘書室'],
        [null, '(二)友善環境', '1.增設哺集乳室', '社會課'],
        ['二、意見回饋', '(一)聽取民意', '設置意見箱並由專人回覆', '秘書室'],
      ],
      ['A2:A4', 'B2:B3'],
    );
    expect(treeOf(reading)).toEqual(plain);
    expect(doubtsOf(reading)).toEqual([]);
  });

  it('is read the same where cells are left blank, or printed again in every row, instead of merged', async () => {
    const blank = await readRows([
      heading,
      ['一、櫃檯服務', '(一)縮短等候時間', '1.尖峰時段加開櫃檯', '民政課'],
      [null, null, '2.設置叫號看板', '秘書室'],
      [null, '(二)友善環境', '1.增設哺集乳室', '社會課'],
      ['二、意見回饋', '(一)聽取民意', '設置意見箱並由專人回覆', '秘書室'],
    ]);
    const repeated = await readRows([
      heading,
      ['一、櫃檯服務', '(一)縮短等候時間', '1.尖峰時段加開櫃檯', '民政課'],
      ['一、櫃檯服務', '(一)縮短等候時間', '2.設置叫號看板', '秘書室'],
      ['一、櫃檯服務', '(二)友善環境', '1.增設哺集乳室', '社會課'],
      ['二、意見回饋', '(一)聽取民意', '設置意見箱並由專人回覆', '秘書室'],
    ]);
    expect(treeOf(blank)).toEqual(plain);
    expect(treeOf(repeated)).toEqual(plain);
  });

  it('takes its numbers from columns of their own', async () => {
    const reading = await readRows(
      [
        ['項次', '工作項目', '編號', '實施重點', '具體作法', '主辦單位'],
        ['一', '櫃檯服務', '(一)', '縮短等候時間', '1.尖峰時段加開櫃檯', '民政課'],
        [null, null, null, null, '2.設置叫號看板', '秘書室'],
        [null, null, '(二)', '友善環境', '1.增設哺集乳室', '社會課'],
        ['二', '意見回饋', '(一)', '聽取民意', '設置意見箱並由專人回覆', '秘書室'],
      ],
      ['A2:A4', 'B2:B4', 'C2:C3', 'D2:D3'],
    );
    expect(treeOf(reading)).toEqual(plain);
  });

  it('takes running numbers for those of the steps', async () => {
    const reading = await readRows([
      ['項次', '工作項目', '具體作法', '主辦單位'],
      [1, '櫃檯服務', '尖峰時段加開櫃檯', '民政課'],
      [2, null, '設置叫號看板', '秘書室'],
      [3, '意見回饋', '設置意見箱', '秘書室'],
    ]);
    expect(treeOf(reading)).toEqual([
      '- 櫃檯服務',
      '  1 尖峰時段加開櫃檯 [民政課]',
      '  2 設置叫號看板 [秘書室]',
      '- 意見回饋',
      '  3 設置意見箱 [秘書室]',
    ]);
  });

  it('numbers in full width, without a dot or with other marks are the same numbers', async () => {
    const reading = await readRows([
      heading,
      ['一. 櫃檯服務', '（一）縮短等候時間', '１．尖峰時段加開櫃檯', '民政課'],
      [null, null, '2設置叫號看板', '秘書室'],
      [null, '㈡友善環境', '①增設哺集乳室', '社會課'],
    ]);
    expect(treeOf(reading)).toEqual([
      '一 櫃檯服務',
      '  (一) 縮短等候時間',
      '    1 尖峰時段加開櫃檯 [民政課]',
      '    2 設置叫號看板 [秘書室]',
      '  (二) 友善環境',
      '    ○1 增設哺集乳室 [社會課]',
    ]);
    expect(doubtsOf(reading)).toEqual(['mark_guessed 3 C 0.0.1']);
  });

  it('keeps 3樓 and 1站式 as text where no numbering asks for a number', async () => {
    const reading = await readRows([
      heading,
      ['一、環境', '(一)動線', '3樓設置諮詢櫃檯', '秘書室'],
      [null, '(二)流程', '1站式服務', '民政課'],
    ]);
    expect(treeOf(reading)).toEqual([
      '一 環境',
      '  (一) 動線',
      '    - 3樓設置諮詢櫃檯 [秘書室]',
      '  (二) 流程',
      '    - 1站式服務 [民政課]',
    ]);
  });

  it('splits several steps and their sub-steps in one cell', async () => {
    const reading = await readRows([
      heading,
      ['一、線上服務', '(一)推廣', '1.開放預約\n(1)網頁連結預約系統\n(2)電話語音提醒\n2.教導長者使用', '資訊室'],
      [null, '(二)維護', '1.每月檢查連結。2.不定期更新公告；3.適時下架舊資料', '資訊室'],
      [null, '(三)永續', '長期經營\n1.列入例行業務\n2.定期檢討', '秘書室'],
    ]);
    expect(treeOf(reading)).toEqual([
      '一 線上服務',
      '  (一) 推廣',
      '    1 開放預約 [資訊室]',
      '      (1) 網頁連結預約系統',
      '      (2) 電話語音提醒',
      '    2 教導長者使用 [資訊室]',
      '  (二) 維護',
      '    1 每月檢查連結。 [資訊室] <每月>',
      '    2 不定期更新公告； [資訊室] <不定期>',
      '    3 適時下架舊資料 [資訊室] <適時>',
      '  (三) 永續',
      '    - 長期經營 [秘書室]',
      '      1 列入例行業務',
      '      2 定期檢討 <定期>',
    ]);
  });

  it('hangs sub-steps in rows of their own under their step', async () => {
    const reading = await readRows([
      heading,
      ['一、線上服務', '(一)推廣', '1.開放預約', '資訊室'],
      [null, null, '(1)網頁連結', null],
      [null, null, '(2)語音提醒', '總務科'],
      [null, null, '○1平日', null],
      [null, null, '2.教導長者', '社會課'],
    ]);
    expect(treeOf(reading)).toEqual([
      '一 線上服務',
      '  (一) 推廣',
      '    1 開放預約 [資訊室]',
      '      (1) 網頁連結',
      '      (2) 語音提醒 [總務科]',
      '        ○1 平日',
      '    2 教導長者 [社會課]',
    ]);
  });

  it('joins wrapped lines, and keeps a blank between a title line and its body', async () => {
    const reading = await readRows([
      heading,
      [
        '一、服務\n品質與環境的\n持續精進',
        '(一)重點',
        '1.教育訓練\n辦理課程，提升同仁使用 AI\ntools 的能\n力。',
        '人事室',
      ],
    ]);
    expect(reading.plan.items[0]?.text).toBe('服務 品質與環境的持續精進');
    expect(reading.plan.items[0]?.children[0]?.children[0]?.text).toBe(
      '教育訓練 辦理課程，提升同仁使用 AI tools 的能力。',
    );
  });

  it('may be an outline in a single column', async () => {
    const reading = await readRows([
      ['工作項目', '承辦單位', '備註'],
      ['一、櫃檯服務', null, null],
      ['(一)縮短等候時間', null, null],
      ['說明尖峰時段的做法。', null, null],
      ['1.加開櫃檯', '民政課', '配合預算'],
      ['二、意見回饋', '秘書室', null],
    ]);
    expect(treeOf(reading)).toEqual([
      '一 櫃檯服務',
      '  (一) 縮短等候時間',
      '    - 說明尖峰時段的做法。',
      '    1 加開櫃檯 [民政課] (配合預算)',
      '二 意見回饋 [秘書室]',
    ]);
  });

  it('may have its items as rows across the table', async () => {
    const reading = await readRows(
      [
        ['執行重點', '執行步驟', '執行單位'],
        ['一、櫃檯服務', null, null],
        ['(一)縮短等候時間', '1.加開櫃檯', '民政課'],
        ['二、意見回饋', null, null],
        ['(一)聽取民意', '1.設意見箱', '秘書室'],
      ],
      ['A2:C2', 'A4:C4'],
    );
    expect(treeOf(reading)).toEqual([
      '一 櫃檯服務',
      '  (一) 縮短等候時間',
      '    1 加開櫃檯 [民政課]',
      '二 意見回饋',
      '  (一) 聽取民意',
      '    1 設意見箱 [秘書室]',
    ]);
  });

  it('has an unnumbered row before its first item', async () => {
    const reading = await readRows([
      heading,
      ['訂定計畫', '訂定年度計畫', '依本所需求研訂並公布', '秘書室'],
      ['一、服務', '(一)櫃檯', '1.加開', '民政課'],
    ]);
    expect(treeOf(reading)).toEqual([
      '- 訂定計畫',
      '  - 訂定年度計畫',
      '    - 依本所需求研訂並公布 [秘書室]',
      '一 服務',
      '  (一) 櫃檯',
      '    1 加開 [民政課]',
    ]);
    expect(doubtsOf(reading)).toEqual([]);
  });
});

describe('the columns beside the text', () => {
  it('name several units in one cell', async () => {
    const reading = await readRows(
      [
        heading,
        ['一、服務', '(一)櫃檯', '1.甲', '民政課\n社會課'],
        [null, null, '2.乙', '民政課、社會課，秘書室'],
        [null, null, '3.丙', '第一組至第三組'],
        [null, null, '4.丁', '役政災\n防課'],
        [null, null, '5.戊', '各課、室'],
        [null, null, '6.己', '主辦：民政課\n協辦：人事室及主計室'],
        [null, null, '7.庚', null],
      ],
      ['D7:D8'],
    );
    expect(treeOf(reading).slice(2)).toEqual([
      '    1 甲 [民政課 社會課]',
      '    2 乙 [民政課 社會課 秘書室]',
      '    3 丙 [第一組 第二組 第三組]',
      '    4 丁 [役政災防課]',
      '    5 戊 [各課、室]',
      '    6 己 [民政課 人事室 主計室]',
      '    7 庚 [民政課 人事室 主計室]',
    ]);
    expect(doubtsOf(reading)).toEqual(['unit_rejoined 5 D 0.0.3']);
  });

  it('tell two short names from one that was torn, by what stands alone elsewhere', async () => {
    const reading = await readRows([
      heading,
      ['一、服務', '(一)櫃檯', '1.甲', '人事\n主計室'],
      [null, null, '2.乙', '人事'],
      [null, null, '3.丙', '主計室'],
    ]);
    expect(treeOf(reading)[2]).toBe('    1 甲 [人事 主計室]');
  });

  it('say so when nobody is responsible, once for each part of the plan', async () => {
    const reading = await readRows([
      heading,
      ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
      [null, null, '2.乙', null],
      ['二、回饋', '(一)民意', '1.丙', null],
      [null, null, '2.丁', null],
    ]);
    expect(doubtsOf(reading)).toEqual(['unit_missing 3 C 0.0.1', 'unit_missing 4 A 1']);
    const none = await readRows([heading.slice(0, 3), ['一、服務', '(一)櫃檯', '1.甲']]);
    expect(doubtsOf(none)).toEqual(['unit_column_missing 1']);
  });

  it('give months from every notation of a deadline', async () => {
    const reading = await readRows([
      [...heading, '查核期限', '備註'],
      ['一、服務', '(一)櫃檯', '1.甲', '民政課', '6月、12月', '逐年檢討'],
      [null, null, '2.乙', '民政課', '114.06.30', null],
      [null, null, '3.丙', '民政課', new Date('2025-11-30T00:00:00Z'), null],
      [null, null, '4.丁', '民政課', '1月至9月', null],
      [null, null, '5.戊', '民政課', '每半年', null],
      [null, null, '6.己', '民政課', '俟經費核定', '專案'],
      [null, null, '7.庚', '民政課', 6, null],
    ]);
    expect(treeOf(reading).slice(2)).toEqual([
      '    1 甲 [民政課] {6 12} (逐年檢討)',
      '    2 乙 [民政課] {6}',
      '    3 丙 [民政課] {11}',
      '    4 丁 [民政課] {9}',
      '    5 戊 [民政課] <每半年>',
      '    6 己 [民政課] (查核期限：俟經費核定\n專案)',
      '    7 庚 [民政課] {6}',
    ]);
    expect(doubtsOf(reading)).toEqual(['deadline_range 5 E 0.0.3', 'deadline_unclear 7 E 0.0.5']);
  });

  it('may be headed two rows deep, with months to tick and leading and assisting units', async () => {
    const reading = await readRows(
      [
        ['執行要項', '執行重點', '執行步驟', '執行單位', null, '查核期限', null],
        [null, null, null, '主辦', '協辦', '6月', '12月'],
        ['一、服務', '(一)櫃檯', '1.甲', '民政課', '社會課', 'V', 'V'],
        [null, null, '2.乙', '秘書室', null, null, '✓'],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
    );
    expect(treeOf(reading)).toEqual([
      '一 服務',
      '  (一) 櫃檯',
      '    1 甲 [民政課 社會課] {6 12}',
      '    2 乙 [秘書室] {12}',
    ]);
    expect(doubtsOf(reading)).toEqual(['assist_included 1']);
  });

  it('may repeat what stands above with a ditto mark', async () => {
    const reading = await readRows([
      heading,
      ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
      ['〃', '〃', '2.乙', '〃'],
      [null, null, '3.丙', '同上'],
    ]);
    expect(treeOf(reading).slice(2)).toEqual(['    1 甲 [民政課]', '    2 乙 [民政課]', '    3 丙 [民政課]']);
  });

  it('that are no part of a plan are named, and not read', async () => {
    const reading = await readRows([
      [...heading, '辦理情形', '經費來源'],
      ['一、服務', '(一)櫃檯', '1.甲', '民政課', '已完成', '自籌'],
      [null, null, '2.乙', '民政課', null, '補助'],
    ]);
    expect(treeOf(reading)).toHaveLength(4);
    expect(doubtsOf(reading)).toEqual(['column_unread 1 E', 'column_unread 1 F']);
    expect(reading.issues.find(({ column }) => column === 'F')?.params).toEqual({ heading: '經費來源', count: 2 });
  });

  it('share one heading over key points and steps', async () => {
    const reading = await readRows(
      [
        ['執行要項', '執行重點', null, '執行單位'],
        ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
      ],
      ['B1:C1'],
    );
    expect(treeOf(reading)).toEqual(['一 服務', '  (一) 櫃檯', '    1 甲 [民政課]']);
    const unmerged = await readRows([
      ['執行要項', '執行重點', null, '執行單位'],
      ['一、服務', '(一)櫃檯', '1.甲', '民政課'],
    ]);
    expect(treeOf(unmerged)).toEqual(treeOf(reading));
    expect(doubtsOf(unmerged)).toEqual(['column_unnamed 1 C']);
  });
});
