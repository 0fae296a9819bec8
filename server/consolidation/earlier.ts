import { type Kysely, sql } from 'kysely';
import { plainOf } from '../../sync/form/identify/index.ts';
import type { Engine } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';
import type { Earlier } from './pages.ts';

/** A question is the same as last round's where it stands under the same and asks the same, however it is numbered and spaced. */
const keyOf = ({ path, text }: { readonly path: string; readonly text: string }): string =>
  JSON.stringify([...(JSON.parse(path) as string[]), text].map(plainOf));

/** The question of another collection that each question of this one is, as far as there is one. */
export async function sameQuestions(
  db: Kysely<Database>,
  id: string,
  otherId: string,
): Promise<ReadonlyMap<string, string | undefined>> {
  const questions = await db
    .selectFrom('collectionRows')
    .select(['id', 'collectionId', 'path', 'text'])
    .where('collectionId', 'in', [id, otherId])
    .execute();
  const others = new Map(questions.filter(row => row.collectionId === otherId).map(row => [keyOf(row), row.id]));
  return new Map(questions.filter(row => row.collectionId === id).map(row => [row.id, others.get(keyOf(row))]));
}

/** The accepted results of the round before; null where there is none. Only the results are held, one word for each row. */
export async function earlierOf(
  db: Kysely<Database>,
  engine: Engine,
  { id, previousId }: { readonly id: string; readonly previousId: string | null },
): Promise<Earlier | null> {
  if (previousId === null) return null;
  const was = await sameQuestions(db, id, previousId);
  const result =
    engine === 'postgres'
      ? sql<string | null>`cast(${sql.ref('accepted')} as jsonb) ->> 'result'`
      : sql<string | null>`json_extract(${sql.ref('accepted')}, '$.result')`;
  const rows = await db
    .selectFrom('collectedRows')
    .innerJoin('recipients', 'recipients.id', 'collectedRows.recipientId')
    .select(['recipients.agencyId', 'collectedRows.rowId'])
    .select(result.as('result'))
    .where('collectedRows.collectionId', '=', previousId)
    .execute();
  const results = new Map(rows.map(row => [`${row.agencyId}\n${row.rowId}`, row.result]));
  return (agencyId, rowId) => {
    const earlier = was.get(rowId);
    return earlier === undefined ? undefined : (results.get(`${agencyId}\n${earlier}`) ?? null);
  };
}
