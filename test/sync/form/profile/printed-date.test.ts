import { describe, expect, it } from 'vitest';
import { printedDate } from '../../../../sync/form/profile/printed-date.ts';
import { onlySheet } from './books.ts';

const may = { value: { kind: 'date', value: '2025-05-09' }, text: '2025-05-09' } as const;

describe('a day in a cell', () => {
  it.each([
    ['yyyy/m/d', '2025/5/9'],
    ['yyyy\\-mm\\-dd', '2025-05-09'],
    ['e/m/d', '114/5/9'],
    ['e.mm.dd;@', '114.05.09'],
    ['yyyy"年"m"月"d"日"', '2025年5月9日'],
    ['yyyy年m月d日', '2025年5月9日'],
    ['[$-404]e"年"m"月"d"日"', '114年5月9日'],
    ['[$-404]ggge"年"m"月"d"日";@', '中華民國114年5月9日'],
    ['[$-404]yyyy/mm/dd', '2025/05/09'],
    ['[$-1040404]y/m/d', '114/5/9'],
    ['[~ROC]YYY.MM.DD', '114.05.09'],
    ['yyyy/m/d h:mm', '2025/5/9'],
    ['d-mmm-yy', '2025-05-09'],
    ['yyyy/m/d aaaa', '2025-05-09'],
    ['General', '2025-05-09'],
  ])('is printed by %s as %s', (numberFormat, printed) => {
    expect(printedDate({ ...may, numberFormat })).toBe(printed);
  });

  it('that is text stays as written', () => {
    const text = '114.5.9前';
    expect(printedDate({ value: { kind: 'text', value: text }, text, numberFormat: 'yyyy/m/d' })).toBe(text);
  });

  it('on which a finding must be settled is told as it is seen', async () => {
    const sheet = await onlySheet({
      rows: [
        ['編號', '缺失事項', '改善措施', '預定改善日期', '辦理情形'],
        ['1', '樓梯間堆放雜物', null, new Date(Date.UTC(2025, 4, 9)), null],
        ['2', '滅火器逾期', null, '114年5月底', null],
      ],
      formats: { 'D2:D3': 'e"年"m"月"d"日"' },
    });
    expect(sheet.rows.map(({ plannedDate, plannedDateText }) => [plannedDate, plannedDateText])).toEqual([
      ['2025-05-09', '114年5月9日'],
      [undefined, '114年5月底'],
    ]);
  });
});
