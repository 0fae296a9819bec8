import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

type Where = Pick<Change, 'tx' | 'engine'>;

/** @throws Refusal `collection_ended` when what was collected is not changed any more */
export async function mustBeRunning({ tx, engine }: Where, collectionId: string): Promise<void> {
  const { state, name } = await stateOf({ tx, engine }, collectionId);
  if (state === 'closed') throw new Refusal('collection_ended', { name });
}

/** @throws Refusal unless the collection takes files now */
export async function mustTakeFiles({ tx, engine }: Where, collectionId: string): Promise<void> {
  const { state, name } = await stateOf({ tx, engine }, collectionId);
  if (state === 'closed') throw new Refusal('collection_closed', { name });
  if (state === 'draft') throw new Refusal('collection_not_open', { name });
}

/** Whoever closes the collection meanwhile waits until this change is done, and the other way round; changes do not wait for each other. */
const stateOf = ({ tx, engine }: Where, collectionId: string) =>
  tx
    .selectFrom('collections')
    .select(['state', 'name'])
    .where('id', '=', collectionId)
    .$if(engine === 'postgres', query => query.forShare())
    .executeTakeFirstOrThrow();
