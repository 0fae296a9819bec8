import { v7 as uuid } from 'uuid';
import { type Issue, type SheetConnection, type SheetQuestion, sheetMachine } from '../../sync/model/index.ts';
import {
  backOff,
  faultOf,
  type Google,
  publishRequests,
  type QuestionAnswer,
  type SheetSide,
  type SyncOutcome,
  sheetSideOf,
  syncSheet,
} from '../../sync/sheet/google/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { transition } from '../records/transition.ts';
import { sheetContent } from './content.ts';
import { type Failure, failureOf, markRevoked, problemOf, soonMinutes } from './failure.ts';
import { type GoogleDesk, googleOf } from './google.ts';
import { databaseHome, type Taken } from './home.ts';
import { type Lease, withLease } from './lease.ts';

export interface SyncWish {
  readonly answer?: QuestionAnswer | undefined;
  /** Nobody asked for it: where a person is to look first, nothing is sent. */
  readonly scheduled?: boolean;
}

/**
 * Publishes a spreadsheet that is not there yet, and brings both sides together, as its only writer. How it ended is kept with the
 * spreadsheet.
 * @returns false when another server is at it
 * @throws Refusal when Google refused, after that was kept
 */
export async function bringTogether(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  sheet: SheetConnection,
  wish: SyncWish = {},
): Promise<boolean> {
  const done = await withLease(context, 'sheets', sheet.id, async lease => {
    const home = databaseHome(context, actor, sheet, lease);
    try {
      const google = await googleOf(context, desk, sheet);
      const spreadsheetId = await published(context, actor, google, sheet, lease);
      const left = await leftQuestion(context, sheet);
      const outcome = await syncSheet(writingUnder(lease, sheetSideOf(google, spreadsheetId)), home, {
        newId: uuid,
        answer: wish.answer,
        isLeft: question => JSON.stringify(question) === left,
        readOnly: wish.scheduled === true && sheet.mode === 'preview',
        pause: attempt => desk.pace.sleep(backOff(attempt, desk.pace.random)),
      });
      await keepOutcome(context, actor, sheet, lease, outcome, home.taken, wish);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      await keepFailure(context, actor, sheet, failure);
      throw error instanceof Refusal ? error : new Refusal(failure.code);
    }
    return true;
  });
  return done === true;
}

async function leftQuestion({ db }: Context, { id }: SheetConnection): Promise<string | null> {
  const row = await db.selectFrom('sheets').select('answered').where('id', '=', id).executeTakeFirst();
  return row?.answered ?? null;
}

/** A lease that was lost, because this server stood still for long, must not be written under. */
const writingUnder = (lease: Lease, side: SheetSide): SheetSide => ({
  ...side,
  write: async requests => {
    await lease.renew();
    await side.write(requests);
  },
});

const mostTries = 4;

/** The id of the spreadsheet, made and laid out where that is still to be done: each step finds out first whether it was done. */
async function published(
  context: Context,
  actor: Actor,
  google: Google,
  sheet: SheetConnection,
  lease: Lease,
): Promise<string> {
  const spreadsheetId = sheet.spreadsheetId ?? (await created(context, actor, google, sheet));
  if (sheet.state !== 'publishing' && sheet.lastSyncAt !== null) return spreadsheetId;
  for (let tried = 1; ; tried++) {
    const state = await google.read(spreadsheetId);
    if (state.operation !== null) return spreadsheetId;
    await lease.renew();
    try {
      await google.write(
        spreadsheetId,
        publishRequests(await sheetContent(context, sheet), {
          tabbing: sheet.tabbing,
          operation: sheet.formId,
          before: state.tabs.map(({ sheetId }) => sheetId),
        }),
      );
      return spreadsheetId;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind !== 'unclear' || tried === mostTries) throw fault;
    }
  }
}

async function created(context: Context, actor: Actor, google: Google, sheet: SheetConnection): Promise<string> {
  const { spreadsheetId, url } = await google.create(sheet.name, sheet.formId, sheet.folderId);
  const made = { spreadsheetId, url };
  await change(context, actor, async work => {
    await work.tx.updateTable('sheets').set(made).where('id', '=', sheet.id).execute();
    work.record({
      action: 'sheets.publish',
      resource: 'sheets',
      recordId: sheet.id,
      agencyId: sheet.agencyId,
      after: made,
    });
  });
  return made.spreadsheetId;
}

const nextAfter = (now: Date, everyMinutes: number | null): string | null =>
  everyMinutes === null ? null : new Date(now.getTime() + everyMinutes * 60_000).toISOString();

interface Ended {
  readonly state: SheetConnection['state'];
  readonly problem: Issue | null;
  readonly question: SheetQuestion | null;
}

const endedAs: Readonly<Record<SyncOutcome['kind'], (outcome: SyncOutcome) => Ended>> = {
  settled: () => ({ state: 'active', problem: null, question: null }),
  waiting: () => ({ state: 'active', problem: null, question: null }),
  restless: () => ({ state: 'active', problem: problemOf('sheet_restless'), question: null }),
  asking: outcome => ({
    state: 'asking',
    problem: null,
    question: outcome.kind === 'asking' ? outcome.question : null,
  }),
  empty: () => ({ state: 'failed', problem: problemOf('sheet_empty'), question: null }),
  unreadable: () => ({ state: 'failed', problem: problemOf('sheet_unreadable'), question: null }),
};

async function keepOutcome(
  context: Context,
  actor: Actor,
  sheet: SheetConnection,
  lease: Lease,
  outcome: SyncOutcome,
  taken: Taken,
  wish: SyncWish,
): Promise<void> {
  const { state, problem, question } = endedAs[outcome.kind](outcome);
  const sent = 'sent' in outcome ? outcome.sent : 0;
  await change(context, actor, async work => {
    await lease.hold(work.tx);
    await work.tx
      .updateTable('sheets')
      .set({
        state,
        settled: 'mark' in outcome ? outcome.mark : null,
        problem: problem && JSON.stringify(problem),
        question: question && JSON.stringify(question),
        ...(wish.answer === 'leave' && sheet.question ? { answered: JSON.stringify(sheet.question) } : {}),
        ...(wish.answer === 'restore' ? { answered: null } : {}),
        sendNext: false,
        lastSent: sent,
        lastTaken: taken.fields,
        waiting: taken.waiting,
        lastSyncAt: work.at,
        nextSyncAt: nextAfter(context.now(), sheet.everyMinutes),
      })
      .where('id', '=', sheet.id)
      .where('state', 'not in', ['paused', 'disconnected'])
      .execute();
    if (sent + taken.fields > 0 || state !== sheet.state)
      work.record({
        action: 'sheets.sync',
        resource: 'sheets',
        recordId: sheet.id,
        agencyId: sheet.agencyId,
        before: { state: sheet.state },
        after: { state, sent, taken: taken.fields, waiting: taken.waiting, scheduled: wish.scheduled === true },
      });
  });
}

async function keepFailure(
  context: Context,
  actor: Actor,
  sheet: SheetConnection,
  { code, isFinal }: Failure,
): Promise<void> {
  const again = sheet.everyMinutes === null ? null : Math.min(sheet.everyMinutes, soonMinutes);
  await change(context, actor, async work => {
    // What a person did meanwhile, such as a pause, stands.
    const now = await work.tx
      .selectFrom('sheets')
      .select('state')
      .where('id', '=', sheet.id)
      .where('state', 'not in', ['paused', 'disconnected'])
      .executeTakeFirst();
    if (!now) return;
    const state = isFinal ? transition(sheetMachine, 'sheet', now.state, 'fail') : now.state;
    const problem = problemOf(code);
    await work.tx
      .updateTable('sheets')
      .set({
        state,
        problem: JSON.stringify(problem),
        nextSyncAt: isFinal ? null : nextAfter(context.now(), again),
      })
      .where('id', '=', sheet.id)
      .execute();
    await markRevoked(work, sheet, code);
    work.record({
      action: 'sheets.fail',
      resource: 'sheets',
      recordId: sheet.id,
      agencyId: sheet.agencyId,
      before: { state: sheet.state },
      after: { state, problem: problem.message },
    });
  });
}
