import type { Kysely } from 'kysely';
import type {
  Decisions,
  PackageKind,
  PackagePlace,
  PackedResource,
  Packet,
  PacketDetail,
} from '../../sync/model/index.ts';
import type { PackageData, SeenSides, Values } from '../../sync/package/index.ts';
import type { Database } from '../database/schema.ts';
import type { CollectingUndo } from './collecting/undo.ts';
import type { Understood } from './writing.ts';

/** A row that applying wrote, with what is needed to take it back. */
export interface Applied {
  readonly resource: PackedResource;
  readonly foreignId: string;
  readonly localId: string;
  readonly created: boolean;
  readonly set: Values;
  readonly before: Values;
  /** What stood beside the fields that were set. */
  readonly beside?: Understood | null;
  /** Of the row after the write. */
  readonly version: number;
}

/** What was known of a row before applying; null where nothing was. */
export interface Remembered {
  readonly resource: PackedResource;
  readonly foreignId: string;
  readonly earlier: {
    readonly localId: string;
    readonly base: Values;
    readonly packedAt: string;
    readonly packetId: string;
  } | null;
}

export interface Undoing {
  readonly applied: readonly Applied[];
  readonly remembered: readonly Remembered[];
  readonly attached: readonly { readonly reportId: string; readonly evidenceId: string }[];
  readonly left: PacketDetail['left'];
  /** What a package of a collection did beside its rows. */
  readonly collecting?: CollectingUndo;
}

export interface KeptPacket {
  readonly data: PackageData | null;
  readonly decisions: Decisions;
  readonly seen: SeenSides;
  readonly rows: PacketDetail['rows'];
  readonly undo: Undoing | null;
  readonly place: PackagePlace | null;
}

/** What a package keeps beside what lists show. */
export async function keptOf(db: Kysely<Database>, packetId: string): Promise<KeptPacket> {
  const row = await db
    .selectFrom('packages')
    .select(['data', 'changes', 'decisions', 'undo', 'place'])
    .where('id', '=', packetId)
    .executeTakeFirstOrThrow();
  return {
    data: row.data === null ? null : JSON.parse(row.data),
    rows: row.changes === null ? null : JSON.parse(row.changes),
    undo: row.undo === null ? null : JSON.parse(row.undo),
    place: row.place as PackagePlace | null,
    ...(JSON.parse(row.decisions) as Pick<KeptPacket, 'decisions' | 'seen'>),
  };
}

/** A package that can be applied: readable, and from an agency that is known. */
export interface Live extends Packet {
  readonly kind: PackageKind;
  readonly peerAgencyId: string;
  readonly packedAt: string;
}

export const isLive = (packet: Packet): packet is Live =>
  packet.kind !== null && packet.peerAgencyId !== null && packet.packedAt !== null;

/**
 * Whose the rows are: an agency's returns stay its own, a superior's plan too unless it is to be our draft, and a superior's
 * collection always. A finding is of the agency that found it, so what comes back with returns are answers to ours; files for our
 * collection are handed in to it.
 */
export function ownerOf(
  { kind, agencyId, peerAgencyId }: Pick<Live, 'kind' | 'agencyId' | 'peerAgencyId'>,
  place: PackagePlace | null,
  resource?: PackedResource,
): string {
  if (kind === 'collected') return agencyId;
  if (kind === 'collection') return peerAgencyId;
  if (resource === 'findings') return kind === 'reviews' ? peerAgencyId : agencyId;
  return kind === 'returns' || place === 'superior' ? peerAgencyId : agencyId;
}
