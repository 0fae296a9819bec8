import { type ColumnDefinitionBuilder, type CreateTableBuilder, sql } from 'kysely';
import type { Engine } from './connect.ts';

type Build = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

/** The column types that both engines share, for migrations. */
export function columns(engine: Engine) {
  // "C" compares code points on PostgreSQL as SQLite does everywhere, whatever the server's locale.
  const text = engine === 'postgres' ? sql`text collate "C"` : sql`text`;
  const flag = engine === 'postgres' ? sql`boolean` : sql`integer`;
  const plain: Build = column => column;
  const required =
    (build: Build): Build =>
    column =>
      build(column.notNull());

  return {
    text: [text, required(plain)] as const,
    optionalText: [text, plain] as const,
    number: [sql`integer`, required(plain)] as const,
    optionalNumber: [sql`integer`, plain] as const,
    flag: [flag, required(plain)] as const,
    /** An id that must exist in another table; deleting what it names is refused. */
    reference: (target: string) => [text, required(column => column.references(target))] as const,
    optionalReference: (target: string) =>
      [text, (column: ColumnDefinitionBuilder) => column.references(target)] as const,
    /** An id that goes with what it names. */
    owned: (target: string) => [text, required(column => column.references(target).onDelete('cascade'))] as const,
    key: [text, (column: ColumnDefinitionBuilder) => column.primaryKey()] as const,
  };
}

export type Columns = ReturnType<typeof columns>;

/** Adds id, version and times, which every edited row has. */
export const editedColumns =
  <T extends string>(c: Columns) =>
  (table: CreateTableBuilder<T>) =>
    table
      .addColumn('id', ...c.key)
      .addColumn('version', ...c.number)
      .addColumn('createdAt', ...c.text)
      .addColumn('updatedAt', ...c.text);
