import type { Transaction } from 'kysely';
import type { Engine } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';
import { hashOf, type Link } from './chain.ts';

/** What happened to which record. `before` and `after` hold the fields that changed; never a password or a token. */
export interface Happening {
  /** `resource.verb`, such as `reports.submit`. */
  readonly action: string;
  readonly resource: string;
  readonly recordId?: string | null;
  readonly agencyId?: string | null;
  readonly unitId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Doer {
  readonly id: string | null;
  readonly name: string;
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

/** Bound parameters a statement may hold on either engine, over the 13 columns of an event. */
const perStatement = 500;

/**
 * Appends events to the chain inside the transaction that they report on: if the log cannot be written, the change is not
 * made either. The end of the chain stays locked until the transaction ends, so call this last.
 */
export async function append(
  tx: Transaction<Database>,
  engine: Engine,
  at: Date,
  doer: Doer,
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.length === 0) return;
  const end = await tx
    .selectFrom('eventChain')
    .select(['lastId', 'lastHash'])
    .where('id', '=', 1)
    .$if(engine === 'postgres', query => query.forUpdate())
    .executeTakeFirstOrThrow();

  let { lastId, lastHash } = end;
  const links = happenings.map((happening): Link => {
    const content = {
      id: ++lastId,
      at: at.toISOString(),
      actorId: doer.id,
      actorName: doer.name,
      agencyId: happening.agencyId ?? null,
      unitId: happening.unitId ?? null,
      action: happening.action,
      resource: happening.resource,
      recordId: happening.recordId ?? null,
      before: json(happening.before),
      after: json(happening.after),
      previousHash: lastHash,
    };
    lastHash = hashOf(content);
    return { ...content, hash: lastHash };
  });
  for (let i = 0; i < links.length; i += perStatement)
    await tx
      .insertInto('events')
      .values(links.slice(i, i + perStatement))
      .execute();
  await tx.updateTable('eventChain').set({ lastId, lastHash }).where('id', '=', 1).execute();
}
