/**
 * One library doing one job, in a process of its own so that its memory is its own: once when its code is cold, as a command
 * that ends after a file meets it, and then over and over, as a server that has run for hours does.
 * `node contestant.ts '{"who":…,"job":…,"file":…,"rows":…,"warming":…,"measuring":…}'` prints what it took.
 */
import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FillResult } from '../../../sync/form/fill/index.ts';
import { firstRow, narrative, sheetName, sheetPart } from './template.ts';

export interface Task {
  readonly who: string;
  readonly job: string;
  readonly file: string;
  readonly rows: number;
  /** How long the job is done over and over before it is measured, and while it is, in milliseconds; 0 to do it once only. */
  readonly warming: number;
  readonly measuring: number;
}

/** Times in milliseconds; memory in MB above what the process needed before it loaded the library. */
export interface Taken {
  readonly load: number;
  readonly first: number;
  readonly taken: readonly number[];
  readonly loadMb: number;
  readonly firstMb: number;
  readonly warmMb: number;
}

type Work = (bytes: Uint8Array) => unknown;
type Job = (rows: number) => Promise<Work>;

/** What is written into a row: result, narrative, evidence. */
const answers = [
  [6, '辦理中'],
  [7, narrative],
  [8, '1.簽到表'],
] as const;

function eachAnswer(rows: number, write: (row: number, column: number, text: string) => void): void {
  for (let n = 0; n < rows; n++) for (const [column, text] of answers) write(firstRow + n, column, text);
}

const guankao: Readonly<Record<string, Job>> = {
  read: async () => {
    const { readWorkbook } = await import('../../../sync/sheet/index.ts');
    return bytes => {
      const read = readWorkbook(bytes, 'form.xlsx');
      if (!read.ok) throw new Error(read.issue.message);
      return read.workbook.sheets[0]!.rows.reduce((sum, row) => sum + row.cells.length, 0);
    };
  },
  fill: async rows => {
    const { patchWorkbook } = await import('../../../sync/sheet/index.ts');
    return bytes => {
      const patches: Parameters<typeof patchWorkbook>[2][number][] = [];
      eachAnswer(rows, (row, column, value) =>
        patches.push({ sheet: sheetName, row, column, value: { kind: 'text', value } }),
      );
      const patched = patchWorkbook(bytes, 'form.xlsx', patches);
      if (!patched.ok) throw new Error(patched.issue.message);
      if (patched.cells.some(({ status }) => status !== 'written')) throw new Error('Not every cell was written.');
      return patched.bytes.length;
    };
  },
};

/** What a bureau that makes a form out to each of its agencies says of every row. */
const saidOf = (rows: number) => ({
  sheets: [
    {
      name: sheetName,
      rows: Array.from({ length: rows }, (_, n) => ({
        row: firstRow + n,
        result: '辦理中',
        narrative,
        evidence: ['簽到表'],
      })),
    },
  ],
});

function lengthOf(filled: FillResult): number {
  if (!filled.ok) throw new Error(filled.issue.message);
  if (filled.report.cells.some(({ status }) => status !== 'written')) throw new Error('Not every cell was written.');
  return filled.bytes.length;
}

/** Understands the form once, and is given the same file over and over. */
const opened: Readonly<Record<string, Job>> = {
  refill: async rows => {
    const { openForm } = await import('../../../sync/form/fill/index.ts');
    const answers = saidOf(rows);
    let form: ReturnType<typeof openForm> | undefined;
    return bytes => {
      form ??= openForm(bytes, 'form.xlsx');
      if (!form.ok) throw new Error(form.issue.message);
      return lengthOf(form.fill(answers));
    };
  },
};

/** Reads the file and finds its form each time. */
const anew: Readonly<Record<string, Job>> = {
  refill: async rows => {
    const { fillForm } = await import('../../../sync/form/fill/index.ts');
    const answers = saidOf(rows);
    return bytes => lengthOf(fillForm(bytes, 'form.xlsx', null, answers));
  },
};

const exceljs: Readonly<Record<string, Job>> = {
  read: async () => {
    const { default: ExcelJS } = await import('exceljs');
    return async bytes => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
      let cells = 0;
      workbook.worksheets[0]!.eachRow(row => row.eachCell(() => cells++));
      return cells;
    };
  },
  fill: async rows => {
    const { default: ExcelJS } = await import('exceljs');
    return async bytes => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
      const sheet = workbook.worksheets[0]!;
      eachAnswer(rows, (row, column, text) => {
        sheet.getCell(row, column).value = text;
      });
      return (await workbook.xlsx.writeBuffer()).byteLength;
    };
  },
};

const xlsxPopulate: Readonly<Record<string, Job>> = {
  read: async () => {
    const { default: library } = await import('xlsx-populate');
    return async bytes => (await library.fromDataAsync(bytes)).sheet(0).usedRange()?.value().length;
  },
  fill: async rows => {
    const { default: library } = await import('xlsx-populate');
    return async bytes => {
      const book = await library.fromDataAsync(bytes);
      const sheet = book.sheet(0);
      eachAnswer(rows, (row, column, text) => sheet.cell(row, column).value(text));
      return (await book.outputAsync()).length;
    };
  },
};

/** The least that any program must do: unpack the part that holds the sheet and, to write, pack it again. */
const floor: Readonly<Record<string, Job>> = {
  read: async () => bytes => inflateRawSync(packedSheet(bytes)).length,
  fill: async () => bytes => deflateRawSync(inflateRawSync(packedSheet(bytes))).length,
};

function packedSheet(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const name = buffer.indexOf(sheetPart);
  return buffer.subarray(name + sheetPart.length + buffer.readUInt16LE(name - 2), buffer.length);
}

const contestants: Readonly<Record<string, Readonly<Record<string, Job>>>> = {
  guankao,
  opened,
  anew,
  exceljs: { ...exceljs, refill: exceljs.fill! },
  'xlsx-populate': xlsxPopulate,
  floor,
};

/** What a process inherits from the one that started it counts in its `maxRSS`, but not where Linux tells the peak itself. */
function peakMb(): number {
  const told = existsSync('/proc/self/status') && /^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return (told ? Number(told[1]) : process.resourceUsage().maxRSS) / 1024;
}

const { who, job, file, rows, warming, measuring } = JSON.parse(process.argv[2]!) as Task;
const bytes = Uint8Array.from(readFileSync(file));

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function workFor(milliseconds: number, work: () => unknown): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const until = performance.now() + milliseconds; performance.now() < until; ) taken.push(await timed(work));
  return taken;
}

const before = peakMb();
let work: Work | undefined;
const load = await timed(async () => {
  work = await contestants[who]![job]!(rows);
});
const loadMb = peakMb() - before;
const once = (): unknown => work!(bytes);
const first = await timed(once);
const firstMb = peakMb() - before;
await workFor(warming, once);
const taken = await workFor(measuring, once);
const result: Taken = { load, first, taken, loadMb, firstMb, warmMb: peakMb() - before };
process.stdout.write(JSON.stringify(result));
