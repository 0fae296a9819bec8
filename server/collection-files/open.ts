import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

/** @throws Refusal `collection_ended` when what was collected is not changed any more */
export async function mustBeRunning({ tx }: Pick<Change, 'tx'>, collectionId: string): Promise<void> {
  const { state, name } = await stateOf(tx, collectionId);
  if (state === 'closed') throw new Refusal('collection_ended', { name });
}

/** @throws Refusal unless the collection takes files now */
export async function mustTakeFiles({ tx }: Pick<Change, 'tx'>, collectionId: string): Promise<void> {
  const { state, name } = await stateOf(tx, collectionId);
  if (state === 'closed') throw new Refusal('collection_closed', { name });
  if (state === 'draft') throw new Refusal('collection_not_open', { name });
}

const stateOf = (tx: Change['tx'], collectionId: string) =>
  tx.selectFrom('collections').select(['state', 'name']).where('id', '=', collectionId).executeTakeFirstOrThrow();
