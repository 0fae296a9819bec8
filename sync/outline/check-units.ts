import type { Draft } from './draft.ts';
import { type Note, warn } from './note.ts';

const hasUnits = (draft: Draft): boolean => draft.units.length > 0 || draft.children.some(hasUnits);

/** Says which parts of the plan nobody is responsible for: each once, at its highest node without units above or below. */
export function checkUnits(items: readonly Draft[]): readonly Note[] {
  if (!items.some(hasUnits)) return [];
  const missing = (draft: Draft): readonly Note[] => {
    if (draft.units.length > 0) return [];
    if (hasUnits(draft)) return draft.children.flatMap(missing);
    return [warn('unit_missing', {}, { at: draft.source, draft })];
  };
  return items.flatMap(missing);
}
