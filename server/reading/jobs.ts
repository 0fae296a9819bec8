import { correctProfile } from '../../sync/form/profile/index.ts';
import { readForm } from '../../sync/form/read/index.ts';
import type { Issue, ProfileCorrection } from '../../sync/model/index.ts';
import { readPlanTable } from '../../sync/outline/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';
import { readAnyWorkbook } from '../../sync/sheet/libreoffice/index.ts';
import { fillTemplate } from '../forms/fill.ts';
import { type GridPart, gridOf } from '../templates/grid.ts';
import { type Teacher, understand } from '../templates/understand.ts';

export type Read<T> =
  | { readonly ok: true; readonly result: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/** LibreOffice gets less than the whole time of a job, so that it is stopped before the thread is. */
const conversionMs = 40_000;

/** What a job is given: the workbook, and the bytes it was read from where these are not the ones that came. */
interface Opened {
  readonly workbook: Workbook;
  readonly name: string;
  readonly converted: Uint8Array | null;
}

const fromWorkbook =
  <T, Input extends readonly unknown[]>(job: (opened: Opened, ...input: Input) => T) =>
  async (bytes: Uint8Array, name: string, ...input: Input): Promise<Read<T>> => {
    const read = await readAnyWorkbook(bytes, name, { timeMs: conversionMs });
    if (!read.ok) return read;
    const { workbook, issues } = read;
    const converted = read.bytes === bytes ? null : read.bytes;
    return { ok: true, result: job({ workbook, name, converted }, ...input), issues };
  };

/**
 * What is read out of received files, on a thread of its own. A job takes the bytes, the name that people know the file
 * by and what else it needs, and gives a plain value; its issues are those of the workbook.
 */
export const jobs = {
  plan: fromWorkbook(({ workbook, name }) => readPlanTable(workbook, name).reading),
  form: fromWorkbook(({ workbook }) => readForm(workbook)),
  template: fromWorkbook(({ workbook, converted }, teachers: readonly Teacher[]) =>
    understand(workbook, teachers, converted),
  ),
  correct: fromWorkbook(({ workbook }, corrections: ProfileCorrection) => correctProfile(workbook, corrections)),
  fill: fillTemplate,
  grid: fromWorkbook(({ workbook }, part: GridPart) => gridOf(workbook, part)),
} as const;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type InputOf<Job extends JobName> =
  Parameters<Jobs[Job]> extends [Uint8Array, string, ...infer Input] ? Input : never;
export type ResultOf<Job extends JobName> = Extract<Awaited<ReturnType<Jobs[Job]>>, { ok: true }>['result'];
