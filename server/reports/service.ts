import { sql } from 'kysely';
import type { Report, ReportAnswers } from '../../sync/model/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, findMany } from '../records/records.ts';
import { settingsOf } from '../settings/settings-of.ts';
import { reports } from './definition.ts';
import { type Circumstances, type Outcome, outcomeOf, type SpokenVerb } from './verbs.ts';
import { mustBeWritable, stateWhenWritten } from './writing.ts';

type Edits = { readonly [K in keyof ReportAnswers]?: ReportAnswers[K] | undefined };

/** Saves what the section wrote. Saving what is there already changes nothing, not even the state. */
export async function saveReport(work: Change, id: string, version: number, set: Edits): Promise<Report> {
  const row = await find(work, reports, 'update', id);
  if (row.version !== version) throw stale(row);
  await mustBeWritable(work, row);
  const writes = Object.entries(set).some(
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(row[field as keyof ReportAnswers]),
  );
  return writes ? edit(work, reports, row, version, { ...set, state: stateWhenWritten(row.state) }) : row;
}

export interface Asked {
  readonly id: string;
  readonly version: number;
}

export interface Moved {
  readonly done: readonly Report[];
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
}

/** One verb on one report. @throws Refusal */
export async function moveReport(work: Change, verb: SpokenVerb, asked: Asked, reason?: string): Promise<Report> {
  const { done, refused } = await moveReports(work, verb, [asked], reason);
  if (refused[0]) throw refused[0].refusal;
  return done[0]!;
}

/** One verb on many reports, in a number of statements that does not grow with them. Each stands alone. */
export async function moveReports(
  work: Change,
  verb: SpokenVerb,
  asked: readonly Asked[],
  reason?: string,
): Promise<Moved> {
  const ids = [...new Set(asked.map(({ id }) => id))];
  const found = new Map((await findMany(work, reports, verb, ids)).map(entry => [entry.row.id, entry]));
  const circumstances = await circumstancesOf(
    work,
    [...found.values()].map(({ row }) => row),
    reason,
  );
  const refused: Moved['refused'][number][] = [];
  const done = new Map<string, { readonly before: Report; readonly outcome: Outcome; readonly after: Report }>();
  for (const { id, version } of asked) {
    try {
      const entry = found.get(id);
      if (!entry) throw new Refusal('not_found');
      if (!entry.allowed) throw new Refusal('not_allowed');
      const before = done.get(id)?.after ?? entry.row;
      if (before.version !== version) throw stale(before);
      const outcome = outcomeOf(verb, before, circumstances);
      done.set(id, {
        before,
        outcome,
        after: { ...before, ...outcome, version: version + 1, updatedAt: work.at },
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ id, refusal: error });
    }
  }
  await write(work, verb, [...done.values()], reason);
  return { done: [...done.values()].map(({ after }) => after), refused };
}

async function circumstancesOf(
  { tx, actor, at }: Change,
  rows: readonly Report[],
  reason: string | undefined,
): Promise<Circumstances> {
  const roundIds = [...new Set(rows.map(row => row.roundId))];
  const closed =
    roundIds.length === 0
      ? []
      : await tx.selectFrom('rounds').select('id').where('id', 'in', roundIds).where('state', '=', 'closed').execute();
  const limits = await settingsOf(tx, actor.agencyId);
  return { actor, at, limits, reason, closedRounds: new Set(closed.map(({ id }) => id)) };
}

/** One verb sets the same on every report, so that one statement writes them all. Their rows are locked since they were found. */
async function write(
  { tx, at, record }: Change,
  verb: SpokenVerb,
  moves: readonly { readonly before: Report; readonly outcome: Outcome }[],
  reason: string | undefined,
): Promise<void> {
  if (moves.length === 0) return;
  await tx
    .updateTable('reports')
    .set({ ...moves[0]!.outcome, version: sql<number>`version + 1`, updatedAt: at })
    .where(
      'id',
      'in',
      moves.map(({ before }) => before.id),
    )
    .execute();
  for (const { before, outcome } of moves) {
    const changed = (Object.keys(outcome) as (keyof Outcome)[]).filter(key => before[key] !== outcome[key]);
    record({
      action: `reports.${verb}`,
      resource: 'reports',
      recordId: before.id,
      agencyId: before.agencyId,
      unitId: before.unitId,
      before: Object.fromEntries(changed.map(key => [key, before[key]])),
      after: { ...Object.fromEntries(changed.map(key => [key, outcome[key]])), ...(reason ? { reason } : {}) },
    });
  }
}
