import { sql } from 'kysely';
import { type PackedResource, type Packet, packageMachine } from '../../sync/model/index.ts';
import { openConflicts, resourcesOf, taken, type Values } from '../../sync/package/index.ts';
import type { Stored } from '../database/schema.ts';
import { lockPlan } from '../plans/lock.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { settleCollecting } from './collecting/undo.ts';
import { packages } from './definition.ts';
import { outlineField } from './incoming.ts';
import { mustBeFresh, mustBeTrusted } from './judge.ts';
import { keyOf, mappingsOf } from './known.ts';
import { placed, type Stand } from './outline.ts';
import { countsOf, type Preview, waitingPreview } from './preview.ts';
import { type AnyRow, definitionOf } from './resources.ts';
import { type Applied, ownerOf, type Remembered, type Undoing } from './stored.ts';
import { toldOf } from './told.ts';
import { following, type Making, make, writeBeside } from './writing.ts';

/**
 * Writes what a package brings, all of it or nothing. The preview is made once more under lock, so that nothing is written
 * over what somebody changed since it was looked at. The files of the package must lie in the store already.
 * @throws Refusal `conflicts_unsettled`, `key_revoked`, `package_replayed`, `stale_version`, `illegal_transition`
 */
export async function applyPacket(
  work: Change,
  packet: Packet,
  version: number,
  mediaTypes: ReadonlyMap<string, string>,
): Promise<Packet> {
  const state = transition(packageMachine, 'package', packet.state, 'apply');
  await mustBeTrusted(work, packet);
  await mustBeFresh(work.tx, packet);
  const preview = await waitingPreview(work, packet, true);
  const open = openConflicts(preview.rows, preview.decisions);
  if (open.length > 0) throw new Refusal('conflicts_unsettled', { count: open.length });
  const undo = await writeAll(work, preview, mediaTypes);
  await work.tx
    .updateTable('packages')
    .set({ changes: JSON.stringify(placedRows(preview, undo)), undo: JSON.stringify(undo) })
    .where('id', '=', packet.id)
    .execute();
  const ids = {
    planId: localIdOf(undo, preview, 'plans'),
    roundId: localIdOf(undo, preview, 'rounds'),
    collectionId: localIdOf(undo, preview, 'collections') ?? [...preview.knowledge.lines.values()][0] ?? null,
  };
  return edit(
    work,
    packages,
    packet,
    version,
    { state, counts: countsOf(preview), appliedAt: work.at, ...ids },
    'apply',
  );
}

/** The rows as they were shown, each with what it became here. */
function placedRows({ rows }: Preview, { applied }: Undoing): Preview['rows'] {
  const made = new Map(applied.map(({ resource, foreignId, localId }) => [keyOf(resource, foreignId), localId]));
  return rows.map(row => ({ ...row, localId: row.localId ?? made.get(keyOf(row.resource, row.foreignId)) ?? null }));
}

function localIdOf(
  { applied }: Undoing,
  { data, knowledge }: Preview,
  resource: 'plans' | 'rounds' | 'collections',
): string | null {
  const [row] = data[resource];
  if (!row) return null;
  const made = applied.find(one => one.resource === resource && one.foreignId === row.id);
  return made?.localId ?? knowledge.known.get(keyOf(resource, row.id))?.localId ?? null;
}

async function writeAll(work: Change, preview: Preview, mediaTypes: ReadonlyMap<string, string>): Promise<Undoing> {
  const { packet, data, place, knowledge, decisions } = preview;
  const made = new Map<string, string>();
  const localId = (resource: PackedResource, foreignId: string): string => {
    const key = keyOf(resource, foreignId);
    const id = made.get(key) ?? knowledge.known.get(key)?.localId;
    if (id === undefined) throw new Refusal('package_foreign_id');
    return id;
  };
  const stands = (resource: PackedResource, foreignId: string): boolean => {
    const key = keyOf(resource, foreignId);
    return made.has(key) || (knowledge.known.get(key)?.ours ?? null) !== null;
  };
  const making: Making = { work, packet, owner: ownerOf(packet, place), place, data, localId, stands, mediaTypes };
  const planKey = data.plans[0] && keyOf('plans', data.plans[0].id);
  const plan = planKey === undefined ? undefined : knowledge.known.get(planKey);
  if (plan) await lockPlan(work, plan.localId);
  const applied: Applied[] = [];
  for (const resource of resourcesOf[packet.kind]) {
    const rows = preview.rows.filter(row => row.resource === resource);
    const fresh = rows.filter(({ status }) => status === 'new').map(({ foreignId }) => foreignId);
    if (fresh.length > 0) {
      // The makers answer in the order of the package, which is that of the preview.
      for (const [i, row] of (await make(making, resource, fresh)).entries()) {
        made.set(keyOf(resource, fresh[i]!), row.id);
        applied.push({
          resource,
          foreignId: fresh[i]!,
          localId: row.id,
          // A file that was handed in once more was there before.
          created: row.version === 1,
          set: toldOf(resource, row, packet.kind),
          before: {},
          version: row.version,
        });
      }
    }
    for (const row of rows) {
      const set = row.status === 'changed' ? taken(row, decisions) : {};
      const current = knowledge.rows.get(keyOf(resource, row.foreignId));
      if (Object.keys(set).length > 0 && current)
        applied.push(await change(making, resource, row.foreignId, current, set));
    }
  }
  const attached = await attachAll(making);
  applied.push(...(await arrange(making, preview)));
  const remembered = await remember(making, preview);
  if (packet.kind !== 'collection' && packet.kind !== 'collected') return { applied, attached, remembered, left: [] };
  return { applied, attached, remembered, left: [], collecting: await settleCollecting(making, preview) };
}

async function change(
  making: Making,
  resource: PackedResource,
  foreignId: string,
  current: AnyRow,
  given: Values,
): Promise<Applied> {
  const { [outlineField]: _, ...taken } = given;
  const set: Values = { ...taken, ...following(making, resource, foreignId, current, taken) };
  const next = await edit<AnyRow>(
    making.work,
    definitionOf[resource],
    current,
    current.version,
    set as never,
    'import',
  );
  const beside = await writeBeside(making, resource, foreignId, current.id, set);
  const before = Object.fromEntries(Object.keys(set).map(field => [field, current[field] as Values[string]]));
  return { resource, foreignId, localId: current.id, created: false, set, before, beside, version: next.version };
}

/** Evidence goes to the reports that the package says; what is attached here already stays. */
async function attachAll({ work, packet, owner, data, localId, stands }: Making): Promise<Undoing['attached']> {
  if (packet.kind !== 'returns') return [];
  const wanted = data.evidence
    .filter(({ id }) => stands('evidence', id))
    .flatMap(({ id, reportIds }) =>
      reportIds
        .filter(reportId => stands('reports', reportId))
        .map(reportId => ({ reportId: localId('reports', reportId), evidenceId: localId('evidence', id) })),
    );
  const reportIds = [...new Set(wanted.map(({ reportId }) => reportId))];
  const attached: { reportId: string; evidenceId: string }[] = [];
  for (const reportId of reportIds) {
    const there = await work.tx
      .selectFrom('reportEvidence')
      .select('evidenceId')
      .where('reportId', '=', reportId)
      .execute();
    const known = new Set(there.map(({ evidenceId }) => evidenceId));
    const fresh = wanted.filter(pair => pair.reportId === reportId && !known.has(pair.evidenceId));
    if (fresh.length === 0) continue;
    await work.tx
      .insertInto('reportEvidence')
      .values(fresh.map(pair => ({ ...pair, attachedAt: work.at, attachedBy: work.actor.id })))
      .execute();
    await work.tx
      .updateTable('reports')
      .set({ evidenceCount: sql<number>`(select count(*) from report_evidence where report_id = ${reportId})` })
      .where('id', '=', reportId)
      .execute();
    work.record({
      action: 'reports.attach',
      resource: 'reports',
      recordId: reportId,
      agencyId: owner,
      after: { evidenceIds: fresh.map(({ evidenceId }) => evidenceId) },
    });
    attached.push(...fresh);
  }
  return attached;
}

/** Puts the items of a plan where the package has them, if its order was taken or the plan is new. */
async function arrange(
  { work, data, localId, stands }: Making,
  { rows, decisions }: Preview,
): Promise<readonly Applied[]> {
  const [plan] = data.plans;
  const row = rows.find(one => one.resource === 'plans');
  if (!plan || !row) return [];
  const outline = row.status === 'new' ? null : taken(row, decisions)[outlineField];
  if (row.status !== 'new' && outline === undefined) return [];
  const planId = localId('plans', plan.id);
  const standing = await standingOf(work, planId);
  const wish = data.planItems
    .filter(({ id }) => stands('planItems', id))
    .toSorted((a, b) => a.position - b.position)
    .map(
      ({ id, parentId }) =>
        [localId('planItems', id), parentId === null ? null : localId('planItems', parentId)] as const,
    );
  const after = placed(standing, wish);
  await putAt(work, standing, after);
  if (row.status === 'new') return [];
  return [
    {
      resource: 'plans',
      foreignId: plan.id,
      localId: planId,
      created: false,
      set: { [outlineField]: after as never },
      before: { [outlineField]: standing as never },
      version: 0,
    },
  ];
}

export const standingOf = ({ tx }: Change, planId: string): Promise<Stand[]> =>
  tx
    .selectFrom('planItems')
    .select(['id', 'parentId', 'position', 'depth'])
    .where('planId', '=', planId)
    .orderBy('depth')
    .orderBy('position')
    .orderBy('id')
    .execute();

/** Nobody edited the items, so their versions stay. */
export async function putAt({ tx }: Change, standing: readonly Stand[], after: readonly Stand[]): Promise<void> {
  const before = new Map(standing.map(stand => [stand.id, stand]));
  for (const { id, parentId, position, depth } of after) {
    const old = before.get(id);
    if (old?.parentId === parentId && old.position === position && old.depth === depth) continue;
    await tx.updateTable('planItems').set({ parentId, position, depth }).where('id', '=', id).execute();
  }
}

/** Bound parameters that a statement may hold on either engine, over the columns of a mapping. */
const rowsPerStatement = 400;

/** Keeps what the package said as the base of the next one, also of what was kept as it stands here. */
async function remember(
  { work, packet, localId }: Making,
  { incoming, rows, knowledge }: Preview,
): Promise<readonly Remembered[]> {
  const earlier = await mappingsOf(work, packet);
  const blocked = new Set(
    rows.filter(({ status }) => status === 'blocked').map(row => keyOf(row.resource, row.foreignId)),
  );
  const kept: Remembered[] = [];
  const said: Stored<'packageRows'>[] = [];
  for (const { resource, foreignId, values } of incoming) {
    const key = keyOf(resource, foreignId);
    if (blocked.has(key) || knowledge.outdated.has(key)) continue;
    const known = knowledge.known.get(key);
    if (known && known.ours === null) continue;
    const old = earlier.get(key);
    kept.push({ resource, foreignId, earlier: old ?? null });
    said.push({
      ...{ agencyId: packet.agencyId, peerAgencyId: packet.peerAgencyId, resource, foreignId },
      localId: localId(resource, foreignId),
      base: JSON.stringify(values),
      packedAt: packet.packedAt,
      packetId: packet.id,
    });
  }
  for (let i = 0; i < said.length; i += rowsPerStatement)
    await work.tx
      .insertInto('packageRows')
      .values(said.slice(i, i + rowsPerStatement))
      .onConflict(conflict =>
        conflict.columns(['agencyId', 'peerAgencyId', 'resource', 'foreignId']).doUpdateSet(eb => ({
          localId: eb.ref('excluded.localId'),
          base: eb.ref('excluded.base'),
          packedAt: eb.ref('excluded.packedAt'),
          packetId: eb.ref('excluded.packetId'),
        })),
      )
      .execute();
  return kept;
}
