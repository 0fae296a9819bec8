import type { Connection } from '../../../server/database/connect.ts';

/** What the engine itself takes: the same rows by the same driver, without rules, records or merging. */
export interface Floors {
  /** Every answer copied to a table like the one it stands in, agency by agency, each in a transaction of its own. */
  copy(): Promise<number>;
  /** Every answer fetched once and parsed. */
  scan(): Promise<number>;
}

export const floorsOf = ({ db }: Connection, collectionId: string): Floors => ({
  async copy() {
    const rows = await db.selectFrom('collectedRows').selectAll().where('collectionId', '=', collectionId).execute();
    await db.schema
      .createTable('floorRows')
      .as(db.selectFrom('collectedRows').selectAll().where('id', '=', ''))
      .execute();
    await db.schema.createIndex('floorRowsOnce').unique().on('floorRows').columns(['recipientId', 'rowId']).execute();
    const floor = db.withTables<{ floorRows: (typeof rows)[number] }>();
    const began = performance.now();
    for (const some of Map.groupBy(rows, ({ recipientId }) => recipientId).values())
      await floor.transaction().execute(tx => tx.insertInto('floorRows').values(some).execute());
    const taken = performance.now() - began;
    await db.schema.dropTable('floorRows').execute();
    return taken;
  },
  async scan() {
    const began = performance.now();
    const rows = await db
      .selectFrom('collectedRows')
      .select(['accepted', 'original', 'lineage'])
      .where('collectionId', '=', collectionId)
      .execute();
    for (const { accepted, original, lineage } of rows)
      [accepted, original, lineage ?? 'null'].map(text => JSON.parse(text));
    return performance.now() - began;
  },
});
