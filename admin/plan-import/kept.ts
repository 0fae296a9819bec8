import { z } from 'zod';
import { cadences, noSections, planReading, planSections } from '../../sync/model/index.ts';
import { dropDraft, keepDraft, readDraft } from '../data/drafts.ts';
import { dropSource } from './kept-source.ts';
import type { Review } from './review.ts';

/** Corrections that were begun and not finished stay in the browser, one draft for each file. */
const row = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  position: z.number(),
  depth: z.number(),
  label: z.string().nullable(),
  text: z.string(),
  units: z.array(z.string()),
  checkMonths: z.array(z.number()),
  cadence: z.array(z.enum(cadences)),
  remarks: z.string(),
});
const place = {
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
  page: z.number().optional(),
  line: z.number().optional(),
};
const review = z.object({
  sha256: z.string(),
  fileName: z.string(),
  agencyName: z.string(),
  title: z.string(),
  year: z.number().nullable(),
  rows: z.array(row),
  // A draft that was kept before these were read has none.
  sections: planSections.default(noSections),
  document: planReading.shape.document.default(null),
  sources: z.record(z.string(), z.object(place)),
  issues: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      ...place,
      rowId: z.string().nullable(),
      seen: z.boolean(),
    }),
  ),
  decisions: z.record(
    z.string(),
    z.union([
      z.object({ kind: z.enum(['leave', 'create']) }),
      z.object({ kind: z.literal('alias'), unitId: z.string() }),
    ]),
  ),
  added: z.number(),
});
const keptFile = z.object({
  sha256: z.string(),
  fileName: z.string(),
  at: z.string(),
  // What was kept before this was told apart had been corrected.
  touched: z.boolean().default(true),
});
const listed = z.object({ files: z.array(keptFile) });

/** `touched` says whether anything was corrected; a file that was only read makes room for one that was. */
export type KeptFile = Readonly<z.infer<typeof keptFile>>;

const nameOf = (sha256: string): string => `planImport.${sha256}`;
const listName = 'planImports';
/** Browsers keep some megabytes; a plan may take half a one. */
const mostKept = 4;

/** Imports that were begun, the latest first. */
export function keptFiles(): readonly KeptFile[] {
  const found = listed.safeParse(readDraft(listName)?.values);
  return found.success ? found.data.files : [];
}

function forget(sha256: string): void {
  dropDraft(nameOf(sha256));
  void dropSource(sha256);
}

export function keepReview(now: Review, touched: boolean): void {
  const files = [
    { sha256: now.sha256, fileName: now.fileName, at: new Date().toISOString(), touched },
    ...keptFiles().filter(file => file.sha256 !== now.sha256),
  ];
  const byWorth = [...files.filter(file => file.touched), ...files.filter(file => !file.touched)];
  for (const { sha256 } of byWorth.slice(mostKept)) forget(sha256);
  const worth = new Set(byWorth.slice(0, mostKept));
  keepDraft(listName, { files: files.filter(file => worth.has(file)) });
  if (worth.has(files[0]!)) keepDraft(nameOf(now.sha256), { ...now });
}

/** An import that was begun; `at` is when it was last corrected, or null when it was only read. */
export function readReview(sha256: string): { readonly at: string | null; readonly review: Review } | null {
  const draft = readDraft(nameOf(sha256));
  const found = review.safeParse(draft?.values);
  const touched = keptFiles().find(file => file.sha256 === sha256)?.touched ?? true;
  return draft && found.success ? { at: touched ? draft.at : null, review: found.data as Review } : null;
}

export function dropReview(sha256: string): void {
  forget(sha256);
  keepDraft(listName, { files: keptFiles().filter(file => file.sha256 !== sha256) });
}
