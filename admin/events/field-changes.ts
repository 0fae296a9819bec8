import { isShown } from './field-kinds.ts';

/** One field that an event changed. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const fieldsOf = (side: unknown): Readonly<Record<string, unknown>> =>
  typeof side === 'object' && side !== null && !Array.isArray(side) ? (side as Readonly<Record<string, unknown>>) : {};

/** Before and after field by field, in the order of the event; what is opaque to people and what is blank on both sides left out. */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const blank = (value: unknown) => value === undefined || value === null || value === '';
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter(field => isShown(field) && !(blank(old[field]) && blank(now[field])))
    .map(field => ({ field, before: old[field], after: now[field] }));
}
