import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { OwnKey } from '../../sync/model/index.ts';
import { fingerprintOf, type KeyPair, keyFileOf, newKeyPair } from '../../sync/package/index.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { isDuplicate } from '../records/records.ts';
import { openSecrets } from '../secrets/seal.ts';

const presentKey = (db: Kysely<Database>, agencyId: string) =>
  db
    .selectFrom('ownKeys')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('replacedAt', 'is', null)
    .executeTakeFirst();

/** What the agency calls itself in packages and key files. */
export async function agencyOf(
  db: Kysely<Database>,
  agencyId: string,
): Promise<{ readonly id: string; readonly name: string }> {
  return db.selectFrom('agencies').select(['id', 'name']).where('id', '=', agencyId).executeTakeFirstOrThrow();
}

/** The agency's key as people see it. Whether it can still be used is tried, so that a lost key file is seen before a package must leave. */
export async function ownKeyOf({ db, config }: Context, agencyId: string): Promise<OwnKey> {
  const row = await presentKey(db, agencyId);
  if (!row) return { fingerprint: null, createdAt: null, keyFile: null, usable: true };
  const keyFile = JSON.stringify(keyFileOf(await agencyOf(db, agencyId), row.publicKey), null, 2);
  const { fingerprint, createdAt, sealed } = row;
  return { fingerprint, createdAt, keyFile, usable: canOpen({ config }, sealed) };
}

function canOpen(context: Pick<Context, 'config'>, sealed: string): boolean {
  try {
    openSecrets(context).open(sealed);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * Makes the agency's key. The earlier one is kept, so that packages which were addressed to it can still be taken in.
 * @throws Refusal `key_exists` when there is one and it is not to be replaced
 */
export async function makeOwnKey(context: Context, work: Change, replace: boolean): Promise<KeyPair> {
  const { agencyId } = work.actor;
  const earlier = await presentKey(work.tx, agencyId);
  if (earlier && !replace) throw new Refusal('key_exists');
  if (earlier) await work.tx.updateTable('ownKeys').set({ replacedAt: work.at }).where('id', '=', earlier.id).execute();
  const pair = newKeyPair();
  const row = {
    id: uuid(),
    createdAt: work.at,
    agencyId,
    publicKey: pair.publicKey,
    fingerprint: fingerprintOf(pair.publicKey),
  };
  const sealed = openSecrets(context).seal(pair.privateKey);
  await work.tx
    .insertInto('ownKeys')
    .values({ ...row, sealed, madeBy: work.actor.id, replacedAt: null })
    .execute()
    .catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal('key_exists') : error;
    });
  work.record({
    action: earlier ? 'ownKey.replace' : 'ownKey.create',
    resource: 'ownKey',
    recordId: row.id,
    agencyId,
    ...(earlier ? { before: { fingerprint: earlier.fingerprint } } : {}),
    after: { fingerprint: row.fingerprint },
  });
  return pair;
}

/** The key that the agency signs with, made at first need. @throws Refusal `secret_key_missing`, `secret_damaged` */
export async function signingKey(context: Context, work: Change): Promise<KeyPair> {
  const row = await presentKey(work.tx, work.actor.agencyId);
  if (!row) return makeOwnKey(context, work, false);
  return { publicKey: row.publicKey, privateKey: openSecrets(context).open(row.sealed) };
}

/** Every fingerprint that the agency ever had: a package may have been addressed to a key that was replaced since. */
export async function ownFingerprints(db: Kysely<Database>, agencyId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('ownKeys').select('fingerprint').where('agencyId', '=', agencyId).execute();
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}
