import type { MergedField } from '../../../sync/model/index.ts';

export type Texts = Readonly<Partial<Record<MergedField, string>>>;

const at = (texts: Texts, field: MergedField): string => texts[field] ?? '';

/** Fields that were typed in since they were read. */
export const changedIn = (fields: readonly MergedField[], base: Texts, mine: Texts): readonly MergedField[] =>
  fields.filter(field => at(mine, field) !== at(base, field));

/**
 * When somebody else saved first: what was typed stays, all else follows what they saved. `clashes` are the fields that both of them
 * changed, differently.
 */
export function rebased(
  fields: readonly MergedField[],
  base: Texts,
  mine: Texts,
  theirs: Texts,
): { readonly values: Texts; readonly clashes: readonly MergedField[] } {
  const typed = new Set(changedIn(fields, base, mine));
  return {
    values: Object.fromEntries(fields.map(field => [field, at(typed.has(field) ? mine : theirs, field)])),
    clashes: fields.filter(
      field => typed.has(field) && at(theirs, field) !== at(base, field) && at(theirs, field) !== at(mine, field),
    ),
  };
}
