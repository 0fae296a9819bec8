import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** Bound parameters that a statement may hold on either engine, over the columns that are written. */
const rowsPerStatement = 400;

type Value = string | number | null;

interface Written<Column extends string> {
  readonly table: keyof Database;
  /** Columns of text or numbers that differ from row to row. */
  readonly columns: readonly Column[];
  /** Those of them that hold numbers: in a list of values an engine takes everything for text. */
  readonly numbers?: readonly Column[];
  /** What is written to every row alike. */
  readonly alike: Readonly<Record<string, unknown>>;
  /** Rows for which this does not hold any more stay as they are. */
  readonly only?: RawBuilder<boolean>;
}

/**
 * Writes different values to many rows, with one statement for hundreds of them.
 * @returns ids of the rows that were written
 */
export async function updateMany<Column extends string>(
  tx: Transaction<Database>,
  { table, columns, numbers = [], alike, only = sql<boolean>`1 = 1` }: Written<Column>,
  rows: readonly ({ readonly id: string } & Readonly<Record<Column, Value>>)[],
): Promise<ReadonlySet<string>> {
  const updated = new Set<string>();
  // Both engines call the columns of a list of values so.
  const given = (n: number) => sql.ref(`given.column${n}`);
  const written = (column: Column, i: number) =>
    numbers.includes(column) ? sql`cast(${given(i + 2)} as numeric)` : given(i + 2);
  const set = [
    ...columns.map((column, i) => sql`${sql.ref(column)} = ${written(column, i)}`),
    ...Object.entries(alike).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
  ];
  for (let i = 0; i < rows.length; i += rowsPerStatement) {
    const part = rows.slice(i, i + rowsPerStatement);
    const values = part.map(row => sql`(${sql.join([row.id, ...columns.map(column => row[column])])})`);
    const { rows: done } = await sql<{ readonly id: string }>`
      update ${sql.table(table)} set ${sql.join(set)}
      from (values ${sql.join(values)}) as ${sql.ref('given')}
      where ${sql.ref(`${table}.id`)} = ${given(1)} and ${only}
      returning ${sql.ref('id')}`.execute(tx);
    for (const { id } of done) updated.add(id);
  }
  return updated;
}
