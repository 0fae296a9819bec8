import { readFileSync } from 'node:fs';
import { type Order as CollectOrder, type Returned, readReturned } from '../../sync/collect/index.ts';
import { readCsvForm } from '../../sync/form/csv/index.ts';
import { type FormScore, type OwnReading, readOwn } from '../../sync/form/own/index.ts';
import { correctProfile } from '../../sync/form/profile/index.ts';
import { type FormBook, readForm } from '../../sync/form/read/index.ts';
import type { ReturnedForm } from '../../sync/form/returned.ts';
import type { ReadTemplate } from '../../sync/form/template/index.ts';
import type { Issue, PlanReading, ProfileCorrection } from '../../sync/model/index.ts';
import { readPlan } from '../../sync/outline/index.ts';
import { readWorkbook, type Workbook } from '../../sync/sheet/index.ts';
import { type ConversionOptions, type ConversionTarget, convert } from '../../sync/sheet/libreoffice/index.ts';
import { fillReview } from '../collected-rows/fill-review.ts';
import { type EditionOrder, readEdition } from '../collections/editions/read.ts';
import { writeUpward } from '../consolidation/upward/write.ts';
import { type Issued, likenessOf, readAs } from '../exchanges/understand.ts';
import { fillTemplate, readFilled } from '../forms/fill.ts';
import type { IssuedThrough } from '../forms/made.ts';
import { differ } from '../plan-comparison/differ.ts';
import { writePlanFile } from '../plan-writing/write.ts';
import { textsOf } from '../recipient-sheets/texts.ts';
import { personalise } from '../recipients/personalise.ts';
import { type GridPart, gridOf } from '../templates/grid.ts';
import { understand } from '../templates/understand.ts';
import type { Teacher } from '../templates/understood.ts';

/** A file on this machine, and the name that people know it by. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
}

export type Read<T> =
  | {
      readonly ok: true;
      readonly result: T;
      readonly issues: readonly Issue[];
      /** What was read, where LibreOffice had to convert the file first. */
      readonly converted?: Uint8Array;
    }
  | { readonly ok: false; readonly issue: Issue };

/** What a job is given. */
interface Opened {
  readonly workbook: Workbook;
  readonly name: string;
}

function open<T>(bytes: Uint8Array, name: string, use: (opened: Opened) => T): Read<T> {
  const read = readWorkbook(bytes, name);
  if (!read.ok) return read;
  const { workbook, issues } = read;
  return { ok: true, result: use({ workbook, name }), issues };
}

const fromWorkbook =
  <T, Input extends readonly unknown[]>(job: (opened: Opened, ...input: Input) => T) =>
  (bytes: Uint8Array, name: string, ...input: Input): Read<T> =>
    open(bytes, name, opened => job(opened, ...input));

interface ConversionOrder extends Pick<ConversionOptions, 'soffice' | 'timeMs'> {
  readonly to: ConversionTarget;
}

async function converted(
  bytes: Uint8Array,
  name: string,
  { to, ...options }: ConversionOrder,
): Promise<Read<Uint8Array>> {
  const made = await convert(bytes, name, to, options);
  return made.ok ? { ok: true, result: made.bytes, issues: made.issues } : made;
}

/** Our own form may come as text as well. */
function openBook<T>(bytes: Uint8Array, name: string, use: (book: FormBook, workbook: Workbook | null) => T): Read<T> {
  const text = readCsvForm(bytes, name);
  if (text === null) return open(bytes, name, ({ workbook }) => use(workbook, workbook));
  return text.ok ? { ok: true, result: use(text.workbook, null), issues: [] } : text;
}

/** A form that went out, and the file on this machine that it was. */
export interface Left {
  readonly issued: IssuedThrough;
  readonly path: string;
}

function returnedAs(bytes: Uint8Array, name: string, { issued, path }: Left): Read<ReadTemplate> {
  const left = readWorkbook(readFileSync(path), name);
  if (!left.ok) return left;
  return open(bytes, name, ({ workbook }) => readAs(workbook, issued, left.workbook));
}

async function plan(bytes: Uint8Array, name: string): Promise<Read<Omit<PlanReading, 'sha256'>>> {
  const { plan, sources, issues, source } = await readPlan(bytes, name);
  if (!plan) return { ok: false, issue: issues[0]! };
  const { agency: agencyName, ...rest } = plan;
  return {
    ok: true,
    result: { fileName: name, agencyName, ...rest, sources: [...sources], issues: [...issues], source },
    issues: [],
  };
}

/** @param left the file that went out */
function returnedOwn(bytes: Uint8Array, name: string, left: LocalFile): Read<OwnReading> {
  const issued = openBook(readFileSync(left.path), left.name, book => book);
  return issued.ok ? openBook(bytes, name, book => readOwn(book, issued.result)) : issued;
}

/** A file that came back in a collection. */
function collected(bytes: Uint8Array, name: string, order: CollectOrder): Read<Extract<Returned, { ok: true }>> {
  const returned = readReturned(bytes, name, order);
  return returned.ok ? { ok: true, result: returned, issues: [] } : returned;
}

/**
 * What is read out of received files, on a thread of its own. A job takes the bytes, the name that people know the file
 * by and what else it needs, and gives a plain value; its issues are those of the workbook.
 */
export const jobs = {
  plan,
  returned: (bytes: Uint8Array, name: string): Read<ReturnedForm> => openBook(bytes, name, readForm),
  likeness: (bytes: Uint8Array, name: string, issued: Issued): Read<readonly FormScore[]> =>
    openBook(bytes, name, (book, workbook) => likenessOf(book, workbook, issued)),
  returnedOwn,
  returnedAs,
  collected,
  template: fromWorkbook(({ workbook }, teachers: readonly Teacher[]) => understand(workbook, teachers)),
  correct: fromWorkbook(({ workbook }, corrections: ProfileCorrection) => correctProfile(workbook, corrections)),
  fill: fillTemplate,
  review: fillReview,
  texts: fromWorkbook(({ workbook }) => textsOf(workbook)),
  upward: writeUpward,
  filled: fromWorkbook(({ workbook }, order: Parameters<typeof readFilled>[1]) => readFilled(workbook, order)),
  convert: converted,
  writePlan: writePlanFile,
  differ,
  edition: fromWorkbook(({ workbook }, order: EditionOrder) => readEdition(workbook, order)),
  personalise,
  grid: fromWorkbook(({ workbook }, part: GridPart) => gridOf(workbook, part)),
} as const;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type InputOf<Job extends JobName> =
  Parameters<Jobs[Job]> extends [Uint8Array, string, ...infer Input] ? Input : never;
export type ResultOf<Job extends JobName> = Extract<Awaited<ReturnType<Jobs[Job]>>, { ok: true }>['result'];
