import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Kysely, sql } from 'kysely';
import type { Connection } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';
import type { Storage } from '../storage/storage.ts';
import { copiedTables } from './tables.ts';

// Any table by name: what a row is made of does not matter to a copy.
type AnyTable = 'users';
type Row = Record<string, unknown>;

export interface Place {
  readonly connection: Connection;
  readonly storage: Storage;
}

export interface Moved {
  readonly rows: number;
  readonly files: number;
}

/** The place that is moved to holds data already; nothing was copied. */
export class NotEmptyError extends Error {}

/** Bound parameters a statement may hold on either engine, over the widest table. */
const rowsPerStatement = 400;

/**
 * Copies an installation to another database, another store, or both; the first stays as it is. The rows go in one
 * transaction, after the files they name: a move that is broken off can simply be started again.
 * @throws NotEmptyError
 */
export async function move(from: Place, to: Place): Promise<Moved> {
  const there = await to.connection.db.selectFrom('agencies').select('id').limit(1).execute();
  if (there.length > 0) throw new NotEmptyError('The database to move to is in use already; nothing was copied.');
  const files = await copyFiles(from, to);
  const source = from.connection.db;
  const rows = await source
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(reading =>
      to.connection.db.transaction().execute(async writing => {
        // A new database has the end of an empty chain; the moved one brings its own.
        await writing.deleteFrom('eventChain').execute();
        let count = 0;
        for (const copied of copiedTables) count += await copyTable(reading, writing, to.connection.engine, copied);
        return count;
      }),
    );
  return { rows, files };
}

async function copyFiles(from: Place, to: Place): Promise<number> {
  const files = await from.connection.db.selectFrom('files').select('sha256').execute();
  for (const { sha256 } of files) {
    const path = join(to.storage.incoming, sha256);
    await pipeline(await from.storage.open(sha256), createWriteStream(path, { flush: true }));
    await to.storage.keep(sha256, path);
  }
  return files.length;
}

async function copyTable(
  reading: Kysely<Database>,
  writing: Kysely<Database>,
  engine: Connection['engine'],
  { table, flags = [], within = [] }: (typeof copiedTables)[number],
): Promise<number> {
  const rows: Row[] = await reading
    .selectFrom(table as AnyTable)
    .selectAll()
    .execute();
  const flag = (value: unknown) => (engine === 'postgres' ? Boolean(value) : Number(value));
  const converted = rows.map(row => ({
    ...row,
    ...Object.fromEntries(flags.map(name => [name, flag(row[name])])),
    ...Object.fromEntries(within.map(name => [name, null])),
  }));
  for (let i = 0; i < converted.length; i += rowsPerStatement)
    await writing
      .insertInto(table as AnyTable)
      .values(converted.slice(i, i + rowsPerStatement) as never)
      .execute();
  for (const row of rows.filter(each => within.some(name => each[name] !== null)))
    await writing
      .updateTable(table as AnyTable)
      .set(Object.fromEntries(within.map(name => [name, row[name]])) as never)
      .where(sql<boolean>`id = ${row.id}`)
      .execute();
  return rows.length;
}
