import { z } from 'zod';
import { id, line, stored } from './base.ts';
import { issue } from './issue.ts';
import { reportAnswers } from './report.ts';

/** Fields of a report that a self-check form carries out and back. */
export const answerFields = ['result', 'narrative', 'remarks'] as const;
export type AnswerField = (typeof answerFields)[number];

/** One row's exchanged values. Narrative and remarks are plain text with \n; empty means blank. */
export const answer = reportAnswers.pick({ result: true, narrative: true, remarks: true });
export type Answer = z.infer<typeof answer>;

/** What the file of a form is: our own as .xlsx, .ods or .csv, or whatever the template was. */
export const formFormats = ['xlsx', 'xlsm', 'ods', 'fods', 'csv'] as const;
export type FormFormat = (typeof formFormats)[number];

/** A self-check form (表單) that was issued for a round. The exact values it left with are kept as the base of every merge. */
export const form = z.strictObject({
  ...stored,
  agencyId: id,
  planId: id,
  roundId: id,
  issuedBy: id,
  name: line(255),
  sha256: z.string().length(64),
  size: z.number().int().nonnegative(),
  rowCount: z.number().int().nonnegative(),
  unitIds: z.array(id),
  /** The template it was filled into; null for our own form. */
  templateId: id.nullable(),
  format: z.enum(formFormats),
  /** Cells that were refused and why, texts that may not fit, reports that stand in no row of the template. */
  notices: z.array(issue),
});

/**
 * Issues a form for a round: all its reports, or those of some units. A template keeps its own format; asked for, .xlsx and .ods
 * are converted into each other.
 */
export const formCreate = z.strictObject({
  roundId: id,
  unitIds: z.array(id).max(200).optional(),
  templateId: id.optional(),
  format: z.enum(['xlsx', 'ods', 'csv']).optional(),
});

/** What a template is converted to where a person asks for another format than its own. */
export const convertedTo = { xlsx: 'ods', xlsm: 'ods', ods: 'xlsx', fods: 'xlsx' } as const;

/** Whether this machine can convert a form into another format. */
export const formConversion = z.strictObject({ available: z.boolean() });

export type Form = z.infer<typeof form>;
