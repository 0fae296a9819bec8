import type { Kysely } from 'kysely';
import { isPublic, type Plan, planStates } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { fromRow } from '../listing/fields.ts';
import { plans } from '../plans/definition.ts';

/** A plan that everybody may read, with the name of its agency. */
export interface Published {
  readonly plan: Plan;
  readonly publicId: string;
  readonly agencyName: string;
}

export type Found = Published | 'unknown' | 'taken back';

/** What stands at a public address. One that was never given leads nowhere, whatever plans there are. */
export async function findPublished(db: Kysely<Database>, publicId: string): Promise<Found> {
  const row = await db
    .selectFrom('plans')
    .innerJoin('agencies', 'agencies.id', 'plans.agencyId')
    .selectAll('plans')
    .select('agencies.name as agencyName')
    .where('plans.publicId', '=', publicId)
    .executeTakeFirst();
  if (!row) return 'unknown';
  const plan = fromRow<Plan>(plans.fields, row);
  return isPublic(plan.state) ? { plan, publicId, agencyName: row.agencyName } : 'taken back';
}

const publicStates = planStates.filter(isPublic);

/** A line of the public index. */
export interface ListedPlan {
  readonly publicId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly title: string;
  readonly year: number;
  readonly publishedAt: string | null;
}

const listed = (db: Kysely<Database>) =>
  db
    .selectFrom('plans')
    .innerJoin('agencies', 'agencies.id', 'plans.agencyId')
    .select([
      'plans.publicId',
      'plans.agencyId',
      'agencies.name as agencyName',
      'plans.title',
      'plans.year',
      'plans.publishedAt',
    ])
    .where('plans.state', 'in', publicStates)
    .where('plans.publicId', 'is not', null)
    .orderBy('plans.year', 'desc')
    .orderBy('plans.id', 'desc')
    .$narrowType<{ publicId: string }>();

/** The published plans of an agency, the newest year first; none for an agency that there is not. */
export const publishedOf = (db: Kysely<Database>, agencyId: string): Promise<readonly ListedPlan[]> =>
  listed(db).where('plans.agencyId', '=', agencyId).limit(mostListed).execute();

/** More years than any agency has, and more agencies than any bureau oversees. */
const mostListed = 5000;

export interface ListedAgency {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly newest: ListedPlan;
  readonly count: number;
}

/** Every agency that has published a plan, with its newest. */
export async function publishers(db: Kysely<Database>): Promise<readonly ListedAgency[]> {
  const rows = await listed(db).limit(mostListed).execute();
  const agencies = Map.groupBy(rows, row => row.agencyId).values();
  return [...agencies]
    .map(([newest, ...older]) => ({
      agencyId: newest!.agencyId,
      agencyName: newest!.agencyName,
      newest: newest!,
      count: older.length + 1,
    }))
    .toSorted((a, b) => a.agencyName.localeCompare(b.agencyName, 'zh-TW'));
}
