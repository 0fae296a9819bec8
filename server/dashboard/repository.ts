import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Dashboard, type Report, type Round, unfinishedReportStates } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import type { Database } from '../database/schema.ts';
import type { Definition } from '../listing/definition.ts';
import { fromRow } from '../listing/fields.ts';
import { reports } from '../reports/definition.ts';
import { rounds } from '../rounds/definition.ts';
import type { Counted } from './tally.ts';

type Db = Kysely<Database>;

const readable = <T>(definition: Definition<T>, actor: Actor): RawBuilder<boolean> =>
  within(definition.reach, actor, scopeOf(actor.role, definition.name, 'read'));

/** Open rounds that the person may see, the next due first. */
export function openRounds(db: Db, actor: Actor): Promise<Pick<Round, 'id' | 'agencyId' | 'title' | 'dueDate'>[]> {
  return db
    .selectFrom('rounds')
    .select(['id', 'agencyId', 'title', 'dueDate'])
    .where('state', '=', 'open')
    .where(readable(rounds, actor))
    .orderBy('dueDate')
    .orderBy('id')
    .execute();
}

/** Every report of the rounds that the person may read, with no more of each than counting needs. */
export function countedReports(db: Db, actor: Actor, roundIds: readonly string[]): Promise<Counted[]> {
  return db
    .selectFrom('reports')
    .select([
      'reports.id',
      'reports.planItemId',
      'reports.unitId',
      'reports.state',
      'reports.dueDate',
      'reports.plannedProgress',
      'reports.actualProgress',
      'reports.result',
    ])
    .where('reports.roundId', 'in', roundIds)
    .where(readable(reports, actor))
    .execute();
}

/** The top item of every plan item of the rounds' plans. */
export async function topItems(db: Db, roundIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const items = await db
    .selectFrom('planItems')
    .select(['id', 'parentId'])
    .where('planId', 'in', eb => eb.selectFrom('rounds').select('planId').where('id', 'in', roundIds))
    .execute();
  const parents = new Map(items.map(({ id, parentId }) => [id, parentId]));
  const tops = new Map<string, string>();
  const topOf = (id: string): string => {
    const parent = parents.get(id);
    const top = tops.get(id) ?? (parent ? topOf(parent) : id);
    tops.set(id, top);
    return top;
  };
  for (const { id } of items) topOf(id);
  return tops;
}

export async function wholeReports(db: Db, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Report>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('reports')
    .selectAll('reports')
    .where('reports.id', 'in', ids)
    .where(readable(reports, actor))
    .execute();
  return new Map(rows.map(row => [row.id, fromRow<Report>(reports.fields, row)]));
}

/** How many reports of each round the person may read are still owed. */
export async function unfinishedByRound(
  db: Db,
  actor: Actor,
  roundIds: readonly string[],
): Promise<ReadonlyMap<Dashboard['deadlines'][number]['roundId'], number>> {
  if (roundIds.length === 0) return new Map();
  const counts = await db
    .selectFrom('reports')
    .select(['reports.roundId', sql<number>`count(*)`.as('unfinished')])
    .where('reports.roundId', 'in', roundIds)
    .where('reports.state', 'in', unfinishedReportStates)
    .where(readable(reports, actor))
    .groupBy('reports.roundId')
    .execute();
  return new Map(counts.map(({ roundId, unfinished }) => [roundId, unfinished]));
}
