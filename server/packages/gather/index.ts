import type { Transaction } from 'kysely';
import type {
  Collection,
  PackageKind,
  PacketCreate,
  Plan,
  Round,
  Template,
  TrustedKey,
} from '../../../sync/model/index.ts';
import { noData } from '../../../sync/package/index.ts';
import type { Actor } from '../../access/actor.ts';
import { mustReach } from '../../access/reach.ts';
import { collections } from '../../collections/definition.ts';
import type { Context } from '../../context.ts';
import type { Database } from '../../database/schema.ts';
import type { Definition } from '../../listing/definition.ts';
import { plans } from '../../plans/definition.ts';
import { Refusal } from '../../problems/refusal.ts';
import { rounds } from '../../rounds/definition.ts';
import { templates } from '../../templates/definition.ts';
import { gatherCollected } from './collected.ts';
import { gatherCollection } from './collection.ts';
import { type Gathered, nothingLeftOut } from './gathered.ts';
import { packedPlan } from './plan.ts';
import { gatherReturns } from './returns.ts';
import { answersFor, gatherReviews } from './reviews.ts';
import { gatherTemplates } from './templates.ts';

type Gather = (context: Context, actor: Actor, wish: PacketCreate, recipient: TrustedKey) => Promise<Gathered>;

/** A row of one's own agency; another's is not one's own to send. @throws Refusal `not_found`, `not_allowed` */
async function ownRow<T extends { readonly agencyId: string }>(
  { lister }: Context,
  actor: Actor,
  definition: Definition<T>,
  id: string | undefined,
  field: string,
): Promise<T> {
  if (id === undefined) throw new Refusal('foreign_reference', { field }, { field });
  const row = await lister.read<T>(definition, actor, id);
  mustReach(actor, 'agency', row);
  return row;
}

/** All of it as it stands at one moment. */
export const atOnce = <T>({ db }: Pick<Context, 'db'>, gather: (db: Transaction<Database>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(gather);

const gatherers: Readonly<Record<PackageKind, Gather>> = {
  returns: async (context, actor, { roundId }, recipient) => {
    const round = await ownRow<Round>(context, actor, rounds, roundId, 'roundId');
    const plan = await ownRow<Plan>(context, actor, plans, round.planId, 'roundId');
    // One state of the round: what is accepted meanwhile goes with the next package, whole.
    return atOnce(context, async db => {
      const returns = await gatherReturns(db, plan, round);
      const findings = await answersFor(db, actor.agencyId, recipient.peerAgencyId);
      return { ...returns, data: { ...returns.data, findings } };
    });
  },
  plan: async (context, actor, { planId }) => {
    const plan = await ownRow<Plan>(context, actor, plans, planId, 'planId');
    if (plan.state === 'draft') throw new Refusal('package_plan_draft');
    return {
      data: { ...noData, ...(await packedPlan(context.db, plan)) },
      title: plan.title,
      planId: plan.id,
      roundId: null,
      formIds: [],
      leftOut: nothingLeftOut,
    };
  },
  templates: async (context, actor, { templateIds = [] }) => {
    const chosen: Template[] = [];
    for (const id of new Set(templateIds))
      chosen.push(await ownRow<Template>(context, actor, templates, id, 'templateIds'));
    if (chosen.length === 0) throw new Refusal('foreign_reference', { field: 'templateIds' }, { field: 'templateIds' });
    return gatherTemplates(context.db, chosen);
  },
  collection: async (context, actor, { collectionId }, recipient) => {
    const collection = await ownRow<Collection>(context, actor, collections, collectionId, 'collectionId');
    const agency = { id: recipient.peerAgencyId, name: recipient.name };
    const gathered = await atOnce(context, db => gatherCollection(db, collection, [agency]));
    return gathered.get(agency.id)!;
  },
  collected: async (context, actor, { collectionId }, recipient) => {
    if (collectionId === undefined) throw new Refusal('foreign_reference', { field: 'collectionId' });
    const asked = await context.lister.read<Collection>(collections, actor, collectionId);
    if (asked.agencyId !== recipient.peerAgencyId)
      throw new Refusal('foreign_reference', { field: 'trustedKeyId' }, { field: 'trustedKeyId' });
    return atOnce(context, db => gatherCollected(db, actor.agencyId, asked));
  },
  reviews: (context, actor, _wish, recipient) => gatherReviews(context.db, actor.agencyId, recipient),
};

/** Gathers what a package of a kind is made of. @throws Refusal `package_no_accepted`, `not_found`, `not_allowed`, `foreign_reference` */
export const gather: Gather = (context, actor, wish, recipient) =>
  gatherers[wish.kind](context, actor, wish, recipient);
