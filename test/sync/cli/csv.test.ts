import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { writeForm } from '../../../sync/form/index.ts';
import { buildContent } from '../form/forms.ts';
import { folder, guankao } from './books.ts';

const files = folder();
afterAll(files.remove);

const form = await writeForm(buildContent(), 'csv');
if (!form.ok) throw new Error(form.issues[0]?.message);
const issued = new TextDecoder().decode(form.bytes);
const template = files.put('form.csv', form.bytes);
const json = async (...args: readonly string[]) => JSON.parse((await guankao(...args, '--json')).out);

describe('our own form as CSV', () => {
  it('is read like any form', async () => {
    const read = await json('form', 'read', template);
    expect(read.sheets).toMatchObject([
      {
        rows: [
          { row: 2, label: '1', result: '辦理中', narrative: '已排定輪值。\n持續辦理。' },
          { row: 3, label: '2', remarks: '人力不足' },
          { row: 6, result: '已完成', narrative: '已檢視完畢。', evidence: ['檢視紀錄.pdf'] },
          { row: 7, evidence: ['會議紀錄.pdf', '系統畫面.png'] },
        ],
        unanswered: [4, 5],
      },
    ]);
    expect((await guankao('form', 'read', template)).code).toBe(0);
  });

  it('is filled in its place, letter by letter, and once', async () => {
    const { sheets } = await json('form', 'read', template);
    const rows = [{ row: 4, result: '已完成', narrative: '=辦理,「三場」\n共九十人' }];
    const answers = files.put('answers.json', JSON.stringify({ sheets: [{ name: sheets[0].name, rows }] }));
    const out = files.at('filled.csv');
    expect(await json('form', 'fill', template, answers, out)).toMatchObject({ written: 2, refused: 0 });
    const lines = (text: string) => text.split('\r\n');
    const filled = lines(readFileSync(out, 'utf8').slice(1));
    const before = lines(issued);
    expect(filled.filter((line, i) => line !== before[i])).toEqual([
      before[3]!.replace(',,,,', ',已完成,"\'=辦理,「三場」\n共九十人",,'),
    ]);
    expect((await json('form', 'read', out)).sheets[0].rows[2]).toMatchObject(rows[0]!);
    const again = files.at('again.csv');
    expect(await json('form', 'fill', out, answers, again)).toMatchObject({ written: 0, same: 2 });
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
  });

  it('is merged with what came back as another program saved it', async () => {
    const edit = (from: string, to: string) => issued.replace(from, to);
    const ours = files.put('ours.csv', `\uFEFF${edit('人力不足', '人力已補足')}`);
    const theirs = files.put(
      'theirs.csv',
      Buffer.from(`\uFEFF${edit('已檢視完畢。', '已檢視完畢，共五項。').replaceAll(',', '\t')}`, 'utf16le'),
    );
    const out = files.at('merged.csv');
    const merged = await json('form', 'merge', '--base', template, '--ours', ours, '--theirs', theirs, '--out', out);
    expect(merged.conflicts).toEqual([]);
    expect(readFileSync(out, 'utf8')).toBe(
      `\uFEFF${edit('人力不足', '人力已補足').replace('已檢視完畢。', '已檢視完畢，共五項。')}`,
    );
  });

  it('is told apart from text that is no form, and from names of another kind', async () => {
    const list = files.put('list.csv', '姓名,電話\n甲,1\n乙,2\n');
    expect((await guankao('form', 'read', list)).err).toContain('找不到檢核表的欄名列');
    const answers = files.put('none.json', '{"sheets":[]}');
    const { code, err } = await guankao('form', 'fill', template, answers, files.at('filled.xlsx'));
    expect([code, err]).toEqual([2, expect.stringContaining('.csv')]);
  });
});
