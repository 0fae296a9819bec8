import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../../sync/form/answers/index.ts';
import { fillForm } from '../../../../sync/form/fill/index.ts';
import type { FormFill, RowAnswer, RowFill } from '../../../../sync/model/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { workbookOf } from '../../sheet/packages.ts';
import { type FixtureForm, fileOf, fixtureForms, formats, profileOf } from './fixture-forms.ts';

const phrase = fc.constantFrom(
  '本所辦理說明會3場，參加58人。',
  '一、受理案件均依限辦結',
  '二、114年5月3日簽奉核定後公告',
  '滿意度95.5％、±3％以內',
  '=1+1',
  '-10件較去年減少',
  '- 第1階段：規劃',
  '　　後續納入例行檢查',
  '上半年已辦理2次、下半年續辦',
  '<承辦人> & "股長"',
);
const prose = fc.array(phrase, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n').trimStart());
const evidenceName = fc.constantFrom(
  '簽到表',
  '照片（活動前、後）',
  '114.6.30會議紀錄',
  '甲、乙對照表',
  '1.5倍放大圖',
  '附件1：名冊',
  '成果.pdf',
  '問卷；統計',
);
const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const score = fc.integer({ min: 0, max: 200 }).map(half => half / 2);
const choice = fc.constantFrom('已完成', '辦理中', '未辦理', '不適用');

const fields = {
  result: choice,
  narrative: prose,
  evidence: fc.uniqueArray(evidenceName, { minLength: 1, maxLength: 4 }),
  selfScore: score,
  firstScore: score,
  remarks: prose,
  action: prose,
  actualDate: day,
};
type Meant = Partial<Pick<RowAnswer, keyof typeof fields>>;

/** What a form of fixtures has a place for. */
const fieldsOf = (form: FixtureForm) => {
  const cells = form.profile.rows[0]!.cells;
  const has = (field: string): boolean => field in cells || (field === 'result' && 'resultTicks' in cells);
  return Object.fromEntries(Object.entries(fields).filter(([field]) => has(field)));
};

const fillsFor = (form: FixtureForm): fc.Arbitrary<FormFill> =>
  fc
    .tuple(
      ...form.profile.rows.map(({ row }) =>
        fc.option(fc.record(fieldsOf(form), { requiredKeys: [] }).map(meant => ({ row, ...meant }))),
      ),
    )
    .map(rows => ({ sheets: [{ name: '計畫', rows: rows.filter(row => row !== null) }] }));

const keys = Object.keys(fields);
const meantOf = (row: RowAnswer | RowFill): Meant =>
  Object.fromEntries(
    Object.entries(row).filter(([key, value]) => (key === 'row' || keys.includes(key)) && value !== undefined),
  );

function fill(bytes: Uint8Array, form: FixtureForm, answers: FormFill): Uint8Array {
  const result = fillForm(bytes, '表', profileOf(form), answers);
  if (!result.ok) throw new Error(result.issue.message);
  expect(result.report.cells.filter(({ status }) => status === 'refused')).toEqual([]);
  return result.bytes;
}

const read = (bytes: Uint8Array, form: FixtureForm): readonly RowAnswer[] =>
  readAnswers(workbookOf(readWorkbook(bytes, '表')), profileOf(form)).answers.sheets.flatMap(sheet => sheet.rows);

const textsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    workbookOf(readWorkbook(bytes, '表')).sheets.flatMap(sheet =>
      sheet.rows.flatMap(row =>
        row.cells.filter(({ text }) => text !== '').map(cell => [cell.address, cell.text] as const),
      ),
    ),
  );

const kinds = fixtureForms.flatMap(form => formats.map(format => ({ kind: `${form.name} (${format})`, form, format })));

describe.each(kinds)('a form with $kind', ({ form, format }) => {
  const template = fileOf(form, format);

  it('is read back as it was filled', () => {
    fc.assert(
      fc.property(fillsFor(form), answers => {
        const asked = answers.sheets[0]!.rows.map(meantOf).filter(row => Object.keys(row).length > 1);
        expect(read(fill(template, form, answers), form).map(meantOf)).toEqual(asked);
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when it is filled again, nor by the literal cells it was read to hold', () => {
    fc.assert(
      fc.property(fillsFor(form), answers => {
        const once = fill(template, form, answers);
        expect(fill(once, form, answers)).toBe(once);
        const rows = [...read(once, form)];
        expect(fill(once, form, { sheets: [{ name: '計畫', rows }] })).toBe(once);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same from the literal cells alone as from what they mean', () => {
    fc.assert(
      fc.property(fillsFor(form), answers => {
        const meant = fill(template, form, answers);
        const rows = read(meant, form).map(({ row, cells }) => ({ row, cells }));
        expect(textsOf(fill(template, form, { sheets: [{ name: '計畫', rows }] }))).toEqual(textsOf(meant));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps rows without an answer as they stood, and every earlier narrative', () => {
    fc.assert(
      fc.property(fillsFor(form), fillsFor(form), (first, second) => {
        const before = textsOf(template);
        const after = textsOf(fill(fill(template, form, first), form, second));
        const answered = new Set([...first.sheets, ...second.sheets].flatMap(({ rows }) => rows.map(({ row }) => row)));
        const untouched = (texts: ReadonlyMap<string, string>) =>
          [...texts].filter(([address]) => !answered.has(Number(address.slice(1))));
        expect(untouched(after)).toEqual(untouched(before));
        const narratives = form.profile.rows.flatMap(({ cells }) => cells.narrative ?? []);
        for (const cell of narratives) expect(after.get(cell) ?? '').toContain(before.get(cell) ?? '');
      }),
      { numRuns: 30 },
    );
  });

  it('replaces what was said before, without piling up', () => {
    fc.assert(
      fc.property(fillsFor(form), fillsFor(form), (first, second) => {
        const rows = form.profile.rows.map(({ row }) => {
          const [a, b] = [first, second].map(answers => answers.sheets[0]!.rows.find(each => each.row === row));
          return { row, ...a, ...b };
        });
        const both = fill(fill(template, form, first), form, second);
        expect(read(both, form).map(meantOf)).toEqual(rows.map(meantOf).filter(row => Object.keys(row).length > 1));
        const histories = (bytes: Uint8Array) => read(bytes, form).map(row => [row.row, row.history]);
        expect(histories(both)).toEqual(histories(fill(template, form, { sheets: [{ name: '計畫', rows }] })));
      }),
      { numRuns: 30 },
    );
  });

  it('is empty again when everything is cleared', () => {
    const rows = form.profile.rows.map(({ row }) => ({
      row,
      ...Object.fromEntries(Object.keys(fieldsOf(form)).map(key => [key, null])),
    }));
    fc.assert(
      fc.property(fillsFor(form), answers => {
        const cleared = fill(fill(template, form, answers), form, { sheets: [{ name: '計畫', rows }] });
        expect(textsOf(cleared)).toEqual(textsOf(template));
      }),
      { numRuns: 30 },
    );
  });
});
