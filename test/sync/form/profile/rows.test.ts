import { describe, expect, it } from 'vitest';
import { headings, lines, onlySheet } from './books.ts';

describe('rows', () => {
  it('stand under items and key points that are rows of their own in the same column', async () => {
    const sheet = await onlySheet({
      rows: [
        ['工作項目及內容', '主辦單位', '檢核結果', '辦理情形'],
        ['一、精進服務', null, null, null],
        ['(一)縮短流程', null, null, null],
        ['1.合併申請書', '戶政課', '□是 □否', null],
        ['2.減少附件', '戶政課', '□是 □否', null],
        ['(二)主動通知', null, null, null],
        ['1.到期前簡訊提醒', '戶政課', '□是 □否', null],
        ['二、安全環境', null, null, null],
        ['(一)消防', null, null, null],
        ['1.每月測試警鈴', '總務課', '□是 □否', null],
      ],
    });
    expect(lines(sheet.rows)).toEqual(['4 1 合併申請書', '5 2 減少附件', '7 1 到期前簡訊提醒', '10 1 每月測試警鈴']);
    expect(headings(sheet.rows)).toEqual([
      '一精進服務 / (一)縮短流程',
      '一精進服務 / (一)縮短流程',
      '一精進服務 / (二)主動通知',
      '二安全環境 / (一)消防',
    ]);
    expect(sheet.sectionRows).toEqual([2, 3, 6, 8, 9]);
    expect(sheet.choiceStyle).toBe('marks');
    expect(sheet.resultChoices).toEqual(['是', '否']);
  });

  it('stand under headings in the same column where nothing but numbering tells them', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '辦理情形'],
        ['壹、基礎服務', null],
        ['一、流程透明', null],
        ['(一)公告標準', null],
        ['(二)公告時限', null],
        ['二、專業親切', null],
        ['(一)禮貌測試', null],
      ],
    });
    expect(lines(sheet.rows)).toEqual(['4 (一) 公告標準', '5 (二) 公告時限', '7 (一) 禮貌測試']);
    expect(headings(sheet.rows)[2]).toBe('壹基礎服務 / 二專業親切');
  });

  it('stand under section rows merged over the table', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行重點', '執行步驟', '主辦單位', '辦理情形'],
        ['一、服務流程'],
        [1, '(一)申辦', '1.網路申辦', '資訊科', null],
        [2, null, '2.臨櫃申辦', '服務科', null],
        ['二、服務環境'],
        [3, '(一)空間', '1.哺乳室', '秘書科', null],
      ],
      merges: ['A2:E2', 'A5:E5', 'B3:B4'],
    });
    expect(sheet.sectionRows).toEqual([2, 5]);
    expect(headings(sheet.rows)).toEqual(['一服務流程 / (一)申辦', '一服務流程 / (一)申辦', '二服務環境 / (一)空間']);
  });

  it('inherit what was merged and what was left blank below', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行要項', '執行重點', '執行步驟', '辦理情形'],
        ['一、甲', '(一)乙', '1.丙', null],
        [null, null, '2.丁', null],
        [null, '(二)戊', '1.己', null],
        ['二、庚', null, '1.辛', null],
      ],
    });
    expect(headings(sheet.rows)).toEqual(['一甲 / (一)乙', '一甲 / (一)乙', '一甲 / (二)戊', '二庚 / -']);
  });

  it('have their numbering in a column of its own', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行要項', '執行步驟', '辦理情形'],
        ['一', '綠美化', '認養花台', null],
        [null, null, '補植喬木', null],
        ['二', '減塑', '不提供瓶裝水', null],
        [null, null, '宣導自備餐具', null],
      ],
      merges: ['A2:A3', 'B2:B3', 'A4:A5', 'B4:B5'],
    });
    expect(headings(sheet.rows)).toEqual(['一綠美化 / -', '一綠美化 / -', '二減塑 / -', '二減塑 / -']);
  });

  it('have the number of the step in a column of its own, which starts anew below each key point', async () => {
    const rows = [
      ['執行要項', '執行重點', '序', '執行步驟', '辦理情形'],
      ['一、閱讀推廣', '(一)嬰幼兒', 1, '發送閱讀袋', null],
      [null, null, 2, '辦理說故事', null],
      [null, '(二)樂齡', 1, '行動書車', null],
      [null, null, null, '大字書專區', null],
      [null, null, 2, '讀報活動', null],
    ] as const;
    const sheet = await onlySheet({ rows });
    expect(sheet.columns).toMatchObject({ number: 'C', step: 'D' });
    expect(lines(sheet.rows)).toEqual([
      '2 1 發送閱讀袋',
      '3 2 辦理說故事',
      '4 1 行動書車',
      '5 - 大字書專區',
      '6 2 讀報活動',
    ]);
    const counted = await onlySheet({
      rows: rows.map((row, i) => row.map((cell, c) => (i > 0 && c === 2 && cell !== null ? i : cell))),
    });
    expect(counted.rows.map(({ label, number }) => [label, number])).toEqual([
      [null, 1],
      [null, 2],
      [null, 3],
      [null, undefined],
      [null, 5],
    ]);
  });

  it('have a running number and the number of the step', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行重點', '步驟序號', '執行步驟', '辦理情形'],
        [1, '(一)嬰幼兒', 1, '發送閱讀袋', null],
        [2, null, 2, '辦理說故事', null],
        [3, '(二)樂齡', 1, '行動書車', null],
      ],
    });
    expect(sheet.columns).toMatchObject({ number: 'A', step: 'D' });
    expect(sheet.rows.map(({ label, number }) => [label, number])).toEqual([
      ['1', 1],
      ['2', 2],
      ['1', 3],
    ]);
  });

  it('are numbered in every way that offices number', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '辦理情形'],
        ['(一)', '１．全形', null],
        ['(二)', '②圈碼', null],
        ['(三)', '(3) 括號', null],
        ['(四)', 'Ａ、字母', null],
        ['(五)', '○5 圓圈', null],
      ],
    });
    expect(sheet.rows.map(({ label, text }) => [label, text])).toEqual([
      ['1', '全形'],
      ['○2', '圈碼'],
      ['(3)', '括號'],
      ['A', '字母'],
      ['○5', '圓圈'],
    ]);
  });

  it('count glued numbers only where the rows count with them', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '辦理情形'],
        ['甲', '1訂定計畫', null],
        [null, '2執行計畫', null],
        [null, '3檢討計畫', null],
        ['乙', '24小時值班', null],
      ],
    });
    expect(sheet.rows.map(({ label, text }) => [label, text])).toEqual([
      ['1', '訂定計畫'],
      ['2', '執行計畫'],
      ['3', '檢討計畫'],
      [null, '24小時值班'],
    ]);
  });

  it('keep sub-steps apart from lines that merely go on', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '辦理情形'],
        ['甲', '1.辦理宣導：\n(1)社區說明會。\n(2)校園講座，\n對象為高年級。\n3.5公里健走', null],
        ['乙', '推廣閱讀\n不限年齡', null],
      ],
    });
    expect(sheet.rows.map(({ label, text, subSteps }) => ({ label, text, subSteps }))).toEqual([
      {
        label: '1',
        text: '辦理宣導：',
        subSteps: [
          { label: '(1)', text: '社區說明會。' },
          { label: '(2)', text: '校園講座，\n對象為高年級。\n3.5公里健走' },
        ],
      },
      { label: null, text: '推廣閱讀\n不限年齡', subSteps: undefined },
    ]);
  });

  it('name several units in a cell, and one row for each unit of a merged step', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '主辦單位', '查核期限', '辦理情形'],
        ['1.聯合稽查', '工務課、建設課', '6、12月', null],
        ['2.教育訓練', '人事室\n秘書室', '114/6/30', null],
        ['3.各自盤點', '民政課', '每年6月底', null],
        [null, '社會課', '每年6月底', null],
        ['4.全員演練', '各課室', '114.06.30', null],
      ],
      merges: ['A4:A5'],
    });
    expect(sheet.rows.map(({ row, text, units, checkMonths }) => [row, text, units, checkMonths])).toEqual([
      [2, '聯合稽查', ['工務課', '建設課'], [6, 12]],
      [3, '教育訓練', ['人事室', '秘書室'], [6]],
      [4, '各自盤點', ['民政課'], [6]],
      [5, '各自盤點', ['社會課'], [6]],
      [6, '全員演練', ['各課室'], [6]],
    ]);
  });

  it('leave out sums, notes, blanks, fillers and those who sign over two rows', async () => {
    const sheet = await onlySheet({
      rows: [
        ['填表說明：'],
        ['一、請逐項填寫，並附佐證。'],
        ['二、逾期不予受理，請務必配合。'],
        ['項次', '執行重點', '執行步驟', '配分', '自評', '辦理情形'],
        [1, '(一)', '1.甲事', 5, null, null],
        [2, null, '2.乙事', 5, null, null],
        [null, '小　計', null, 10, null, null],
        [],
        [3, '(二)', '1.丙事', 5, null, null],
        [null, '合計（含小計）', null, 15, null, null],
        ['（以下空白）'],
        ['註1：本表一式二份。'],
        ['2.　第二份自存。'],
        ['承辦人', null, '單位主管', null, '機關首長', null],
        ['（簽章）', null, '（簽章）', null, '（簽章）', null],
      ],
      merges: ['A1:F1', 'A2:F2', 'A3:F3', 'A11:F11', 'A12:F12', 'A13:F13'],
    });
    expect(sheet.headerRows).toEqual([4, 4]);
    expect(lines(sheet.rows)).toEqual(['5 1 甲事', '6 2 乙事', '9 1 丙事']);
    expect(sheet.totalRows).toEqual([7, 10]);
    expect(sheet.blankRows).toEqual([8]);
    expect(sheet.noteRows).toEqual([1, 2, 3, 12, 13]);
    expect(sheet.signOffRow).toBe(14);
    expect(sheet.rows.map(({ weight }) => weight)).toEqual([5, 5, 5]);
    expect(sheet.otherColumns).toEqual({ 配分: 'D' });
  });

  it('beyond the last one that are drawn blank are spare', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '執行重點', '執行步驟', '檢核結果', '辦理情形'],
        [1, '甲', '1.乙', '□完成 □未完成', null],
        [2, null, null, '□完成 □未完成', null],
        [null, null, null, null, null],
        ['承辦人：', null, '主管：', null, null],
      ],
      drawn: ['A1:E4'],
    });
    expect(lines(sheet.rows)).toEqual(['2 1 乙']);
    expect(sheet.spareRows).toEqual([3, 4]);
    expect(sheet.signOffRow).toBe(5);
  });

  it('hidden by somebody are read all the same', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '辦理情形'],
        ['甲', '1.乙', null],
        [null, '2.丙', null],
        [null, '3.丁', null],
      ],
      hiddenRows: [3],
    });
    expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([undefined, true, undefined]);
    expect(sheet.hiddenRows).toEqual([3]);
  });

  it('printed in several formats say so', async () => {
    const emphasised = { richText: [{ text: '公告', font: { bold: true } }, { text: '申辦流程' }] };
    const sheet = await onlySheet({
      rows: [
        ['執行重點', '執行步驟', '辦理情形'],
        ['甲', emphasised, null],
        [null, '2.簡化書表', null],
      ],
    });
    expect(sheet.rows.map(({ text, rich, phonetic }) => [text, rich, phonetic])).toEqual([
      ['公告申辦流程', true, undefined],
      ['簡化書表', undefined, undefined],
    ]);
  });

  it('ask by their item where there is no step, and by their step where there is no item', async () => {
    const byItem = await onlySheet({
      rows: [
        ['編號', '檢查項目', '檢查結果', '說明'],
        ['A-1', '滅火器壓力正常', '□合格 □不合格', null],
        ['A-2', '逃生動線淨空', '□合格 □不合格', null],
      ],
    });
    expect(byItem.columns).toEqual({ number: 'A', item: 'B', result: 'C', narrative: 'D' });
    expect(byItem.rows.map(({ label, text, item }) => [label, text, item?.text])).toEqual([
      ['A-1', '滅火器壓力正常', '滅火器壓力正常'],
      ['A-2', '逃生動線淨空', '逃生動線淨空'],
    ]);
    const byStep = await onlySheet({
      rows: [
        ['具體作法', '執行成果', '附件'],
        ['1.辦理講習', null, null],
      ],
    });
    expect(byStep.rows).toMatchObject([{ label: '1', text: '辦理講習', item: null, keyPoint: null }]);
  });

  it('tick the months in columns of their own', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行步驟', '查核期限', null, null, null, '辦理情形'],
        [null, '3月', '6月', '9月', '12月', null],
        ['1.甲', null, 'V', null, 'V', null],
        ['2.乙', '●', '●', '●', '●', null],
      ],
      merges: ['A1:A2', 'B1:E1', 'F1:F2'],
    });
    expect(sheet.rows.map(({ checkMonths }) => checkMonths)).toEqual([
      [6, 12],
      [3, 6, 9, 12],
    ]);
  });
});
