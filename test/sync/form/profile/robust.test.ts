import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { formProfile } from '../../../../sync/model/index.ts';
import { book, onlySheet, profileOf } from './books.ts';

const words = fc.constantFrom(
  ...['執行要項', '執行步驟', '檢核結果', '辦理情形', '佐證資料', '備註', '項次', '是', '否', '已完成', '小計', '合計'],
  ...[
    '承辦人：',
    '主管',
    '機關名稱：',
    '填報期間：114年',
    '註：一',
    '一、甲',
    '(一)乙',
    '1.丙',
    '2',
    'V',
    '□是 □否',
    '114.6.30',
  ],
  ...['---', '前次：', '、', '（', '\n', '　', '一'.repeat(300)],
);

describe('any workbook', () => {
  it('that is no form gives an empty profile and says so', async () => {
    const profile = await profileOf(
      {
        rows: [
          ['姓名', '電話'],
          ['王', '02-1234'],
        ],
      },
      { rows: [] },
    );
    expect(profile).toMatchObject({ agencyName: null, period: null, sheets: [], issues: [{ code: 'form_not_found' }] });
    expect(profile.issues[0]!.message).toContain('表1、表2');
  });

  it('that holds a plan without room for answers is no form', async () => {
    const rows = [
      ['執行要項', '執行重點', '執行步驟', '執行單位', '備註'],
      ['一、甲', '(一)乙', '1.丙', '民政課', null],
    ];
    expect((await profileOf({ rows })).sheets).toEqual([]);
  });

  it('whose table holds lines that ask nothing says which', async () => {
    const header = ['執行要項', '執行步驟', '檢核結果', '辦理情形'];
    const { issues } = await profileOf({
      rows: [header, ['一、甲', '1.乙', null, null], [null, null, '補充', '見上'], [null, '2.丙', null, null]],
    });
    expect(issues).toMatchObject([{ code: 'form_rows_unread', severity: 'info', sheet: '表1', row: 3 }]);
    const empty = await profileOf({ rows: [header] });
    expect(empty.issues).toMatchObject([{ code: 'form_rows_missing', severity: 'warning', row: 1 }]);
  });

  it('is read without a crash, into a profile that keeps to the contract', async () => {
    const cell = fc.option(fc.oneof(words, fc.integer({ min: 0, max: 200 })), { nil: null, freq: 3 });
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 });
    const merge = fc.tuple(fc.nat(6), fc.nat(12), fc.nat(3), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(rows, merge, async (rows, [left, top, wide, tall]) => {
        const name = (column: number): string => 'ABCDEFGHIJ'[column]!;
        const range = `${name(left)}${top + 1}:${name(left + wide)}${top + tall + 1}`;
        const workbook = await book({ rows, merges: wide + tall > 0 ? [range] : [] });
        const profile = profileForm(workbook);
        expect(formProfile.safeParse(profile).error).toBeUndefined();
        for (const { rows: found, headerRows } of profile.sheets) {
          expect(found.every(({ row }) => row > headerRows[1])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves figures about the form aside', async () => {
    const sheet = await onlySheet({
      rows: [
        ['執行要項', '已完成', '辦理中', '未辦理'],
        ['一、甲', 0, 0, 0],
        ['二、乙', 0, 0, 0],
        [],
        ['執行要項', '執行步驟', '檢核結果', '辦理情形'],
        ['一、甲', '1.丙', null, null],
        ['二、乙', '1.丁', null, null],
      ],
    });
    expect(sheet.headerRows).toEqual([5, 5]);
    expect(sheet.rows.map(({ row }) => row)).toEqual([6, 7]);
  });

  it('of many rows takes time in proportion to them', { timeout: 60_000 }, async () => {
    const rows = (count: number) => [
      ['項次', '執行要項', '執行重點', '執行步驟', '主辦單位', '檢核結果', '辦理情形', '佐證資料'],
      ...Array.from({ length: count }, (_, i) => [
        i + 1,
        i % 10 === 0 ? `一、要項${i}` : null,
        i % 5 === 0 ? `(一)重點${i}` : null,
        `${(i % 5) + 1}.步驟${i}`,
        '民政課、社會課',
        '□已完成 □辦理中',
        `本期辦理${i}場。\n---\n前次：${i}場`,
        '1.照片',
      ]),
    ];
    const timed = async (count: number): Promise<number> => {
      const workbook = await book({ rows: rows(count) });
      profileForm(workbook);
      // Work is counted, not the wait for others who use the machine.
      const before = process.cpuUsage();
      const [sheet] = profileForm(workbook).sheets;
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1000;
      expect(sheet!.rows).toHaveLength(count);
      return took;
    };
    const [few, many] = [await timed(300), await timed(2400)];
    expect(many).toBeLessThan(Math.max(few, 20) * 8 * 4);
  });
});
