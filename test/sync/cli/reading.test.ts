import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOf, folder, guankao, steps } from './books.ts';

const files = folder();
afterAll(files.remove);
let template: string;
beforeAll(async () => {
  template = files.put('template.xlsx', await bookOf(steps));
});

describe('form profile', () => {
  it('tells people what the form asks', async () => {
    const { code, out, err } = await guankao('form', 'profile', template);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('清川市青田區公所');
    expect(out).toContain('2025-01-01 – 2025-06-30');
    expect(out).toMatch(/C +執行步驟/);
    expect(out).toMatch(/6 +1 +秘書室 +每月抽測各單位電話禮貌並公布結果/);
  });

  it('tells programs the same as data', async () => {
    const { code, out } = await guankao('form', 'profile', template, '--json');
    expect(code).toBe(0);
    const { file, agencyName, period, sheets } = JSON.parse(out);
    expect({ file, agencyName, period }).toEqual({
      file: 'template.xlsx',
      agencyName: '清川市青田區公所',
      period: { text: '114年1月至6月', from: '2025-01-01', to: '2025-06-30' },
    });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ headerRows: [3, 3], columns: { step: 'C', result: 'F', narrative: 'G' } });
    expect(sheets[0].rows.map(({ row }: { row: number }) => row)).toEqual([4, 5, 6, 7, 8]);
    expect(sheets[0].rows[2].cells).toMatchObject({ narrative: 'G6', evidence: 'H6' });
  });

  it('says why a file could not be read, in the language asked for, and ends with 1', async () => {
    mkdirSync(files.at('folder'));
    for (const [path, zh, en] of [
      [files.at('missing.xlsx'), '找不到', 'There is no'],
      ['/dev/zero', '不是一般檔案', 'is a device or a pipe'],
      [files.at('folder'), '是資料夾', 'is a folder'],
      [files.put('empty.xlsx', ''), '空檔', 'is empty'],
      [files.put('text.xlsx', 'text'), '不是試算表', 'not a workbook'],
    ] as const) {
      expect(await guankao('form', 'profile', path)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining(zh),
      });
      expect((await guankao('form', 'profile', path, '--lang', 'en')).err).toContain(en);
      const asData = await guankao('form', 'profile', path, '--json');
      expect(asData.code).toBe(1);
      expect(JSON.parse(asData.out).error.code).toMatch(/^(path|not_a|workbook)_/);
    }
  });
});

describe('form match', () => {
  it('finds every row of a form that was sorted, and tells which did not come back', async () => {
    const [first, second, third, fourth] = steps as [
      (typeof steps)[0],
      (typeof steps)[0],
      (typeof steps)[0],
      (typeof steps)[0],
    ];
    const path = files.put('sorted.xlsx', await bookOf([fourth, first, third, second]));
    const { code, out } = await guankao('form', 'match', path, '--template', template, '--json');
    expect(code).toBe(0);
    const { rows, missing } = JSON.parse(out);
    expect(rows.map(({ row, templateRow }: { row: number; templateRow: number }) => [row, templateRow])).toEqual([
      [4, 7],
      [5, 4],
      [6, 6],
      [7, 5],
    ]);
    for (const row of rows)
      expect(row).toMatchObject({ sheet: '自行檢核表', templateSheet: '自行檢核表', candidates: [], duplicate: false });
    expect(missing).toEqual([{ sheet: '自行檢核表', row: 8 }]);
    expect((await guankao('form', 'match', path, '--template', template)).out).toContain('範本中未寄回的列：8');
  });

  it('leaves a row that is in no template to a person, and ends with 1', async () => {
    const stranger = {
      ...steps[0]!,
      item: '三、其他',
      keyPoint: '(一)臨時',
      step: '1.辦理里民聯誼餐會暨摸彩活動',
      unit: '人文課',
    };
    const path = files.put('added.xlsx', await bookOf([...steps, stranger]));
    const { code, out } = await guankao('form', 'match', path, '--template', template, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).rows.at(-1)).toMatchObject({ row: 9, templateSheet: null, templateRow: null });
  });
});
