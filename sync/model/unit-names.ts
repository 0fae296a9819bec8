import type { Unit } from './unit.ts';

/** Names that stand for every section of the agency separately (各課室 is a group, not a unit). */
const group =
  /^(?:本所|全所|全局|本局|本機關|各機關|全機關|局內|所內)?(?:各|全體|所有)(?:課室?|科室?|組室?|股室?|單位|業務單位|業務課室?|課\(?室\)?|科\(?室\)?|組)(?:[、,/]?各?室)?$/;

/** Whether a printed unit name means every section, such as 各課室 or 全所各課. */
export const isUnitGroup = (name: string): boolean => group.test(plain(name));

/** What two spellings of one name share: no blanks, half-width, no roster punctuation. */
const plain = (name: string): string => name.normalize('NFKC').replace(/[\s()（）「」]/g, '');

export interface ResolvedUnits {
  /** Ids in the agency's order of units, each once. */
  readonly unitIds: readonly string[];
  /** Printed names that are groups. */
  readonly groups: readonly string[];
  /** Printed names that stand for no enabled unit of the agency. */
  readonly unresolved: readonly string[];
}

/**
 * Resolves printed unit names against an agency's units by name and alias. A group gives every enabled unit.
 * Nothing is guessed: a name that fits no unit exactly is unresolved.
 */
export function resolveUnits(
  printed: readonly string[],
  units: readonly Pick<Unit, 'id' | 'name' | 'aliases' | 'position' | 'disabled'>[],
): ResolvedUnits {
  const enabled = units.filter(u => !u.disabled).sort((a, b) => a.position - b.position);
  const byName = new Map(enabled.flatMap(u => [...u.aliases, u.name].map(name => [plain(name), u.id] as const)));
  const found = new Set<string>();
  const groups: string[] = [];
  const unresolved: string[] = [];
  for (const name of printed) {
    const unitId = byName.get(plain(name));
    if (unitId) found.add(unitId);
    else if (isUnitGroup(name)) {
      groups.push(name);
      for (const u of enabled) found.add(u.id);
    } else unresolved.push(name);
  }
  return { unitIds: enabled.filter(u => found.has(u.id)).map(u => u.id), groups, unresolved };
}
