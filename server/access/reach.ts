import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '../problems/refusal.ts';
import type { Actor } from './actor.ts';
import type { Scope } from './rules.ts';

/** Says of a table which columns tell whose a row is, and when a row counts as submitted to the bureau. */
export interface Reach {
  readonly agency: string;
  readonly unit?: string;
  readonly owner?: string;
  /** A condition on the table; without it rows of subordinate agencies are never seen from above. */
  readonly submitted?: RawBuilder<boolean>;
  /** Which rows another agency asks the person's own for; without it none is. */
  readonly asked?: (actor: Actor) => RawBuilder<boolean>;
  /** Replaces the rule above for tables whose rows belong to others, such as evidence to its reports. */
  readonly custom?: (actor: Actor, scope: Scope) => RawBuilder<boolean>;
}

const no = sql<boolean>`(1 = 0)`;
const yes = sql<boolean>`(1 = 1)`;

/** The SQL condition that cuts a table down to what `scope` reaches. Every read and every write goes through it. */
export function within(reach: Reach, actor: Actor, scope: Scope): RawBuilder<boolean> {
  if (scope === 'none') return no;
  if (scope === 'all') return yes;
  if (reach.custom) return reach.custom(actor, scope);
  const agency = sql.ref(reach.agency);
  const mine = sql<boolean>`${agency} = ${actor.agencyId}`;
  switch (scope) {
    case 'own':
      return reach.owner ? sql<boolean>`(${sql.ref(reach.owner)} = ${actor.id})` : no;
    case 'section':
      if (!reach.unit || actor.unitId === null) return no;
      return sql<boolean>`(${mine} and ${sql.ref(reach.unit)} = ${actor.unitId})`;
    case 'agency':
      return sql<boolean>`(${mine})`;
    case 'subordinate':
      // Databases find and order the rows of one agency by index, but not those of an either-or.
      return reach.submitted && !actor.alone
        ? sql<boolean>`(${mine} or (${below(agency, actor)} and ${reach.submitted}))`
        : mine;
    case 'asked':
      return reach.asked ? sql<boolean>`(${mine} or ${reach.asked(actor)})` : mine;
  }
}

const below = (agency: RawBuilder<unknown>, actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`${agency} in (select agency_id from agency_ancestors where ancestor_id = ${actor.agencyId})`;

export interface Place {
  readonly agencyId: string;
  readonly unitId?: string | null;
}

/** Refuses to create a row at a place that `scope` does not reach. */
export function mustReach(actor: Actor, scope: Scope, place: Place): void {
  const ok =
    scope === 'all' ||
    ((scope === 'agency' || scope === 'subordinate' || scope === 'asked') && place.agencyId === actor.agencyId) ||
    (scope === 'section' &&
      place.agencyId === actor.agencyId &&
      actor.unitId !== null &&
      place.unitId === actor.unitId);
  if (!ok) throw new Refusal('not_allowed');
}
