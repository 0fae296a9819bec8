import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { blanks, returnedFiles } from '../../support/returned/files.ts';
import { blankOf, issuedLayout } from '../../support/returned/layouts.ts';
import type { Bench, Measure } from '../measure.ts';
import { openpyxl } from '../openpyxl.ts';

const run = promisify(execFile);
const here = (name: string): string => join(import.meta.dirname, name);
const command = join(import.meta.dirname, '../../../sync/cli/bin.js');

/** Sizes of a collection: a city's offices, and as many files as ten such collections. `BENCH_COLLECT=300` keeps to one. */
const sizes = (process.env.BENCH_COLLECT ?? '300,3000').split(',').map(Number);
const mostOutput = 256 * 1024 * 1024;

interface Folder {
  readonly path: string;
  readonly files: string;
  readonly template: string;
}

async function folderOf(count: number): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'guankao-bench-'));
  const [files, template] = [join(path, 'in'), join(path, 'template.xlsx')];
  await mkdir(files);
  await writeFile(template, (await blankOf(issuedLayout)).bytes);
  const made = await blanks();
  if (!made.resaved)
    process.stderr.write('LibreOffice is not installed: the layouts that it saves come as plain .xlsx\n');
  for await (const { name, bytes } of returnedFiles(made.blanks, count)) await writeFile(join(files, name), bytes);
  return { path, files, template };
}

interface Ran {
  readonly seconds: number;
  readonly peakMb: number;
  /** Seconds of processors, all cores together. */
  readonly cpu: number;
  readonly note: string;
}

async function ours({ path, files, template }: Folder): Promise<Ran> {
  const peak = join(path, 'peak');
  const args = [
    '--import',
    here('peak.ts'),
    command,
    'form',
    'collect',
    files,
    '--template',
    template,
    '--out',
    join(path, 'ours.xlsx'),
    '--json',
  ];
  const began = performance.now();
  // Bad files are among them, which is what exit code 1 says.
  const { stdout } = await run(process.execPath, args, {
    maxBuffer: mostOutput,
    env: { ...process.env, PEAK_FILE: peak },
  }).catch((error: { readonly code?: number; readonly stdout?: string }) => {
    if (error.code !== 1 || !error.stdout) throw error;
    return { stdout: error.stdout };
  });
  const seconds = (performance.now() - began) / 1000;
  const { rows, agencies } = JSON.parse(stdout) as { readonly rows: number; readonly agencies: number };
  return {
    seconds,
    ...(JSON.parse(await readFile(peak, 'utf8')) as Pick<Ran, 'peakMb' | 'cpu'>),
    note: `${rows} answers of ${agencies} agencies, rows recognised, on all cores`,
  };
}

async function theirs(python: string, mode: string, { path, files }: Folder): Promise<Ran> {
  const { stdout } = await run(python, [here('consolidate.py'), files, join(path, 'theirs.xlsx'), mode]);
  const { rows, bad, ...measured } = JSON.parse(stdout) as Ran & { readonly rows: number; readonly bad: number };
  return { ...measured, note: `${rows} rows as they stand, ${bad} files not read (.ods among them)` };
}

const measureOf = (count: number, who: string, { seconds, peakMb, cpu, note }: Ran): Measure => ({
  what: `consolidate ${count} returned forms of 60 rows`,
  who,
  perSecond: count / seconds,
  p50: seconds * 1000,
  peakMb,
  note: `${cpu.toFixed(1)} s of processors; ${note}`,
});

async function measure(count: number): Promise<readonly Measure[]> {
  const folder = await folderOf(count);
  try {
    const measures = [measureOf(count, 'Guankao', await ours(folder))];
    const python = await openpyxl();
    if (!python) process.stderr.write('openpyxl is not installed (python3-openpyxl): left out\n');
    for (const mode of python ? ['plain', 'read_only'] : [])
      measures.push(
        measureOf(count, `openpyxl ${python!.version} ${mode}`, await theirs(python!.python, mode, folder)),
      );
    return measures;
  } finally {
    await rm(folder.path, { recursive: true, force: true });
  }
}

/** Files in, one workbook out, each in a process of its own from its start to its end. */
export const collect: Bench = {
  name: 'collect',
  run: async () => {
    const measures: Measure[] = [];
    for (const size of sizes) measures.push(...(await measure(size)));
    return measures;
  },
};
