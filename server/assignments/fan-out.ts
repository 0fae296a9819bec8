import {
  type Assignment,
  type BulkAssignment,
  type BulkAssignmentResult,
  type PlanItem,
  resolveUnits,
  type Unit,
} from '../../sync/model/index.ts';

type Part = Assignment['part'];
type Item = Pick<PlanItem, 'id' | 'units'>;
type Office = readonly Pick<Unit, 'id' | 'name' | 'aliases' | 'position' | 'disabled'>[];
type Existing = Pick<Assignment, 'id' | 'planItemId' | 'unitId'>;
type Wish = Pick<BulkAssignment, 'leadUnitIds' | 'assistUnitIds' | 'officers'>;

interface Shares {
  /** The part of each unit, in the order in which the units are to be listed. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly unresolved: readonly string[];
}

/** What the request says, for every item alike. A unit that is named twice leads. */
function givenShares({ leadUnitIds = [], assistUnitIds = [] }: Wish): Shares | null {
  if (leadUnitIds.length + assistUnitIds.length === 0) return null;
  const parts = new Map<string, Part>([
    ...leadUnitIds.map(id => [id, 'lead'] as const),
    ...assistUnitIds.filter(id => !leadUnitIds.includes(id)).map(id => [id, 'assist'] as const),
  ]);
  return { parts, unresolved: [] };
}

/**
 * What the plan prints: every section of a group leads its own share; else the first name leads and the others assist. A
 * first name that stands for no unit leaves the lead open rather than giving it to the next.
 */
function printedShares(printed: readonly string[], office: Office): Shares {
  const { unitIds, groups, unresolved } = resolveUnits(printed, office);
  const leads = groups.length > 0 ? unitIds : resolveUnits(printed.slice(0, 1), office).unitIds;
  const parts = new Map(unitIds.map(id => [id, leads.includes(id) ? 'lead' : 'assist'] as const));
  return { parts, unresolved };
}

/**
 * What a bulk assignment does, worked out without doing it: one assignment for each unit of each item. What exists is left
 * as it is, so that doing it again adds nothing; names that stand for no unit are listed, never dropped.
 * @param office the agency's units
 */
export function fanOut(
  items: readonly Item[],
  office: Office,
  existing: readonly Existing[],
  wish: Wish,
): BulkAssignmentResult {
  const known = new Map(existing.map(row => [`${row.planItemId} ${row.unitId}`, row]));
  const given = givenShares(wish);
  // Most steps of a plan print one of a few lists of names.
  const byNames = new Map<string, Shares>();
  const sharesOf = ({ units }: Item): Shares => {
    const key = JSON.stringify(units);
    const shares = given ?? byNames.get(key) ?? printedShares(units, office);
    byNames.set(key, shares);
    return shares;
  };
  const result: BulkAssignmentResult = { create: [], existing: [], unresolved: [], withoutUnit: [] };
  for (const item of items) {
    const { parts, unresolved } = sharesOf(item);
    if (parts.size === 0 && unresolved.length === 0) result.withoutUnit.push(item.id);
    result.unresolved.push(...unresolved.map(name => ({ planItemId: item.id, name })));
    for (const [unitId, part] of parts) {
      const there = known.get(`${item.id} ${unitId}`);
      if (there) result.existing.push(there);
      else result.create.push({ planItemId: item.id, unitId, part, officerId: wish.officers?.[unitId] ?? null });
    }
  }
  return result;
}
