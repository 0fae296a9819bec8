import { type RawBuilder, sql } from 'kysely';
import type { Engine } from '../database/connect.ts';
import type { Field, Fields, Kind } from './fields.ts';
import type { Filter, ListQuery, Operator } from './query.ts';

type Condition = RawBuilder<boolean>;

const nothing = sql<boolean>`(1 = 0)`;

/** Both databases fold only ASCII here, so the value is folded alike. */
const folded = (value: string): string => value.replace(/[A-Z]/g, letter => letter.toLowerCase());

/** A column as json-server's `toString()` would print it. */
function printed(column: RawBuilder<unknown>, { kind }: Field): RawBuilder<string> {
  if (kind === 'boolean')
    return sql<string>`case when ${column} is null then null when ${column} then 'true' else 'false' end`;
  return kind === 'number' ? sql<string>`cast(${column} as text)` : sql<string>`${column}`;
}

const contains = (engine: Engine, text: RawBuilder<string>, part: string): Condition =>
  engine === 'postgres'
    ? sql<boolean>`strpos(lower(${text}), ${folded(part)}) > 0`
    : sql<boolean>`instr(lower(${text}), ${folded(part)}) > 0`;

/** The values inside a JSON column, one by one, as text; neither keys nor punctuation. */
const leaves: Readonly<Record<Engine, (column: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  sqlite: column => sql`
    select case type when 'true' then 'true' else atom end as leaf from json_tree(${column})
    where type not in ('null', 'false', 'object', 'array') and atom <> 0`,
  postgres: column => sql`
    select (value #>> '{}') collate "C" as leaf from jsonb_path_query(cast(${column} as jsonb), 'strict $.**') as value
    where jsonb_typeof(value) not in ('null', 'object', 'array') and value not in ('0', 'false')`,
};

type Find = (column: RawBuilder<unknown>, part: string, engine: Engine) => Condition;

/** How a search looks into a column of each kind. Zero and false are never found, as in json-server. */
const find: Readonly<Record<Kind, Find>> = {
  text: (column, part, engine) => contains(engine, sql`${column}`, part),
  number: (column, part, engine) =>
    sql<boolean>`(${column} <> 0 and ${contains(engine, sql`cast(${column} as text)`, part)})`,
  boolean: (column, part) => ('true'.includes(folded(part)) ? sql<boolean>`(${column})` : nothing),
  json: (column, part, engine) =>
    sql<boolean>`(${column} <> '[]' and exists (
      select 1 from (${leaves[engine](column)}) as leaves where ${contains(engine, sql`leaf`, part)}))`,
};

/** Number columns hold 32-bit integers; PostgreSQL fails on a parameter beyond them. */
const largestInteger = 2 ** 31 - 1;

/** A value as the column holds it, or null when no stored value can print like it. */
function equalTo(value: string, { kind }: Field): string | number | boolean | null {
  if (kind === 'text') return value;
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : null;
  const number = Number(value);
  return String(number) === value && Number.isInteger(number) && Math.abs(number) <= largestInteger ? number : null;
}

type Compare = (column: RawBuilder<unknown>, field: Field, values: readonly string[], engine: Engine) => Condition;

const either = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? nothing : sql<boolean>`(${sql.join(conditions, sql` or `)})`;

const bounded =
  (sign: '>=' | '<='): Compare =>
  (column, { kind }, values) =>
    either(
      values.flatMap((value): Condition[] => {
        if (kind === 'text') return [sql<boolean>`${column} ${sql.raw(sign)} ${value}`];
        const number = value.trim() === '' ? 0 : Number(value);
        if (kind !== 'number' || Number.isNaN(number)) return [];
        return [sql<boolean>`${column} ${sql.raw(sign)} cast(${number} as double precision)`];
      }),
    );

const compare: Readonly<Record<Operator, Compare>> = {
  eq(column, field, values) {
    const wanted = values.map(value => equalTo(value, field)).filter(value => value !== null);
    if (wanted.length === 0) return nothing;
    return wanted.length === 1
      ? sql<boolean>`${column} = ${wanted[0]}`
      : sql<boolean>`${column} in (${sql.join(wanted)})`;
  },
  ne(column, field, values) {
    const unwanted = values.map(value => equalTo(value, field)).filter(value => value !== null);
    const present = sql<boolean>`${column} is not null`;
    return unwanted.length === 0 ? present : sql<boolean>`(${present} and ${column} not in (${sql.join(unwanted)}))`;
  },
  gte: bounded('>='),
  lte: bounded('<='),
  like: (column, field, values, engine) => either(values.map(value => contains(engine, printed(column, field), value))),
};

/** All conditions of a list request, to be joined by AND. A null never satisfies any of them, as in json-server. */
export function conditionsOf(
  query: Pick<ListQuery, 'filters' | 'search'>,
  table: string,
  fields: Fields,
  engine: Engine,
): readonly Condition[] {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const filters = query.filters.map(({ field, operator, values }: Filter) =>
    compare[operator](column(field), fields[field]!, values, engine),
  );
  if (query.search === null) return filters;
  const search = query.search;
  return [
    ...filters,
    either(Object.entries(fields).map(([name, field]) => find[field.kind](column(name), search, engine))),
  ];
}
