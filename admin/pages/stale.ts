import { HttpError } from 'react-admin';
import { z } from 'zod';
import { changedFields } from '../data/changed-fields.ts';

type Row = Readonly<Record<string, unknown>>;

const body = z.object({
  code: z.literal('stale_version'),
  details: z.object({ current: z.record(z.string(), z.unknown()) }),
});

/** The row as it is now, out of a refusal for a stale version; null for any other error. */
export function currentRowOf(error: unknown): Row | null {
  if (!(error instanceof HttpError)) return null;
  const told = body.safeParse(error.body);
  return told.success ? told.data.details.current : null;
}

/** One field that the person changed and that now holds something else. */
export interface Difference {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const bookkeeping = new Set(['id', 'version', 'createdAt', 'updatedAt']);

/** What the person wrote against what is saved now, field by field; fields they left alone are no difference. */
export function differences(before: Row, mine: Row, theirs: Row): readonly Difference[] {
  const written = changedFields(before, mine);
  return Object.keys(changedFields(theirs, written))
    .filter(field => !bookkeeping.has(field))
    .map(field => ({ field, mine: mine[field], theirs: theirs[field] }));
}
