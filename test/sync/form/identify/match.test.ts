import { describe, expect, test } from 'vitest';
import { type AskedRow, askedRows, matchRows } from '../../../../sync/form/identify/index.ts';
import type { ProfileRow } from '../../../../sync/model/index.ts';
import { profileOf } from './sheets.ts';

const marked = (text: string) => (text === '' ? null : { label: null, text });

interface Printed extends Partial<Pick<ProfileRow, 'label' | 'units' | 'checkMonths' | 'number' | 'subSteps'>> {
  readonly text: string;
  readonly keyPoint?: string;
}

/** Rows from the fourth on, every one with its headings beside it. */
function sheet(rows: readonly Printed[], name = '檢核表'): readonly AskedRow[] {
  const profiled = rows.map(({ text, keyPoint = '檢討作業流程', ...more }, i): ProfileRow => {
    const question = {
      label: null,
      units: [],
      checkMonths: [],
      item: marked('健全服務基礎'),
      keyPoint: marked(keyPoint),
    };
    return { row: 4 + i, ...question, cells: {}, text, ...more };
  });
  return askedRows(profileOf(profiled, name)).map(row => ({
    ...row,
    item: { ...row.item, own: true },
    keyPoint: { ...row.keyPoint, own: true },
  }));
}

const templateRows = (returned: readonly AskedRow[], template: readonly AskedRow[]) =>
  matchRows(returned, template).rows.map(row => row.templateRow);

const form: readonly Printed[] = [
  { label: '1', text: '訂定櫃檯輪值表並公告周知，隨時檢討人力配置', units: ['民政課'], checkMonths: [6, 12] },
  { label: '2', text: '設置引導志工，協助民眾填寫各項申請表單', units: ['社會課'], checkMonths: [6, 12] },
  { label: '3', text: '針對高齡民眾提供到府服務，每月至少2次', units: ['社會課'], checkMonths: [12] },
];
const template = sheet(form);
const retyped = (text: string, more: Partial<Printed> = {}) =>
  sheet([form[0]!, form[1]!, { ...form[2]!, text, ...more }]);

describe('a text is the same', () => {
  test.each([
    ['in other widths and signs', '針對高齡民眾提供到府服務, 每月至少２次。'],
    ['broken into lines', '針對高齡民眾\n提供到府服務，\n每月至少2次'],
    ['with a letter mistyped', '針對高齡民眾提拱到府服務，每月至少2次'],
    ['with a letter left out', '針對高齡民眾提供到府服，每月至少2次'],
    ['with its mark glued to it', '3針對高齡民眾提供到府服務，每月至少2次'],
  ])('%s', (_, text) => {
    expect(templateRows(retyped(text, text.startsWith('3') ? { label: null } : {}), template)).toEqual([4, 5, 6]);
  });

  test('with its mark lost', () => {
    expect(templateRows(sheet(form.map(row => ({ ...row, label: null }))), template)).toEqual([4, 5, 6]);
  });
});

describe('a text is another, and for a person', () => {
  test.each([
    ['with another number', '針對高齡民眾提供到府服務，每月至少3次'],
    ['with another word', '針對身障民眾提供到府服務，每月至少2次'],
    ['turned into its opposite', '針對高齡民眾不提供到府服務，每月至少2次'],
    ['of which half is new', '針對高齡民眾辦理健康講座，每月至少2次'],
  ])('%s', (_, text) => {
    const { rows, missing } = matchRows(retyped(text), template);
    expect(rows[2]).toMatchObject({ templateRow: null, candidates: [{ row: 6 }] });
    expect(rows[2]!.candidates[0]!.score).toBeLessThan(1);
    expect(missing).toEqual([{ sheet: '檢核表', row: 6 }]);
  });

  test('where both may be meant', () => {
    const alike = sheet([
      { text: '辦理第一梯次志工教育訓練並留存簽到紀錄' },
      { text: '辦理第二梯次志工教育訓練並留存簽到紀錄' },
    ]);
    const [row] = matchRows(sheet([{ text: '辦理第　梯次志工教育訓練並留存簽到紀錄' }]), alike).rows;
    expect(row).toMatchObject({ templateRow: null, candidates: [{ row: 4 }, { row: 5 }] });
  });
});

describe('a row that somebody added', () => {
  test('is nobody’s, also where the one that it resembles went missing', () => {
    const added = { text: '設置引導志工，協助長者填寫線上申請表單', units: ['人事室'] };
    expect(templateRows(sheet([form[0]!, added, form[2]!]), template)).toEqual([4, null, 6]);
  });

  test('for another unit is not the row of the first one', () => {
    const [row] = matchRows(sheet([{ text: '辦理教育訓練', keyPoint: '強化訓練', units: ['人事室'] }]), [
      ...template,
      ...sheet([{ text: '辦理教育訓練', units: ['民政課'] }], '其他'),
    ]).rows;
    expect(row).toMatchObject({ templateRow: null, candidates: [{ sheet: '其他', row: 4 }] });
  });

  test('as a copy for another unit is not the copied row, whether that came back or not', () => {
    const copy = { ...form[1]!, units: ['人事室'] };
    expect(templateRows(sheet([form[0]!, form[1]!, copy, form[2]!]), template)).toEqual([4, 5, null, 6]);
    expect(templateRows(sheet([form[0]!, copy, form[2]!]), template)).toEqual([4, null, 6]);
  });
});

describe('a title that comes again', () => {
  const twice = sheet([
    { text: '每季召開檢討會議', keyPoint: '檢討作業流程', units: ['民政課'] },
    { text: '每季召開檢討會議', keyPoint: '強化人員訓練', units: ['民政課'] },
    { text: '每季召開檢討會議', keyPoint: '強化人員訓練', units: ['社會課'] },
  ]);
  const back = (...order: readonly number[]) => order.map((at, i) => ({ ...twice[at - 4]!, row: 4 + i }));

  test('is told by its key point and its unit', () => {
    expect(templateRows(back(6, 4, 5), twice)).toEqual([6, 4, 5]);
  });

  test('is told after others went missing', () => {
    expect(templateRows(back(5), twice)).toEqual([5]);
  });

  test('is told from its copy', () => {
    const { rows } = matchRows(back(4, 5, 5, 6), twice);
    expect(rows.map(({ templateRow, duplicate }) => [templateRow, duplicate])).toEqual([
      [4, false],
      [5, false],
      [5, true],
      [6, false],
    ]);
  });

  test('and may be another that was edited is for a person', () => {
    const { rows } = matchRows(back(4, 5, 5), twice);
    expect(rows.map(row => row.templateRow)).toEqual([4, null, null]);
  });
});

test('a title that a form has once is not that of another key point, however much else agrees', () => {
  const once = sheet([{ text: '每季召開檢討會議並留存紀錄', label: '5', keyPoint: '落實人力調度', units: ['民政課'] }]);
  const other = sheet([
    { text: '每季召開檢討會議並留存紀錄', label: '5', keyPoint: '改善環境設施', units: ['民政課'] },
  ]);
  // Beside others of its title, as where a file asks the questions of a later edition.
  const { rows } = matchRows([...other, { ...other[0]!, row: 5, item: { plain: '另一項', own: true } }], once);
  expect(rows.map(row => row.templateRow)).toEqual([null, null]);
  expect(rows[0]!.candidates).toHaveLength(1);
});

test('a long text whose heading was reworded is the same; one that went under another heading is for a person', () => {
  const rows = form.map((row, i) => ({
    ...row,
    text: `${row.text}，並按季檢討成效後公告周知`,
    keyPoint: ['檢討流程', '志工服務', '到府服務'][i]!,
  }));
  const under = (keyPoint: string) => sheet([rows[0]!, rows[1]!, { ...rows[2]!, keyPoint }]);
  expect(templateRows(under('行動服務與外展'), sheet(rows))).toEqual([4, 5, 6]);
  expect(templateRows(under('檢討流程'), sheet(rows))).toEqual([4, 5, null]);
});

describe('sheets', () => {
  const parts = [...sheet([form[0]!, form[1]!], '上半年'), ...sheet([form[2]!], '下半年')];

  test('put into one keep their rows', () => {
    expect(
      matchRows(sheet([...form].reverse(), '彙整'), parts).rows.map(row => [row.templateSheet, row.templateRow]),
    ).toEqual([
      ['下半年', 4],
      ['上半年', 5],
      ['上半年', 4],
    ]);
  });

  test('with the same rows for every unit are told by their names as long as all is in its place', () => {
    const units = [...sheet(form, '民政課'), ...sheet(form, '社會課')];
    const { rows } = matchRows(units, units);
    expect(rows.map(row => [row.templateSheet, row.templateRow])).toEqual(units.map(row => [row.sheet, row.row]));
  });

  test('with the same rows put into one are for a person', () => {
    const units = [...sheet(form, '民政課'), ...sheet(form, '社會課')];
    const { rows } = matchRows(sheet([...form, ...form], '彙整'), units);
    expect(rows.every(row => row.templateRow === null && row.candidates.length >= 2)).toBe(true);
  });
});

test('sub-steps are the same whether they were split from their step or not', () => {
  const subSteps = [
    { label: '(1)', text: '上半年完成清查' },
    { label: '(2)', text: '下半年完成改善' },
  ];
  const split = sheet([{ text: '盤點現有設備：', subSteps }]);
  expect(templateRows(sheet([{ text: '盤點現有設備：\n上半年完成清查\n下半年完成改善' }]), split)).toEqual([4]);
});

test('a form whose texts say nothing has only its order', () => {
  const blank = sheet([{ text: '' }, { text: '—' }]);
  expect(templateRows(blank, blank)).toEqual([4, 5]);
  expect(templateRows(blank.slice(1), blank)).toEqual([null]);
});
