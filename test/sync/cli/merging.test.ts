import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookOf, folder, guankao, type Step, steps } from './books.ts';

const files = folder();
afterAll(files.remove);

const changed = (change: (step: Step, i: number) => Partial<Step>): readonly Step[] =>
  steps.map((step, i) => ({ ...step, ...change(step, i) }));

let [base, ours, theirs] = ['', '', ''];
beforeAll(async () => {
  base = files.put('base.xlsx', await bookOf(steps));
  const mine = [{ narrative: '櫃檯已啟用' }, { evidence: '照片' }];
  const others = [{ narrative: '櫃檯尚未啟用' }, {}, { narrative: '已抽測三次' }];
  ours = files.put('ours.xlsx', await bookOf(changed((_, i) => mine[i] ?? {})));
  theirs = files.put('theirs.xlsx', await bookOf(changed((_, i) => others[i] ?? {}).toReversed()));
});
const sides = () => ['--base', base, '--ours', ours, '--theirs', theirs];

describe('form merge', () => {
  it('takes what only one changed, lists conflicts, and ends with 1 while there are any', async () => {
    const { code, out } = await guankao('form', 'merge', ...sides(), '--json');
    expect(code).toBe(1);
    const plan = JSON.parse(out);
    expect(plan.files).toEqual({ base: 'base.xlsx', ours: 'ours.xlsx', theirs: 'theirs.xlsx' });
    expect(plan.conflicts).toEqual([{ sheet: '自行檢核表', row: 4, field: 'narrative' }]);
    const outcomes = plan.rows.flatMap(
      ({ row, fields }: { row: number; fields: { field: string; outcome: string }[] }) =>
        fields.map(({ field, outcome }) => `${row} ${field} ${outcome}`),
    );
    expect(outcomes).toEqual(['4 narrative conflict', '5 evidence ours', '6 narrative theirs']);
    const said = await guankao('form', 'merge', ...sides());
    expect(said.out).toContain('採用對方 1 欄，保留我方 1 欄，雙方相同 0 欄，衝突 1 欄，待確認 0 列');
    expect(said.out).toMatch(/4 +辦理情形 +衝突 +櫃檯已啟用 +櫃檯尚未啟用/);
  });

  it('ends with 0 where nothing is left to a person, and three times the same gives nothing', async () => {
    const { code, out } = await guankao('form', 'merge', '--base', base, '--ours', base, '--theirs', theirs, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).conflicts).toEqual([]);
    const same = await guankao('form', 'merge', '--base', ours, '--ours', ours, '--theirs', ours, '--json');
    expect(JSON.parse(same.out).rows.flatMap(({ fields }: { fields: unknown[] }) => fields)).toEqual([]);
  });

  it('writes what was merged when asked, conflicts as ours have them, and never over an input', async () => {
    const out = files.at('merged.xlsx');
    expect((await guankao('form', 'merge', ...sides(), '--out', out)).code).toBe(1);
    const read = JSON.parse((await guankao('form', 'read', out, '--json')).out);
    expect(read.sheets[0].rows).toMatchObject([
      { row: 4, narrative: '櫃檯已啟用' },
      { row: 5, evidence: ['照片'] },
      { row: 6, narrative: '已抽測三次' },
    ]);
    for (const wrong of [base, ours, theirs, files.at('merged.ods')])
      expect(await guankao('form', 'merge', ...sides(), '--out', wrong)).toMatchObject({ code: 2, out: '' });
  });
});

describe('form diff', () => {
  it('tells of rows and answers that differ, and that nothing does', async () => {
    const later = files.put(
      'later.xlsx',
      await bookOf(changed((_, i) => (i === 2 ? { narrative: '已抽測' } : {})).slice(1)),
    );
    const { code, out } = await guankao('form', 'diff', base, later);
    expect(code).toBe(0);
    expect(out).toContain('4 → –  刪除  設置綜合受理櫃檯並公告服務項目');
    expect(out).toContain(
      '6 → 5  改內容  每月抽測各單位電話禮貌並公布結果\n    辦理情形\n    - （空白）\n    + 已抽測',
    );
    expect(await guankao('form', 'diff', base, base, '--lang', 'en')).toEqual({
      code: 0,
      out: 'The forms are alike.',
      err: '',
    });
    const asData = JSON.parse((await guankao('form', 'diff', base, later, '--json')).out);
    expect(asData.rows.map(({ is }: { is: string[] }) => is)).toEqual([['changed'], ['removed']]);
  });
});
