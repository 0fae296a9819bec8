import { type RawBuilder, sql } from 'kysely';

/** The ids of plan items and of everything below them, as a subquery. */
export const subtreeOf = (ids: readonly string[]): RawBuilder<unknown> => sql`(
  with recursive subtree(id) as (
    select id from ${sql.table('planItems')} where id in (${sql.join(ids)})
    union all
    select child.id from ${sql.table('planItems')} child inner join subtree on child.${sql.ref('parentId')} = subtree.id
  )
  select id from subtree
)`;
