import {
  type Crosswalk,
  type CrosswalkItem,
  type CrosswalkLink,
  inPrintedOrder,
  type Plan,
} from '../../sync/model/index.ts';
import { suggestLinks } from '../../sync/outline/crosswalk/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { fromRow } from '../listing/fields.ts';
import { planBeside } from '../plan-comparison/choices.ts';
import { planItemRows } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { Refusal } from '../problems/refusal.ts';
import { crosswalkLinks } from './definition.ts';

/** Both plans with the links between them and what else may be linked. @throws Refusal `not_found` */
export async function readCrosswalk(
  context: Context,
  actor: Actor,
  planId: string,
  superiorPlanId: string,
): Promise<Crosswalk> {
  const plan = await context.lister.read<Plan>(plans, actor, planId);
  const superior = await planBeside(context, actor, plan, superiorPlanId);
  if (superior.relation === 'subordinate') throw new Refusal('not_found');
  const { db } = context;
  const { name: agencyName } = await db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', plan.agencyId)
    .executeTakeFirstOrThrow();
  const rows = await db.selectFrom('planItems').selectAll().where('planId', 'in', [planId, superiorPlanId]).execute();
  const of = (wanted: string): readonly CrosswalkItem[] =>
    inPrintedOrder(rows.filter(row => row.planId === wanted).map(itemOf));
  const stored = await db
    .selectFrom('crosswalkLinks')
    .selectAll()
    .where('planId', '=', planId)
    .where('superiorPlanId', '=', superiorPlanId)
    .orderBy('id')
    .execute();
  const links = stored.map(row => fromRow<CrosswalkLink>(crosswalkLinks.fields, row));
  const [items, superiorItems] = [of(planId), of(superiorPlanId)];
  const { id, agencyId, year, title, state } = plan;
  return {
    plan: { id, agencyId, year, title, state, agencyName, relation: 'own' },
    superior,
    items: [...items],
    superiorItems: [...superiorItems],
    links,
    suggestions: [...suggestLinks(items, superiorItems, links)],
  };
}

function itemOf(row: Readonly<Record<string, unknown>>): CrosswalkItem {
  const { id, parentId, position, depth, label, text, units, skeletonKey } = fromRow<CrosswalkItem>(
    planItemRows.fields,
    row,
  );
  return { id, parentId, position, depth, label, text, units, skeletonKey };
}
