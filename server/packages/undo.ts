import { type Packet, type PacketDetail, packageMachine } from '../../sync/model/index.ts';
import { sameJson, type Values } from '../../sync/package/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { putAt, standingOf } from './apply.ts';
import { putBack } from './collecting/undo.ts';
import { packages } from './definition.ts';
import { outlineField } from './incoming.ts';
import { lockPeer, newestApplied } from './judge.ts';
import type { Stand } from './outline.ts';
import { definitionOf, rowsOf } from './resources.ts';
import { type Applied, keptOf, type Undoing } from './stored.ts';
import { takeBack } from './taking-back.ts';
import { putBeside } from './writing.ts';

type Left = PacketDetail['left'];

/**
 * Takes an applied package back, in one transaction. Later work is never lost: a field that somebody changed since stays and
 * is named in `left`; rows that the package made are removed together, or stay together when anything was built on them.
 * @throws Refusal `package_undo_later`, `stale_version`, `illegal_transition`
 */
export async function undoPacket(work: Change, packet: Packet, version: number): Promise<Packet> {
  const state = transition(packageMachine, 'package', packet.state, 'undo');
  await lockPeer(work, packet);
  await mustBeLast(work, packet);
  const { undo } = await keptOf(work.tx, packet.id);
  if (!undo) throw new Refusal('illegal_transition', { state, verb: 'undo' });
  const fields: Left[number][] = [];
  for (const one of undo.applied.filter(({ created }) => !created)) fields.push(...(await restore(work, one)));
  const removed = await takeBack(work, packet.kind!, undo);
  if (undo.collecting) await putBack(work, undo.collecting);
  await forget(work, packet, undo, removed);
  const made = undo.applied.filter(({ created, resource }) => created && topmost.has(resource));
  const left: Left = [
    ...fields,
    ...(removed ? [] : made.map(({ resource, localId }) => ({ resource, localId, field: null }))),
  ];
  await work.tx
    .updateTable('packages')
    .set({ undo: JSON.stringify({ ...undo, left } satisfies Undoing) })
    .where('id', '=', packet.id)
    .execute();
  return edit(work, packages, packet, version, { state, undoneAt: work.at }, 'undo');
}

/** What people know by its name; the rows below them go or stay with them. */
const topmost = new Set<string>(['plans', 'rounds', 'templates', 'collections', 'collectionFiles', 'findings']);

async function mustBeLast({ tx }: Change, packet: Packet): Promise<void> {
  const { subject } = await tx
    .selectFrom('packages')
    .select('subject')
    .where('id', '=', packet.id)
    .executeTakeFirstOrThrow();
  const newest = subject === null ? undefined : await newestApplied(tx, packet, subject);
  if (newest && newest.id !== packet.id) throw new Refusal('package_undo_later');
}

/** Gives fields what stood in them before, where they still hold what the package wrote. */
async function restore(work: Change, { resource, localId, set, before, beside }: Applied): Promise<Left> {
  if (outlineField in set) return restoreOutline(work, localId, set, before);
  const row = (await rowsOf(work, resource, [localId], true)).get(localId);
  if (!row) return [];
  const untouched = Object.keys(set).filter(field => sameJson(row[field], set[field]));
  const back: Values = Object.fromEntries(untouched.map(field => [field, before[field] ?? null]));
  if (untouched.length > 0) await edit(work, definitionOf[resource], row, row.version, back as never, 'undoImport');
  if (beside && untouched.includes('corrections')) await putBeside(work, localId, beside);
  return Object.keys(set)
    .filter(field => !untouched.includes(field))
    .map(field => ({ resource, localId, field }));
}

async function restoreOutline(work: Change, planId: string, set: Values, before: Values): Promise<Left> {
  const standing = await standingOf(work, planId);
  const byId = (stands: readonly Stand[]) => stands.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const after = set[outlineField] as unknown as readonly Stand[];
  if (!sameJson(byId(standing), byId(after))) return [{ resource: 'plans', localId: planId, field: outlineField }];
  await putAt(work, standing, before[outlineField] as unknown as readonly Stand[]);
  return [];
}

/** The base of the next merge is again what was known before. */
async function forget(
  { tx }: Change,
  { agencyId, peerAgencyId, id }: Packet,
  { remembered, applied }: Undoing,
  removed: boolean,
): Promise<void> {
  const made = new Set(applied.filter(({ created }) => created).map(one => `${one.resource}/${one.foreignId}`));
  for (const { resource, foreignId, earlier } of remembered) {
    const mapping = tx
      .updateTable('packageRows')
      .where('agencyId', '=', agencyId)
      .where('peerAgencyId', '=', peerAgencyId)
      .where('resource', '=', resource)
      .where('foreignId', '=', foreignId)
      // A package about something else may have told of the same row since; what that one said is still the base.
      .where('packetId', '=', id);
    if (earlier) {
      const { localId, base, packedAt, packetId } = earlier;
      await mapping.set({ localId, base: JSON.stringify(base), packedAt, packetId }).execute();
    } else if (removed || !made.has(`${resource}/${foreignId}`))
      await tx
        .deleteFrom('packageRows')
        .where('agencyId', '=', agencyId)
        .where('resource', '=', resource)
        .where('foreignId', '=', foreignId)
        .where('packetId', '=', id)
        .execute();
  }
}
