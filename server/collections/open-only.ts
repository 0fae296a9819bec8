import type { Collection } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';

/** @throws Refusal `collection_must_be_open`, which names what was to be done */
export function mustBeOpen({ name, state }: Pick<Collection, 'name' | 'state'>, verb: string): void {
  if (state !== 'open')
    throw new Refusal('collection_must_be_open', { name, verb: `{collection.verb.${verb}}` }, { state });
}

/** @throws Refusal `collection_ended` */
export function mustNotHaveEnded({ name, state }: Pick<Collection, 'name' | 'state'>): void {
  if (state === 'closed') throw new Refusal('collection_ended', { name }, { state });
}
