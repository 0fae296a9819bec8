import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CamelCasePlugin, type Dialect, Kysely, type LogEvent, PostgresDialect } from 'kysely';
import pg from 'pg';
import { NodeSqliteDialect } from './node-sqlite.ts';
import type { Database } from './schema.ts';

export type Engine = 'sqlite' | 'postgres';

export interface Connection {
  readonly db: Kysely<Database>;
  readonly engine: Engine;
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

function postgres(url: string, poolSize: number): Dialect {
  const pool = new pg.Pool({ connectionString: url, max: poolSize });
  // A resting connection that the database ends, as when it restarts, is replaced at the next use; unheard, it would end us.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

function sqlite(file: string): Dialect {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  return new NodeSqliteDialect(file);
}

/** Opens the database; nothing is created in it before {@link migrate}. */
export function connect({ url, file = ':memory:', log, poolSize = 10 }: ConnectOptions): Connection {
  const dialect = url ? postgres(url, poolSize) : sqlite(file);
  const db = new Kysely<Database>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(log ? { log } : {}),
  });
  return { db, engine: url ? 'postgres' : 'sqlite', close: () => db.destroy() };
}
