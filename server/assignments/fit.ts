import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

interface Share {
  readonly unitId: string;
  readonly officerId: string | null;
}

const foreign = (field: 'unitId' | 'officerId'): Refusal =>
  new Refusal('foreign_reference', { field: `{assignment.field.${field}}` }, { field });

/**
 * Refuses shares of work for units that are not the agency's or are disabled, and case officers who are not enabled people
 * of the very unit. At most two statements for any number of shares.
 * @throws Refusal `foreign_reference`, `unit_disabled`, `officer_unfit`
 */
export async function mustFit({ tx }: Change, agencyId: string, shares: readonly Share[]): Promise<void> {
  const unitIds = [...new Set(shares.map(share => share.unitId))];
  const officerIds = [...new Set(shares.map(share => share.officerId).filter(id => id !== null))];
  if (unitIds.length === 0) return;
  const units = await tx
    .selectFrom('units')
    .select(['id', 'name', 'disabled'])
    .where('agencyId', '=', agencyId)
    .where('id', 'in', unitIds)
    .execute();
  const unitById = new Map(units.map(unit => [unit.id, unit]));
  const people =
    officerIds.length === 0
      ? []
      : await tx
          .selectFrom('users')
          .select(['id', 'name', 'unitId', 'disabled'])
          .where('agencyId', '=', agencyId)
          .where('id', 'in', officerIds)
          .execute();
  const personById = new Map(people.map(person => [person.id, person]));
  for (const { unitId, officerId } of shares) {
    const unit = unitById.get(unitId);
    if (!unit) throw foreign('unitId');
    if (unit.disabled) throw new Refusal('unit_disabled', { name: unit.name }, { field: 'unitId' });
    if (officerId === null) continue;
    const officer = personById.get(officerId);
    if (!officer) throw foreign('officerId');
    if (officer.disabled || officer.unitId !== unitId)
      throw new Refusal('officer_unfit', { name: officer.name, unit: unit.name }, { field: 'officerId' });
  }
}
