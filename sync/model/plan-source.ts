import { z } from 'zod';
import { issue } from './issue.ts';

const place = issue.pick({ page: true, line: true }).shape;
const span = z.number().int().positive();

const sourceCell = z.strictObject({
  /** Column letters, such as B. */
  column: z.string(),
  text: z.string(),
  /** How many of the rows and columns given here it covers. */
  down: span,
  across: span,
});

/** A stretch of a document as it came: a paragraph or a line, or the rows and columns of a table in which something stands. */
export const sourceBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...place, text: z.string() }),
  z.strictObject({
    kind: z.literal('table'),
    /** Of the sheet, or what the table is called beside the rows that were read out of it. */
    name: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.strictObject({ ...place, row: span, cells: z.array(sourceCell) })),
  }),
]);

/** A document in reading order, to be laid beside what was understood of it. */
export const planSource = z.strictObject({
  blocks: z.array(sourceBlock),
  /** It goes on, longer than anybody reads on a screen. */
  cut: z.boolean(),
});

export type SourceBlock = z.infer<typeof sourceBlock>;
export type SourceTable = Extract<SourceBlock, { readonly kind: 'table' }>;
export type PlanSource = z.infer<typeof planSource>;
