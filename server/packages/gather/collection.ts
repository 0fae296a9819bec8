import type { Kysely, Selectable } from 'kysely';
import type { Edition } from '../../../sync/collect/index.ts';
import type {
  CollectedRow,
  Collection,
  CollectionRow,
  Finding,
  Recipient,
  RowReview,
  Template,
} from '../../../sync/model/index.ts';
import { noData, type PackageData } from '../../../sync/package/index.ts';
import { collectedRows } from '../../collected-rows/definition.ts';
import { collectionRows } from '../../collections/definition.ts';
import type { Database } from '../../database/schema.ts';
import { findings } from '../../findings/definition.ts';
import { fromRow } from '../../listing/fields.ts';
import { Refusal } from '../../problems/refusal.ts';
import { recipients } from '../../recipients/definition.ts';
import { templates } from '../../templates/definition.ts';
import { type Gathered, nothingLeftOut } from './gathered.ts';
import { packedFinding } from './reviews.ts';

type Db = Kysely<Database>;
type Asked = PackageData['collections'][number];

/** The line of an agency, and what people call the agency. */
interface Line {
  readonly recipient: Recipient;
  readonly agencyName: string;
}

/**
 * What a collection asks of agencies, as each of them would see it in one installation: the form made out to it, and what was said
 * of its answers as soon as that is for it to see. The number of statements does not grow with the agencies.
 * @returns by agency
 * @throws Refusal `package_not_asked`, `package_workbook_not_made`, `collection_not_open`
 */
export async function gatherCollection(
  db: Db,
  collection: Collection,
  agencies: readonly { readonly id: string; readonly name: string }[],
): Promise<ReadonlyMap<string, Gathered>> {
  if (collection.state === 'draft') throw new Refusal('collection_not_open', { name: collection.name });
  const lines = await linesOf(db, collection, agencies);
  const asked = await askedOf(db, collection);
  const [workbooks, files, rows, found] = [
    await workbooksOf(db, lines),
    await filesOf(db, lines),
    await answersOf(db, collection, lines),
    await findingsOf(db, collection, lines),
  ];
  return new Map(
    lines.map(({ recipient }) => {
      const { id, stateReason, acceptedAt, fileId, sha256, fileName, edition, agencyId } = recipient;
      const size = sha256 === null ? undefined : workbooks.get(sha256);
      const hasWorkbook = size !== undefined && sha256 !== null && fileName !== null && edition !== null;
      const workbook = hasWorkbook ? { sha256, size, name: fileName, edition } : null;
      const own = found.get(agencyId) ?? [];
      const data: PackageData = {
        ...noData,
        collections: [asked],
        recipients: [{ id, stateReason, acceptedAt, fileId, workbook }],
        collectionFiles: [...(files.get(id) ?? [])],
        collectedRows: (rows.get(id) ?? []).map(row => withFindings(row, own)),
        findings: own.map(packedFinding),
      };
      const { name: title, id: collectionId } = collection;
      const about = { planId: null, roundId: null, formIds: [collectionId], collectionId };
      return [agencyId, { data, title, ...about, leftOut: nothingLeftOut }] as const;
    }),
  );
}

async function linesOf(
  db: Db,
  { id, name, edition, state }: Collection,
  agencies: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly Line[]> {
  const stored = await db
    .selectFrom('recipients')
    .selectAll()
    .where('collectionId', '=', id)
    .where(
      'agencyId',
      'in',
      agencies.map(agency => agency.id),
    )
    .execute();
  const byAgency = new Map(stored.map(row => [row.agencyId, fromRow<Recipient>(recipients.fields, row)]));
  return agencies.map(agency => {
    const recipient = byAgency.get(agency.id);
    if (!recipient) throw new Refusal('package_not_asked', { collection: name, name: agency.name });
    if (state === 'open' && recipient.edition !== edition)
      throw new Refusal('package_workbook_not_made', { name: agency.name });
    return { recipient, agencyName: agency.name };
  });
}

/** The form in all its editions: what comes back may be an earlier one. */
async function askedOf(db: Db, { id, name, edition, dueDate, instructions, state }: Collection): Promise<Asked> {
  const questions = await db
    .selectFrom('collectionRows')
    .selectAll()
    .where('collectionId', '=', id)
    .orderBy('position')
    .execute();
  const editions = db.selectFrom('collectionEditions').where('collectionId', '=', id);
  const issued = await editions.selectAll().orderBy('number').execute();
  const forms = await db.selectFrom('templates').selectAll().where('id', 'in', editions.select('templateId')).execute();
  const byId = new Map(forms.map(row => [row.id, fromRow<Template>(templates.fields, row)]));
  return {
    ...{ id, name, edition, dueDate, instructions },
    state: state === 'closed' ? 'closed' : 'open',
    questions: questions.map(row => {
      const {
        id: rowId,
        position,
        label,
        text,
        path,
        skeletonKey,
      } = fromRow<CollectionRow>(collectionRows.fields, row);
      return { id: rowId, position, label, text, path, skeletonKey };
    }),
    editions: issued.map(({ templateId, issued: said, issuedAt }) => {
      const { name: title, fileName, sha256, size, format, rowCount } = byId.get(templateId)!;
      const template = { name: title, fileName, sha256, size, format, rowCount };
      return { issued: JSON.parse(said) as Edition as Asked['editions'][number]['issued'], issuedAt, template };
    }),
  };
}

async function workbooksOf(db: Db, lines: readonly Line[]): Promise<ReadonlyMap<string, number>> {
  const named = lines.flatMap(({ recipient: { sha256 } }) => sha256 ?? []);
  if (named.length === 0) return new Map();
  const rows = await db.selectFrom('files').select(['sha256', 'size']).where('sha256', 'in', named).execute();
  return new Map(rows.map(({ sha256, size }) => [sha256, size]));
}

type PackedFile = PackageData['collectionFiles'][number];

/** What counts or did; and what was turned down of that which the agency sent by package, so that it knows. */
async function filesOf(db: Db, lines: readonly Line[]): Promise<ReadonlyMap<string, readonly PackedFile[]>> {
  const rows = await db
    .selectFrom('collectionFiles')
    .select(['id', 'recipientId', 'fileName', 'sha256', 'size', 'edition', 'state', 'stateReason', 'createdAt'])
    .where(
      'recipientId',
      'in',
      lines.map(({ recipient }) => recipient.id),
    )
    .where(eb => eb.or([eb('state', '=', 'applied'), eb.and({ state: 'rejected', via: 'package' })]))
    .orderBy('id', 'desc')
    .execute();
  const packed = rows.map(({ recipientId, createdAt: receivedAt, ...file }) => ({
    ...file,
    recipientId: recipientId!,
    receivedAt,
    receivedBy: '',
  }));
  return Map.groupBy(packed, ({ recipientId }) => recipientId);
}

type StoredRow = Selectable<Database['collectedRows']>;

/** What a reviewer is still writing is not for the agency, whichever way it is told. */
async function answersOf(
  db: Db,
  { state }: Collection,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, readonly StoredRow[]>> {
  const told = lines.filter(
    ({ recipient: { stateReason, acceptedAt } }) => state === 'closed' || stateReason !== '' || acceptedAt !== null,
  );
  if (told.length === 0) return new Map();
  const rows = await db
    .selectFrom('collectedRows')
    .selectAll()
    .where(
      'recipientId',
      'in',
      told.map(({ recipient }) => recipient.id),
    )
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ recipientId }) => recipientId);
}

const nameless = (review: RowReview) => ({ ...review, by: null });

function withFindings(stored: StoredRow, found: readonly Finding[]): PackageData['collectedRows'][number] {
  const row = fromRow<CollectedRow>(collectedRows.fields, stored);
  const { id, recipientId, rowId, original, accepted, lineage, issues, first, second, returnReason } = row;
  return {
    ...{ id, recipientId, rowId, original, accepted, lineage, issues, returnReason },
    first: nameless(first),
    second: nameless(second),
    findingIds: found.filter(({ collectedRowId }) => collectedRowId === id).map(finding => finding.id),
  };
}

async function findingsOf(
  db: Db,
  { id, agencyId }: Collection,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const rows = await db
    .selectFrom('findings')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('collectionId', '=', id)
    .where(
      'againstId',
      'in',
      lines.map(({ recipient }) => recipient.agencyId),
    )
    .orderBy('id')
    .execute();
  return Map.groupBy(
    rows.map(row => fromRow<Finding>(findings.fields, row)),
    ({ againstId }) => againstId,
  );
}
