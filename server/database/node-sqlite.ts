import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely';

type SqliteDatabase = Exclude<SqliteDialectConfig['database'], (...args: never[]) => unknown>;

/** How many prepared statements are kept; the program's own queries are far fewer than filters of lists can be. */
const keptStatements = 300;
/** Longer ones insert or name many rows; there is one for every number of rows, and they are large. */
const longestKept = 4000;

const bound = (value: unknown): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : (value as SQLInputValue);

/** Node's own SQLite behind the small interface that Kysely's dialect expects. */
export function openSqlite(file: string, readOnly = false): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: 5000, readOnly });
  // FULL: an acknowledged write survives power loss, not only the end of the process.
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  const statements = new Map<string, StatementSync>();

  const prepared = (sql: string): StatementSync => {
    if (sql.length > longestKept) return database.prepare(sql);
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (statements.size >= keptStatements) statements.delete(statements.keys().next().value!);
    statements.set(sql, statement);
    return statement;
  };

  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepared(sql);
      return {
        reader: statement.columns().length > 0,
        all: parameters => statement.all(...parameters.map(bound)),
        run: parameters => statement.run(...parameters.map(bound)),
        iterate: parameters => statement.iterate(...parameters.map(bound)),
      };
    },
  };
}

/** Takes the write lock when a transaction begins, so that two processes on one file queue instead of failing midway. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #readOnly: boolean;

  constructor(file: string, { readOnly = false } = {}) {
    const config: SqliteDialectConfig = { database: async () => openSqlite(file, readOnly) };
    super(config);
    this.#config = config;
    this.#readOnly = readOnly;
  }

  override createDriver(): SqliteDriver {
    return this.#readOnly ? new SqliteDriver(this.#config) : new ImmediateDriver(this.#config);
  }
}
