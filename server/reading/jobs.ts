import { readForm } from '../../sync/form/read/index.ts';
import type { Issue } from '../../sync/model/index.ts';
import { readPlanTable } from '../../sync/outline/index.ts';
import { readWorkbook, type Workbook } from '../../sync/sheet/index.ts';

export type Read<T> =
  | { readonly ok: true; readonly result: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

const fromWorkbook =
  <T>(understand: (workbook: Workbook, name: string) => T) =>
  (bytes: Uint8Array, name: string): Read<T> => {
    const read = readWorkbook(bytes, name);
    return read.ok ? { ok: true, result: understand(read.workbook, name), issues: read.issues } : read;
  };

/**
 * What is read out of received files, on a thread of its own. A job takes the bytes and the name that people know the file
 * by, and gives a plain value; its issues are those of the workbook.
 */
export const jobs = {
  plan: fromWorkbook((workbook, name) => readPlanTable(workbook, name).reading),
  form: fromWorkbook(readForm),
} as const;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type ResultOf<Job extends JobName> = Extract<ReturnType<Jobs[Job]>, { ok: true }>['result'];
