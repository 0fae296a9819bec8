import type { KyselyPlugin } from 'kysely';
import type { Context } from '../../server/context.ts';

/** A context whose database counts the statements that it is sent. */
export function counted(context: Context): { readonly context: Context; readonly count: () => number } {
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    context: {
      ...context,
      db: context.db.withPlugin(counter),
      snapshot: read => context.snapshot(db => read(db.withPlugin(counter))),
    },
    count: () => statements,
  };
}
