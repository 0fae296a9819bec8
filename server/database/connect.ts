import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CamelCasePlugin, type Dialect, Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import { NodeSqliteDialect } from './node-sqlite.ts';
import type { Database } from './schema.ts';
import { type Snapshot, snapshots } from './snapshot.ts';

export type Engine = 'sqlite' | 'postgres';

export interface Connection {
  readonly db: Kysely<Database>;
  readonly engine: Engine;
  readonly snapshot: Snapshot;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** `postgres://…`; without it the embedded database in `file` is used. */
  readonly url?: string | null;
  readonly file?: string;
  /** Sees every statement; the benchmark counts them. */
  readonly log?: (event: LogEvent) => void;
  readonly poolSize?: number;
}

// PostgreSQL answers count(*) as bigint, which pg hands over as text; counts here stay far below 2^53.
const int8 = 20;
pg.types.setTypeParser(int8, Number);

interface Pool {
  readonly max: number;
  /** Milliseconds after which PostgreSQL ends a transaction in which nothing happens. */
  readonly idleInTransaction?: number;
}

function postgres(url: string, { max, idleInTransaction }: Pool): Dialect {
  const pool = new pg.Pool({ connectionString: url, max });
  // A resting connection that the database ends, as when it restarts, is replaced at the next use; unheard, it would end us.
  pool.on('error', () => {});
  if (idleInTransaction !== undefined)
    pool.on('connect', client => {
      client.query(`set idle_in_transaction_session_timeout = ${idleInTransaction}`).catch(() => {});
    });
  return new PostgresDialect({ pool });
}

function sqlite(file: string, readOnly = false): Dialect {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return new NodeSqliteDialect(file, { readOnly });
}

/** How many snapshots are read at a time; the next waits for its turn without holding anything. */
const readers = 2;
/** Nobody reads a page for so long: something is stuck, and what it holds back must not grow without end. */
const idleInTransaction = 60_000;

/** Opens the database; nothing is created in it before {@link migrate}. */
export function connect({ url, file = ':memory:', log, poolSize = 10 }: ConnectOptions): Connection {
  const open = (dialect: Dialect) =>
    new Kysely<Database>({
      dialect,
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
      ...(log ? { log } : {}),
    });
  const db = open(url ? postgres(url, { max: poolSize }) : sqlite(file));
  const reading = snapshots(
    () => open(url ? postgres(url, { max: 1, idleInTransaction }) : sqlite(file, true)),
    readers,
  );
  return {
    db,
    engine: url ? 'postgres' : 'sqlite',
    snapshot: reading.snapshot,
    async close() {
      await reading.ended();
      await db.destroy();
    },
  };
}
