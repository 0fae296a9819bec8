import type { BaseRow, OursRow } from '../../merge/index.ts';
import type { SheetQuestion } from '../../model/index.ts';
import { answerFields } from '../../model/index.ts';
import { evidenceRequests } from './evidence.ts';
import { faultOf, type GoogleFault } from './faults.ts';
import { type Intent, type Resolution, resolveIntent } from './journal.ts';
import { type Agreed, cellText, clearingsOf, incomingOf, planSync, type SyncPlan, withAgreed } from './plan.ts';
import { questionOf } from './question.ts';
import { type Readable, readSheetState } from './reading.ts';
import { markOperation, type Request, writeCell } from './requests.ts';
import { columnRequests, rowRequests, withTexts } from './restore.ts';
import type { SheetRow } from './rows.ts';
import { rowsIn, toKeep } from './seen-rows.ts';
import { isStillSettled, settledMark } from './settled.ts';
import type { SheetState } from './state.ts';

/** The spreadsheet. Reads are repeated by whoever offers this; a write is sent once for each call. */
export interface SheetSide {
  /** Changes with every change of the spreadsheet, whoever makes it. */
  readonly version: () => Promise<string>;
  readonly read: () => Promise<SheetState>;
  /** Sends one batch. @throws GoogleFault */
  readonly write: (requests: readonly Request[]) => Promise<void>;
}

export interface Standing {
  readonly formId: string;
  /** What both sides last agreed on. */
  readonly base: ReadonlyMap<string, BaseRow>;
  readonly ours: ReadonlyMap<string, OursRow>;
  /** How each row is printed, for putting it back. */
  readonly rows: ReadonlyMap<string, SheetRow>;
  /** What was sent and not yet looked after. */
  readonly intent: Intent | null;
  /** The mark of the last sync after which both sides said the same; null where they did not, or nobody knows. */
  readonly settled: string | null;
}

/** Our side. Each call is one transaction. */
export interface HomeSide {
  readonly load: () => Promise<Standing>;
  /** Keeps what is about to be sent. */
  readonly begin: (intent: Intent) => Promise<void>;
  /** What became of it; `agreed` is what the spreadsheet took over. */
  readonly end: (intent: Intent, agreed: Agreed) => Promise<void>;
  readonly agree: (agreed: Agreed) => Promise<void>;
  /** Takes what comes in, or offers it to a person. Says whether our side changed. */
  readonly take: (plan: SyncPlan, reading: Readable) => Promise<boolean>;
}

/** What a person said about a question: put back what is gone, or leave it. */
export type QuestionAnswer = 'restore' | 'leave';

export interface SyncOptions {
  readonly newId: () => string;
  /** What a person said about these very losses. */
  readonly answer?: QuestionAnswer | undefined;
  /** Whether a question as this one was answered by leaving things as they are. */
  readonly isLeft?: (question: SheetQuestion) => boolean;
  /** Nothing is written into the spreadsheet. */
  readonly readOnly?: boolean;
  /** Waits before an unclear failure is looked into. */
  readonly pause?: (attempt: number) => Promise<void>;
}

/**
 * How a sync ended. `version` is that of the spreadsheet as it was last read; `mark` is for the next sync to know that nothing
 * happened since, null unless both sides say the same.
 */
export type SyncOutcome =
  | {
      readonly kind: 'settled' | 'waiting';
      readonly version: string;
      readonly sent: number;
      readonly unsent: number;
      readonly mark: string | null;
    }
  | { readonly kind: 'asking'; readonly version: string; readonly question: SheetQuestion }
  | { readonly kind: 'empty' | 'unreadable'; readonly version: string }
  /** People kept changing the spreadsheet; nothing was lost, and the next sync goes on. */
  | { readonly kind: 'restless'; readonly version: string; readonly sent: number };

const mostRounds = 8;

/**
 * Brings a spreadsheet and our side together: version, one read, three-way merge against what was last agreed on, the changed
 * cells alone in one batch, and a read that confirms it. May be broken off anywhere and run again: what was sent is told from
 * what was not by the operation that the batch leaves behind, so nothing is lost and nothing is done twice.
 * @throws GoogleFault when Google refuses for good, or stays out of reach; what was begun is kept for the next sync
 */
export async function syncSheet(sheet: SheetSide, home: HomeSide, options: SyncOptions): Promise<SyncOutcome> {
  let sent = 0;
  let unclear: GoogleFault | null = null;
  let version = '';
  for (let round = 0; round < mostRounds; round++) {
    version = await sheet.version();
    if (round === 0 && options.answer === undefined) {
      const { settled, ...known } = await home.load();
      if (isStillSettled({ ...known, settled }, version))
        return { kind: 'settled', version, sent, unsent: 0, mark: settled };
    }
    const state = await sheet.read();
    let standing = await home.load();
    const reading = readSheetState(state, standing.formId);
    if (reading.kind !== 'read') return { kind: reading.kind, version };

    const { strayed: corrections, repairs, open } = await lookAfter(standing, state, reading, home);
    if (standing.intent) standing = await home.load();
    let plan = planSync({ ...standing, reading, corrections });
    const question = questionOf(plan, standing.base, reading.tables);
    const left = options.answer === 'leave' || (question !== null && options.isLeft?.(question) === true);
    if (question && options.answer === undefined && !left) return { kind: 'asking', version, question };

    // Cleared by mishap: the blank was seen and turned down, so that what stands here goes back.
    if (options.answer === 'restore' && question && question.cleared > 0) {
      const turnedDown = clearingsOf(plan.changes);
      await home.agree(turnedDown);
      standing = { ...standing, base: withAgreed(standing.base, turnedDown) };
      plan = planSync({ ...standing, reading, corrections });
    }
    if (plan.agreed.size > 0) {
      await home.agree(plan.agreed);
      standing = { ...standing, base: withAgreed(standing.base, plan.agreed) };
    }
    if (await home.take(plan, reading)) {
      standing = await home.load();
      plan = planSync({ ...standing, reading, corrections });
      if (plan.agreed.size > 0) await home.agree(plan.agreed);
    }
    const restored = question && left ? withoutQuestion(plan, question) : plan.missing;
    const evidence = evidenceRequests(reading, standing.rows);
    const requests = [
      ...repairs.map(({ sheetId, row, column, after }) => writeCell(sheetId, row, column, after)),
      ...requestsOf(plan, restored, standing, reading, options.answer === 'restore'),
      ...evidence,
    ];
    if (requests.length === 0 || options.readOnly) {
      const { plain, asking } = incomingOf(plan.changes);
      const isWaiting = plain + asking > 0;
      const isSame = !isWaiting && requests.length === 0 && open === null && plan.missing.length === 0;
      return {
        kind: isWaiting ? 'waiting' : 'settled',
        version,
        sent,
        unsent: requests.length,
        mark: isSame ? settledMark(version, standing.rows) : null,
      };
    }
    if (unclear && round > mostRounds / 2) throw unclear;
    // Somebody was faster: what we are about to send was made for what stood there before.
    if ((await sheet.version()) !== version) continue;
    const intent: Intent = {
      id: options.newId(),
      writes: plan.writes,
      rowIds: restored,
      repairs,
      seen: toKeep(rowsIn(reading)),
      earlier: open,
    };
    await home.begin(intent);
    try {
      await sheet.write([...requests, markOperation(intent.id, state.operation !== null)]);
      sent += intent.writes.length + intent.rowIds.length + evidence.length;
    } catch (error) {
      const fault = faultOf(error);
      // The intent stays: the next sync finds that it was not carried out.
      if (fault.kind !== 'unclear') throw fault;
      // It may have been done. The next round reads and compares before anything is sent again.
      unclear = fault;
      await options.pause?.(round);
    }
  }
  if (unclear) throw unclear;
  return { kind: 'restless', version, sent };
}

/** What a sync would do now; nothing is changed on either side. */
export async function previewSync(
  sheet: Pick<SheetSide, 'version' | 'read'>,
  home: Pick<HomeSide, 'load'>,
): Promise<
  | { readonly kind: 'empty' | 'unreadable'; readonly version: string }
  | {
      readonly kind: 'read';
      readonly version: string;
      readonly plan: SyncPlan;
      readonly question: SheetQuestion | null;
      /** Cells that would be written. */
      readonly outgoing: number;
    }
> {
  const version = await sheet.version();
  const state = await sheet.read();
  const standing = await home.load();
  const reading = readSheetState(state, standing.formId);
  if (reading.kind !== 'read') return { kind: reading.kind, version };
  const found = standing.intent && resolveIntent(standing.intent, state.operation, reading, standing);
  const base = found ? withAgreed(standing.base, found.agreed) : standing.base;
  const plan = planSync({ ...standing, base, reading, ...(found ? { corrections: found.strayed } : {}) });
  const outgoing = plan.writes.length + evidenceRequests(reading, standing.rows).length;
  return { kind: 'read', version, plan, question: questionOf(plan, base, reading.tables), outgoing };
}

async function lookAfter(
  standing: Standing,
  state: SheetState,
  reading: Readable,
  home: HomeSide,
): Promise<Resolution> {
  const { intent } = standing;
  if (!intent) return { agreed: new Map(), strayed: {}, repairs: [], open: null };
  const found = resolveIntent(intent, state.operation, reading, standing);
  // What went astray is remembered with its intent until another one has mended it.
  if (found.open) await home.agree(found.agreed);
  else await home.end(intent, found.agreed);
  return found;
}

/** A person left these losses as they are: the rows stay away. */
const withoutQuestion = (plan: SyncPlan, question: SheetQuestion): readonly string[] =>
  question.rows > 0 ? [] : plan.missing;

function requestsOf(
  plan: SyncPlan,
  missing: readonly string[],
  { rows, ours, formId }: Standing,
  reading: Readable,
  restoring: boolean,
): readonly Request[] {
  const now = new Map(
    [...rows].map(([rowId, row]) => {
      const answer = ours.get(rowId)?.answer;
      const texts = answer && Object.fromEntries(answerFields.map(field => [field, cellText(field, answer[field])]));
      return [rowId, texts ? withTexts(row, texts) : row] as const;
    }),
  );
  const back = missing.flatMap(rowId => now.get(rowId) ?? []);
  return [
    ...plan.writes.map(({ sheetId, row, column, after }) => writeCell(sheetId, row, column, after)),
    ...(restoring ? reading.tables.flatMap(table => columnRequests(table, reading.returned, now, formId)) : []),
    ...rowRequests(back, reading.tables, reading.returned),
  ];
}
