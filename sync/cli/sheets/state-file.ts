import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { BaseRow } from '../../merge/index.ts';
import type { Intent } from '../../sheet/google/index.ts';
import { fileFailure, writeWhole } from '../files.ts';
import { failure } from './failure.ts';

const answer = z.object({ result: z.string().nullable(), narrative: z.string(), remarks: z.string() });
const schema = z.object({
  format: z.literal(1),
  formId: z.string(),
  spreadsheetId: z.string().nullable(),
  url: z.string().nullable(),
  /** The form was laid out in it. */
  isPublished: z.boolean(),
  /** What the file and the spreadsheet last agreed on, by row id. */
  base: z.record(z.string(), answer),
  /** What was about to be sent; written and read by this program alone. */
  intent: z.custom<Intent>(value => typeof value === 'object' && value !== null).nullable(),
  settled: z.string().nullable(),
});

/** What is remembered beside a form file between two syncs. */
export type SheetMemory = z.infer<typeof schema>;

export const memoryPathOf = (form: string): string => `${form}.sheets.json`;

/** @returns null where the form was never published. @throws FileFailed when the file is damaged or of another form */
export async function readMemory(form: string, formId: string): Promise<SheetMemory | null> {
  const path = memoryPathOf(form);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fileFailure(error, path);
  }
  const read = schema.safeParse(parsed(text));
  if (!read.success || read.data.formId !== formId) throw failure('sheet_state_damaged', { name: basename(path) });
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps it whole, or leaves what was there. */
export const writeMemory = (form: string, memory: SheetMemory): Promise<void> =>
  writeWhole(memoryPathOf(form), new TextEncoder().encode(`${JSON.stringify(memory, null, 2)}\n`));

export const baseOf = ({ base }: SheetMemory): ReadonlyMap<string, BaseRow> =>
  new Map(Object.entries(base).map(([rowId, row]) => [rowId, { reportId: rowId, answer: row }]));
