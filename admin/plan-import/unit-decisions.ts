import type { Unit } from '../../sync/model/index.ts';
import { type Meanings, unknownAmong } from '../plan-tree/unit-meanings.ts';

/** What a printed name that fits no unit is to be. */
export type Decision =
  | { readonly kind: 'leave' }
  | { readonly kind: 'create' }
  | { readonly kind: 'alias'; readonly unitId: string };

type Known = Pick<Unit, 'id' | 'name' | 'aliases' | 'position' | 'disabled'>;
type Decisions = Readonly<Record<string, Decision>>;

export interface UnknownName {
  readonly name: string;
  readonly rowIds: readonly string[];
}

/** The names in a plan that fit no unit, in printed order. */
export function unknownNames(
  rows: readonly { readonly id: string; readonly units: readonly string[] }[],
  meanings: Meanings,
): readonly UnknownName[] {
  const found = rows.flatMap(row => unknownAmong(row.units, meanings).map(name => ({ name, id: row.id })));
  return [...Map.groupBy(found, one => one.name)].map(([name, ones]) => ({ name, rowIds: ones.map(one => one.id) }));
}

/** The units as they would be once the decisions are carried out. */
export function unitsWith(units: readonly Known[], decisions: Decisions): readonly Known[] {
  const aliases = Map.groupBy(
    Object.entries(decisions).flatMap(([name, one]) => (one.kind === 'alias' ? [{ name, unitId: one.unitId }] : [])),
    one => one.unitId,
  );
  const kept = units.map(unit => ({
    ...unit,
    aliases: [...unit.aliases, ...(aliases.get(unit.id) ?? []).map(one => one.name)],
  }));
  const created = Object.entries(decisions).flatMap(([name, one], n) =>
    one.kind === 'create'
      ? [{ id: `new ${name}`, name, aliases: [], position: units.length + n, disabled: false }]
      : [],
  );
  return [...kept, ...created];
}

/** What has to be saved: units to create and units that get further names. Decisions about names that no row prints any more fall away. */
export function unitChanges(
  units: readonly Unit[],
  decisions: Decisions,
  unknown: readonly UnknownName[],
): {
  readonly create: readonly string[];
  readonly alias: readonly { readonly unit: Unit; readonly aliases: readonly string[] }[];
} {
  const asked = unknown.map(({ name }) => ({ name, decision: decisions[name] }));
  const create = asked.filter(one => one.decision?.kind === 'create').map(one => one.name);
  const alias = units.flatMap(unit => {
    const names = asked
      .filter(({ decision }) => decision?.kind === 'alias' && decision.unitId === unit.id)
      .map(one => one.name);
    return names.length === 0 ? [] : [{ unit, aliases: [...unit.aliases, ...names] }];
  });
  return { create, alias };
}
