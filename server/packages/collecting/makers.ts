import { v7 as uuid } from 'uuid';
import type {
  CollectedRow,
  Collection,
  CollectionFile,
  FileDoubt,
  Finding,
  Lineage,
} from '../../../sync/model/index.ts';
import type { PackageData, Values } from '../../../sync/package/index.ts';
import { collectedRows } from '../../collected-rows/definition.ts';
import { noCounts } from '../../collection-files/preview.ts';
import { bookDelivery, nothingBeside, type Place, wholeFiles, writeDown } from '../../collection-files/write-down.ts';
import { collections } from '../../collections/definition.ts';
import { blankRecipient } from '../../recipients/add.ts';
import { recipients } from '../../recipients/definition.ts';
import { insertMany } from '../../records/records.ts';
import { type AnyRow, rowsOf } from '../resources.ts';
import type { Making } from '../writing.ts';
import { linesOf } from './files.ts';
import { issuedIn, templatesFor, writeForm } from './form.ts';
import { localQuestion } from './questions.ts';

const wanted = <T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]): readonly T[] => {
  const set = new Set(ids);
  return rows.filter(({ id }) => set.has(id));
};

/** The collection of a package in this installation. */
export const collectionOf = ({ data, localId }: Making): string => localId('collections', data.collections[0]!.id);

export async function makeCollections(making: Making, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const { work, packet, data } = making;
  const made: AnyRow[] = [];
  for (const asked of wanted(data.collections, ids)) {
    const { name, edition, dueDate, instructions, state } = asked;
    const templates = await templatesFor(
      work,
      packet.peerAgencyId,
      asked.editions.filter(({ issued }) => issued.edition === edition),
    );
    const values = { agencyId: packet.peerAgencyId, name, edition, dueDate, instructions, state, previousId: null };
    const [row] = await insertMany<Collection>(
      work,
      collections,
      [{ ...values, templateId: templates.get(edition)! }],
      'import',
    );
    await writeForm(work, packet.peerAgencyId, row!.id, asked);
    made.push(row as unknown as AnyRow);
  }
  return made;
}

export async function makeRecipients(making: Making, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const { work, packet, data } = making;
  const collectionId = collectionOf(making);
  const rows = await insertMany(
    work,
    recipients,
    wanted(data.recipients, ids).map(({ workbook, stateReason, acceptedAt }) => ({
      ...blankRecipient,
      bureauId: packet.peerAgencyId,
      agencyId: packet.agencyId,
      collectionId,
      mailTo: null,
      edition: workbook?.edition ?? null,
      fileName: workbook?.name ?? null,
      sha256: workbook?.sha256 ?? null,
      sentAt: work.at,
      sentVia: 'package' as const,
      stateReason,
      acceptedAt,
    })),
    'import',
  );
  for (const { id, edition } of rows) await keepIssued(making, id, edition);
  return rows as unknown as readonly AnyRow[];
}

/** What the workbook left with is what every return is compared with. */
export const keepIssued = (making: Making, recipientId: string, edition: number | null) =>
  making.work.tx
    .updateTable('recipients')
    .set({ issued: JSON.stringify(issuedIn(collectionOf(making), making.data.collections[0]!, edition)) })
    .where('id', '=', recipientId)
    .execute();

/** From below: handed in like any upload, to be read, compared and taken in. From above: what counts there, and did. */
export const makeFiles = (making: Making, ids: readonly string[]): Promise<readonly AnyRow[]> =>
  making.packet.kind === 'collected' ? handIn(making, ids) : bringFiles(making, ids);

async function handIn({ work, packet, data }: Making, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const lines = await linesOf(work, packet, data);
  const id = uuid();
  const fileIds: string[] = [];
  for (const [i, { recipientId, fileName: name, sha256, size }] of wanted(data.collectionFiles, ids).entries()) {
    const place: Place = {
      ...{ bureauId: packet.agencyId, collectionId: lines.get(recipientId)!, recipientId },
      ...{ via: 'package', anew: true, id, first: i === 0 },
    };
    const [written] = await writeDown(work, place, [{ name, sha256, size }]);
    fileIds.push(written!.fileId);
  }
  const rows = await rowsOf(work, 'collectionFiles', fileIds);
  return fileIds.map(fileId => rows.get(fileId)!);
}

async function bringFiles(making: Making, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const { work, packet, data, localId } = making;
  const files = wanted(data.collectionFiles, ids);
  const collectionId = collectionOf(making);
  const place = { id: uuid(), bureauId: packet.peerAgencyId, collectionId, via: 'package' as const };
  await bookDelivery(work, { ...place, first: true, recipientId: null, anew: true }, 0);
  const rows = await insertMany<CollectionFile>(
    work,
    wholeFiles,
    files.map(({ recipientId, edition, fileName, sha256, size, state, stateReason }) => ({
      bureauId: packet.peerAgencyId,
      collectionId,
      deliveryId: place.id,
      recipientId: localId('recipients', recipientId),
      recognisedBy: 'person' as const,
      receivedBy: work.actor.id,
      via: place.via,
      ...{ edition, fileName, sha256, size, state, stateReason },
      problem: null,
      counts: noCounts,
      doubts: [] as FileDoubt[],
      ...nothingBeside,
    })),
    'import',
  );
  return rows as unknown as readonly AnyRow[];
}

type PackedRow = PackageData['collectedRows'][number];

const lineageHere = ({ stands, localId }: Making, lineage: Lineage | null): Lineage | null =>
  lineage && stands('collectionFiles', lineage.fileId)
    ? { ...lineage, fileId: localId('collectionFiles', lineage.fileId) }
    : null;

export async function makeRows(making: Making, ids: readonly string[]): Promise<readonly AnyRow[]> {
  const { work, packet, data, localId } = making;
  const collectionId = collectionOf(making);
  const rows = await insertMany<CollectedRow>(
    work,
    collectedRows,
    wanted(data.collectedRows, ids).map(row => {
      const { original, accepted, lineage, issues, first, second, returnReason } = row;
      return {
        ...{ bureauId: packet.peerAgencyId, collectionId, recipientId: localId('recipients', row.recipientId) },
        rowId: localQuestion(collectionId, row.rowId),
        ...{ original, accepted, issues, first, second, returnReason },
        lineage: lineageHere(making, lineage),
      };
    }),
    'import',
  );
  return rows as unknown as readonly AnyRow[];
}

/** What goes with what was taken of a row: the original words with the accepted ones, the edition with the workbook. */
export function goingWith(making: Making, resource: string, foreignId: string, set: Values): Values {
  if (resource === 'collectedRows') {
    const row = making.data.collectedRows.find(({ id }) => id === foreignId) as PackedRow;
    return {
      original: row.original,
      lineage: lineageHere(making, row.lineage),
      issues: row.issues,
    } as unknown as Values;
  }
  const workbook = resource === 'recipients' && 'sha256' in set ? making.data.recipients[0]?.workbook : null;
  return workbook ? { edition: workbook.edition } : {};
}

type Placing = Pick<Finding, 'collectionId' | 'collectedRowId'>;

/** Which answer a finding is about, where the package says so. */
export function placeOfFinding(making: Making, findingId: string): Placing {
  const row = making.data.collectedRows.find(({ findingIds }) => findingIds.includes(findingId));
  const isCollected = making.packet.kind === 'collection';
  return {
    collectionId: isCollected ? collectionOf(making) : null,
    collectedRowId: row && making.stands('collectedRows', row.id) ? making.localId('collectedRows', row.id) : null,
  };
}
