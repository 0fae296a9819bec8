import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../sync/form/profile/index.ts';
import { profileOf, type SheetPlan } from './books.ts';

const table = [
  ['執行步驟', '檢核結果', '辦理情形', '佐證資料', '備註', '其他'],
  ['1.甲', null, null, null, null, null],
];
const above = async (...rows: SheetPlan['rows'][number][]) => profileOf({ rows: [...rows, ...table] });

describe('agency, period and day', () => {
  it('stand behind their labels', async () => {
    const profile = await above([
      '受檢機關：望海市立圖書館',
      null,
      '檢核期間：114年1月1日至114年6月30日',
      null,
      '填表日期：114年7月5日',
    ]);
    expect(profile.agencyName).toBe('望海市立圖書館');
    expect(profile.period).toEqual({ text: '114年1月1日至114年6月30日', from: '2025-01-01', to: '2025-06-30' });
    expect(profile.sheets[0]).toMatchObject({ agencyCell: 'A1', periodCell: 'C1', dateCell: 'E1' });
  });

  it('stand in the cells beside their labels', async () => {
    const profile = await above(['機關名稱', '望海市立圖書館', '期間', '113年第1季', '製表日期', '113.04.10']);
    expect(profile.agencyName).toBe('望海市立圖書館');
    expect(profile.period).toMatchObject({ from: '2024-01-01', to: '2024-03-31' });
    expect(profile.sheets[0]).toMatchObject({ agencyCell: 'B1', periodCell: 'D1', dateCell: 'F1' });
  });

  it.each([
    '受查核單位',
    '機關（單位）名稱',
    '被考核機關全銜',
    '填報機關',
    '學校名稱',
  ])('are found behind %s', async label => {
    const profile = await above([`${label}：望海市立圖書館`, null, null]);
    expect([profile.agencyName, profile.sheets[0]!.agencyCell]).toEqual(['望海市立圖書館', 'A1']);
  });

  it('are still to be written in a template', async () => {
    const profile = await above([
      '受檢機關：＿＿＿＿＿＿',
      null,
      '填報期間：　　年　　月至　　月',
      null,
      '填報日期：　年　月　日',
    ]);
    expect([profile.agencyName, profile.period]).toEqual([null, null]);
    expect(profile.sheets[0]).toMatchObject({ agencyCell: 'A1', periodCell: 'C1', dateCell: 'E1' });
  });

  it('stand behind numbered labels, which beat an agency in the title', async () => {
    const profile = await above(
      ['望海市政府'],
      ['壹、檢核期間：114.01.01至114.06.30'],
      ['貳、受檢機關：望海市立圖書館'],
      ['參、填表日期：＿年＿月＿日'],
    );
    expect(profile.agencyName).toBe('望海市立圖書館');
    expect(profile.period).toMatchObject({ from: '2025-01-01', to: '2025-06-30' });
    expect(profile.sheets[0]).toMatchObject({ agencyCell: 'A3', periodCell: 'A2', dateCell: 'A4' });
  });

  it('are not found in numbered lines that explain how to fill the form in', async () => {
    const profile = await above(
      ['說明：'],
      ['一、填報期間：請依公文所列期程填寫。'],
      ['二、填表日期：以送出當日為準。'],
    );
    expect(profile.period).toBeNull();
    expect(profile.sheets[0]).toMatchObject({ periodCell: null, dateCell: null, noteRows: [1, 2, 3] });
  });

  it('may be one blank column away from their labels, or still to be written in a cell that the file does not have', async () => {
    const profile = await above(['受查機關', null, '望海市立圖書館', '填表日期']);
    expect(profile.agencyName).toBe('望海市立圖書館');
    expect(profile.sheets[0]).toMatchObject({ agencyCell: 'C1', dateCell: 'E1' });
  });

  it.each([
    '受查單位',
    '受檢單位',
    '填報單位',
    '受評單位',
  ])('are an agency behind %s only where one stands there', async label => {
    const agency = await above([`${label}：望海市北岸區公所`]);
    expect([agency.agencyName, agency.sheets[0]!.agencyCell]).toEqual(['望海市北岸區公所', 'A1']);
    const section = await above([`${label}：民政課`]);
    expect([section.agencyName, section.sheets[0]!.agencyCell]).toEqual([null, null]);
  });

  it('may stand below the table', async () => {
    const profile = await profileOf({ rows: [['望海市檢核表'], ...table, ['填表人：', null, '填表日期：114.7.5']] });
    expect(profile.sheets[0]).toMatchObject({ agencyCell: null, signOffRow: 4, dateCell: 'C4' });
  });

  it('need no label where nothing else stands in the cell', async () => {
    const profile = await above(['望海市立圖書館'], ['自行檢核表', null, '114年1月至6月']);
    expect(profile.agencyName).toBe('望海市立圖書館');
    expect(profile.period).toMatchObject({ from: '2025-01-01', to: '2025-06-30' });
    expect(profile.sheets[0]).toMatchObject({ agencyCell: null, periodCell: 'C2' });
  });

  it('are not the section that fills the form in', async () => {
    const profile = await above(['望海市北岸區公所114年度檢核表'], ['填報單位：民政課', null, null]);
    expect([profile.agencyName, profile.sheets[0]!.agencyCell]).toEqual(['望海市北岸區公所', null]);
  });

  it('of an agency that no cell names come from the title', async () => {
    const profile = await above(['望海市北岸區公所114年度提升服務自行檢核表']);
    expect(profile.agencyName).toBe('望海市北岸區公所');
  });

  it.each([
    ['114年上半年', '2025-01-01', '2025-06-30'],
    ['114 年 度 下 半 年', '2025-07-01', '2025-12-31'],
    ['102年7月至12月（下半年）', '2013-07-01', '2013-12-31'],
    ['114年度（114.1.1～114.12.31）', '2025-01-01', '2025-12-31'],
    ['99年11月至100年2月', '2010-11-01', '2011-02-28'],
    ['114年第3季', '2025-07-01', '2025-09-30'],
    ['114年度第一季至第二季', '2025-01-01', '2025-06-30'],
    ['2025/1/1 - 2025/3/31', '2025-01-01', '2025-03-31'],
    ['1140101~1140630', '2025-01-01', '2025-06-30'],
    ['一一四年度', '2025-01-01', '2025-12-31'],
    ['民國113年2月', '2024-02-01', '2024-02-29'],
    ['114.07-114.12', '2025-07-01', '2025-12-31'],
    ['自114年3月1日起至114年5月31日止', '2025-03-01', '2025-05-31'],
  ])('%s lasts from %s to %s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, from, to });
  });

  it('that say nothing of days stay as printed', () => {
    expect(parsePeriod('第二次')).toEqual({ text: '第二次', from: null, to: null });
    expect(parsePeriod('　')).toBeNull();
  });
});
