import type { TrustedKey } from '../../sync/model/index.ts';
import { readKeyFile } from '../../sync/package/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert, isDuplicate } from '../records/records.ts';
import { trustedKeys } from './definition.ts';
import { ownFingerprints } from './own-key.ts';

interface Given {
  readonly peerAgencyId: string;
  readonly keyFile: string;
  /** As the person compared it. */
  readonly fingerprint: string;
}

/**
 * Trusts a key after a person compared its fingerprint. A key that was revoked before is trusted anew in its own row.
 * @throws Refusal `key_file_wrong`, `key_fingerprint_differs`, `key_own`, `key_trusted_already`, `foreign_reference`
 */
export async function trustKey(work: Change, { peerAgencyId, keyFile, fingerprint }: Given): Promise<TrustedKey> {
  const file = readKeyFile(keyFile);
  if (!file) throw new Refusal('key_file_wrong');
  if (file.fingerprint !== fingerprint) throw new Refusal('key_fingerprint_differs');
  const { agencyId, id: trustedBy } = work.actor;
  if ((await ownFingerprints(work.tx, agencyId)).has(fingerprint)) throw new Refusal('key_own');
  await mustBeAnother(work, peerAgencyId);
  const { publicKey, agency } = file;
  const known = await work.tx
    .selectFrom('trustedKeys')
    .select(['id', 'state'])
    .where('agencyId', '=', agencyId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  if (known?.state === 'trusted') throw new Refusal('key_trusted_already');
  const values = {
    peerAgencyId,
    name: agency.name,
    state: 'trusted',
    stateReason: '',
    trustedBy,
    revokedAt: null,
  } as const;
  if (known) {
    const row = await find(work, trustedKeys, 'create', known.id);
    return edit(work, trustedKeys, row, row.version, values, 'trust');
  }
  try {
    return await insert<TrustedKey>(work, trustedKeys, { agencyId, publicKey, fingerprint, ...values }, 'trust');
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('key_trusted_already') : error;
  }
}

async function mustBeAnother({ tx, actor }: Change, peerAgencyId: string): Promise<void> {
  const agency = await tx.selectFrom('agencies').select('id').where('id', '=', peerAgencyId).executeTakeFirst();
  if (!agency || peerAgencyId === actor.agencyId)
    throw new Refusal('foreign_reference', { field: 'peerAgencyId' }, { field: 'peerAgencyId' });
}

/** Takes no more packages that are signed with a key, and sends none to it. What was applied stays. */
export async function revokeKey(work: Change, id: string, version: number, reason: string): Promise<TrustedKey> {
  const row = await find(work, trustedKeys, 'revoke', id);
  if (row.version !== version) throw stale(row);
  if (row.state === 'revoked') throw new Refusal('key_revoked');
  return edit(
    work,
    trustedKeys,
    row,
    version,
    { state: 'revoked', stateReason: reason, revokedAt: work.at },
    'revoke',
    reason,
  );
}
