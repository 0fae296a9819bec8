import { type Kysely, sql, type Transaction } from 'kysely';
import type { Connection, Engine } from './connect.ts';
import { ground } from './migrations/0001-ground.ts';
import { planning } from './migrations/0002-planning.ts';
import { reporting } from './migrations/0003-reporting.ts';
import { exchange } from './migrations/0004-exchange.ts';
import { template } from './migrations/0005-template.ts';
import { publication } from './migrations/0006-publication.ts';
import { crosswalk } from './migrations/0007-crosswalk.ts';
import { collection } from './migrations/0008-collection.ts';
import { packageExchange } from './migrations/0009-package.ts';
import { sheets } from './migrations/0010-sheets.ts';
import { packagedCollection } from './migrations/0011-packaged-collection.ts';
import { recipientSheet } from './migrations/0012-recipient-sheet.ts';
import { agencyEmail } from './migrations/0013-agency-email.ts';
import type { Database } from './schema.ts';

/** One step of the database's history. It is never edited once it has been released; what comes later is a new one. */
export interface Migration {
  readonly name: string;
  up(tx: Transaction<Database>, engine: Engine): Promise<void>;
}

export const migrations: readonly Migration[] = [
  ground,
  planning,
  reporting,
  exchange,
  template,
  publication,
  crosswalk,
  collection,
  packageExchange,
  sheets,
  packagedCollection,
  recipientSheet,
  agencyEmail,
];

export class NewerDatabaseError extends Error {}

/** Any 64-bit number that only this program uses as an advisory lock. */
const migrationLock = 7_204_114_001;

/**
 * Brings the database up to this program, each migration in a transaction of its own. Servers that start together queue.
 * @throws NewerDatabaseError when the database knows a migration that this program does not
 */
export async function migrate({ db, engine }: Connection): Promise<readonly string[]> {
  await createHistory(db);
  const applied: string[] = [];
  for (const migration of migrations) {
    await db.transaction().execute(async tx => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(tx);
      const known = await tx.selectFrom('migrations').select('name').execute();
      refuseNewer(known.map(row => row.name));
      if (known.some(row => row.name === migration.name)) return;
      await migration.up(tx, engine);
      await tx.insertInto('migrations').values({ name: migration.name, appliedAt: new Date().toISOString() }).execute();
      applied.push(migration.name);
    });
  }
  return applied;
}

async function createHistory(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', c => c.primaryKey())
    .addColumn('appliedAt', 'text', c => c.notNull())
    .execute()
    .catch(async (error: unknown) => {
      // Two servers may create it at once: PostgreSQL then refuses the second although it says IF NOT EXISTS.
      await db
        .selectFrom('migrations')
        .select('name')
        .limit(1)
        .execute()
        .catch(() => Promise.reject(error));
    });
}

function refuseNewer(known: readonly string[]): void {
  const names = new Set(migrations.map(m => m.name));
  const newer = known.filter(name => !names.has(name));
  if (newer.length > 0)
    throw new NewerDatabaseError(
      `The database was made by a newer version of Guankao (${newer.join(', ')}). Nothing was changed; start that version instead.`,
    );
}
