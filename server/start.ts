import { join } from 'node:path';
import { buildApp } from './app.ts';
import { createBackground } from './background/index.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { type ConnectOptions, connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { dutiesOf } from './duties.ts';
import { createLister } from './listing/lister.ts';
import { definitions } from './resources.ts';
import type { App } from './routing/routes.ts';
import { readKey } from './secrets/key-file.ts';
import { openStorage } from './storage/storage.ts';

export interface Running {
  readonly app: App;
  readonly context: Context;
  /** Finishes what was begun, then lets go of the database. */
  stop(): Promise<void>;
}

/**
 * Opens the database and the store, brings the database up to date and builds the server on them. It does not listen.
 * @param log sees every statement; tests and the benchmark count them
 */
export async function start(
  config: Config,
  now: () => Date = () => new Date(),
  log?: ConnectOptions['log'],
): Promise<Running> {
  if (config.secretKeyFile) readKey(config);
  const file = join(config.dataDir, 'guankao.sqlite');
  const connection = connect({ url: config.databaseUrl, file, ...(log ? { log } : {}) });
  try {
    await migrate(connection);
    const { db, engine, snapshot } = connection;
    const storage = await openStorage(config);
    const lister = createLister(db, engine, definitions);
    const background = createBackground(config.pollMs);
    const context: Context = { config, db, engine, snapshot, storage, now, lister, background };
    const app = await buildApp(context);
    background.begin(dutiesOf(context, app.log), app.log);
    const stop = async () => {
      await app.close();
      await background.stop();
      await connection.close();
    };
    return { app, context, stop };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
