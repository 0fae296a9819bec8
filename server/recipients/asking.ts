import type { Actor } from '../access/actor.ts';
import { ownRecipients } from '../collections/asked.ts';
import type { Context } from '../context.ts';

/** Who asks the person's agency for something: a name for each, without what else there is to see of agencies. */
export const askingOf = (
  { db }: Pick<Context, 'db'>,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  db
    .selectFrom('agencies')
    .select(['id', 'name'])
    .where('id', 'in', eb =>
      eb
        .selectFrom('recipients')
        .select('recipients.bureauId')
        .where('recipients.id', 'in', ownRecipients(actor) as never),
    )
    .orderBy('name')
    .execute();
