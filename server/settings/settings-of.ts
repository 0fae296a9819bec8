import type { Kysely } from 'kysely';
import type { Settings } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

export function settingsOf(db: Kysely<Database>, agencyId: string): Promise<Settings> {
  return db
    .selectFrom('settings')
    .select(['version', 'behindThreshold', 'warningThreshold', 'dueSoonDays'])
    .where('agencyId', '=', agencyId)
    .executeTakeFirstOrThrow();
}
