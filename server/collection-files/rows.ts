import type { CollectedRow, CollectedValues } from '../../sync/model/index.ts';
import { collectedRows } from '../collected-rows/definition.ts';
import { fromRow, toRow } from '../listing/fields.ts';
import type { Change } from '../records/change.ts';

const sorted = (values: CollectedValues): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A field that is blank and one that is not there say the same. */
export const same = (a: CollectedValues, b: CollectedValues): boolean => sorted(a) === sorted(b);

type Fields = readonly (keyof CollectedValues)[];

export const changedFields = (before: CollectedValues, after: CollectedValues): Fields =>
  [...new Set([...Object.keys(before), ...Object.keys(after)] as (keyof CollectedValues)[])].filter(
    field => (before[field] ?? null) !== (after[field] ?? null),
  );

export const pick = (values: CollectedValues, fields: Fields): CollectedValues =>
  Object.fromEntries(fields.map(field => [field, values[field] ?? null]));

export type RowsByQuestion = ReadonlyMap<string, CollectedRow>;

/** The collected rows of recipients by question, locked until the change ends. */
export async function rowsOf(
  { tx, engine }: Change,
  recipientIds: readonly string[],
): Promise<(recipientId: string) => RowsByQuestion> {
  const rows = await tx
    .selectFrom('collectedRows')
    .selectAll()
    .where('recipientId', 'in', recipientIds)
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  const byRecipient = Map.groupBy(rows, ({ recipientId }) => recipientId);
  return recipientId =>
    new Map(
      byRecipient.get(recipientId)?.map(row => [row.rowId, fromRow<CollectedRow>(collectedRows.fields, row)]) ?? [],
    );
}

/** Bound parameters that a statement may hold on either engine. */
const rowsPerStatement = 400;

/** Writes what files say of rows, new ones and known ones with the same few statements; reviews stay as they are. */
export async function upsert({ tx }: Change, rows: readonly CollectedRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement)
    await tx
      .insertInto('collectedRows')
      .values(rows.slice(i, i + rowsPerStatement).map(row => toRow(collectedRows.fields, row)) as never)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(eb => ({
          original: eb.ref('excluded.original'),
          accepted: eb.ref('excluded.accepted'),
          lineage: eb.ref('excluded.lineage'),
          issues: eb.ref('excluded.issues'),
          version: eb.ref('excluded.version'),
          updatedAt: eb.ref('excluded.updatedAt'),
        })),
      )
      .execute();
}
