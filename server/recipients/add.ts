import type { Collection, Recipient } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { insertMany } from '../records/records.ts';
import { recipients } from './definition.ts';

/** What is known of a recipient before anything was sent to it. */
export const blankRecipient = {
  edition: null,
  fileName: null,
  sha256: null,
  mailState: null,
  mailProblem: null,
  sentAt: null,
  sentVia: null,
  state: 'notReturned',
  stateReason: '',
  acceptedAt: null,
  fileId: null,
  returnedAt: null,
  chasedAt: null,
  chases: 0,
} as const;

/**
 * Asks these agencies too; those that are asked already are passed over. Each is written to where its own record
 * says, else where it was the last time, else to the secretariat that it has here. The number of statements does not grow with the agencies.
 * @throws Refusal `recipient_not_below` when one does not stand below the bureau, or is disabled
 */
export async function addRecipients(
  work: Change,
  { id: collectionId, agencyId: bureauId }: Pick<Collection, 'id' | 'agencyId'>,
  agencyIds: readonly string[],
): Promise<readonly Recipient[]> {
  const { tx } = work;
  const named = [...new Set(agencyIds)];
  if (named.length === 0) return [];
  const below = await tx
    .selectFrom('agencyAncestors')
    .innerJoin('agencies', 'agencies.id', 'agencyAncestors.agencyId')
    .select(['agencies.id', 'agencies.disabled'])
    .where('ancestorId', '=', bureauId)
    .where('depth', '>', 0)
    .where('agencies.id', 'in', named)
    .execute();
  const able = new Set(below.filter(({ disabled }) => !disabled).map(({ id }) => id));
  const unable = named.filter(id => !able.has(id));
  if (unable.length > 0) throw new Refusal('recipient_not_below', { count: unable.length }, { agencyIds: unable });
  const asked = await tx
    .selectFrom('recipients')
    .select('agencyId')
    .where('collectionId', '=', collectionId)
    .where('agencyId', 'in', named)
    .execute();
  const known = new Set(asked.map(({ agencyId }) => agencyId));
  const fresh = named.filter(id => !known.has(id));
  if (fresh.length === 0) return [];
  const addresses = await addressesOf(work, bureauId, fresh);
  return insertMany<Recipient>(
    work,
    recipients,
    fresh.map(agencyId => ({
      ...blankRecipient,
      bureauId,
      agencyId,
      collectionId,
      mailTo: addresses.get(agencyId) ?? null,
    })),
  );
}

async function addressesOf(
  { tx }: Change,
  bureauId: string,
  agencyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ofPeople = await tx
    .selectFrom('users')
    .select(['agencyId', 'email'])
    .where('agencyId', 'in', agencyIds)
    .where('role', '=', 'secretariat')
    .where('disabled', '=', false)
    .where('email', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  const before = await tx
    .selectFrom('recipients')
    .select(['agencyId', 'mailTo'])
    .where('bureauId', '=', bureauId)
    .where('agencyId', 'in', agencyIds)
    .where('mailTo', 'is not', null)
    .orderBy('id')
    .execute();
  const recorded = await tx
    .selectFrom('agencies')
    .select(['id', 'email'])
    .where('id', 'in', agencyIds)
    .where('email', 'is not', null)
    .execute();
  // Later ones win: the first secretariat over others, the last collection over earlier ones, and the record over what was used.
  return new Map([
    ...ofPeople.map(({ agencyId, email }) => [agencyId, email!] as const),
    ...before.map(({ agencyId, mailTo }) => [agencyId, mailTo!] as const),
    ...recorded.map(({ id, email }) => [id, email!] as const),
  ]);
}
