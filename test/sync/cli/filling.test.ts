import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOf, folder, guankao, steps } from './books.ts';

const files = folder();
afterAll(files.remove);
let template: string;
beforeAll(async () => {
  template = files.put('template.xlsx', await bookOf(steps));
});

const rows = [
  {
    row: 4,
    result: '已完成',
    narrative: '櫃檯已啟用\n共受理三百件',
    evidence: ['照片', '受理統計'],
    remarks: '併年度考核',
  },
  { row: 6, result: '辦理中', narrative: '=已抽測二次' },
];
const answersOf = (list: readonly object[], name = '自行檢核表') => JSON.stringify({ sheets: [{ name, rows: list }] });

describe('form fill', () => {
  it('writes a form that reads back as the answers, and says so to people and programs', async () => {
    const answers = files.put('answers.json', answersOf(rows));
    const out = files.at('filled.xlsx');
    const { code, out: json, err } = await guankao('form', 'fill', template, answers, out, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(json)).toMatchObject({
      file: 'filled.xlsx',
      template: 'template.xlsx',
      written: 6,
      same: 0,
      refused: 0,
    });
    const back = JSON.parse((await guankao('form', 'read', out, '--json')).out);
    expect(back.sheets).toMatchObject([{ name: '自行檢核表', rows, unanswered: [5, 7, 8] }]);
    expect((await guankao('form', 'read', out)).out).toMatch(
      /4 +檢核結果 +已完成\n +辦理情形 +櫃檯已啟用 共受理三百件/,
    );
    const again = await guankao('form', 'fill', out, answers, files.at('again.xlsx'));
    expect(again.out).toContain('again.xlsx：寫入 0 格，6 格原已相同');
    expect(readFileSync(files.at('again.xlsx')).equals(readFileSync(out))).toBe(true);
  });

  it('fills again from what it read', async () => {
    const out = files.at('second.xlsx');
    const read = files.put('read.json', (await guankao('form', 'read', files.at('filled.xlsx'), '--json')).out);
    expect((await guankao('form', 'fill', template, read, out)).code).toBe(0);
    expect((await guankao('form', 'read', out, '--json')).out.replace('second', 'filled')).toBe(
      readFileSync(read, 'utf8'),
    );
  });

  it('ends with 1 where a row could not be written, and writes the others', async () => {
    const answers = files.put('beyond.json', answersOf([...rows, { row: 99, narrative: '多的' }]));
    const out = files.at('beyond.xlsx');
    const { code, err } = await guankao('form', 'fill', template, answers, out);
    expect(code).toBe(1);
    expect(err).toContain('99');
    expect(JSON.parse((await guankao('form', 'read', out, '--json')).out).sheets[0].rows).toHaveLength(2);
    const elsewhere = files.put('elsewhere.json', answersOf(rows, '別張表'));
    expect((await guankao('form', 'fill', template, elsewhere, out)).code).toBe(1);
  });

  it('leaves its inputs, and what stood at OUT, alone when it cannot do its work', async () => {
    const answers = files.put('answers.json', answersOf(rows));
    const before = readFileSync(template);
    const link = files.at('link.xlsx');
    symlinkSync(template, link);
    for (const out of [template, link, answers, files.at('wrong.ods')]) {
      const refused = await guankao('form', 'fill', template, answers, out);
      expect(refused).toMatchObject({ code: 2, out: '' });
    }
    const kept = files.put('kept.xlsx', 'what stood here');
    for (const [path, code] of [
      [files.put('broken.json', '{'), 'file_not_json'],
      [files.put('list.json', '[]'), 'file_not_answers'],
      [files.put('odd.json', answersOf([{ row: 'four' }])), 'file_not_answers'],
      [files.at('none.json'), 'path_missing'],
    ] as const) {
      const failed = await guankao('form', 'fill', template, path, kept, '--json');
      expect([failed.code, JSON.parse(failed.out).error.code]).toEqual([1, code]);
    }
    expect(readFileSync(kept, 'utf8')).toBe('what stood here');
    expect(readFileSync(template).equals(before)).toBe(true);
  });

  it('leaves no half-written file behind when OUT cannot be written', async () => {
    const answers = files.put('answers.json', answersOf(rows));
    mkdirSync(files.at('taken.xlsx'));
    for (const out of [files.at('taken.xlsx'), files.at('nowhere/out.xlsx')])
      expect((await guankao('form', 'fill', template, answers, out)).code).toBe(1);
    expect(readdirSync(dirname(template)).filter(name => name.startsWith('.'))).toEqual([]);
  });
});
