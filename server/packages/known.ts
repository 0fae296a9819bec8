import type { PackageKind, PackagePlace, PackedResource } from '../../sync/model/index.ts';
import { type Incoming, type Known, type PackageData, sameJson, type Values } from '../../sync/package/index.ts';
import type { Change } from '../records/change.ts';
import { findFiles, linesOf } from './collecting/files.ts';
import { isUpward, mergedFields, outlineField, outlineOf } from './incoming.ts';
import { type AnyRow, holderOf, rowsOf } from './resources.ts';
import { type Live, ownerOf } from './stored.ts';

type Where = Pick<Change, 'tx' | 'engine'>;

export const keyOf = (resource: string, foreignId: string): string => `${resource}/${foreignId}`;

/** What earlier packages of the same sender became here. */
export interface Mapping {
  readonly resource: PackedResource;
  readonly foreignId: string;
  readonly localId: string;
  readonly base: Values;
  readonly packedAt: string;
  readonly packetId: string;
}

export async function mappingsOf(
  { tx }: Where,
  { agencyId, peerAgencyId }: Live,
): Promise<ReadonlyMap<string, Mapping>> {
  const rows = await tx
    .selectFrom('packageRows')
    .select(['resource', 'foreignId', 'localId', 'base', 'packedAt', 'packetId'])
    .where('agencyId', '=', agencyId)
    .where('peerAgencyId', '=', peerAgencyId)
    .execute();
  return new Map(
    rows.map(row => [
      keyOf(row.resource, row.foreignId),
      { ...row, resource: row.resource as PackedResource, base: JSON.parse(row.base) as Values },
    ]),
  );
}

/** What this installation knows of the rows of a package. */
export interface Knowledge {
  readonly known: ReadonlyMap<string, Known>;
  readonly rows: ReadonlyMap<string, AnyRow>;
  /** Rows of which a newer package was applied already. */
  readonly outdated: ReadonlySet<string>;
  /** A plan that takes nothing new, because it was approved here. */
  readonly closedPlan: boolean;
  /** The lines of our collections that stand for the sender, with their collections. */
  readonly lines: ReadonlyMap<string, string>;
}

/**
 * Looks up what the rows of a package are here. A row of an agency other than the two of the package is never one of them.
 * @param lock keeps the rows from changing until the change ends
 */
export async function knowledgeOf(
  where: Where,
  packet: Live,
  place: PackagePlace | null,
  data: PackageData,
  incoming: readonly Incoming[],
  lock = false,
): Promise<Knowledge> {
  const owner = ownerOf(packet, place);
  const mappings = await mappingsOf(where, packet);
  const mapped = incoming.flatMap(row => mappings.get(keyOf(row.resource, row.foreignId)) ?? []);
  const rows = new Map<string, AnyRow>();
  for (const [resource, list] of Map.groupBy(mapped, mapping => mapping.resource)) {
    const found = await rowsOf(
      where,
      resource,
      list.map(({ localId }) => localId),
      lock,
    );
    for (const mapping of list) {
      const row = found.get(mapping.localId);
      if (row && holderOf(row) === ownerOf(packet, place, resource)) rows.set(keyOf(resource, mapping.foreignId), row);
    }
  }
  const planKey = data.plans[0] && keyOf('plans', data.plans[0].id);
  const plan = planKey === undefined ? undefined : rows.get(planKey);
  // A plan that was deleted here took everything of it along: it may come anew.
  const forgotten = planKey !== undefined && mappings.has(planKey) && !plan;
  const closedPlan = plan !== undefined && place === 'draft' && plan.state !== 'draft';
  const known = new Map<string, Known>();
  const outdated = new Set<string>();
  for (const { resource, foreignId, values } of incoming) {
    const key = keyOf(resource, foreignId);
    const mapping = mappings.get(key);
    if (!mapping || (forgotten && resource !== 'units')) continue;
    const row = rows.get(key);
    if (mapping.packedAt > packet.packedAt) outdated.add(key);
    const ours = row ? await oursOf(where, resource, row, values, mappings) : null;
    known.set(key, {
      localId: mapping.localId,
      base: mapping.base,
      ours,
      locked: isLocked(resource, row, mapping, closedPlan),
      // An answer moves a finding on here, but how it stands is for the finder to say.
      ...theirWordIn(packet.kind, resource, values),
    });
  }
  await adopt(where, packet.kind, owner, data, incoming, known, rows);
  if (isUpward(packet.kind)) await findAnswered(where, packet, incoming, known, rows);
  const lines = packet.kind === 'collected' ? await linesOf(where, packet, data) : new Map<string, string>();
  const asked = data.collections[0];
  const collectionId = asked ? known.get(keyOf('collections', asked.id))?.localId : [...lines.values()][0];
  await findFiles(where, packet.kind, collectionId, data.collectionFiles, known, rows);
  return { known, rows, outdated, closedPlan, lines };
}

/** What a bureau asks for and says of the answers is its own to say; how a finding stands too, while its answer is ours. */
const theirWordIn = (kind: PackageKind, resource: PackedResource, values: Values): Pick<Known, 'theirWord'> => {
  if (resource === 'findings') return kind === 'reviews' || kind === 'collection' ? { theirWord: findersWord } : {};
  return kind === 'collection' ? { theirWord: Object.keys(values) } : {};
};
const findersWord = ['state', 'stateReason'];

const isLocked = (
  resource: PackedResource,
  row: AnyRow | undefined,
  { base }: Mapping,
  closedPlan: boolean,
): boolean => {
  if (resource === 'plans' || resource === 'planItems') return closedPlan;
  // A copy stands accepted as its agency accepted it; one that was accepted here at another time is ours.
  return resource === 'reports' && row?.state === 'accepted' && !sameJson(row.acceptedAt, base.acceptedAt ?? null);
};

async function oursOf(
  where: Where,
  resource: PackedResource,
  row: AnyRow,
  values: Values,
  mappings: ReadonlyMap<string, Mapping>,
): Promise<Values> {
  const ours: Record<string, Values[string]> = {};
  for (const field of Object.keys(values)) if (field !== outlineField) ours[field] = row[field] as Values[string];
  if (resource === 'plans') ours[outlineField] = await standingOutline(where, row.id, mappings);
  return ours;
}

/** The order of a plan's items as it stands, in the sender's ids; items that were added here are left out. */
async function standingOutline({ tx }: Where, planId: string, mappings: ReadonlyMap<string, Mapping>) {
  const items = await tx
    .selectFrom('planItems')
    .select(['id', 'parentId', 'position'])
    .where('planId', '=', planId)
    .execute();
  const foreign = new Map(
    [...mappings.values()]
      .filter(({ resource }) => resource === 'planItems')
      .map(({ localId, foreignId }) => [localId, foreignId]),
  );
  return outlineOf(items).flatMap(([id, parentId]) => {
    const theirs = foreign.get(id);
    return theirs === undefined
      ? []
      : [[theirs, parentId === null ? null : (foreign.get(parentId) ?? `+${parentId}`)] as const];
  });
}

/** Answers name our own findings, which they may only do of those against their sender. */
async function findAnswered(
  where: Where,
  { agencyId, peerAgencyId }: Live,
  incoming: readonly Incoming[],
  known: Map<string, Known>,
  rows: Map<string, AnyRow>,
): Promise<void> {
  const answers = incoming.filter(
    ({ resource, foreignId }) => resource === 'findings' && !known.has(keyOf(resource, foreignId)),
  );
  const found = await rowsOf(
    where,
    'findings',
    answers.map(({ foreignId }) => foreignId),
    true,
  );
  for (const { resource, foreignId } of answers) {
    const row = found.get(foreignId);
    if (row?.agencyId !== agencyId || row.againstId !== peerAgencyId) continue;
    const ours = { action: row.action as string, answeredAt: row.answeredAt as string | null };
    rows.set(keyOf(resource, foreignId), row);
    known.set(keyOf(resource, foreignId), {
      localId: row.id,
      base: { action: '', answeredAt: null },
      ours,
      locked: false,
    });
  }
}

/** Units of the same name, shares of the same step and templates of the same bytes are there already, by whatever way they came. */
async function adopt(
  where: Where,
  kind: PackageKind,
  owner: string,
  data: PackageData,
  incoming: readonly Incoming[],
  known: Map<string, Known>,
  rows: Map<string, AnyRow>,
): Promise<void> {
  const { tx } = where;
  const take = async (resource: PackedResource, foreignId: string, localId: string) => {
    const row = (await rowsOf(where, resource, [localId])).get(localId);
    const values = incoming.find(one => one.resource === resource && one.foreignId === foreignId)?.values;
    if (!row || !values) return;
    const ours = Object.fromEntries(mergedFields(resource, kind).map(field => [field, row[field] as Values[string]]));
    rows.set(keyOf(resource, foreignId), row);
    known.set(keyOf(resource, foreignId), { localId, base: values, ours, locked: false });
  };
  const fresh = (resource: PackedResource) => data[resource].filter(({ id }) => !known.has(keyOf(resource, id)));
  if (fresh('units').length > 0) {
    const units = await tx.selectFrom('units').select(['id', 'name']).where('agencyId', '=', owner).execute();
    const byName = new Map(units.map(({ id, name }) => [name, id]));
    for (const unit of data.units)
      if (!known.has(keyOf('units', unit.id)) && byName.has(unit.name))
        await take('units', unit.id, byName.get(unit.name)!);
  }
  const shares = data.assignments.filter(
    ({ id, planItemId, unitId }) =>
      !known.has(keyOf('assignments', id)) &&
      known.has(keyOf('planItems', planItemId)) &&
      known.has(keyOf('units', unitId)),
  );
  for (const { id, planItemId, unitId } of shares) {
    const found = await tx
      .selectFrom('assignments')
      .select('id')
      .where('planItemId', '=', known.get(keyOf('planItems', planItemId))!.localId)
      .where('unitId', '=', known.get(keyOf('units', unitId))!.localId)
      .executeTakeFirst();
    if (found) await take('assignments', id, found.id);
  }
  for (const { id, sha256 } of data.templates) {
    if (known.has(keyOf('templates', id))) continue;
    const found = await tx
      .selectFrom('templates')
      .select('id')
      .where('agencyId', '=', owner)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (found) await take('templates', id, found.id);
  }
}
