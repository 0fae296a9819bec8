import type { Decisions, PackagePlace, Packet } from '../../sync/model/index.ts';
import { settlePackage } from '../../sync/package/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { agenciesAbove } from './hierarchy.ts';
import { countsOf, placeIsFixed, waitingPreview } from './preview.ts';
import { isLive, keptOf } from './stored.ts';

/**
 * Keeps what a person decided, and where a plan is to go. What cannot be decided so refuses the whole request.
 * @throws Refusal `decision_impossible`, `package_place_fixed`, `package_not_above`, `stale_version`, `illegal_transition`
 */
export async function settlePacket(
  work: Change,
  packet: Packet,
  version: number,
  wanted: Decisions,
  place: PackagePlace | undefined,
): Promise<Packet> {
  if (packet.state !== 'previewed')
    throw new Refusal('illegal_transition', {
      state: `{package.state.${packet.state}}`,
      verb: '{package.verb.settle}',
    });
  if (packet.version !== version) throw stale(packet);
  const before = await keptOf(work.tx, packet.id);
  if (place !== undefined && place !== before.place) await movePlace(work, packet, place);
  const preview = await waitingPreview(work, packet);
  const { decisions, seen, refused } = settlePackage(preview.rows, { ...preview.decisions, ...wanted });
  const impossible = refused.filter(key => key in wanted);
  if (impossible.length > 0)
    throw new Refusal('decision_impossible', { count: impossible.length }, { keys: impossible });
  const counts = countsOf({ ...preview, decisions });
  const next = { ...packet, counts, version: version + 1, updatedAt: work.at };
  await work.tx
    .updateTable('packages')
    .set({
      decisions: JSON.stringify({ decisions, seen }),
      counts: JSON.stringify(counts),
      version: next.version,
      updatedAt: next.updatedAt,
    })
    .where('id', '=', packet.id)
    .execute();
  work.record({
    action: 'packages.settle',
    resource: 'packages',
    recordId: packet.id,
    agencyId: packet.agencyId,
    before: { decisions: before.decisions, place: before.place },
    after: { decisions, place: place ?? before.place },
  });
  return next;
}

async function movePlace({ tx }: Change, packet: Packet, place: PackagePlace): Promise<void> {
  const { data } = await keptOf(tx, packet.id);
  if (await placeIsFixed(tx, packet, data)) throw new Refusal('package_place_fixed');
  if (place === 'superior' && isLive(packet) && !(await agenciesAbove(tx, packet.agencyId)).has(packet.peerAgencyId))
    throw new Refusal('package_not_above', { name: packet.peerName });
  await tx.updateTable('packages').set({ place }).where('id', '=', packet.id).execute();
}
