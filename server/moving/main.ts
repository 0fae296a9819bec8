import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { connect } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { verifyChain } from '../events/verify.ts';
import { openStorage } from '../storage/storage.ts';
import { move, NotEmptyError, type Place } from './move.ts';

/*
 * npm run move: copies the installation of the usual settings to the one of TO_DATA_DIR, TO_DATABASE_URL and TO_STORAGE_URL.
 * The server must not run meanwhile.
 */
async function placeOf(config: Config): Promise<Place> {
  const connection = connect({ url: config.databaseUrl, file: join(config.dataDir, 'guankao.sqlite') });
  await migrate(connection);
  return { connection, storage: await openStorage(config) };
}

const target = {
  DATA_DIR: process.env.TO_DATA_DIR ?? process.env.DATA_DIR,
  DATABASE_URL: process.env.TO_DATABASE_URL,
  STORAGE_URL: process.env.TO_STORAGE_URL,
};

try {
  if (!target.DATABASE_URL && !process.env.TO_DATA_DIR)
    throw new ConfigError(
      'Say where to move to: TO_DATABASE_URL, or TO_DATA_DIR for an embedded database; TO_STORAGE_URL for files.',
    );
  const from = await placeOf(readConfig(process.env));
  const to = await placeOf(readConfig(target));
  const { rows, files } = await move(from, to);
  const { events, broken } = await verifyChain(to.connection);
  await Promise.all([from.connection.close(), to.connection.close()]);
  process.stdout.write(
    `Moved ${rows} rows and ${files} files. ${broken ? `Event ${broken.id} is ${broken.why}.` : `All ${events} events hold.`}\n`,
  );
  process.exitCode = broken ? 1 : 0;
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof NotEmptyError;
  process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}
