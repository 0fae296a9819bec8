import { z } from 'zod';

/**
 * Something in the input that a person should know, with where it stands. Mappers return issues beside their result;
 * only a broken invariant throws. `code` picks the message of the catalogue (`messages/`), `params` fill its placeholders;
 * `message` is the zh-TW text, for logs and the CLI.
 */
export const issue = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  sheet: z.string().optional(),
  /** 1-based row of the sheet. */
  row: z.number().int().positive().optional(),
  /** Column letters, such as F. */
  column: z.string().optional(),
  /** 1-based page of a document that has pages. */
  page: z.number().int().positive().optional(),
  /** 1-based line of a text or of a page, or paragraph of a document. */
  line: z.number().int().positive().optional(),
  field: z.string().optional(),
});

export type Issue = z.infer<typeof issue>;

/** The one shape of every refused request. `message` is in the user's language and never tells of internals. */
export const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  requestId: z.string().optional(),
  details: z.unknown().optional(),
});

export type Problem = z.infer<typeof problem>;
