import { resolveUnits, type Unit } from '../../sync/model/index.ts';

/** What a printed unit name stands for in an agency. */
export type Meaning =
  | { readonly kind: 'unit'; readonly unitIds: readonly string[]; readonly unitName: string }
  | { readonly kind: 'group'; readonly unitIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly unitIds: readonly [] };

export type Meanings = (name: string) => Meaning;

type Known = Pick<Unit, 'id' | 'name' | 'aliases' | 'position' | 'disabled'>;

/** What names mean among these units; each name is looked up once. */
export function meaningsAmong(units: readonly Known[]): Meanings {
  const known = new Map<string, Meaning>();
  const lookUp = (name: string): Meaning => {
    const { unitIds, groups } = resolveUnits([name], units);
    if (groups.length > 0) return { kind: 'group', unitIds };
    const unit = units.find(one => one.id === unitIds[0]);
    return unit ? { kind: 'unit', unitIds, unitName: unit.name } : { kind: 'unknown', unitIds: [] };
  };
  return name => {
    const meaning = known.get(name) ?? lookUp(name);
    known.set(name, meaning);
    return meaning;
  };
}

/** Names of a row that stand for no unit. */
export const unknownAmong = (names: readonly string[], meanings: Meanings): readonly string[] =>
  names.filter(name => meanings(name).kind === 'unknown');
