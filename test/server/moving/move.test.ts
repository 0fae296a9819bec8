import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../server/database/connect.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { verifyChain } from '../../../server/events/verify.ts';
import { move, NotEmptyError, type Place } from '../../../server/moving/move.ts';
import { copiedTables } from '../../../server/moving/tables.ts';
import { change } from '../../../server/records/change.ts';
import { openStorage } from '../../../server/storage/storage.ts';
import { tickFirstRow, tickForm } from '../../support/bureau-forms.ts';
import { type Engine, engines, type OpenedDatabase } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { openRound } from '../../support/open-round.ts';
import { insertSheets } from '../access/sample-sheets.ts';

const ways = engines.flatMap(from => engines.map(to => ({ from, to, name: `${from.name} to ${to.name}` })));

describe.each(ways)('moving from $name', ({ from, to }) => {
  let office: Office;
  let target: OpenedDatabase;
  let folder: string;
  let place: Place;

  const open = async (engine: Engine): Promise<Place> => {
    target = await engine.open();
    folder = target.file ? dirname(target.file) : await mkdtemp(join(tmpdir(), 'guankao-moved-'));
    const connection = connect(target);
    await migrate(connection);
    return { connection, storage: await openStorage({ dataDir: folder, storageUrl: null }) };
  };
  beforeAll(async () => {
    office = await openOffice(from);
    const { reports, round, steps } = await openRound(office, office.district, 2);
    const { as } = office.district;
    await as.officer.upload(`/api/evidence?reportId=${reports[0]!.id}`, [
      { name: '紀錄.txt', bytes: Buffer.from('會議紀錄') },
    ]);
    await as.secretariat.post('/api/forms', { roundId: round.id });
    const printed = steps.map(({ label, text }) => ({ label: label ?? '', text }));
    const { body: template } = await as.secretariat.upload('/api/templates', [
      { name: '局版.xlsx', bytes: await tickForm({ steps: printed }) },
    ]);
    const rows = [{ sheet: '自評表', row: tickFirstRow, planItemId: steps[0]!.id, confirmed: true }];
    await as.secretariat.send({
      method: 'PUT',
      url: `/api/templates/${template.id}/rows`,
      payload: { version: 1, planId: round.planId, rows },
    });
    const { body: form } = await as.secretariat.post('/api/forms', { roundId: round.id, templateId: template.id });
    const { raw } = await as.secretariat.get(`/api/forms/${form.id}/file`);
    const { body: exchange } = await as.secretariat.upload('/api/exchanges', [
      { name: '回復.xlsx', bytes: new Uint8Array(raw) },
    ]);
    await as.secretariat.post(`/api/exchanges/${exchange.id}/recognise`, {
      version: exchange.version,
      formId: form.id,
    });
    await publishedOnline(office, { roundId: round.id, formId: form.id, reportId: reports[0]!.id });
    place = await open(to);
  });
  afterAll(async () => {
    await office?.close();
    await place?.connection.close();
    await target?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('names every table of the database', async () => {
    const tables = await office.context.db.introspection.getTables();
    const wanted = [...copiedTables.map(copied => copied.table), 'migrations'];
    expect(wanted.toSorted()).toEqual(tables.map(table => camel(table.name)).toSorted());
  });

  it('brings every row, every file and the whole chain', async () => {
    const source: Place = { connection: { ...office.context, close: async () => {} }, storage: office.context.storage };
    await move(source, place);
    for (const { table } of copiedTables) {
      const rows = async ({ connection }: Place) => {
        const found = await connection.db
          .selectFrom(table as 'users')
          .selectAll()
          .execute();
        return found.map(row => JSON.stringify(plain(row))).toSorted();
      };
      expect(await rows(place), table).toEqual(await rows(source));
      if (filled.has(table)) expect((await rows(place)).length, table).toBeGreaterThan(0);
    }
    expect((await verifyChain(place.connection)).broken).toBeNull();
    const files = await place.connection.db.selectFrom('files').select(['sha256', 'size']).execute();
    expect(files.length).toBeGreaterThan(1);
    for (const { sha256, size } of files) expect((await place.storage.read(sha256)).length).toBe(size);
  });

  it('keeps foreign keys, and refuses a place that is in use', async () => {
    const orphan = sql`insert into agency_ancestors (agency_id, ancestor_id, depth) values ('x', 'x', 0)`;
    await expect(orphan.execute(place.connection.db)).rejects.toThrow(/foreign key/i);
    const source: Place = { connection: { ...office.context, close: async () => {} }, storage: office.context.storage };
    await expect(move(source, place)).rejects.toThrow(NotEmptyError);
  });
});

/** Tables that must not be compared while they are empty. */
const filled: ReadonlySet<string> = new Set([
  'templates',
  'templateRows',
  'forms',
  'exchanges',
  'sheetAccounts',
  'sheetGrants',
  'sheets',
  'sheetRows',
  'sheetOperations',
]);

/** A spreadsheet with what was last agreed on and what was last sent. */
async function publishedOnline(
  { context, district }: Office,
  { reportId, ...place }: { readonly roundId: string; readonly formId: string; readonly reportId: string },
): Promise<void> {
  const actor = district.users.secretariat;
  await change(context, actor, async work => {
    const { sheets: sheetId } = await insertSheets(work, { agencyId: actor.agencyId, personId: actor.id, ...place });
    await work.tx.insertInto('sheetRows').values({ sheetId, rowId: 'row-1', reportId, answer: '{}' }).execute();
    await work.tx
      .insertInto('sheetOperations')
      .values({ id: 'operation-1', sheetId, createdAt: work.at, intent: '{}', endedAt: null })
      .execute();
  });
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A row with its flags alike on both engines. */
const plain = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'boolean' ? Number(value) : value]),
  );
