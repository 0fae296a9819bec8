import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bench, type Measure, percentile } from '../measure.ts';
import type { Taken, Task } from './contestant.ts';
import { firstRow, narrative, template } from './template.ts';

const run = promisify(execFile);
const here = (name: string): string => join(import.meta.dirname, name);

interface Contestant {
  readonly id: string;
  readonly who: string;
  readonly start: (task: Task) => Promise<Taken>;
}

const inNode: Contestant['start'] = async task => {
  const { stdout } = await run(process.execPath, [here('contestant.ts'), JSON.stringify(task)]);
  return JSON.parse(stdout) as Taken;
};

const inPython =
  (python: string): Contestant['start'] =>
  async ({ job, file, rows, times }) => {
    const args = [here('contestant.py'), job, file, String(firstRow), String(rows), String(times), narrative];
    return JSON.parse((await run(python, args)).stdout) as Taken;
  };

/** A Python that knows openpyxl, with its version; null where there is none. */
async function openpyxl(): Promise<Contestant | null> {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      const { stdout } = await run(python, ['-c', 'import openpyxl; print(openpyxl.__version__)']);
      return { id: 'openpyxl', who: `openpyxl ${stdout.trim()}`, start: inPython(python) };
    } catch {
      // This Python is missing or does not know it; the next may.
    }
  }
  return null;
}

const ours: Contestant = { id: 'guankao', who: 'Guankao', start: inNode };
const peers: readonly Contestant[] = [
  { id: 'exceljs', who: 'exceljs 4.4', start: inNode },
  { id: 'xlsx-populate', who: 'xlsx-populate 1.21', start: inNode },
];
const floor: Contestant = { id: 'floor', who: 'only (de)compress the sheet', start: inNode };

const what: Readonly<Record<string, (rows: number) => string>> = {
  read: rows => `read a workbook of ${rows} rows`,
  fill: rows => `fill ${rows} rows of a template`,
};

const share = (theirs: number, our: number): string => (theirs / our).toFixed(theirs / our < 10 ? 1 : 0);

/** Everyone does the same job on the same file, one after the other, and is compared to us. */
async function race(
  job: string,
  rows: number,
  times: number,
  file: string,
  others: readonly Contestant[],
): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  let our: { readonly p50: number; readonly aboveMb: number } | undefined;
  for (const { id, who, start } of [ours, ...others]) {
    const { taken, peakMb, aboveMb } = await start({ who: id, job, file, rows, times });
    const p50 = percentile(taken, 0.5);
    const compared = our
      ? `${share(p50, our.p50)} × our time, ${share(aboveMb, our.aboveMb)} × our memory`
      : `${((p50 / rows) * 1000).toFixed(1)} µs a row`;
    our ??= { p50, aboveMb };
    measures.push({
      what: what[job]!(rows),
      who,
      perSecond: 1000 / (taken.reduce((sum, ms) => sum + ms, 0) / taken.length),
      p50,
      p99: percentile(taken, 0.99),
      peakMb,
      note: `+${aboveMb.toFixed(0)} MB; ${compared}`,
    });
  }
  return measures;
}

/** The first is a form of usual size; the others show how time and memory grow. */
const sizes = [
  { rows: 100, times: 20 },
  { rows: 500, times: 10 },
  { rows: 5_000, times: 3 },
  { rows: 50_000, times: 1 },
] as const;

async function runAll(): Promise<readonly Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guankao-bench-'));
  try {
    const python = await openpyxl();
    if (!python) process.stderr.write('openpyxl is left out: no python3 here knows it.\n');
    const others = [...peers, ...(python ? [python] : []), floor];
    const measures: Measure[] = [];
    for (const { rows, times } of sizes) {
      const file = join(folder, `${rows}.xlsx`);
      await writeFile(file, template(rows));
      for (const job of ['fill', 'read']) {
        process.stderr.write(`  ${what[job]!(rows)}\n`);
        measures.push(...(await race(job, rows, times, file, others)));
      }
    }
    return measures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const workbooks: Bench = { name: 'workbooks', run: runAll };
