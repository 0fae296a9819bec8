import { z } from 'zod';
import { id, line, stored } from './base.ts';
import { reportAnswers } from './report.ts';

/** Fields of a report that a self-check form carries out and back. */
export const answerFields = ['result', 'narrative', 'remarks'] as const;
export type AnswerField = (typeof answerFields)[number];

/** One row's exchanged values. Narrative and remarks are plain text with \n; empty means blank. */
export const answer = reportAnswers.pick({ result: true, narrative: true, remarks: true });
export type Answer = z.infer<typeof answer>;

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
});

/** Issues a form for a round: all its reports, or those of some units. */
export const formCreate = z.strictObject({ roundId: id, unitIds: z.array(id).max(200).optional() });

export type Form = z.infer<typeof form>;
