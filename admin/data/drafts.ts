import { z } from 'zod';
import { presentSession } from './session.ts';

/** What somebody typed and has not saved, with when. Kept in this browser, apart for each person. */
export interface Draft {
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const stored = z.object({ at: z.string(), values: z.record(z.string(), z.unknown()) });

/** The draft of a record's form, or of the form for a new one. */
export const draftName = (resource: string, id?: string | number): string => `${resource}.${id ?? 'new'}`;

const keyOf = (name: string): string => `Guankao.draft.${presentSession()?.user.id ?? 'nobody'}.${name}`;

export function readDraft(name: string): Draft | null {
  try {
    const found = stored.safeParse(JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null'));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

/** Keeps a draft. A full or forbidden store must not stop anybody from typing. */
export function keepDraft(name: string, values: Draft['values']): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({ at: new Date().toISOString(), values }));
  } catch {
    // The form itself still holds everything.
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept, so there is nothing to drop.
  }
}
