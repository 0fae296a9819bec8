import { packages, trustedKeys } from '../../../server/packages/definition.ts';
import type { Change } from '../../../server/records/change.ts';
import { insert } from '../../../server/records/records.ts';
import type { Packet, TrustedKey } from '../../../sync/model/index.ts';
import { fingerprintOf, newKeyPair } from '../../../sync/package/index.ts';

export interface Packages {
  readonly packages: string;
  readonly trustedKeys: string;
}

interface Place {
  readonly agencyId: string;
  readonly personId: string;
  readonly sha256: string;
}

/** A key that an agency trusts, and a package that was refused. */
export async function insertPackages(work: Change, { agencyId, personId, sha256 }: Place): Promise<Packages> {
  const { publicKey } = newKeyPair();
  const key = await insert<TrustedKey>(work, trustedKeys, {
    agencyId,
    peerAgencyId: agencyId,
    name: '遠山鎮公所',
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    state: 'trusted',
    stateReason: '',
    trustedBy: personId,
    revokedAt: null,
  });
  const packet = await insert<Packet>(work, packages, {
    agencyId,
    direction: 'received',
    kind: null,
    packageId: null,
    format: null,
    peerAgencyId: null,
    peerName: '',
    fingerprint: null,
    title: '',
    planId: null,
    roundId: null,
    collectionId: null,
    handledBy: personId,
    fileName: '封包.zip',
    sha256,
    size: 10,
    state: 'refused',
    stateReason: '',
    problem: null,
    counts: { rows: 0, fresh: 0, changes: 0, conflicts: 0, unsettled: 0, same: 0, files: 0 },
    leftOut: { personalData: 0, unfinished: 0 },
    packedAt: null,
    appliedAt: null,
    undoneAt: null,
    ...{ decisions: JSON.stringify({ decisions: {}, seen: {} }) },
  });
  return { packages: packet.id, trustedKeys: key.id };
}
