import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../../server/database/connect.ts';
import { migrate, migrations, NewerDatabaseError } from '../../../server/database/migrate.ts';
import { fromRow } from '../../../server/listing/fields.ts';
import { plans } from '../../../server/plans/definition.ts';
import { noSections, type Plan, plan } from '../../../sync/model/index.ts';
import { engines, type OpenedDatabase } from '../../support/engines.ts';

describe.each(engines)('migrations on $name', engine => {
  let database: OpenedDatabase;
  let connections: Connection[];
  const open = () => {
    const connection = connect(database);
    connections.push(connection);
    return connection;
  };
  beforeEach(async () => {
    database = await engine.open();
    connections = [];
  });
  afterEach(async () => {
    await Promise.all(connections.map(connection => connection.close()));
    await database.close();
  });

  /** Brings a database to where an older version of the program left it. */
  const migrateTo = async ({ db, engine: dialect }: Connection, last: string) => {
    await db.schema
      .createTable('migrations')
      .addColumn('name', 'text', column => column.primaryKey())
      .addColumn('appliedAt', 'text', column => column.notNull())
      .execute();
    for (const { name, up } of migrations.slice(0, migrations.findIndex(one => one.name === last) + 1))
      await db.transaction().execute(async tx => {
        await up(tx, dialect);
        await tx.insertInto('migrations').values({ name, appliedAt: '2025-01-01T00:00:00.000Z' }).execute();
      });
  };

  it('bring an empty database up to date once', async () => {
    const connection = open();
    expect(await migrate(connection)).toEqual(migrations.map(m => m.name));
    expect(await migrate(connection)).toEqual([]);
  });

  it('refuse a database that a newer version made, and leave it alone', async () => {
    const connection = open();
    await migrate(connection);
    await connection.db
      .insertInto('migrations')
      .values({ name: '9999-future', appliedAt: new Date().toISOString() })
      .execute();
    await expect(migrate(connection)).rejects.toThrow(NewerDatabaseError);
  });

  it('keep the packages of before collections travelled in them, which are about none', async () => {
    const connection = open();
    await migrateTo(connection, '0010-sheets');
    const at = '2025-01-15T02:00:00.000Z';
    const times = { version: 1, createdAt: at, updatedAt: at };
    const agency = { id: 'agency', ...times, name: '青田區公所', parentId: null, disabled: false };
    const { db } = connection;
    await db
      .insertInto('agencies')
      .values(agency as never)
      .execute();
    const person = { id: 'person', ...times, agencyId: 'agency', account: 'lin', name: '林', role: 'secretariat' };
    await db
      .insertInto('users')
      .values({ ...person, locale: 'zh-TW', disabled: false, mustChangePassword: false, passwordHash: '' } as never)
      .execute();
    const sha256 = 'a'.repeat(64);
    await db.insertInto('files').values({ sha256, size: 1, mediaType: 'application/zip', createdAt: at }).execute();
    const texts = { peerName: '', title: '舊封包', fileName: '封包.zip', sha256, stateReason: '', state: 'sent' };
    const old = {
      id: 'packet',
      ...times,
      agencyId: 'agency',
      direction: 'sent',
      handledBy: 'person',
      size: 1,
      ...texts,
    };
    await db
      .insertInto('packages')
      .values({ ...old, counts: '{}', leftOut: '{}', decisions: '{}' } as never)
      .execute();
    await migrate(connection);
    const row = await db.selectFrom('packages').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ id: 'packet', title: '舊封包', collectionId: null });
  });

  it('keep the plans of before the public page, and show none of them to everybody', async () => {
    const connection = open();
    await migrateTo(connection, '0005-template');
    const at = '2025-01-15T02:00:00.000Z';
    const times = { version: 3, createdAt: at, updatedAt: at };
    await connection.db
      .insertInto('agencies')
      .values({ id: 'agency', ...times, name: '青田區公所', parentId: null, disabled: false })
      .execute();
    const old = {
      id: 'plan',
      ...times,
      agencyId: 'agency',
      year: 114,
      title: '一一四年度為民服務計畫',
      state: 'published',
      documentDate: '2025-01-15',
      documentNumber: '青秘字第1140001234號',
      approvedAt: at,
      approvedBy: null,
      publishedAt: at,
      closedAt: null,
    } as const;
    await connection.db
      .insertInto('plans')
      .values(old as never)
      .execute();
    expect(await migrate(connection)).toContain('0006-publication');
    const stored = await connection.db.selectFrom('plans').selectAll().execute();
    expect(stored.map(row => fromRow<Plan>(plans.fields, row))).toEqual([
      { ...old, sections: noSections, publishedBy: null, publicId: null, membersPublic: false },
    ]);
    expect(plan.shape.sections.parse(JSON.parse(stored[0]!.sections))).toEqual(noSections);
  });

  it('keep the items of before, which come from no earlier plan and serve none', async () => {
    const connection = open();
    await migrateTo(connection, '0006-publication');
    const at = '2025-01-15T02:00:00.000Z';
    const times = { version: 2, createdAt: at, updatedAt: at };
    const { db } = connection;
    await db
      .insertInto('agencies')
      .values({ id: 'agency', ...times, name: '青田區公所', parentId: null, disabled: false })
      .execute();
    await db
      .insertInto('plans')
      .values({ id: 'plan', ...times, agencyId: 'agency', year: 114, title: '計畫', state: 'draft' } as never)
      .execute();
    const old = { id: 'item', ...times, agencyId: 'agency', planId: 'plan', parentId: null, position: 0, depth: 0 };
    const content = { label: '一', text: '項目', units: '[]', checkMonths: '[6]', cadence: '[]', remarks: '' };
    await db
      .insertInto('planItems')
      .values({ ...old, ...content } as never)
      .execute();
    expect(await migrate(connection)).toContain('0007-crosswalk');
    expect(await db.selectFrom('planItems').selectAll().execute()).toEqual([
      { ...old, ...content, carriedFrom: null, skeletonKey: null },
    ]);
  });

  it('keep the agencies of before, of which nobody knows where they are written to', async () => {
    const connection = open();
    await migrateTo(connection, '0012-recipient-sheet');
    const at = '2025-01-15T02:00:00.000Z';
    const row = { id: 'agency', version: 3, createdAt: at, updatedAt: at, name: '青田區公所', parentId: null };
    const { db } = connection;
    await db
      .insertInto('agencies')
      .values({ ...row, disabled: false })
      .execute();
    expect(await migrate(connection)).toContain('0013-agency-email');
    expect(await db.selectFrom('agencies').selectAll().execute()).toEqual([
      expect.objectContaining({ ...row, email: null }),
    ]);
  });

  it('let an item outlive the one it was carried from', async () => {
    const connection = open();
    await migrate(connection);
    const { db } = connection;
    const at = '2025-01-15T02:00:00.000Z';
    const times = { version: 1, createdAt: at, updatedAt: at };
    await db
      .insertInto('agencies')
      .values({ id: 'agency', ...times, name: '青田區公所', parentId: null, disabled: false })
      .execute();
    const plan = { ...times, agencyId: 'agency', year: 114, title: '計畫', state: 'draft' };
    await db
      .insertInto('plans')
      .values([
        { id: 'old', ...plan },
        { id: 'new', ...plan },
      ] as never)
      .execute();
    const item = { ...times, agencyId: 'agency', parentId: null, position: 0, depth: 0, label: null, text: '項目' };
    const lists = { units: '[]', checkMonths: '[]', cadence: '[]', remarks: '' };
    await db
      .insertInto('planItems')
      .values([
        { id: 'was', planId: 'old', ...item, ...lists },
        { id: 'is', planId: 'new', ...item, ...lists, carriedFrom: 'was' },
      ] as never)
      .execute();
    await db.deleteFrom('planItems').where('id', '=', 'was').execute();
    expect(await db.selectFrom('planItems').select(['id', 'carriedFrom']).execute()).toEqual([
      { id: 'is', carriedFrom: null },
    ]);
  });

  it('keep the recipients and accounts of before, which have no spreadsheet', async () => {
    const connection = open();
    await migrateTo(connection, '0010-sheets');
    const { db } = connection;
    const at = '2025-06-02T01:00:00.000Z';
    const times = { version: 2, createdAt: at, updatedAt: at };
    const agency = (id: string) => ({ id, ...times, name: id, parentId: null, disabled: false });
    await db
      .insertInto('agencies')
      .values([agency('bureau'), agency('district')] as never)
      .execute();
    const file = { sha256: 'hash', size: 1, mediaType: 'text/plain', createdAt: at };
    await db.insertInto('files').values(file).execute();
    const template = {
      id: 'template',
      ...times,
      agencyId: 'bureau',
      name: '範本',
      fileName: '範本.xlsx',
      sha256: 'hash',
    };
    const read = { size: 1, format: 'xlsx', rowCount: 0, found: '{}', profile: '{}', corrections: '[]' };
    await db
      .insertInto('templates')
      .values({ ...template, ...read } as never)
      .execute();
    const asked = { agencyId: 'bureau', name: '彙整案', templateId: 'template', edition: 1, dueDate: '2025-06-30' };
    await db
      .insertInto('collections')
      .values({ id: 'collection', ...times, ...asked, instructions: '', state: 'open', previousId: null })
      .execute();
    const line = { bureauId: 'bureau', agencyId: 'district', collectionId: 'collection', state: 'notReturned' };
    await db
      .insertInto('recipients')
      .values({ id: 'recipient', ...times, ...line, stateReason: '', chases: 0 } as never)
      .execute();
    const before = await db.selectFrom('recipients').selectAll().execute();
    expect(await migrate(connection)).toContain('0012-recipient-sheet');
    expect(await db.selectFrom('recipients').selectAll().execute()).toEqual(before);
    expect(await db.selectFrom('recipientSheets').selectAll().execute()).toEqual([]);
  });

  it('leave foreign keys in force', async () => {
    const connection = open();
    await migrate(connection);
    const orphan = { agencyId: 'nobody', ancestorId: 'nobody', depth: 0 };
    await expect(connection.db.insertInto('agencyAncestors').values(orphan).execute()).rejects.toThrow(/foreign key/i);
  });
});

describe('migrations of several servers', () => {
  it('are applied once when all start together on one PostgreSQL', async () => {
    const database = await engines.find(engine => engine.name === 'PostgreSQL')!.open();
    const connections = [connect(database), connect(database), connect(database)];
    const applied = await Promise.all(connections.map(migrate));
    expect(applied.flat().toSorted()).toEqual(migrations.map(m => m.name));
    await Promise.all(connections.map(connection => connection.close()));
    await database.close();
  });
});
