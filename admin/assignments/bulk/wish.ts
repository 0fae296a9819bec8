import type { BulkAssignment, BulkAssignmentResult } from '../../../sync/model/index.ts';

/** What the person has chosen so far. */
export interface Wish {
  readonly rows: ReadonlySet<string>;
  /** By the units that the plan prints, or by those chosen here. */
  readonly by: 'plan' | 'choice';
  readonly lead: readonly string[];
  readonly assist: readonly string[];
  /** Officer by unit id. */
  readonly officers: Readonly<Record<string, string>>;
}

export const noWish: Wish = { rows: new Set(), by: 'plan', lead: [], assist: [], officers: {} };

/** Why the wish cannot be worked out yet, as a key of the catalogue; null when it can. */
export function lacking({ rows, by, lead, assist }: Wish): string | null {
  if (rows.size === 0) return 'bulkAssignment.needRows';
  return by === 'choice' && lead.length + assist.length === 0 ? 'bulkAssignment.needUnits' : null;
}

/** The wish as the API takes it. Officers of units that get nothing are left out by the caller's units. */
export function bodyOf(planId: string, wish: Wish): BulkAssignment {
  const { rows, by, lead, assist, officers } = wish;
  return {
    planId,
    planItemIds: [...rows],
    ...(by === 'choice' ? { leadUnitIds: [...lead], assistUnitIds: assist.filter(id => !lead.includes(id)) } : {}),
    ...(Object.keys(officers).length > 0 ? { officers: { ...officers } } : {}),
  };
}

export interface UnitShare {
  readonly unitId: string;
  readonly create: number;
  readonly existing: number;
}

/** What each unit gets, in the order of the units given. */
export function sharesOf(result: BulkAssignmentResult, unitIds: readonly string[]): readonly UnitShare[] {
  const create = Map.groupBy(result.create, share => share.unitId);
  const existing = Map.groupBy(result.existing, share => share.unitId);
  const order = new Map(unitIds.map((id, n) => [id, n]));
  return [...new Set([...create.keys(), ...existing.keys()])]
    .sort((a, b) => (order.get(a) ?? unitIds.length) - (order.get(b) ?? unitIds.length))
    .map(unitId => ({
      unitId,
      create: create.get(unitId)?.length ?? 0,
      existing: existing.get(unitId)?.length ?? 0,
    }));
}

/** Names that fit no unit, each with the rows that print it. */
export const unknownNames = (
  result: BulkAssignmentResult,
): readonly { readonly name: string; readonly rows: readonly string[] }[] =>
  [...Map.groupBy(result.unresolved, one => one.name)].map(([name, ones]) => ({
    name,
    rows: ones.map(one => one.planItemId),
  }));
