import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createDatabaseOn } from './postgres.ts';

/** Where a database stands, in the words that `connect` of server/database takes. `close` removes it. */
export interface OpenedDatabase {
  readonly url?: string;
  readonly file?: string;
  readonly close: () => Promise<void>;
}

export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly open: () => Promise<OpenedDatabase>;
}

/** A fresh, empty PostgreSQL database on the server of this test run. */
export const createDatabase = () => createDatabaseOn(inject('postgresUrl'));

/** Both engines that the product runs on, for `describe.each(engines)('$name', engine => …)`. Every `open` gives a fresh, empty database. */
export const engines: readonly Engine[] = [
  {
    name: 'SQLite',
    open: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'guankao-sqlite-'));
      return { file: join(folder, 'guankao.db'), close: () => rm(folder, { recursive: true, force: true }) };
    },
  },
  {
    name: 'PostgreSQL',
    open: async () => {
      const { url, drop } = await createDatabase();
      return { url, close: drop };
    },
  },
];
