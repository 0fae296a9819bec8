import type { Kysely, Transaction } from 'kysely';
import type {
  Decisions,
  PackagePlace,
  PackedResource,
  Packet,
  PacketDetail,
  PacketRow,
} from '../../sync/model/index.ts';
import {
  type Incoming,
  mergePackage,
  namedFiles,
  openConflicts,
  type PackageData,
  stillHolding,
} from '../../sync/package/index.ts';
import type { Engine } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import { ofUse } from './collecting/files.ts';
import { withGround } from './groundless.ts';
import { incomingOf, isUpward } from './incoming.ts';
import { type Knowledge, keyOf, knowledgeOf } from './known.ts';
import { isLive, keptOf, type Live } from './stored.ts';

export interface Preview {
  readonly packet: Live;
  readonly data: PackageData;
  readonly place: PackagePlace | null;
  readonly incoming: readonly Incoming[];
  readonly knowledge: Knowledge;
  readonly rows: readonly PacketRow[];
  readonly same: number;
  readonly decisions: Decisions;
}

interface Where {
  readonly tx: Kysely<Database>;
  readonly engine: Engine;
}

/**
 * What a waiting package would change, made from the rows as they stand, with the decisions that still hold.
 * @throws Refusal `package_unreadable`
 */
export async function waitingPreview({ tx, engine }: Where, packet: Packet, lock = false): Promise<Preview> {
  const kept = await keptOf(tx, packet.id);
  if (!isLive(packet) || kept.data === null)
    throw new Refusal('package_unreadable', { why: packet.problem?.message ?? '' });
  const { data, place } = kept;
  const all = incomingOf(data, packet.kind);
  const where = { tx: tx as Transaction<Database>, engine };
  const knowledge = await knowledgeOf(where, packet, place, data, all, lock);
  const incoming = ofUse(all, packet.kind, knowledge.known);
  const current = incoming.filter(({ resource, foreignId }) => !knowledge.outdated.has(keyOf(resource, foreignId)));
  const closed = new Set<PackedResource>([
    ...(knowledge.closedPlan ? (['planItems'] as const) : []),
    // Answers are to findings of ours; nobody else makes them.
    ...(isUpward(packet.kind) ? (['findings'] as const) : []),
    // Nor are files taken for what the sender was not asked, or is not asked any more.
    ...(packet.kind === 'collected' && knowledge.lines.size === 0 ? (['collectionFiles'] as const) : []),
  ]);
  const merged = mergePackage(current, knowledge.known, closed);
  const same = merged.same + incoming.length - current.length;
  const rows = withGround(data, merged.rows, knowledge.known);
  const decisions = stillHolding(rows, kept.decisions, kept.seen);
  return { packet, data, place, incoming, knowledge, rows, same, decisions };
}

export function countsOf({
  rows,
  same,
  data,
  decisions,
}: Pick<Preview, 'rows' | 'same' | 'data' | 'decisions'>): Packet['counts'] {
  const fields = rows.flatMap(row => row.fields);
  return {
    rows: rows.length + same,
    fresh: rows.filter(({ status }) => status === 'new').length,
    changes: fields.filter(({ outcome }) => outcome === 'theirs').length,
    conflicts: fields.filter(({ outcome }) => outcome === 'conflict').length,
    unsettled: openConflicts(rows, decisions).length,
    same,
    files: namedFiles(data).length,
  };
}

/** Whether an earlier package said already where this plan goes. */
export async function placeIsFixed(db: Kysely<Database>, packet: Packet, data: PackageData | null): Promise<boolean> {
  const planId = data?.plans[0]?.id;
  if (!isLive(packet) || packet.kind !== 'plan' || planId === undefined) return true;
  const earlier = await db
    .selectFrom('packageRows')
    .innerJoin('plans', 'plans.id', 'packageRows.localId')
    .select('plans.id')
    .where('packageRows.agencyId', '=', packet.agencyId)
    .where('packageRows.peerAgencyId', '=', packet.peerAgencyId)
    .where('packageRows.resource', '=', 'plans')
    .where('packageRows.foreignId', '=', planId)
    .executeTakeFirst();
  return earlier !== undefined;
}

/** A package with its preview: made anew while it waits, as it was once it has been applied. */
export async function detailOf(
  where: { readonly db: Kysely<Database>; readonly engine: Engine },
  packet: Packet,
): Promise<PacketDetail> {
  const { db, engine } = where;
  const kept = await keptOf(db, packet.id);
  const { place } = kept;
  const placeFixed = packet.state !== 'previewed' || (await placeIsFixed(db, packet, kept.data));
  if (packet.state !== 'previewed')
    return { ...packet, rows: kept.rows, decisions: kept.decisions, place, placeFixed, left: kept.undo?.left ?? [] };
  const preview = await waitingPreview({ tx: db, engine }, packet);
  const { rows, decisions } = preview;
  return { ...packet, counts: countsOf(preview), rows: [...rows], decisions, place, placeFixed, left: [] };
}
