import type { Kysely } from 'kysely';
import { type Issue, inGroups, type PackageKind, type Packet, type TrustedKey } from '../../sync/model/index.ts';
import { type Manifest, type Opened, packageIssue } from '../../sync/package/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { agenciesAbove } from './hierarchy.ts';
import { isUpward } from './incoming.ts';
import { ownFingerprints } from './own-key.ts';

/** What a package is about, in the sender's words: of two about the same, the later one counts. */
export const subjectOf = ({ kind, planId, roundId, formIds }: Manifest): string =>
  `${kind}:${roundId ?? planId ?? [...formIds].sort().join(',')}`;

/** How far two clocks may be apart, in ms. */
const clockSkew = 24 * 60 * 60 * 1000;

const sizedName = (name: string): string => name.slice(0, 60);

export type Verdict =
  | { readonly ok: true; readonly key: Pick<TrustedKey, 'id' | 'peerAgencyId' | 'name'> }
  | { readonly ok: false; readonly issue: Issue; readonly peerAgencyId: string | null };

/** Whether a package may be taken in by this agency: signed with a trusted key, addressed to us, from where such things come. */
export async function judge(
  db: Kysely<Database>,
  actor: Actor,
  { manifest, fingerprint, publicKey }: Opened,
  now: Date,
): Promise<Verdict> {
  const name = sizedName(manifest.sender.name);
  const told = { fingerprint: inGroups(fingerprint), name };
  const own = await ownFingerprints(db, actor.agencyId);
  const no = (issue: Issue, peerAgencyId: string | null = null): Verdict => ({ ok: false, issue, peerAgencyId });
  if (own.has(fingerprint)) return no(packageIssue('package_own', { name: sizedName(manifest.recipient.name) }));
  const key = await db
    .selectFrom('trustedKeys')
    .select(['id', 'peerAgencyId', 'name', 'state'])
    .where('agencyId', '=', actor.agencyId)
    .where('publicKey', '=', publicKey)
    .executeTakeFirst();
  if (!key) return no(packageIssue('package_unknown_key', told));
  if (key.state !== 'trusted') return no(packageIssue('package_revoked_key', told), key.peerAgencyId);
  if (!own.has(manifest.recipient.fingerprint))
    return no(packageIssue('package_not_for_us', { name: sizedName(manifest.recipient.name) }), key.peerAgencyId);
  const wrong = await misplaced(db, actor.agencyId, key.peerAgencyId, manifest.kind);
  if (wrong) return no(packageIssue(wrong, { name }), key.peerAgencyId);
  // One from the future would keep every later package out as if it were older.
  if (Date.parse(manifest.createdAt) > now.getTime() + clockSkew)
    return no(packageIssue('package_future', { packedAt: minute(manifest.createdAt) }), key.peerAgencyId);
  return { ok: true, key };
}

/** What an agency hands in comes from below, and what it is asked for from above; everything else from anybody who is trusted. */
async function misplaced(
  db: Kysely<Database>,
  agencyId: string,
  peerAgencyId: string,
  kind: PackageKind,
): Promise<'package_not_below' | 'package_asks_not_above' | null> {
  if (kind === 'collection')
    return (await agenciesAbove(db, agencyId)).has(peerAgencyId) ? null : 'package_asks_not_above';
  if (!isUpward(kind)) return null;
  return (await agenciesAbove(db, peerAgencyId)).has(agencyId) ? null : 'package_not_below';
}

/** Locks the keys of the other side, so that packages of one sender are received, applied and undone one after the other. */
export function lockPeer(
  { tx, engine }: Pick<Change, 'tx' | 'engine'>,
  { agencyId, peerAgencyId }: Pick<Packet, 'agencyId' | 'peerAgencyId'>,
) {
  return tx
    .selectFrom('trustedKeys')
    .select(['fingerprint', 'state'])
    .where('agencyId', '=', agencyId)
    .where('peerAgencyId', '=', peerAgencyId)
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
}

/** Locks the other side, and makes sure that its key is still trusted. @throws Refusal `key_revoked` */
export async function mustBeTrusted(work: Change, packet: Packet): Promise<void> {
  const keys = await lockPeer(work, packet);
  if (keys.find(({ fingerprint }) => fingerprint === packet.fingerprint)?.state !== 'trusted')
    throw new Refusal('key_revoked');
}

const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/** The newest package about the same that was applied and not undone. */
export function newestApplied(
  db: Kysely<Database>,
  { agencyId, peerAgencyId }: Pick<Packet, 'agencyId' | 'peerAgencyId'>,
  subject: string,
) {
  return db
    .selectFrom('packages')
    .select(['id', 'packedAt', 'appliedAt'])
    .where('agencyId', '=', agencyId)
    .where('peerAgencyId', '=', peerAgencyId)
    .where('direction', '=', 'received')
    .where('subject', '=', subject)
    .where('state', '=', 'applied')
    .orderBy('packedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Why an older package than the one that was applied is not taken; null for the newest. */
export async function replayOf(
  db: Kysely<Database>,
  place: Pick<Packet, 'agencyId' | 'peerAgencyId'>,
  subject: string,
  packedAt: string,
): Promise<{ readonly packedAt: string; readonly appliedAt: string } | null> {
  const newest = await newestApplied(db, place, subject);
  if (newest?.packedAt == null || newest.packedAt <= packedAt) return null;
  return { packedAt: minute(packedAt), appliedAt: minute(newest.packedAt) };
}

/** @throws Refusal `package_replayed` */
export async function mustBeFresh(db: Kysely<Database>, packet: Packet): Promise<void> {
  const { subject } = await db
    .selectFrom('packages')
    .select('subject')
    .where('id', '=', packet.id)
    .executeTakeFirstOrThrow();
  if (subject === null || packet.packedAt === null) return;
  const replay = await replayOf(db, packet, subject, packet.packedAt);
  if (replay) throw new Refusal('package_replayed', replay);
}
