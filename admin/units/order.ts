import type { Unit } from '../../sync/model/index.ts';

export type Direction = 'up' | 'down';

export interface Placement {
  readonly unit: Unit;
  readonly position: number;
}

/**
 * What must be saved so that a unit changes places with its neighbour of the same agency: the units whose position becomes
 * another one. Empty at either end. Gaps and ties that were there before are put in order on the way.
 */
export function moved(units: readonly Unit[], id: string, direction: Direction): readonly Placement[] {
  const one = units.find(unit => unit.id === id);
  const row = units.filter(unit => unit.agencyId === one?.agencyId).sort((a, b) => a.position - b.position);
  const from = row.findIndex(unit => unit.id === id);
  const to = direction === 'up' ? from - 1 : from + 1;
  const neighbour = row[to];
  if (!one || !neighbour) return [];
  const next = row.with(from, neighbour).with(to, one);
  return next.map((unit, position) => ({ unit, position })).filter(({ unit, position }) => unit.position !== position);
}
