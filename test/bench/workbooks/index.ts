import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bench, type Measure, percentile } from '../measure.ts';
import { openpyxl } from '../openpyxl.ts';
import type { Taken, Task } from './contestant.ts';
import { firstRow, narrative, template } from './template.ts';

const run = promisify(execFile);
const here = (name: string): string => join(import.meta.dirname, name);

interface Contestant {
  readonly id: string;
  readonly who: string;
  readonly start: (task: Task) => Promise<Taken>;
}

/**
 * Everybody's code is compiled beforehand and kept, as our command keeps its own: else the memory of ours would be that of
 * the compiler which strips its types.
 */
const inNode =
  (compiled: string): Contestant['start'] =>
  async task => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
    const { stdout } = await run(process.execPath, [here('contestant.ts'), JSON.stringify(task)], { env });
    return JSON.parse(stdout) as Taken;
  };

const inPython =
  (python: string): Contestant['start'] =>
  async ({ job, file, rows, warming, measuring }) => {
    const numbers = [firstRow, rows, warming, measuring].map(String);
    const args = [here('contestant.py'), job, file, ...numbers, narrative];
    return JSON.parse((await run(python, args)).stdout) as Taken;
  };

async function pythonContestant(): Promise<Contestant | null> {
  const found = await openpyxl();
  return found && { id: 'openpyxl', who: `openpyxl ${found.version}`, start: inPython(found.python) };
}

/** Ours first, the floor last. */
const contestants = (start: Contestant['start'], python: Contestant | null): readonly Contestant[] => [
  { id: 'guankao', who: 'Guankao', start },
  { id: 'exceljs', who: 'exceljs 4.4', start },
  { id: 'xlsx-populate', who: 'xlsx-populate 1.21', start },
  ...(python ? [python] : []),
  { id: 'floor', who: 'only (de)compress the sheet', start },
];

/** Of a template that is filled for one agency after the other. */
const refilling = (start: Contestant['start']): readonly Contestant[] => [
  { id: 'opened', who: 'Guankao, opened once', start },
  { id: 'anew', who: 'Guankao, read anew', start },
  { id: 'exceljs', who: 'exceljs 4.4', start },
];

interface Contest {
  readonly job: 'fill' | 'read' | 'refill';
  readonly rows: number;
  /** Rows that the workbook has. */
  readonly of: number;
  /** Processes that do the job once, beside the one that does it often. */
  readonly cold: number;
}

/** The first is a form of usual size, the others show how time and memory grow; the last are a few rows of a large workbook. */
const contests: readonly Contest[] = [
  ...[
    { of: 100, cold: 4 },
    { of: 500, cold: 4 },
    { of: 5_000, cold: 2 },
    { of: 50_000, cold: 0 },
  ].flatMap(size => (['fill', 'read'] as const).map(job => ({ job, rows: size.of, ...size }))),
  { job: 'fill', rows: 100, of: 5_000, cold: 2 },
  { job: 'fill', rows: 100, of: 50_000, cold: 0 },
  { job: 'refill', rows: 100, of: 100, cold: 0 },
];
/** Milliseconds. The compiler of Node is done with the loops that matter well before. */
const warming = 1_500;
const measuring = 1_000;

const titleOf = ({ job, rows, of }: Contest): string =>
  job === 'refill'
    ? `fill the same template of ${of} rows again, its form understood`
    : job === 'read'
      ? `read a workbook of ${of} rows`
      : rows === of
        ? `fill ${rows} rows of a template`
        : `fill ${rows} rows of a template of ${of}`;

const share = (theirs: number, our: number): string => (theirs / our).toFixed(theirs / our < 10 ? 1 : 0);

interface Showing {
  readonly p50: number;
  readonly aboveMb: number;
}

/** How a contestant did beside us; of ourselves, the time for a row. */
const compared = (own: Showing, our: Showing | undefined, rows: number): string =>
  our
    ? `${share(own.p50, our.p50)} × our time, ${share(own.aboveMb, our.aboveMb)} × our memory`
    : `${((own.p50 / rows) * 1000).toFixed(1)} µs a row`;

/** Everyone does the same job on the same file, one after the other, and is compared to us. */
async function race(contest: Contest, file: string, everyone: readonly Contestant[]): Promise<readonly Measure[]> {
  const { job, rows, cold } = contest;
  const [firsts, warms]: [Measure[], Measure[]] = [[], []];
  let our: { readonly first: Showing; readonly warm: Showing } | undefined;
  for (const { id, who, start } of everyone) {
    const task = { who: id, job, file, rows, warming: 0, measuring: 0 };
    const once: Taken[] = [];
    for (let n = 0; n < cold; n++) once.push(await start(task));
    const often = await start({ ...task, warming, measuring });
    const all = [...once, often];
    const median = (of: (taken: Taken) => number): number => percentile(all.map(of), 0.5);
    const first = { p50: median(taken => taken.first), aboveMb: median(taken => taken.firstMb) };
    const warm = { p50: percentile(often.taken, 0.5), aboveMb: often.warmMb };
    const [load, loadMb] = [median(taken => taken.load), median(taken => taken.loadMb)];
    firsts.push({
      what: `${titleOf(contest)}, first call`,
      who,
      p50: first.p50,
      note: `+${first.aboveMb.toFixed(0)} MB; to load ${load.toFixed(0)} ms, ${loadMb.toFixed(0)} MB of them; ${compared(first, our?.first, rows)}`,
    });
    warms.push({
      what: `${titleOf(contest)}, warm`,
      who,
      perSecond: 1000 / (often.taken.reduce((sum, ms) => sum + ms, 0) / often.taken.length),
      p50: warm.p50,
      p99: percentile(often.taken, 0.99),
      note: `+${warm.aboveMb.toFixed(0)} MB; ${compared(warm, our?.warm, rows)}`,
    });
    our ??= { first, warm };
  }
  return [...firsts, ...warms];
}

async function runAll(): Promise<readonly Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guankao-bench-'));
  try {
    const python = await pythonContestant();
    if (!python) process.stderr.write('openpyxl is left out: no python3 here knows it.\n');
    const start = inNode(join(folder, 'compiled'));
    const everyone = contestants(start, python);
    const files = new Map<number, string>();
    for (const { of } of contests) {
      if (files.has(of)) continue;
      files.set(of, join(folder, `${of}.xlsx`));
      await writeFile(files.get(of)!, template(of));
    }
    // What is compiled is kept when a process ends: the first run of each is for that.
    for (const job of ['fill', 'read'])
      for (const { id, start: run } of everyone)
        await run({ who: id, job, file: files.get(100)!, rows: 100, warming: 0, measuring: 0 });
    const measures: Measure[] = [];
    for (const contest of contests) {
      process.stderr.write(`  ${titleOf(contest)}\n`);
      const racing = contest.job === 'refill' ? refilling(start) : everyone;
      measures.push(...(await race(contest, files.get(contest.of)!, racing)));
    }
    return measures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const workbooks: Bench = { name: 'workbooks', run: runAll };
