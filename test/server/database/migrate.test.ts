import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../../server/database/connect.ts';
import { migrate, migrations, NewerDatabaseError } from '../../../server/database/migrate.ts';
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
