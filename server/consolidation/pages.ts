import { setImmediate as turn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { ConsolidatedRow } from '../../sync/collect/index.ts';
import type { CollectedRow, CollectedValues, Issue, Lineage } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

/** Rows held at one time, whatever the number of agencies and questions. */
const pageSize = 500;

/** Earlier results by agency and question, of the collection that this one is compared with. */
export type Earlier = (agencyId: string, rowId: string) => string | null | undefined;

/** What a collection asks, and whom, each in the order in which it is to be read. */
export interface Extent {
  /** Agency of each recipient, by the recipient's id. */
  readonly recipients: ReadonlyMap<string, string>;
  readonly rowIds: readonly string[];
}

/** A part of a collection, with the order in which its rows are told. */
interface Page {
  readonly recipientIds: readonly string[];
  readonly rowIds: readonly string[];
  readonly first: 'agency' | 'item';
}

/** Agency by agency, and within one the questions in their order. */
export const byAgency = ({ recipients, rowIds }: Extent): readonly Page[] =>
  pagesOf([...recipients.keys()], rowIds).map(([some, part]) => ({
    recipientIds: some,
    rowIds: part,
    first: 'agency',
  }));

/** Question by question, and within one the agencies in their order. */
export const byItem = ({ recipients, rowIds }: Extent): readonly Page[] =>
  pagesOf(rowIds, [...recipients.keys()]).map(([some, part]) => ({ recipientIds: part, rowIds: some, first: 'item' }));

type Pair = readonly [readonly string[], readonly string[]];

/** Several of the outer ones with all of the inner, or one with parts of the inner: either way the order is kept. */
function pagesOf(outer: readonly string[], inner: readonly string[]): readonly Pair[] {
  const parts = chunks(inner, pageSize);
  const few = Math.max(1, Math.floor(pageSize / Math.max(1, inner.length)));
  return chunks(outer, few).flatMap(some => parts.map(part => [some, part] as const));
}

const chunks = (ids: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));

/** Recipient and question of every row that a page may have, in its order. */
export const placesOf = ({ recipientIds, rowIds, first }: Page): readonly (readonly [string, string])[] =>
  first === 'agency'
    ? recipientIds.flatMap(recipientId => rowIds.map(rowId => [recipientId, rowId] as const))
    : rowIds.flatMap(rowId => recipientIds.map(recipientId => [recipientId, rowId] as const));

const readPage = (db: Kysely<Database>, { recipientIds, rowIds }: Page) =>
  db
    .selectFrom('collectedRows')
    .select(['recipientId', 'rowId', 'original', 'accepted', 'lineage', 'issues', 'first', 'second'])
    .where('recipientId', 'in', recipientIds)
    .where('rowId', 'in', rowIds)
    .execute();
type Row = Awaited<ReturnType<typeof readPage>>[number];

/**
 * Every collected row of a collection once, read page by page. A page is found by its ids, so that the last costs as much as the
 * first.
 */
export async function* rowsIn(
  db: Kysely<Database>,
  { recipients }: Extent,
  pages: readonly Page[],
  earlier: Earlier | null,
): AsyncGenerator<ConsolidatedRow> {
  for (const page of pages) {
    const found = new Map((await readPage(db, page)).map(row => [`${row.recipientId}\n${row.rowId}`, row]));
    for (const [recipientId, rowId] of placesOf(page)) {
      const row = found.get(`${recipientId}\n${rowId}`);
      if (row) yield consolidated(row, earlier?.(recipients.get(recipientId)!, rowId));
    }
    // The embedded database answers at once; others must have their turn between pages.
    await turn();
  }
}

function consolidated(row: Row, previousResult: string | null | undefined): ConsolidatedRow {
  const { recipientId, rowId } = row;
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
