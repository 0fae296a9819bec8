import { type RecipientSheet, recipientSheetMachine } from '../../sync/model/index.ts';
import type { Google } from '../../sync/sheet/google/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Stored } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Log } from '../reading/run.ts';
import { type Change, change } from '../records/change.ts';
import { transition } from '../records/transition.ts';
import { type Failure, failureOf, markRevoked, problemOf, soonMinutes } from '../sheets/failure.ts';
import { type GoogleDesk, googleOf } from '../sheets/google.ts';
import { type Lease, withLease } from '../sheets/lease.ts';
import { ownerOf } from '../sheets/owner.ts';
import { publish } from './publish.ts';
import { showReview } from './review.ts';
import { take } from './take.ts';

/** A spreadsheet in hand: nobody else writes down what becomes of it. */
export interface InHand {
  readonly context: Context;
  readonly google: Google;
  readonly kept: Kept;
  /** Who of the bureau answers for it. */
  readonly owner: Actor;
  readonly log: Log;
  /** Keeps something, unless another server took over meanwhile or a person let the spreadsheet go. */
  readonly keep: (set: Partial<Kept>, work?: (work: Change) => Promise<void>) => Promise<void>;
}

type Kept = Stored<'recipientSheets'>;

/**
 * Makes a spreadsheet that is not there yet, shares it, and takes it back where its time has come, as the only one at it. How that
 * ended is kept with it.
 * @returns the code of what went wrong; null where nothing did, or another server is at it
 */
export async function lookAfter(
  context: Context,
  desk: GoogleDesk,
  { id }: Pick<RecipientSheet, 'id'>,
  log: Log,
): Promise<string | null> {
  return withLease(context, 'recipientSheets', id, async lease => {
    const kept = await keptOf(context, id);
    if (!kept) return null;
    const owner = await ownerOf(context, kept.createdBy, kept.bureauId);
    if (!owner) return orphaned(context, id);
    try {
      const google = await googleOf(context, desk, kept);
      const keep = keeping(context, owner, kept, lease);
      const published = await publish({ context, google, kept, owner, log, keep });
      const told = await showReview({ context, google, kept: published, owner, log, keep });
      await take({ context, google, kept: told, owner, log, keep });
      return null;
    } catch (error) {
      const failure = failureOf(error) ?? refused(error);
      if (!failure) throw error;
      await keepFailure(context, owner, kept, failure);
      return failure.code;
    }
  });
}

const keptOf = ({ db }: Context, id: string): Promise<Kept | undefined> =>
  db
    .selectFrom('recipientSheets')
    .selectAll()
    .where('id', '=', id)
    .where('state', '<>', 'disconnected')
    .executeTakeFirst();

const keeping =
  (context: Context, owner: Actor, { id, version }: Kept, lease: Lease): InHand['keep'] =>
  (set, work) =>
    change(context, owner, async unit => {
      await lease.hold(unit.tx);
      const now = await unit.tx
        .selectFrom('recipientSheets')
        .select(['state', 'version'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!now || now.state === 'disconnected') return;
      const { takeNext, nextLookAt, shareWith, sharedAt, reviewNext, ...rest } = set;
      // What somebody asked for meanwhile is still to be done.
      const kept = now.version === version ? set : rest;
      if (Object.keys(kept).length > 0)
        await unit.tx.updateTable('recipientSheets').set(kept).where('id', '=', id).execute();
      await work?.(unit);
    });

/** Files are refused for reasons of our own; while a collection is closed nothing is wrong with the spreadsheet. */
const refused = (error: unknown): Failure | null =>
  error instanceof Refusal ? { code: error.code, isFinal: error.code !== 'collection_closed' } : null;

async function keepFailure(context: Context, owner: Actor, { id, bureauId, accountId }: Kept, failure: Failure) {
  const { code, isFinal } = failure;
  await change(context, owner, async work => {
    // What a person did meanwhile stands.
    const now = await work.tx
      .selectFrom('recipientSheets')
      .select(['state', 'takeNext'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!now || now.state === 'disconnected') return;
    const state = isFinal ? transition(recipientSheetMachine, 'recipientSheet', now.state, 'fail') : now.state;
    const problem = problemOf(code);
    const nextLookAt = isFinal ? null : new Date(context.now().getTime() + soonMinutes * 60_000).toISOString();
    await work.tx
      .updateTable('recipientSheets')
      .set({
        state,
        problem: JSON.stringify(problem),
        nextLookAt,
        lookedAt: work.at,
        ...(isFinal ? { takeNext: false } : {}),
      })
      .where('id', '=', id)
      .execute();
    await markRevoked(work, { accountId }, code);
    work.record({
      action: 'recipientSheets.fail',
      resource: 'recipientSheets',
      recordId: id,
      agencyId: bureauId,
      before: { state: now.state },
      after: { state, problem: problem.message },
    });
  });
}

/** Nobody answers for it any more; whoever takes it back by hand does from then on. */
async function orphaned({ db }: Context, id: string): Promise<string> {
  const problem = problemOf('sheet_owner_gone');
  await db
    .updateTable('recipientSheets')
    .set({ state: 'failed', problem: JSON.stringify(problem), nextLookAt: null, takeNext: false })
    .where('id', '=', id)
    .where('state', '<>', 'disconnected')
    .execute();
  return problem.code;
}
