import { setImmediate as turn } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { ConsolidatedRow } from '../../sync/collect/index.ts';
import type { CollectedRow, CollectedValues, Issue, Lineage } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

/** Rows held at one time, whatever the number of agencies. */
const pageSize = 500;

/** Earlier results by agency and question, of the collection that this one is compared with. */
export type Earlier = (agencyId: string, rowId: string) => string | null | undefined;

const joined = (db: Kysely<Database>, collectionId: string) =>
  db
    .selectFrom('collectedRows')
    .innerJoin('collectionRows', 'collectionRows.id', 'collectedRows.rowId')
    .innerJoin('recipients', 'recipients.id', 'collectedRows.recipientId')
    .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
    .select(['collectedRows.id', 'collectedRows.recipientId', 'collectedRows.rowId', 'recipients.agencyId'])
    .select(['original', 'accepted', 'lineage', 'issues', 'first', 'second'])
    .select(['agencies.name', 'collectionRows.position'])
    .where('collectedRows.collectionId', '=', collectionId)
    .limit(pageSize);

type Joined = ReturnType<typeof joined>;
type Row = Awaited<ReturnType<Joined['execute']>>[number];
type Place = readonly [string | number, string | number, string | number];

const after = (columns: readonly string[], place: Place) =>
  sql<boolean>`(${sql.join(columns.map(column => sql.ref(column)))}) > (${sql.join(place)})`;

/** Agencies by name, and within one the questions in their order. Two agencies may have one name. */
const byAgency = {
  columns: ['agencies.name', 'recipients.id', 'collectionRows.position'],
  placeOf: ({ name, recipientId, position }: Row): Place => [name, recipientId, position],
} as const;

/** Questions in their order, and within one the agencies by name. */
const byItem = {
  columns: ['collectionRows.position', 'agencies.name', 'recipients.id'],
  placeOf: ({ name, recipientId, position }: Row): Place => [position, name, recipientId],
} as const;

export const orders = { byAgency, byItem } as const;

/** Every collected row of a collection once, read page by page. */
export async function* rowsIn(
  db: Kysely<Database>,
  collectionId: string,
  { columns, placeOf }: (typeof orders)[keyof typeof orders],
  earlier: Earlier | null,
): AsyncGenerator<ConsolidatedRow> {
  let last: Place | null = null;
  for (;;) {
    const all: Joined = columns.reduce((query, column) => query.orderBy(column), joined(db, collectionId));
    const page: Row[] = await (last === null ? all : all.where(after(columns, last))).execute();
    for (const row of page) yield consolidated(row, earlier);
    if (page.length < pageSize) return;
    // The embedded database answers at once; others must have their turn between pages.
    await turn();
    last = placeOf(page.at(-1)!);
  }
}

function consolidated(row: Row, earlier: Earlier | null): ConsolidatedRow {
  const { recipientId, rowId, agencyId } = row;
  const previousResult = earlier?.(agencyId, rowId);
  return {
    recipientId,
    rowId,
    original: JSON.parse(row.original) as CollectedValues,
    accepted: JSON.parse(row.accepted) as CollectedValues,
    lineage: row.lineage === null ? null : (JSON.parse(row.lineage) as Lineage),
    first: JSON.parse(row.first) as CollectedRow['first'],
    second: JSON.parse(row.second) as CollectedRow['second'],
    issues: JSON.parse(row.issues) as Issue[],
    ...(previousResult === undefined ? {} : { previousResult }),
  };
}
