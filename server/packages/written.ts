import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import type { PackageKind, Packet, TrustedKey } from '../../sync/model/index.ts';
import {
  FileChangedError,
  formatOf,
  type KeyPair,
  type ManifestHead,
  namedFiles,
  type PackedFile,
  resourcesOf,
  UnfitError,
  writePackage,
} from '../../sync/package/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { isFull, keep } from '../files/receive.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import type { Gathered } from './gather/gathered.ts';
import { agencyOf, signingKey } from './own-key.ts';

/** Who signs, and whose word it is. */
export interface Sender {
  readonly actor: Actor;
  readonly agency: ManifestHead['sender'];
  readonly key: KeyPair;
}

/** @throws Refusal `secret_key_missing`, `secret_damaged` */
export async function senderOf(context: Context, actor: Actor): Promise<Sender> {
  const key = await change(context, actor, work => signingKey(context, work));
  const { id: agencyId, name } = await agencyOf(context.db, actor.agencyId);
  return { actor, agency: { agencyId, name }, key };
}

/** A package as it is listed once it was written. */
export type Written = Omit<Packet, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/**
 * Writes a package to a file of its own and stores it.
 * @returns the row that lists it as sent
 * @throws Refusal `package_file_changed`, `package_over_limit`, `package_over_format`, `no_space`
 */
export async function writtenPacket(
  context: Context,
  { actor, agency, key }: Sender,
  recipient: Pick<TrustedKey, 'peerAgencyId' | 'name' | 'fingerprint'>,
  kind: PackageKind,
  gathered: Gathered,
): Promise<Written> {
  const { data, title, planId, roundId, formIds, leftOut, collectionId = null } = gathered;
  const head: ManifestHead = {
    id: uuid(),
    createdAt: context.now().toISOString(),
    sender: agency,
    recipient: { name: recipient.name, fingerprint: recipient.fingerprint },
    ...{ kind, title, planId, roundId, formIds: [...formIds], leftOut },
  };
  const file = await stored(context, head, data, key);
  return {
    agencyId: actor.agencyId,
    direction: 'sent',
    kind,
    packageId: head.id,
    format: formatOf(kind),
    peerAgencyId: recipient.peerAgencyId,
    peerName: recipient.name,
    fingerprint: recipient.fingerprint,
    ...{ title, planId, roundId, collectionId },
    handledBy: actor.id,
    fileName: nameOf(head),
    ...file,
    state: 'sent',
    stateReason: '',
    problem: null,
    counts: {
      rows: resourcesOf[kind].reduce((sum, resource) => sum + data[resource].length, 0),
      ...{ fresh: 0, changes: 0, conflicts: 0, unsettled: 0, same: 0 },
      files: namedFiles(data).length,
    },
    leftOut,
    packedAt: head.createdAt,
    appliedAt: null,
    undoneAt: null,
    ...{ decisions: JSON.stringify({ decisions: {}, seen: {} }) },
  };
}

async function stored(
  context: Context,
  head: ManifestHead,
  data: Gathered['data'],
  key: KeyPair,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const path = join(context.storage.incoming, uuid());
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  try {
    const bytes = writePackage({ head, data, files: filesOf(context, data) }, key);
    await pipeline(bytes, measure, createWriteStream(path, { flush: true, mode: 0o600 }));
    const file = { sha256: hash.digest('hex'), size };
    await keep(context, { ...file, name: nameOf(head), path }, 'application/zip');
    return file;
  } catch (error) {
    if (error instanceof FileChangedError) throw new Refusal('package_file_changed', { sha256: error.sha256 });
    if (error instanceof UnfitError) throw new Refusal(unfit[error.why], { detail: error.detail });
    throw isFull(error) ? new Refusal('no_space') : error;
  } finally {
    await rm(path, { force: true });
  }
}

/** Nothing leaves that no receiver could read. */
const unfit = { size: 'package_over_limit', shape: 'package_over_format' } as const;

const filesOf = ({ storage }: Context, data: Gathered['data']): readonly PackedFile[] =>
  namedFiles(data).map(({ sha256, size }) => ({ sha256, size, open: () => chunksOf(storage, sha256) }));

async function* chunksOf(storage: Context['storage'], sha256: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of await storage.open(sha256)) yield chunk as Uint8Array;
}

const forbidden = /[\p{Cc}\\/:*?"<>|]/gu;

/** A name that every system takes, with what it is and when it was made. */
const nameOf = ({ kind, title, createdAt, sender, recipient }: ManifestHead): string => {
  const stamp = createdAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  // Hundreds of them lie in one folder: whom each is for comes first.
  const who = kind === 'collection' ? recipient.name : sender.name;
  return `${`${who} ${title}`.replace(forbidden, '_').slice(0, 120)} ${stamp}.zip`;
};
