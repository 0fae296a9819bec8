import type { AddressChange, AddressPreview, Collection, Recipient } from '../../../sync/model/index.ts';
import { collections } from '../../collections/definition.ts';
import { mustNotHaveEnded } from '../../collections/open-only.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../problems/refusal.ts';
import type { Change } from '../../records/change.ts';
import { editMany, find, findMany } from '../../records/records.ts';
import { recipients } from '../definition.ts';
import { readList } from './read-list.ts';

/** What a list of addresses, or without one what the agencies' own records say, would change in a collection. */
export async function previewAddresses(
  { db }: Pick<Context, 'db'>,
  { id }: Pick<Collection, 'id'>,
  text: string | undefined,
): Promise<AddressPreview> {
  const asked = await db
    .selectFrom('recipients')
    .innerJoin('agencies', 'agencies.id', 'recipients.agencyId')
    .select(['recipients.id', 'recipients.mailTo', 'agencies.name', 'agencies.email'])
    .where('recipients.collectionId', '=', id)
    .orderBy('agencies.name')
    .orderBy('recipients.id')
    .execute();
  const recorded = () => new Map(asked.flatMap(({ id, email }) => (email === null ? [] : [[id, email] as const])));
  const { addresses, problems } = text === undefined ? { addresses: recorded(), problems: [] } : readList(text, asked);
  const changes = asked.flatMap(({ id: recipientId, mailTo: before }): AddressChange[] => {
    const after = addresses.get(recipientId);
    return after === undefined || after === before ? [] : [{ recipientId, before, after }];
  });
  return {
    changes,
    same: addresses.size - changes.length,
    unnamed: asked.length - addresses.size,
    problems: [...problems],
  };
}

/**
 * Sets addresses as they were previewed, all of them or none. What went wrong with an address before is forgotten with it.
 * @throws Refusal `addresses_changed` where one is no longer what was seen, `foreign_reference`, `collection_ended`
 */
export async function setAddresses(work: Change, id: string, changes: readonly AddressChange[]): Promise<number> {
  mustNotHaveEnded(await find(work, collections, 'mail', id));
  const wanted = new Map(changes.map(change => [change.recipientId, change]));
  const found = await findMany<Recipient>(work, recipients, 'update', [...wanted.keys()]);
  const rows = found.flatMap(({ row, allowed }) => (allowed && row.collectionId === id ? [row] : []));
  if (rows.length < wanted.size) throw new Refusal('foreign_reference', { field: 'changes' });
  const other = rows.filter(row => row.mailTo !== wanted.get(row.id)!.before);
  if (other.length > 0)
    throw new Refusal(
      'addresses_changed',
      { count: other.length },
      { current: other.map(({ id, mailTo }) => ({ id, mailTo })) },
    );
  const edits = rows.flatMap(row => {
    const { after: mailTo } = wanted.get(row.id)!;
    if (row.mailTo === mailTo) return [];
    const { mailState, mailProblem } = row.mailState === 'failed' ? nothingWrong : row;
    return [{ row, set: { mailTo, mailState, mailProblem } }];
  });
  await editMany(work, recipients, ['mailTo', 'mailState', 'mailProblem'], edits);
  return edits.length;
}

const nothingWrong = { mailState: null, mailProblem: null } as const;
