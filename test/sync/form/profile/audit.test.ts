import { describe, expect, it } from 'vitest';
import { onlySheet } from './books.ts';

describe('forms that follow up findings', () => {
  it('ask by number and finding, with the units that a finding names', async () => {
    const sheet = await onlySheet({
      rows: [
        ['列管編號', '稽核項目', '稽核發現', '改善措施', '預定完成日期', '實際完成日期', '辦理情形', '追蹤結果'],
        [
          '112-3',
          '檔案管理',
          '逾期未歸檔十二件。（文書科）',
          null,
          new Date(Date.UTC(2024, 4, 31)),
          null,
          null,
          '□解除列管 □持續列管',
        ],
        ['112-4', '財物管理', '標籤脫落，帳物不符。', null, '113年8月底', null, null, '□解除列管 □持續列管'],
      ],
    });
    expect(sheet.columns).toEqual({
      number: 'A',
      item: 'B',
      finding: 'C',
      action: 'D',
      plannedDate: 'E',
      actualDate: 'F',
      narrative: 'G',
      result: 'H',
    });
    expect(sheet.resultChoices).toEqual(['解除列管', '持續列管']);
    expect(sheet.rows).toMatchObject([
      {
        label: '112-3',
        text: '檔案管理',
        number: '112-3',
        units: ['文書科'],
        finding: '逾期未歸檔十二件。（文書科）',
        plannedDate: '2024-05-31',
        cells: { action: 'D2', actualDate: 'F2', narrative: 'G2', result: 'H2' },
      },
      { label: '112-4', units: [], plannedDateText: '113年8月底' },
    ]);
    expect(sheet.rows[1]).not.toHaveProperty('plannedDate');
    expect(sheet.rows[0]!.cells).not.toHaveProperty('number');
  });

  it('take the latest of several rounds of tracking', async () => {
    const sheet = await onlySheet({
      rows: [
        ['項次', '缺失事項', '權責單位', '改善情形', null, null, '備註'],
        [null, null, null, '第1次追蹤', '第2次追蹤', '第3次追蹤', null],
        [1, '公告逾期未更新', '企劃科', '已更新二則', '餘三則更新中', null, null],
        [2, '櫃台無代理人', '服務科', '已指定代理人', null, null, null],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'],
    });
    expect(sheet.columns).toMatchObject({ finding: 'B', units: 'C', narrative: 'F', remarks: 'G' });
    expect(sheet.rows.map(({ label, text, finding, units }) => [label, text, finding, units])).toEqual([
      ['1', '公告逾期未更新', '公告逾期未更新', ['企劃科']],
      ['2', '櫃台無代理人', '櫃台無代理人', ['服務科']],
    ]);
  });

  it('tick whether a finding is released', async () => {
    const sheet = await onlySheet({
      rows: [
        ['編號', '缺失', '改善對策', '改善期限', '列管建議', null, null],
        [null, null, null, null, '解除列管', '繼續列管', '併案列管'],
        ['1', '甲', null, '114/3/31', null, null, null],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:G1'],
    });
    expect(sheet.columns).toMatchObject({
      action: 'C',
      plannedDate: 'D',
      resultTicks: { 解除列管: 'E', 繼續列管: 'F', 併案列管: 'G' },
    });
  });
});
