import { readForm } from '../../sync/form/read/index.ts';
import type { Issue } from '../../sync/model/index.ts';
import { readPlanTable } from '../../sync/outline/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';
import { readAnyWorkbook } from '../../sync/sheet/libreoffice/index.ts';
import { type GridPart, gridOf } from '../templates/grid.ts';

export type Read<T> =
  | { readonly ok: true; readonly result: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/** LibreOffice gets less than the whole time of a job, so that it is stopped before the thread is. */
const conversionMs = 40_000;

const fromWorkbook =
  <T, Input extends readonly unknown[]>(understand: (workbook: Workbook, name: string, ...input: Input) => T) =>
  async (bytes: Uint8Array, name: string, ...input: Input): Promise<Read<T>> => {
    const read = await readAnyWorkbook(bytes, name, { timeMs: conversionMs });
    return read.ok ? { ok: true, result: understand(read.workbook, name, ...input), issues: read.issues } : read;
  };

/**
 * What is read out of received files, on a thread of its own. A job takes the bytes, the name that people know the file
 * by and what else it needs, and gives a plain value; its issues are those of the workbook.
 */
export const jobs = {
  plan: fromWorkbook((workbook, name) => readPlanTable(workbook, name).reading),
  form: fromWorkbook(workbook => readForm(workbook)),
  grid: fromWorkbook((workbook, _name, wanted: GridPart) => gridOf(workbook, wanted)),
} as const;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type InputOf<Job extends JobName> =
  Parameters<Jobs[Job]> extends [Uint8Array, string, ...infer Input] ? Input : never;
export type ResultOf<Job extends JobName> = Extract<Awaited<ReturnType<Jobs[Job]>>, { ok: true }>['result'];
