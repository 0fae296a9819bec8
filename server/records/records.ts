import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { type Place, within } from '../access/reach.ts';
import { scopeOf } from '../access/rules.ts';
import { updateMany } from '../database/update-many.ts';
import type { Definition } from '../listing/definition.ts';
import { fromRow, toRow } from '../listing/fields.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from './change.ts';

// These work on any table by name; what a row is made of comes from the definition, not from Kysely's types.
type AnyTable = 'reports';
type Values = Readonly<Record<string, unknown>>;

/** A row that people edit. */
interface Edited {
  readonly id: string;
  readonly version: number;
}

const columnsOf = <T>(definition: Definition<T>) =>
  Object.keys(definition.fields).map(name => sql.ref(`${definition.table}.${name}`).as(name));

const at = <T>(definition: Definition<T>, field: string, value: unknown): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${definition.table}.${field}`)} = ${value}`;

/**
 * The rows of these ids that the person may see, ordered by id, each with whether the action is allowed on it.
 * On PostgreSQL the rows stay locked until the change ends.
 */
export async function findMany<T>(
  { tx, engine, actor }: Change,
  definition: Definition<T>,
  action: string,
  ids: readonly string[],
): Promise<readonly { readonly row: T; readonly allowed: boolean }[]> {
  if (ids.length === 0) return [];
  const reach = (right: string) => within(definition.reach, actor, scopeOf(actor.role, definition.name, right));
  const rows = await tx
    .selectFrom(definition.table as AnyTable)
    .select(columnsOf(definition))
    .select(sql<boolean>`case when ${reach(action)} then 1 else 0 end`.as('allowed'))
    .where(sql<boolean>`${sql.ref(`${definition.table}.id`)} in (${sql.join(ids)})`)
    .where(reach('read'))
    // One order for all, so that two changes of the same rows wait for each other instead of locking each other out.
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  return rows.map(({ allowed, ...row }) => ({ row: fromRow<T>(definition.fields, row), allowed: Boolean(allowed) }));
}

/**
 * The row on which the person wants to act, locked until the change ends.
 * @throws Refusal `not_found` when they may not even see it, `not_allowed` when they may see it but not do this
 */
export async function find<T>(change: Change, definition: Definition<T>, action: string, id: string): Promise<T> {
  const [found] = await findMany(change, definition, action, [id]);
  if (!found) throw new Refusal('not_found');
  if (!found.allowed) throw new Refusal('not_allowed');
  return found.row;
}

/** Where a row stands, for its events: the columns that the definition's reach names. */
function placeOf<T>(definition: Definition<T>, row: Values): Place {
  const column = (reference: string | undefined) => reference?.split('.').at(-1);
  const agency = column(definition.reach.agency)!;
  const unit = column(definition.reach.unit);
  return {
    agencyId: (row[agency] ?? null) as string,
    unitId: ((unit === undefined ? row.unitId : row[unit]) ?? null) as string | null,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const pick = (row: Values, keys: readonly string[]): Values => Object.fromEntries(keys.map(key => [key, row[key]]));

/** Inserts a row with a new id, version 1 and its times, and records it as `resource.create` or the action given. */
export async function insert<T extends Edited>(
  change: Change,
  definition: Definition<T>,
  values: Omit<T, 'id' | 'version' | 'createdAt' | 'updatedAt'>,
  action = 'create',
): Promise<T> {
  const [row] = await insertMany(change, definition, [values], action);
  return row!;
}

/** Bound parameters that a statement may hold on either engine, over the widest table. */
const rowsPerStatement = 400;

/** Inserts many rows with few statements; each leaves its own event. */
export async function insertMany<T extends Edited>(
  change: Change,
  definition: Definition<T>,
  values: readonly Omit<T, 'id' | 'version' | 'createdAt' | 'updatedAt'>[],
  action = 'create',
): Promise<readonly T[]> {
  const stamp = { version: 1, createdAt: change.at, updatedAt: change.at };
  const rows = values.map(value => ({ id: uuid(), ...stamp, ...value }) as unknown as T & Values);
  for (let i = 0; i < rows.length; i += rowsPerStatement) {
    const part = rows.slice(i, i + rowsPerStatement).map(row => toRow(definition.fields, row));
    await change.tx
      .insertInto(definition.table as AnyTable)
      .values(part as never)
      .execute();
  }
  for (const row of rows)
    change.record({
      action: `${definition.name}.${action}`,
      resource: definition.name,
      recordId: row.id,
      ...placeOf(definition, row),
      after: row,
    });
  return rows;
}

/**
 * Writes the fields of `set` that differ onto a row that was found in this change. Nothing differing, nothing happens.
 * @param version the version the person worked on
 * @throws Refusal `stale_version` with the current row when somebody else was faster
 */
export async function edit<T extends Edited>(
  change: Change,
  definition: Definition<T>,
  row: T,
  version: number,
  set: { readonly [K in keyof T]?: T[K] | undefined },
  action = 'update',
  reason?: string,
): Promise<T> {
  if (row.version !== version) throw stale(row);
  const before = row as unknown as Values;
  const differing = Object.entries(set).filter(([key, value]) => value !== undefined && !same(before[key], value));
  if (differing.length === 0) return row;
  const next = { ...before, ...Object.fromEntries(differing), version: version + 1, updatedAt: change.at };
  const keys = differing.map(([key]) => key);
  const columns = toRow(
    definition.fields,
    pick(
      next,
      [...keys, 'version', 'updatedAt'].filter(k => k in definition.fields),
    ),
  );
  const { numUpdatedRows } = await change.tx
    .updateTable(definition.table as AnyTable)
    .set(columns as never)
    .where(at(definition, 'id', row.id))
    .where(at(definition, 'version', version))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw stale(row);
  change.record({
    action: `${definition.name}.${action}`,
    resource: definition.name,
    recordId: row.id,
    ...placeOf(definition, next),
    before: pick(before, keys),
    after: { ...pick(next, keys), ...(reason ? { reason } : {}) },
  });
  return next as unknown as T;
}

/**
 * `edit` for many rows that were found and locked in this change, with few statements: the fields named are texts, numbers or
 * JSON, and differ from row to row.
 * @throws Refusal `stale_version` with the current row when somebody else was faster with one of them
 */
export async function editMany<T extends Edited, Key extends keyof T & string>(
  change: Change,
  definition: Definition<T>,
  fields: readonly Key[],
  edits: readonly { readonly row: T; readonly set: Readonly<Pick<T, Key>> }[],
  action = 'update',
  reason?: string,
): Promise<readonly T[]> {
  const next = edits.map(({ row, set }) => ({ ...row, ...set, version: row.version + 1, updatedAt: change.at }));
  const written = await updateMany(
    change.tx,
    {
      table: definition.table as AnyTable,
      columns: fields,
      numbers: fields.filter(field => definition.fields[field]?.kind === 'number'),
      alike: { version: sql`${sql.ref('version')} + 1`, updatedAt: change.at },
    },
    next.map(row => ({
      ...(toRow(definition.fields, pick(row as unknown as Values, fields)) as Columns<Key>),
      id: row.id,
    })),
  );
  for (const [i, { row }] of edits.entries()) {
    if (!written.has(row.id)) throw stale(row);
    const before = row as unknown as Values;
    const after = next[i] as unknown as Values;
    const keys = fields.filter(key => !same(before[key], after[key]));
    change.record({
      action: `${definition.name}.${action}`,
      resource: definition.name,
      recordId: row.id,
      ...placeOf(definition, after),
      before: pick(before, keys),
      after: { ...pick(after, keys), ...(reason ? { reason } : {}) },
    });
  }
  return next;
}

type Columns<Key extends string> = Readonly<Record<Key, string | number | null>>;

/** Deletes a row that was found in this change. @throws Refusal `in_use` when other records name it */
export async function remove<T extends Edited>(change: Change, definition: Definition<T>, row: T): Promise<void> {
  try {
    await change.tx
      .deleteFrom(definition.table as AnyTable)
      .where(at(definition, 'id', row.id))
      .execute();
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new Refusal('in_use');
    throw error;
  }
  change.record({
    action: `${definition.name}.delete`,
    resource: definition.name,
    recordId: row.id,
    ...placeOf(definition, row as unknown as Values),
    before: row,
  });
}

/** Whether a row could not be written or removed because another names it. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === '23503') || error.message.includes('FOREIGN KEY constraint failed'));

/** Whether an insert or update failed because a unique index has the value already. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === '23505') || error.message.includes('UNIQUE constraint failed'));
