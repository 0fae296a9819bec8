import { z } from 'zod';

/** PostgreSQL stores no NUL, so no text has one, on either database. */
const text = () => z.string().refine(value => !value.includes('\0'), { message: 'nul_character' });

/** Opaque id of a row: a UUID v7 made by the server, so that ids sort by creation. */
export const id = text().min(1).max(64);

/** Counts the edits of a row, from 1. A write carries the version it was made on; a stale one is refused. */
export const version = z.number().int().positive();

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = z.string().datetime();

/** A calendar day, `YYYY-MM-DD`, AD year, in Taipei. */
export const day = z.iso.date();

/** ROC year: 114 is AD 2025. */
export const rocYear = z.number().int().min(1).max(999);

/** Calendar months 1–12 in ascending order without repeats. */
export const months = z
  .array(z.number().int().min(1).max(12))
  .max(12)
  .refine(list => list.every((m, i) => i === 0 || m > list[i - 1]!), { message: 'months_unordered' });

/** One line of text that a person reads, without surrounding blanks. */
export const line = (max: number) => text().trim().min(1).max(max);

/** Text of any number of lines; empty means "nothing written". */
export const prose = (max: number) => text().max(max);

/** Columns every stored row has. */
export const stored = { id, createdAt: instant };

/** Columns of a row that people edit. */
export const edited = { ...stored, version, updatedAt: instant };

/** Body of a verb that needs nothing but the version it was made on. */
export const onVersion = z.strictObject({ version });

/** Body of a verb that must be explained. */
export const withReason = z.strictObject({ version, reason: line(2000) });

/** Body of a verb that may be explained. Whether it must be is for the machine to say, which knows the verb and the state. */
export const verbBody = z.strictObject({ version, reason: prose(2000).optional() });

export type Id = z.infer<typeof id>;
export type Months = z.infer<typeof months>;
