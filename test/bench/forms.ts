import ExcelJS from 'exceljs';
import { type FormContent, type FormRow, readForm, writeForm } from '../../sync/form/index.ts';
import { type BaseRow, mergeForm, type OursRow } from '../../sync/merge/index.ts';
import { readWorkbook } from '../../sync/sheet/index.ts';
import { type Bench, type Measure, repeat } from './measure.ts';

const narrative = '已完成現場盤點並召開檢討會議，改善項目列入下月追蹤。\n辦理說明會二場，參加同仁 48 人。';

const rowOf = (n: number): FormRow => ({
  rowId: `row-${String(n).padStart(5, '0')}`,
  item: { label: String(Math.floor(n / 20) + 1), text: `精進第${Math.floor(n / 20) + 1}類服務` },
  keyPoint: { label: `(${Math.floor(n / 5) + 1})`, text: `第${Math.floor(n / 5) + 1}項重點工作` },
  step: [{ label: String((n % 5) + 1), text: `步驟${n}：盤點現況、訂定做法並通知各單位配合辦理` }],
  unit: `第${(n % 12) + 1}課`,
  officerName: '王小明',
  checkMonths: [6, 12],
  answer: { result: n % 2 === 0 ? 'ongoing' : null, narrative: n % 2 === 0 ? narrative : '', remarks: '' },
  evidence: n % 4 === 0 ? [{ name: `簽到表${n}.pdf`, url: `https://example.tw/e/${n}` }] : [],
  locked: n % 10 === 9,
});

const contentOf = (count: number): FormContent => ({
  formId: 'bench-form',
  title: '114年度服務精進計畫自行檢核表',
  agencyName: '山海縣政府（範例）',
  planTitle: '114年度服務精進計畫',
  roundTitle: '上半年查核',
  year: 114,
  period: '114年1月至6月',
  dueDate: '2025-06-30',
  issuedOn: '2025-06-02',
  rows: Array.from({ length: count }, (_, n) => rowOf(n)),
});

async function written(content: FormContent): Promise<Uint8Array> {
  const form = await writeForm(content);
  if (!form.ok) throw new Error(form.issues[0]!.message);
  return form.bytes;
}

/** Reads a returned file and works out its whole preview, against reports of which every third was edited meanwhile. */
function readAndMerge(bytes: Uint8Array, { formId, rows }: FormContent): number {
  const read = readWorkbook(bytes, 'form.xlsx');
  if (!read.ok) throw new Error(read.issue.message);
  const base = new Map(rows.map(({ rowId, answer }): [string, BaseRow] => [rowId, { reportId: rowId, answer }]));
  const ours = new Map(
    rows.map(({ rowId, answer, locked }, n): [string, OursRow] => [
      rowId,
      { version: 2, locked, answer: n % 3 === 0 ? { ...answer, remarks: '改過' } : answer },
    ]),
  );
  return mergeForm({ formId, base, ours, returned: readForm(read.workbook) }).rows.length;
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** exceljs loading the very file that we read, and going through its cells. */
async function loadPlain(bytes: Uint8Array): Promise<number> {
  const workbook = await loaded(bytes);
  let cells = 0;
  workbook.worksheets[0]!.eachRow(row => row.eachCell(() => cells++));
  return cells;
}

async function measureForm(count: number, times: number): Promise<readonly Measure[]> {
  const content = contentOf(count);
  const bytes = Uint8Array.from(await written(content));
  const workbook = await loaded(bytes);
  const size = `${Math.round(bytes.length / 1024)} kB`;
  const out = `export a form of ${count} rows`;
  const back = `import a form of ${count} rows`;
  return [
    { what: out, who: 'Guankao', note: size, ...(await repeat(times, () => written(content))) },
    {
      what: out,
      who: 'exceljs 4.4',
      note: 'only save the same workbook',
      ...(await repeat(times, () => workbook.xlsx.writeBuffer())),
    },
    {
      what: back,
      who: 'Guankao',
      note: 'read and merge',
      ...(await repeat(times, () => readAndMerge(bytes, content))),
    },
    {
      what: back,
      who: 'exceljs 4.4',
      note: 'only load the same file',
      ...(await repeat(times, () => loadPlain(bytes))),
    },
  ];
}

export const forms: Bench = {
  name: 'forms',
  run: async () => [...(await measureForm(60, 40)), ...(await measureForm(600, 10))],
};
