import type { Kysely } from 'kysely';
import type { Background } from './background/index.ts';
import type { Config } from './config.ts';
import type { Engine } from './database/connect.ts';
import type { Database } from './database/schema.ts';
import type { Snapshot } from './database/snapshot.ts';
import type { Lister } from './listing/lister.ts';
import type { Storage } from './storage/storage.ts';

/** What every route is given. The clock is here so that time can be set in tests. */
export interface Context {
  readonly config: Config;
  readonly db: Kysely<Database>;
  readonly engine: Engine;
  readonly snapshot: Snapshot;
  readonly lister: Lister;
  readonly storage: Storage;
  readonly background: Background;
  readonly now: () => Date;
}
