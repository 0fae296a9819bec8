import fc from 'fast-check';
import type { FormContent, FormRow, OwnFormat, ReturnedForm } from '../../../sync/form/index.ts';
import { parseResult, readForm, writeForm } from '../../../sync/form/index.ts';
import { legible } from '../../../sync/form/plain-text.ts';
import { type Answer, results } from '../../../sync/model/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';

export const buildAnswer = (overrides: Partial<Answer> = {}): Answer => ({
  result: null,
  narrative: '',
  remarks: '',
  ...overrides,
});

export const buildRow = (overrides: Partial<FormRow> = {}): FormRow => ({
  rowId: 'r1',
  item: { label: '一', text: '提升櫃檯服務品質' },
  keyPoint: { label: '(一)', text: '縮短民眾等候時間' },
  step: [{ label: '1', text: '訂定櫃檯輪值表並公告' }],
  unit: '民政課',
  officerName: '陳大同',
  checkMonths: [6, 12],
  answer: buildAnswer(),
  evidence: [],
  locked: false,
  ...overrides,
});

export const buildContent = (overrides: Partial<FormContent> = {}): FormContent => ({
  formId: '0190b6a0-7c1e-7a40-8f00-000000000001',
  title: '青山區公所114年度服務品質計畫自行檢核表',
  agencyName: '青山區公所',
  planTitle: '114年度服務品質計畫',
  roundTitle: '上半年平時查核',
  year: 114,
  period: '114年1月至6月',
  dueDate: '2025-06-30',
  issuedOn: '2025-06-02',
  rows: sampleRows,
  ...overrides,
});

const step = (text: string, label: string | null = null) => [{ label, text }];
const second = { item: { label: '二', text: '推動線上申辦' }, keyPoint: { label: '(一)', text: '擴大申辦項目' } };

/** Six rows: two items, three key points, one step shared by two units, one row accepted. */
export const sampleRows: readonly FormRow[] = [
  buildRow({ rowId: 'r1', answer: buildAnswer({ result: 'ongoing', narrative: '已排定輪值。\n持續辦理。' }) }),
  buildRow({ rowId: 'r2', step: step('設置引導志工', '2'), answer: buildAnswer({ remarks: '人力不足' }) }),
  buildRow({ rowId: 'r3', step: step('設置引導志工', '2'), unit: '社會課', officerName: null }),
  buildRow({ rowId: 'r4', keyPoint: { label: '(二)', text: '推動單一窗口' }, step: step('盤點跨課室案件') }),
  buildRow({
    ...second,
    rowId: 'r5',
    step: step('檢視現有項目', '1'),
    answer: buildAnswer({ result: 'done', narrative: '已檢視完畢。' }),
    evidence: [{ name: '檢視紀錄.pdf', url: 'https://guankao.example/e/1' }],
    locked: true,
  }),
  buildRow({
    ...second,
    rowId: 'r6',
    step: step('新增三項', '2'),
    evidence: [
      { name: '會議紀錄.pdf', url: 'https://guankao.example/e/2' },
      { name: '系統畫面.png', url: 'https://guankao.example/e/3' },
    ],
  }),
];

export async function written(content: FormContent, format: OwnFormat = 'xlsx'): Promise<Uint8Array> {
  const form = await writeForm(content, format);
  if (!form.ok) throw new Error(form.issues.map(issue => issue.message).join('\n'));
  return form.bytes;
}

export function opened(bytes: Uint8Array) {
  const read = readWorkbook(bytes, '檢核表.xlsx');
  if (!read.ok) throw new Error(read.issue.message);
  return read.workbook;
}

export const returned = (bytes: Uint8Array) => readForm(opened(bytes));

/** The answers of a form that came back, and those that it was written with, to be compared. */
export const saidIn = ({ rows }: ReturnedForm) =>
  rows.map(({ rowId, cells }) => ({
    rowId,
    result: parseResult(cells.result!.text),
    narrative: cells.narrative!.text,
    remarks: cells.remarks!.text,
  }));
export const meantIn = ({ rows }: FormContent): ReturnType<typeof saidIn> =>
  rows.map(({ rowId, answer: { result, narrative, remarks } }) => ({
    rowId,
    result,
    narrative: legible(narrative),
    remarks: legible(remarks),
  }));

const nasty = fc.constantFrom(
  ...[
    '=1+1',
    '+886',
    '-5',
    '@SUM(A1)',
    '"引號"',
    "'",
    '<b>&amp;</b>',
    ']]>',
    '_x0041_',
    '_x000D_',
    '_',
    'x0041_',
    '\n',
    '\r\n',
  ],
  ...['\t', ' ', '　', '\0', '\u0007', '\u001b', '\u007f', '\u0085', '\u2028', '\ufffe', '\uffff', '\ud800', '\udc00'],
  ...[
    '👨‍👩‍👧‍👦',
    '𠮷野家',
    'é',
    '①',
    '辦理情形',
    '承辦人：',
    'r1',
    '0012',
    '114/6/30',
    'TRUE',
    '#N/A',
    '测试'.repeat(2500),
  ],
);

/** Text of any kind that people paste into a cell. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: nasty }, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 })
  .map(parts => parts.join(''));

export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  result: fc.option(fc.constantFrom(...results)),
  narrative: nastyText,
  remarks: nastyText.map(text => text.slice(0, 4000)),
});

const numbered = fc.record({
  label: fc.option(fc.constantFrom('一', '(一)', '1', '(1)', '○1', 'A', '1.2')),
  text: nastyText.map(text => text.slice(0, 6000)),
});

/** A form with any answers, questions that often repeat, and row ids as the server makes them. */
export const anyContent: fc.Arbitrary<FormContent> = fc
  .array(
    fc.record({
      rowId: fc.stringMatching(/^[A-Za-z0-9_-]{12}$/),
      item: fc.option(fc.constantFrom({ label: '一', text: '要項' }, { label: '二', text: '要項' })),
      keyPoint: fc.option(numbered),
      step: fc.array(numbered, { maxLength: 3 }),
      unit: fc.constantFrom('民政課', '社會課', '秘書室'),
      officerName: fc.option(fc.constantFrom('陳大同', '林小美')),
      checkMonths: fc.subarray([3, 6, 9, 12]),
      answer: anyAnswer,
      evidence: fc.array(fc.record({ name: nastyText.map(text => text.slice(0, 300)), url: fc.option(fc.webUrl()) }), {
        maxLength: 3,
      }),
      locked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(rows => buildContent({ rows: [...new Map(rows.map(row => [row.rowId, row])).values()] }));
