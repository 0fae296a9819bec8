import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Edition, ValuesByRow } from '../../sync/collect/index.ts';
import { claim, type Duty } from '../background/index.ts';
import type { Context } from '../context.ts';
import { updateMany } from '../database/update-many.ts';
import { append, type Happening } from '../events/append.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { mediaTypes } from '../forms/formats.ts';
import { type Log, reading } from '../reading/run.ts';
import { workbookName } from './file-name.ts';
import type { PersonalWorkbook } from './personalise.ts';

/** Bytes that are made at once, and how many workbooks at most. */
const atOnce = { bytes: 16 * 1024 * 1024, workbooks: 25 };
/** Longer than making that many takes. */
const leaseMs = 5 * 60_000;

/** Recipients of open collections that have no workbook of the newest edition yet. Those that came by package bring theirs along. */
export const unmade = sql<boolean>`exists (
  select 1 from ${sql.table('collections')} where ${sql.ref('collections.id')} = ${sql.ref('recipients.collectionId')}
    and ${sql.ref('collections.state')} = 'open'
    and not exists (
      select 1 from ${sql.table('packageRows')} where ${sql.ref('packageRows.resource')} = 'collections'
        and ${sql.ref('packageRows.localId')} = ${sql.ref('collections.id')}
    )
    and (${sql.ref('recipients.edition')} is null or ${sql.ref('recipients.edition')} < ${sql.ref('collections.edition')})
)`;

/** Makes the workbooks of open collections, some at a time, and says so to whoever sends them. */
export const makingWorkbooks = (context: Context, log: Log): Duty => ({
  name: 'workbooks',
  async run() {
    const { ids, leaseUntil } = await claim(context, {
      table: 'recipients',
      open: unmade,
      most: atOnce.workbooks,
      leaseMs,
    });
    if (ids.length === 0) return false;
    const wanted = await wantedOf(context, ids);
    for (const [collectionId, recipients] of Map.groupBy(wanted, ({ collectionId }) => collectionId))
      await make(context, collectionId, recipients, leaseUntil, log);
    context.background.wake('mail');
    return true;
  },
});

interface Wanted {
  readonly id: string;
  readonly collectionId: string;
  readonly bureauId: string;
  readonly agencyName: string;
}

const wantedOf = ({ db }: Context, ids: readonly string[]): Promise<readonly Wanted[]> =>
  db
    .selectFrom('recipients')
    .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
    .select(['recipients.id', 'recipients.collectionId', 'recipients.bureauId', 'agencies.name as agencyName'])
    .where('recipients.id', 'in', ids)
    .orderBy('recipients.id')
    .execute();

/** The newest edition of a collection, with the template that it goes out through. */
async function formOf({ db }: Context, collectionId: string) {
  const row = await db
    .selectFrom('collections')
    .innerJoin('collectionEditions', join =>
      join
        .onRef('collectionEditions.collectionId', '=', 'collections.id')
        .onRef('collectionEditions.number', '=', 'collections.edition'),
    )
    .innerJoin('templates', 'templates.id', 'collectionEditions.templateId')
    .select(['collections.name', 'collectionEditions.issued', 'templates.sha256', 'templates.size', 'templates.format'])
    .where('collections.id', '=', collectionId)
    .executeTakeFirst();
  return row && { ...row, edition: JSON.parse(row.issued) as Edition };
}
type Form = NonNullable<Awaited<ReturnType<typeof formOf>>>;

async function make(
  context: Context,
  collectionId: string,
  recipients: readonly Wanted[],
  leaseUntil: string,
  log: Log,
): Promise<void> {
  const form = await formOf(context, collectionId);
  if (!form) return;
  const { sha256, name, edition, size } = form;
  const each = Math.max(1, Math.floor(atOnce.bytes / Math.max(1, size)));
  await withLocalCopy(context, { sha256, name }, async file => {
    for (let i = 0; i < recipients.length; i += each) {
      const part = recipients.slice(i, i + each);
      const order = { profile: edition.profile, collectionId, edition: edition.edition, recipients: part };
      const made = await reading.read('personalise', file, log, order);
      if (!made.ok) {
        log.error({ issue: made.issue, collectionId }, 'workbooks of a collection could not be made');
        // Kept under the lease, so that they are tried again, but not at once.
        return;
      }
      await keepMade(context, part, form, made.result, leaseUntil);
    }
  });
}

interface Stored extends Wanted {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
}

async function keepMade(
  context: Context,
  part: readonly Wanted[],
  form: Form,
  made: readonly PersonalWorkbook[],
  leaseUntil: string,
): Promise<void> {
  const { db, engine, now } = context;
  const { edition } = form;
  const byId = new Map(part.map(each => [each.id, each]));
  const stored: Stored[] = [];
  for (const { recipientId, bytes } of made) {
    const wanted = byId.get(recipientId)!;
    const { name: collectionName, format } = form;
    const fileName = workbookName({ recipientId, ...wanted, collectionName, edition: edition.edition, format });
    stored.push({ ...wanted, fileName, size: bytes.length, sha256: await store(context, bytes) });
  }
  const at = now().toISOString();
  const issued = JSON.stringify(baseOf(edition));
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('files')
      .values(stored.map(({ sha256, size }) => ({ sha256, size, mediaType: mediaTypes[form.format], createdAt: at })))
      .onConflict(conflict => conflict.column('sha256').doNothing())
      .execute();
    // Somebody else took some over once the lease was out, or they were removed meanwhile.
    const written = await updateMany(
      tx,
      {
        table: 'recipients',
        columns: ['fileName', 'sha256'],
        alike: { edition: edition.edition, issued, leaseUntil: null, updatedAt: at },
        only: sql<boolean>`${sql.ref('recipients.leaseUntil')} = ${leaseUntil}`,
      },
      stored,
    );
    const events = stored
      .filter(({ id }) => written.has(id))
      .map(
        ({ id, bureauId, fileName, sha256 }): Happening => ({
          action: 'recipients.make',
          resource: 'recipients',
          recordId: id,
          agencyId: bureauId,
          after: { edition: edition.edition, fileName, sha256 },
        }),
      );
    await append(tx, engine, now(), { id: null, name: 'Guankao' }, events);
  });
}

/** What the workbook leaves with, by question: the base of every merge. */
const baseOf = ({ rows }: Edition): ValuesByRow => Object.fromEntries(rows.map(({ rowId, values }) => [rowId, values]));

async function store({ storage }: Context, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(storage.incoming, uuid());
  await writeFile(path, bytes, { flush: true, mode: 0o600 });
  await storage.keep(sha256, path);
  return sha256;
}
