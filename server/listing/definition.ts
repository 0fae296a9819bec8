import type { Kysely, RawBuilder } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Reach } from '../access/reach.ts';
import type { ResourceName } from '../access/rules.ts';
import type { Database } from '../database/schema.ts';
import type { Fields } from './fields.ts';

/** Everything the generic reads and writes need to know of a resource. `T` is its row as the API answers it. */
export interface Definition<T> {
  readonly name: ResourceName;
  /** As in `planItemId`, which names a row of it elsewhere. */
  readonly singular: string;
  readonly table: keyof Database;
  /** The stored columns. */
  readonly fields: Fields;
  readonly reach: Reach;
  /** List parameters that are no columns, each with the condition it stands for. It must reveal nothing that the person may not see. */
  readonly parameters?: Readonly<
    Record<string, (values: readonly string[], actor: Actor, now: Date) => RawBuilder<boolean>>
  >;
  /** Adds what is kept in other tables, in a number of statements that does not depend on the number of rows. */
  readonly complete?: (db: Kysely<Database>, rows: readonly T[]) => Promise<readonly T[]>;
  /** Takes out what this person may not see of a row that is otherwise visible. */
  readonly hide?: (row: T, actor: Actor) => T;
  /** Columns that `hide` takes out of most rows; asking by them would tell what they hold, so nobody else may. */
  readonly closedTo?: (actor: Actor) => readonly string[];
}
