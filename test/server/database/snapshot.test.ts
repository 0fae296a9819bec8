import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Connection, connect } from '../../../server/database/connect.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { engines } from '../../support/engines.ts';

describe.each(engines)('a snapshot on $name', engine => {
  let connection: Connection;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const database = await engine.open();
    // A single connection for all who write: a snapshot that took it would let nobody else have a turn.
    connection = connect({ ...database, poolSize: 1 });
    remove = database.close;
    await migrate(connection);
  });
  afterAll(async () => {
    await connection.close();
    await remove();
  });

  const at = '2025-06-02T01:00:00.000Z';
  const names = async (db: Connection['db']): Promise<readonly string[]> =>
    (await db.selectFrom('agencies').select('name').orderBy('name').execute()).map(({ name }) => name);
  const found = (name: string) =>
    connection.db
      .insertInto('agencies')
      .values({ id: name, version: 1, createdAt: at, updatedAt: at, name, parentId: null, disabled: false })
      .execute();

  it('stays as it was while others write, and holds none of them back', async () => {
    await found('甲');
    await connection.snapshot(async db => {
      expect(await names(db)).toEqual(['甲']);
      await found('乙');
      expect(await names(connection.db)).toEqual(['乙', '甲'].toSorted());
      expect(await names(db)).toEqual(['甲']);
    });
    expect(await connection.snapshot(names)).toHaveLength(2);
  });

  it('changes nothing', async () => {
    const write = connection.snapshot(db => db.deleteFrom('agencies').execute());
    await expect(write).rejects.toThrow(/read.?only/i);
    expect(await names(connection.db)).toHaveLength(2);
  });

  it('has two at a time; the next begins when one ends, also by a fault', async () => {
    const begun: number[] = [];
    const ends = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const reads = ends.map(({ promise }, n) =>
      connection.snapshot(async db => {
        await names(db);
        begun.push(n);
        await promise;
      }),
    );
    await vi.waitFor(() => expect(begun.toSorted()).toEqual([0, 1]));
    ends[0]!.reject(new Error('the disk is full'));
    await expect(reads[0]).rejects.toThrow('the disk is full');
    await vi.waitFor(() => expect(begun).toContain(2));
    for (const { resolve } of ends) resolve();
    await Promise.all(reads.slice(1));
    expect(await connection.snapshot(names)).toHaveLength(2);
  });

  it('is over before the database is let go of', async () => {
    const other = connect(await engine.open());
    await migrate(other);
    const end = Promise.withResolvers<void>();
    const read = other.snapshot(async db => {
      await end.promise;
      return names(db);
    });
    const closed = other.close();
    end.resolve();
    expect(await read).toEqual([]);
    await closed;
  });
});
