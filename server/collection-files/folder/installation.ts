import { join } from 'node:path';
import { createBackground } from '../../background/index.ts';
import type { Config } from '../../config.ts';
import type { Context } from '../../context.ts';
import { connect } from '../../database/connect.ts';
import { migrate } from '../../database/migrate.ts';
import { createLister } from '../../listing/lister.ts';
import { openStorage } from '../../storage/storage.ts';

/** The installation without a server: nobody listens and nothing goes on beside what is asked for. */
export async function openInstallation(config: Config): Promise<{ readonly context: Context; close(): Promise<void> }> {
  const connection = connect({ url: config.databaseUrl, file: join(config.dataDir, 'guankao.sqlite') });
  try {
    await migrate(connection);
    const { db, engine, snapshot, close } = connection;
    const storage = await openStorage(config);
    const lister = createLister(db, engine, []);
    const background = createBackground(0);
    const context = { config, db, engine, snapshot, storage, lister, now: () => new Date(), background };
    return { context, close };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
