import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import type { Packet, PacketCreate, TrustedKey } from '../../sync/model/index.ts';
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
import { type Arrived, isFull, keep } from '../files/receive.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { packages, trustedKeys } from './definition.ts';
import type { Gathered } from './gather/gathered.ts';
import { gather } from './gather/index.ts';
import { agencyOf, signingKey } from './own-key.ts';

/**
 * Makes a package for the holder of a trusted key, stores it and lists it as sent.
 * @throws Refusal `key_revoked`, `package_no_accepted`, `package_file_changed`, `secret_key_missing`, `package_over_limit`,
 * `package_over_format`, `no_space`
 */
export async function makePacket(context: Context, actor: Actor, wish: PacketCreate): Promise<Packet> {
  const recipient = await context.lister.read<TrustedKey>(trustedKeys, actor, wish.trustedKeyId);
  if (recipient.state !== 'trusted') throw new Refusal('key_revoked');
  const gathered = await gather(context, actor, wish, recipient);
  const key = await change(context, actor, work => signingKey(context, work));
  const sender = await agencyOf(context.db, actor.agencyId);
  const head: ManifestHead = {
    id: uuid(),
    createdAt: context.now().toISOString(),
    sender: { agencyId: sender.id, name: sender.name },
    recipient: { name: recipient.name, fingerprint: recipient.fingerprint },
    kind: wish.kind,
    title: gathered.title,
    planId: gathered.planId,
    roundId: gathered.roundId,
    formIds: [...gathered.formIds],
    leftOut: gathered.leftOut,
  };
  return written(context, head, gathered, key, file => list(context, actor, recipient, head, gathered, file));
}

/** Writes the package to a file of its own, stores it, and hands it to `use`. */
async function written<T>(
  context: Context,
  head: ManifestHead,
  { data }: Gathered,
  key: KeyPair,
  use: (file: Arrived) => Promise<T>,
): Promise<T> {
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
    const file = { name: nameOf(head), path, sha256: hash.digest('hex'), size };
    await keep(context, file, 'application/zip');
    return await use(file);
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
const nameOf = ({ title, createdAt, sender }: ManifestHead): string => {
  const stamp = createdAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `${`${sender.name} ${title}`.replace(forbidden, '_').slice(0, 120)} ${stamp}.zip`;
};

const list = (
  context: Context,
  actor: Actor,
  recipient: TrustedKey,
  head: ManifestHead,
  gathered: Gathered,
  file: Arrived,
): Promise<Packet> => {
  const { data, leftOut } = gathered;
  return change(context, actor, work =>
    insert<Packet>(
      work,
      packages,
      {
        agencyId: actor.agencyId,
        direction: 'sent',
        kind: head.kind,
        packageId: head.id,
        format: formatOf(head.kind),
        peerAgencyId: recipient.peerAgencyId,
        peerName: recipient.name,
        fingerprint: recipient.fingerprint,
        title: head.title,
        planId: head.planId,
        roundId: head.roundId,
        collectionId: gathered.collectionId ?? null,
        handledBy: actor.id,
        fileName: file.name,
        sha256: file.sha256,
        size: file.size,
        state: 'sent',
        stateReason: '',
        problem: null,
        counts: {
          rows: resourcesOf[head.kind].reduce((sum, resource) => sum + data[resource].length, 0),
          fresh: 0,
          changes: 0,
          conflicts: 0,
          unsettled: 0,
          same: 0,
          files: namedFiles(data).length,
        },
        leftOut,
        packedAt: head.createdAt,
        appliedAt: null,
        undoneAt: null,
        ...{ decisions: JSON.stringify({ decisions: {}, seen: {} }) },
      },
      'send',
    ),
  );
};
