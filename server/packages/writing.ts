import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { PackagePlace, PackedResource } from '../../sync/model/index.ts';
import type { PackageData, Values } from '../../sync/package/index.ts';
import { toRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { insertMany } from '../records/records.ts';
import { correctedTemplates } from '../templates/definition.ts';
import {
  goingWith,
  makeCollections,
  makeFiles,
  makeRecipients,
  makeRows,
  placeOfFinding,
} from './collecting/makers.ts';
import { type AnyRow, definitionOf } from './resources.ts';
import type { Live } from './stored.ts';

/** What new rows need to know of those that were there or were made before them. */
export interface Making {
  readonly work: Change;
  readonly packet: Live;
  readonly owner: string;
  readonly place: PackagePlace | null;
  readonly data: PackageData;
  /** The row of ours that a row of theirs is. @throws Refusal `package_foreign_id` */
  readonly localId: (resource: PackedResource, foreignId: string) => string;
  /** Whether it stands here: it was not deleted, nor could it not be made. */
  readonly stands: (resource: PackedResource, foreignId: string) => boolean;
  /** What the content of a file is, by its SHA-256. */
  readonly mediaTypes: ReadonlyMap<string, string>;
}

type Made = Readonly<Record<string, unknown>>;
type Maker = (making: Making, foreignIds: readonly string[]) => Promise<readonly Made[]>;

const wanted = <T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]): readonly T[] => {
  const set = new Set(ids);
  return rows.filter(({ id }) => set.has(id));
};

/** What a plan is here: a subordinate's is as good as approved, a superior's is there to be followed, our own is a draft. */
const stateOf = ({ packet, place }: Making) =>
  packet.kind === 'returns' ? 'approved' : place === 'superior' ? 'published' : 'draft';

const plans: Maker = async (making, ids) =>
  wanted(making.data.plans, ids).map(({ id: _, ...plan }) => ({
    agencyId: making.owner,
    ...plan,
    state: stateOf(making),
    approvedAt: stateOf(making) === 'draft' ? null : making.work.at,
    approvedBy: null,
    publishedAt: stateOf(making) === 'published' ? making.work.at : null,
    publishedBy: null,
    publicId: null,
    membersPublic: false,
    closedAt: null,
  }));

/** New items stand behind those that are there; the outline puts them where they belong. */
const planItems: Maker = async ({ work, owner, data, localId }, ids) => {
  const planId = localId('plans', data.plans[0]!.id);
  const standing = await work.tx
    .selectFrom('planItems')
    .select(['id', 'parentId', 'depth'])
    .where('planId', '=', planId)
    .execute();
  const depths = new Map(standing.map(({ id, depth }) => [id, depth]));
  const counts = new Map<string | null, number>();
  for (const { parentId } of standing) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  const made = new Map<string, string>();
  return wanted(data.planItems, ids).map(({ id: foreignId, parentId: foreignParent, position: _, ...item }) => {
    const id = uuid();
    made.set(foreignId, id);
    const parentId = foreignParent === null ? null : (made.get(foreignParent) ?? localId('planItems', foreignParent));
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    const position = counts.get(parentId) ?? 0;
    counts.set(parentId, position + 1);
    return { id, agencyId: owner, planId, parentId, position, depth, ...item, carriedFrom: null };
  });
};

const units: Maker = async ({ work, owner, data }, ids) => {
  const { last } = await work.tx
    .selectFrom('units')
    .select(sql<number>`coalesce(max(position), -1)`.as('last'))
    .where('agencyId', '=', owner)
    .executeTakeFirstOrThrow();
  return wanted(data.units, ids).map(({ id: _, ...unit }, i) => ({
    agencyId: owner,
    ...unit,
    position: Number(last) + 1 + i,
    disabled: false,
  }));
};

/** Nobody reports here in a round that was reported in elsewhere. */
const rounds: Maker = async ({ owner, data, localId }, ids) =>
  wanted(data.rounds, ids).map(({ id: _, planId, ...round }) => ({
    agencyId: owner,
    planId: localId('plans', planId),
    ...round,
    state: 'closed',
  }));

const assignments: Maker = async ({ owner, data, localId }, ids) =>
  wanted(data.assignments, ids).map(({ planItemId, unitId, part }) => ({
    agencyId: owner,
    planId: localId('plans', data.plans[0]!.id),
    planItemId: localId('planItems', planItemId),
    unitId: localId('units', unitId),
    part,
    officerId: null,
    state: 'open',
    stateReason: '',
  }));

const reports: Maker = async ({ owner, data, localId }, ids) => {
  const [round] = data.rounds;
  const shares = new Map(data.assignments.map(assignment => [assignment.id, assignment]));
  return wanted(data.reports, ids).map(({ id: _, assignmentId, ...report }) => {
    const { planItemId, unitId } = shares.get(assignmentId)!;
    return {
      agencyId: owner,
      planId: localId('plans', data.plans[0]!.id),
      planItemId: localId('planItems', planItemId),
      assignmentId: localId('assignments', assignmentId),
      roundId: localId('rounds', round!.id),
      unitId: localId('units', unitId),
      officerId: null,
      dueDate: round!.dueDate,
      state: 'accepted',
      ...report,
      chasedAt: null,
      evidenceCount: 0,
    };
  });
};

const evidence: Maker = async ({ work, owner, data, localId, mediaTypes }, ids) => {
  const unitOf = new Map(
    data.reports.map(({ id, assignmentId }) => [id, data.assignments.find(share => share.id === assignmentId)?.unitId]),
  );
  return wanted(data.evidence, ids).map(({ id: _, reportIds, ...file }) => {
    const unit = reportIds.map(id => unitOf.get(id)).find(found => found !== undefined);
    return {
      agencyId: owner,
      unitId: unit === undefined ? null : localId('units', unit),
      uploaderId: work.actor.id,
      ...file,
      mediaType: file.sha256 === null ? null : (mediaTypes.get(file.sha256) ?? file.mediaType),
      personalData: false,
    };
  });
};

const findings: Maker = async (making, ids) =>
  wanted(making.data.findings, ids).map(({ id, ...finding }) => ({
    agencyId: making.packet.peerAgencyId,
    againstId: making.packet.agencyId,
    ...placeOfFinding(making, id),
    ...finding,
  }));

const makers: Readonly<Partial<Record<PackedResource, Maker>>> = {
  plans,
  planItems,
  units,
  rounds,
  assignments,
  reports,
  evidence,
  findings,
};

/** Makes the rows of a package that are new here. @returns them in the order of `foreignIds` */
export async function make(
  making: Making,
  resource: PackedResource,
  foreignIds: readonly string[],
): Promise<readonly AnyRow[]> {
  const whole = wholeMakers[resource];
  if (whole) return whole(making, foreignIds);
  const maker = makers[resource];
  if (!maker) throw new Refusal('package_foreign_id');
  const rows = await maker(making, foreignIds);
  return insertMany(making.work, definitionOf[resource], rows as never, 'import');
}

/** The profiles are large, and stay out of the events. */
async function makeTemplates({ work, owner, data }: Making, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const rows: AnyRow[] = [];
  for (const { found, profile, id: _, ...template } of wanted(data.templates, ids)) {
    const times = { version: 1, createdAt: work.at, updatedAt: work.at };
    const row = { id: uuid(), ...times, agencyId: owner, ...template };
    await work.tx
      .insertInto('templates')
      .values({
        ...toRow(correctedTemplates.fields, row),
        sourceSha256: null,
        found: JSON.stringify(found),
        profile: JSON.stringify(profile),
        learnedFrom: null,
      } as never)
      .execute();
    const { corrections: _corrections, ...said } = row;
    work.record({ action: 'templates.import', resource: 'templates', recordId: row.id, agencyId: owner, after: said });
    rows.push(row);
  }
  return rows;
}

/** Rows that are more than one insertion. */
const wholeMakers: Readonly<
  Partial<Record<PackedResource, (making: Making, ids: readonly string[]) => Promise<readonly AnyRow[]>>>
> = {
  templates: makeTemplates,
  collections: makeCollections,
  recipients: makeRecipients,
  collectionFiles: makeFiles,
  collectedRows: makeRows,
};

/** What follows from a written field: an answer to a finding that waits for one answers it. */
export function following(
  making: Making,
  resource: PackedResource,
  foreignId: string,
  current: AnyRow,
  set: Values,
): Values {
  const beside = goingWith(making, resource, foreignId, set);
  if (Object.keys(beside).length > 0) return beside;
  const answers = resource === 'findings' && 'action' in set && (current.state === 'open' || current.state === 'kept');
  return answers ? { state: 'answered' } : {};
}

/** What a template was understood as: it goes with its corrections, in columns of their own. As they are stored. */
export interface Understood {
  readonly found: string;
  readonly profile: string;
}

/** Writes what stands beside a field that was taken. @returns what stood there before; null where there is nothing beside it */
export async function writeBeside(
  { work, data }: Making,
  resource: PackedResource,
  foreignId: string,
  localId: string,
  set: Values,
): Promise<Understood | null> {
  const template = data.templates.find(({ id }) => id === foreignId);
  if (resource !== 'templates' || !('corrections' in set) || !template) return null;
  const before = await work.tx
    .selectFrom('templates')
    .select(['found', 'profile'])
    .where('id', '=', localId)
    .executeTakeFirstOrThrow();
  const understood = { found: JSON.stringify(template.found), profile: JSON.stringify(template.profile) };
  await putBeside(work, localId, understood);
  return before;
}

export const putBeside = ({ tx }: Change, localId: string, understood: Understood) =>
  tx.updateTable('templates').set(understood).where('id', '=', localId).execute();
