import { z } from 'zod';
import { report, reportAnswers, result } from '../../../sync/model/index.ts';
import { draftName, dropDraft, keepDraft, readDraft } from '../../data/drafts.ts';
import type { Unsent } from './editing.ts';

const form = z.object({
  result: result.nullable(),
  narrative: z.string(),
  figures: z.array(z.object({ name: z.string(), value: z.string(), unit: z.string() })),
  plannedProgress: z.string(),
  actualProgress: z.string(),
  delayCause: z.string(),
  remedy: z.string(),
  remarks: z.string(),
});

const unsent = z.object({ form, base: report, sent: z.array(reportAnswers.partial()) });

/** What this device holds of a report for this person, and since when; what an older version of the page left is not trusted. */
export function readKept(reportId: string): { readonly at: string; readonly unsent: Unsent } | null {
  const draft = readDraft(draftName('reports', reportId));
  const found = unsent.safeParse(draft?.values);
  return draft && found.success ? { at: draft.at, unsent: found.data as Unsent } : null;
}

export const keepHere = (reportId: string, unsent: Unsent): void =>
  keepDraft(draftName('reports', reportId), { ...unsent });

export const forgetHere = (reportId: string): void => dropDraft(draftName('reports', reportId));

/** Whether this device really has a draft: a full or forbidden store keeps none. */
export const isKeptHere = (reportId: string): boolean => readDraft(draftName('reports', reportId)) !== null;
