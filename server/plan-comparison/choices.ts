import { type RawBuilder, sql } from 'kysely';
import type { Plan, PlanChoice } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { plans } from '../plans/definition.ts';
import { Refusal } from '../problems/refusal.ts';

type Db = Pick<Context, 'db'>;
type Owned = Pick<Plan, 'id' | 'agencyId'>;

const ancestorsOf = (agencyId: string): RawBuilder<unknown> =>
  sql`(select ancestor_id from agency_ancestors where agency_id = ${agencyId} and depth > 0)`;

/** More plans than an office and all above and below it make in a dozen years. */
const most = 1000;

function choicesOf({ db }: Db, actor: Actor, { id, agencyId }: Owned) {
  const mayRead = within(plans.reach, actor, scopeOf(actor.role, 'plans', 'read'));
  // What a superior published is for everybody, and above all for those who must follow it.
  const above = sql<boolean>`(plans.state in ('published', 'closed') and ${sql.ref('plans.agencyId')} in ${ancestorsOf(agencyId)})`;
  const relation = sql<PlanChoice['relation']>`case
    when ${sql.ref('plans.agencyId')} = ${agencyId} then 'own'
    when ${sql.ref('plans.agencyId')} in ${ancestorsOf(agencyId)} then 'superior'
    else 'subordinate' end`;
  return db
    .selectFrom('plans')
    .innerJoin('agencies', 'agencies.id', 'plans.agencyId')
    .select(['plans.id', 'plans.agencyId', 'plans.year', 'plans.title', 'plans.state', 'agencies.name as agencyName'])
    .select(relation.as('relation'))
    .where('plans.id', '<>', id)
    .where(sql<boolean>`(${mayRead} or ${above})`);
}

/** The plans that a person may lay beside a plan: those they may read anyway, and what its superiors published. Newest first. */
export function plansBeside(context: Db, actor: Actor, plan: Owned): Promise<readonly PlanChoice[]> {
  return choicesOf(context, actor, plan)
    .orderBy('plans.year', 'desc')
    .orderBy('plans.createdAt', 'desc')
    .limit(most)
    .execute();
}

/** Undefined for a plan that may not be laid beside this one, whatever the reason. */
export const findBeside = (context: Db, actor: Actor, plan: Owned, otherId: string): Promise<PlanChoice | undefined> =>
  choicesOf(context, actor, plan).where('plans.id', '=', otherId).executeTakeFirst();

/** @throws Refusal `not_found` for a plan that may not be laid beside this one, whatever the reason */
export async function planBeside(context: Db, actor: Actor, plan: Owned, otherId: string): Promise<PlanChoice> {
  const found = await findBeside(context, actor, plan, otherId);
  if (!found) throw new Refusal('not_found');
  return found;
}
