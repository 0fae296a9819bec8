import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import type { Engine } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import { conditionsOf } from './conditions.ts';
import type { Definition } from './definition.ts';
import { type Fields, fromRow } from './fields.ts';
import type { ListQuery } from './query.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];
// The generic reader works on any table by name; what a row is made of comes from the definition, not from Kysely's types.
type AnyDefinition = Definition<Readonly<Record<string, unknown>>>;
type AnyTable = 'reports';

export interface Lister {
  /** One page of what the actor may read, and how many rows there are in all. Two statements, and one per relation asked for. */
  list<T>(
    definition: Definition<T>,
    actor: Actor,
    query: ListQuery,
    also?: readonly RawBuilder<boolean>[],
  ): Promise<{ readonly rows: readonly T[]; readonly total: number }>;
  /** One row the actor may read. @throws Refusal `not_found` when there is none, whatever the reason */
  read<T>(
    definition: Definition<T>,
    actor: Actor,
    id: string,
    relations?: Pick<ListQuery, 'embed' | 'expand'>,
  ): Promise<T>;
}

/** The columns by which this person may ask. @throws Refusal `unknown_parameter` when the query names another */
function openTo(actor: Actor, { fields, closedTo }: AnyDefinition, query: ListQuery): Fields {
  const closed = closedTo?.(actor) ?? [];
  const asked = [...query.filters, ...query.sort].find(({ field }) => closed.includes(field));
  if (asked) throw new Refusal('unknown_parameter', { field: asked.field });
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !closed.includes(name)));
}

const idOf = ({ table }: AnyDefinition) => sql.ref<string>(`${table}.id`);

/** Sorts as json-server does; rows that are equal in what was asked for stand in the order they were created. */
function inOrder<Out>(
  { table, fields }: AnyDefinition,
  sort: ListQuery['sort'],
  query: SelectQueryBuilder<Database, AnyTable, Out>,
): SelectQueryBuilder<Database, AnyTable, Out> {
  return sort
    .reduce((ordered, { field, descending }) => {
      // Nulls come last, and first when descending; saying so for columns without nulls would cost the index.
      const nulls = !fields[field]!.nullable ? sql`` : descending ? sql` nulls first` : sql` nulls last`;
      return ordered.orderBy(sql`${sql.ref(`${table}.${field}`)} ${sql.raw(descending ? 'desc' : 'asc')}${nulls}`);
    }, query)
    .orderBy(sql.ref(`${table}.id`));
}

/** Reads every resource in the same way; the definitions say what differs. */
export function createLister(db: Kysely<Database>, engine: Engine, definitions: readonly Definition<never>[]): Lister {
  const all = definitions as unknown as readonly AnyDefinition[];

  const visible = (definition: AnyDefinition, actor: Actor): RawBuilder<boolean> =>
    within(definition.reach, actor, scopeOf(actor.role, definition.name, 'read'));

  const bare = (definition: AnyDefinition, conditions: readonly RawBuilder<boolean>[]) =>
    conditions.reduce((query, condition) => query.where(condition), db.selectFrom(definition.table as AnyTable));

  const select = (definition: AnyDefinition, conditions: readonly RawBuilder<boolean>[]) =>
    bare(definition, conditions).select(
      Object.keys(definition.fields).map(name => sql.ref(`${definition.table}.${name}`).as(name)),
    );

  const finish = async (definition: AnyDefinition, actor: Actor, raw: Rows): Promise<Rows> => {
    const rows = raw.map(row => fromRow<Readonly<Record<string, unknown>>>(definition.fields, row));
    const whole = definition.complete ? await definition.complete(db, rows) : rows;
    return definition.hide ? whole.map(row => definition.hide!(row, actor)) : whole;
  };

  const related = async (definition: AnyDefinition, actor: Actor, column: string, values: readonly unknown[]) => {
    if (values.length === 0) return [];
    const wanted = sql<boolean>`${sql.ref(`${definition.table}.${column}`)} in (${sql.join(values)})`;
    return finish(
      definition,
      actor,
      await select(definition, [visible(definition, actor), wanted])
        .orderBy('id')
        .execute(),
    );
  };

  const attach = async (
    definition: AnyDefinition,
    actor: Actor,
    rows: Rows,
    { embed, expand }: Pick<ListQuery, 'embed' | 'expand'>,
  ): Promise<Rows> => {
    let out = rows;
    for (const name of expand) {
      const target = all.find(d => d.singular === name);
      const key = `${name}Id`;
      if (!target || !definition.fields[key]) throw new Refusal('unknown_parameter', { field: name });
      const ids = [...new Set(out.map(row => row[key]).filter(value => value !== null))];
      const found = new Map((await related(target, actor, 'id', ids)).map(row => [row.id, row]));
      out = out.map(row => (found.has(row[key]) ? { ...row, [name]: found.get(row[key]) } : row));
    }
    for (const name of embed) {
      const target = all.find(d => d.name === name);
      const key = `${definition.singular}Id`;
      if (!target?.fields[key]) throw new Refusal('unknown_parameter', { field: name });
      const found = Map.groupBy(
        await related(
          target,
          actor,
          key,
          out.map(row => row.id),
        ),
        row => row[key],
      );
      out = out.map(row => ({ ...row, [name]: found.get(row.id) ?? [] }));
    }
    return out;
  };

  return {
    async list(given, actor, query, also = []) {
      const definition = given as unknown as AnyDefinition;
      const conditions = [
        visible(definition, actor),
        ...also,
        ...conditionsOf(query, definition.table, openTo(actor, definition, query), engine),
      ];
      // Rows are wide and sorting carries them along, so the page is first found by its ids alone.
      const ids = inOrder(definition, query.sort, bare(definition, conditions).select(idOf(definition).as('id')))
        .limit(query.limit)
        .offset(query.start);
      const raw = await inOrder(
        definition,
        query.sort,
        select(definition, [sql<boolean>`${idOf(definition)} in ${ids}`]),
      ).execute();
      const { total } = await bare(definition, conditions)
        .select(eb => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = await attach(definition, actor, await finish(definition, actor, raw), query);
      return { rows: rows as never, total };
    },

    async read(given, actor, id, relations = { embed: [], expand: [] }) {
      const definition = given as unknown as AnyDefinition;
      const named = sql<boolean>`${sql.ref(`${definition.table}.id`)} = ${id}`;
      const raw = await select(definition, [visible(definition, actor), named]).execute();
      const rows = await attach(definition, actor, await finish(definition, actor, raw), relations);
      if (rows.length === 0) throw new Refusal('not_found');
      return rows[0] as never;
    },
  };
}
