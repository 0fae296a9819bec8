import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import { book, lines, onlySheet, profileOf, type Value } from './books.ts';

const texts = ['設置單一櫃檯', '訂定輪值要點', '檢討申辦流程', '公告處理期限', '辦理教育訓練', '彙整民眾意見'];
/** The second of January of the year in which somebody typed 1-2. */
const typed = (month: number, day: number, year = 2025): Date => new Date(Date.UTC(year, month - 1, day));

const formOf = (numbers: readonly Value[], format: string, title: Value = '編號') => ({
  rows: [
    [title, '執行步驟', '主辦單位', '檢核結果', '辦理情形'],
    ...numbers.map((number, i): readonly Value[] => [number, texts[i % texts.length]!, '民政課', null, null]),
  ],
  formats: { A2: format, [`A2:A${numbers.length + 1}`]: format },
});
const labelsOf = async (numbers: readonly Value[], format: string, title: Value = '編號'): Promise<readonly string[]> =>
  lines((await onlySheet(formOf(numbers, format, title))).rows).map(line => line.split(' ')[1]!);

describe('numbers that the spreadsheet program turned into dates', () => {
  it.each([
    [
      'among others that it left',
      'm"月"d"日"',
      [typed(1, 1), typed(1, 2), '1-3', typed(2, 1)],
      ['1-1', '1-2', '1-3', '2-1'],
    ],
    ['though none is left', 'm/d', [typed(1, 1), typed(1, 2), typed(1, 3), typed(2, 1)], ['1-1', '1-2', '1-3', '2-1']],
    [
      'by a program that puts the day first',
      'd-mmm',
      [typed(1, 1), typed(2, 1), '1-3', typed(1, 2)],
      ['1-1', '1-2', '1-3', '2-1'],
    ],
    ['shown with their year', 'yyyy/m/d', [typed(3, 1), typed(3, 2), '3-3'], ['3-1', '3-2', '3-3']],
    ['of three levels', 'yyyy/m/d', [typed(1, 1, 2001), typed(1, 2, 2001), '1-2-1'], ['1-1-1', '1-1-2', '1-2-1']],
  ] as const)('are read as they were typed, %s', async (_, format, numbers, expected) => {
    expect(await labelsOf(numbers, format)).toEqual(expected);
    expect(await labelsOf([...numbers].reverse(), format)).toEqual([...expected].reverse());
  });

  it('are read beside the steps without a title of their own', async () => {
    expect(await labelsOf([typed(1, 1), typed(1, 2), '1-3'], 'm/d', null)).toEqual(['1-1', '1-2', '1-3']);
    expect(await labelsOf([typed(1, 1), typed(1, 2), typed(2, 1)], 'm/d', null)).toEqual(['1-1', '1-2', '2-1']);
  });

  it('goes beyond the end of a month', async () => {
    const format = 'm/d';
    const plan = formOf([typed(1, 30), typed(1, 31), typed(1, 1, 1932), '1-33'], format);
    const sheet = await onlySheet({ ...plan, formats: { ...plan.formats, A4: 'mmm-yy' } });
    expect(sheet.rows.map(({ label }) => label)).toEqual(['1-30', '1-31', '1-32', '1-33']);
  });

  it('are told with the first of them, and leave their cells as they are', async () => {
    const workbook = await book(formOf([typed(1, 1), typed(1, 2), '1-3'], 'm"月"d"日"'));
    const { issues, sheets } = profileForm(workbook);
    expect(issues).toMatchObject([
      {
        code: 'form_number_dates',
        severity: 'info',
        sheet: '表1',
        row: 2,
        params: { column: 'A', count: 2, label: '1-1' },
      },
    ]);
    expect(sheets[0]!.rows.map(({ number }) => number)).toEqual(['1-1', '1-2', '1-3']);
    expect(workbook.sheets[0]!.cell(2, 1)?.value).toEqual({ kind: 'date', value: '2025-01-01' });
  });

  it('are days where they go on from nothing', async () => {
    const days = [typed(6, 30), typed(12, 31), typed(3, 15), typed(9, 1)];
    expect((await profileOf(formOf(days, 'yyyy/m/d'))).issues).toEqual([]);
    expect((await profileOf(formOf(days, 'm/d', null))).issues).toEqual([]);
    expect((await profileOf(formOf([...days, 5], 'm/d'))).issues).toEqual([]);
    const planned = {
      rows: [
        ['項次', '執行步驟', '預定完成日', '檢核結果', '辦理情形'],
        ...texts.map((text, i): readonly Value[] => [i + 1, text, typed(1, i + 1), null, null]),
      ],
      formats: { 'C2:C7': 'm/d' },
    };
    expect((await profileOf(planned)).issues).toEqual([]);
  });

  it('tell rows apart as they did when they went out, in whatever order they come back', async () => {
    const labels = ['1-1', '1-2', '1-3', '2-1', '2-2', '3-1'];
    const steps = [...texts.slice(0, 4), texts[0]!, texts[1]!];
    const rowsOf = async (order: readonly number[], format: string, numberOf: (label: string) => Value) => {
      const plan = formOf(
        order.map(i => numberOf(labels[i]!)),
        format,
      );
      const rows = plan.rows.map((row, at) => (at === 0 ? row : row.with(1, steps[order[at - 1]!]!)));
      return askedRows(await profileOf({ ...plan, rows }));
    };
    const asDate = (label: string) => typed(Number(label[0]), Number(label[2]));
    const issued = await rowsOf([0, 1, 2, 3, 4, 5], '@', label => label);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 4 }), async order => {
        const dates = await rowsOf(order, 'm/d', asDate);
        const asSent = await rowsOf(order, '@', label => label);
        expect(dates).toEqual(asSent);
        for (const { row, templateRow } of matchRows(dates, issued).rows)
          expect([null, order[row - 2]! + 2]).toContain(templateRow);
      }),
      { numRuns: 15 },
    );
  });
});
