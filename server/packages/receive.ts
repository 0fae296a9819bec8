import { open } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Issue, PackagePlace, Packet } from '../../sync/model/index.ts';
import {
  bytesOfFile,
  type Opened,
  openPackage,
  type PackageData,
  packageIssue,
  packageLimits,
  readContents,
} from '../../sync/package/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/schema.ts';
import { type Arrived, keep, receiveOne } from '../files/receive.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { packages } from './definition.ts';
import { filesProblem } from './files.ts';
import { agenciesAbove } from './hierarchy.ts';
import { judge, lockPeer, replayOf, subjectOf } from './judge.ts';
import { countsOf, waitingPreview } from './preview.ts';

interface Received {
  readonly packetId: string;
  /** The same package is here already; nothing was changed. */
  readonly already: boolean;
}

interface Understood {
  readonly opened: Opened | null;
  readonly peerAgencyId: string | null;
  readonly data: PackageData | null;
  readonly problem: Issue | null;
}

const noCounts: Packet['counts'] = { rows: 0, fresh: 0, changes: 0, conflicts: 0, unsettled: 0, same: 0, files: 0 };

/**
 * Takes in a package: kept as it came, verified, read and compared. Nothing else is changed by it. One that may not be
 * trusted is kept with the reason. The same package again gives the one that is here, unless that was rejected, undone or refused.
 */
export function receivePacket(context: Context, actor: Actor, request: FastifyRequest): Promise<Received> {
  const config = { ...context.config, uploadLimitBytes: packageLimits.fileBytes };
  return receiveOne({ ...context, config }, request, async file => {
    const understood = await understand(context, actor, file);
    const known = await earlier(context.db, actor, file, understood);
    if (known) return { packetId: known, already: true };
    await keep(context, file, 'application/zip');
    return store(context, actor, file, understood);
  });
}

/** The same bytes, or the same package packed otherwise by the same sender; a stranger's that bears its id is none of it. */
async function earlier(
  db: Kysely<Database>,
  { agencyId }: Actor,
  { sha256 }: Arrived,
  { opened, data }: Understood,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('packages')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('direction', '=', 'received')
    .where('state', 'in', ['previewed', 'applied'])
    .where(eb =>
      eb.or([
        eb('sha256', '=', sha256),
        ...(opened && data ? [eb.and({ packageId: opened.manifest.id, fingerprint: opened.fingerprint })] : []),
      ]),
    )
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id;
}

async function understand(context: Context, actor: Actor, { path }: Arrived): Promise<Understood> {
  const handle = await open(path);
  try {
    const bytes = await bytesOfFile(handle);
    const opening = await openPackage(bytes);
    if (!opening.ok) return { opened: null, peerAgencyId: null, data: null, problem: opening.issue };
    const { opened } = opening;
    const verdict = await judge(context.db, actor, opened, context.now());
    if (!verdict.ok) return { opened, peerAgencyId: verdict.peerAgencyId, data: null, problem: verdict.issue };
    const { peerAgencyId } = verdict.key;
    const reading = await readContents(bytes, opened);
    if (!reading.ok) return { opened, peerAgencyId, data: null, problem: reading.issue };
    const { manifest } = opened;
    const replay = await replayOf(
      context.db,
      { agencyId: actor.agencyId, peerAgencyId },
      subjectOf(manifest),
      manifest.createdAt,
    );
    if (replay) return { opened, peerAgencyId, data: null, problem: packageIssue('package_replayed', replay) };
    const problem = await filesProblem(context, path, opened, reading.data);
    return { opened, peerAgencyId, data: problem ? null : reading.data, problem };
  } finally {
    await handle.close();
  }
}

/** A superior's plan stays its own until somebody says otherwise; anybody else's can only become a draft. */
async function placeFor(
  context: Context,
  actor: Actor,
  { opened, peerAgencyId, data }: Understood,
): Promise<PackagePlace | null> {
  if (opened?.manifest.kind !== 'plan' || peerAgencyId === null) return null;
  const earlier = await context.db
    .selectFrom('packageRows')
    .innerJoin('plans', 'plans.id', 'packageRows.localId')
    .select('plans.agencyId')
    .where('packageRows.agencyId', '=', actor.agencyId)
    .where('packageRows.peerAgencyId', '=', peerAgencyId)
    .where('packageRows.resource', '=', 'plans')
    .where('packageRows.foreignId', '=', data?.plans[0]?.id ?? '')
    .executeTakeFirst();
  if (earlier) return earlier.agencyId === actor.agencyId ? 'draft' : 'superior';
  return (await agenciesAbove(context.db, actor.agencyId)).has(peerAgencyId) ? 'superior' : 'draft';
}

async function store(context: Context, actor: Actor, file: Arrived, understood: Understood): Promise<Received> {
  const { opened, peerAgencyId, data, problem } = understood;
  const manifest = opened?.manifest;
  const place = await placeFor(context, actor, understood);
  return change(context, actor, async work => {
    // Handed in twice at once, it is still one.
    if (peerAgencyId !== null) await lockPeer(work, { agencyId: actor.agencyId, peerAgencyId });
    const known = await earlier(work.tx, actor, file, understood);
    if (known) return { packetId: known, already: true };
    const row = await insert<Packet>(
      work,
      packages,
      {
        agencyId: actor.agencyId,
        direction: 'received',
        kind: manifest?.kind ?? null,
        packageId: manifest?.id ?? null,
        format: opened?.format ?? null,
        peerAgencyId,
        peerName: manifest?.sender.name ?? '',
        fingerprint: opened?.fingerprint ?? null,
        title: manifest?.title ?? '',
        planId: null,
        roundId: null,
        collectionId: null,
        handledBy: actor.id,
        fileName: file.name,
        sha256: file.sha256,
        size: file.size,
        state: problem ? 'refused' : 'previewed',
        stateReason: '',
        problem,
        counts: noCounts,
        leftOut: manifest?.leftOut ?? { personalData: 0, unfinished: 0 },
        packedAt: manifest?.createdAt ?? null,
        appliedAt: null,
        undoneAt: null,
        ...{
          subject: manifest ? subjectOf(manifest) : null,
          data: data && JSON.stringify(data),
          decisions: JSON.stringify({ decisions: {}, seen: {} }),
          place,
        },
      },
      'receive',
    );
    if (data) {
      const counts = countsOf(await waitingPreview(work, row));
      await work.tx
        .updateTable('packages')
        .set({ counts: JSON.stringify(counts) })
        .where('id', '=', row.id)
        .execute();
    }
    return { packetId: row.id, already: false };
  });
}
