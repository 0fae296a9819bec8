import { type Draft, everyDraft } from './draft.ts';
import { excerpt, type Note, warn } from './note.ts';
import { isLikeUnit } from './unit-cells.ts';

const hasUnits = (draft: Draft): boolean => draft.units.length > 0 || draft.children.some(hasUnits);

/**
 * Says which parts of the plan nobody is responsible for, each once, at its highest node without units above or below; and
 * which units may be none.
 */
export function checkUnits(items: readonly Draft[]): readonly Note[] {
  if (!items.some(hasUnits)) return [];
  const missing = (draft: Draft): readonly Note[] => {
    if (draft.units.length > 0) return [];
    if (hasUnits(draft)) return draft.children.flatMap(missing);
    return [warn('unit_missing', {}, { at: draft.source, draft })];
  };
  return [...items.flatMap(missing), ...unlikely(items)];
}

/** A name that is like no unit's and comes only once may be text of another column. */
function unlikely(items: readonly Draft[]): readonly Note[] {
  const all = [...everyDraft(items)];
  const times = Map.groupBy(
    all.flatMap(({ units }) => units),
    name => name,
  );
  return all.flatMap(draft =>
    draft.units
      .filter(name => !isLikeUnit(name) && times.get(name)!.length === 1)
      .map(name => warn('unit_doubtful', { text: excerpt(name) }, { at: draft.source, draft })),
  );
}
