import {
  type Answer,
  type AnswerField,
  type AnswerWrite,
  type ChangePlan,
  type Decisions,
  decisionKey,
  reportAnswers,
} from '../model/index.ts';
import { sameAnswer } from './same.ts';
import { takesTheirs } from './settle.ts';
import type { OursRow } from './sides.ts';

type Part = AnswerWrite['set'];

/** Parses, because a plan may have been stored: what is written is always a legal answer. */
const partial = reportAnswers.pick({ result: true, narrative: true, remarks: true }).partial();
const answerOf = (entries: readonly (readonly [AnswerField, string | null])[]): Part =>
  partial.parse(Object.fromEntries(entries));

/** What applying a plan writes, report by report; conflicts count as decided, undecided ones are left alone. */
export const writesOf = (plan: ChangePlan, decisions: Decisions): readonly AnswerWrite[] =>
  plan.rows.flatMap(({ rowId, reportId, reportVersion, status, locked, fields }) => {
    const taken = fields.filter(change => takesTheirs(change, decisions[decisionKey(rowId, change.field)]));
    if (status !== 'matched' || locked || taken.length === 0) return [];
    return [
      {
        rowId,
        reportId,
        reportVersion,
        set: answerOf(taken.map(({ field, theirs }) => [field, theirs])),
        before: answerOf(taken.map(({ field, ours }) => [field, ours])),
      },
    ];
  });

/** The writes that take others back. `reportVersion` is that of the report right after the write, which raises it by one. */
export const undoOf = (writes: readonly AnswerWrite[]): readonly AnswerWrite[] =>
  writes.map(({ set, before, reportVersion, ...row }) => ({
    ...row,
    reportVersion: reportVersion + 1,
    set: before,
    before: set,
  }));

export interface Undo {
  /** On the reports' present versions. */
  readonly writes: readonly AnswerWrite[];
  /** Fields that stay as they are, because somebody changed them, or the report was accepted, after the writes. */
  readonly kept: readonly {
    readonly rowId: string;
    readonly reportId: string;
    readonly fields: readonly AnswerField[];
  }[];
}

const fieldsOf = (part: Part): readonly AnswerField[] => Object.keys(part) as AnswerField[];

/**
 * Takes writes back from reports as they stand now. Later work is never lost: a field goes back only where it still says what the
 * write put there, and never in an accepted report.
 */
export function undoNow(writes: readonly AnswerWrite[], ours: ReadonlyMap<string, OursRow>): Undo {
  const rows = writes.map(write => {
    const now = ours.get(write.rowId);
    const undoable = fieldsOf(write.set).filter(
      field => now && !now.locked && sameAnswer(field, now.answer[field], write.set[field] ?? null),
    );
    return { write, now, undoable, kept: fieldsOf(write.set).filter(field => !undoable.includes(field)) };
  });
  return {
    writes: rows.flatMap(({ write, now, undoable }) =>
      now && undoable.length > 0
        ? [
            {
              rowId: write.rowId,
              reportId: write.reportId,
              reportVersion: now.version,
              set: answerOf(undoable.map(field => [field, write.before[field] ?? null])),
              before: answerOf(undoable.map(field => [field, now.answer[field]])),
            },
          ]
        : [],
    ),
    kept: rows
      .filter(({ kept }) => kept.length > 0)
      .map(({ write, kept }) => ({ rowId: write.rowId, reportId: write.reportId, fields: kept })),
  };
}

/** Answers by row id after writes. */
export const applyWrites = (
  answers: ReadonlyMap<string, Answer>,
  writes: readonly AnswerWrite[],
): ReadonlyMap<string, Answer> => {
  const sets = new Map(writes.map(({ rowId, set }) => [rowId, set]));
  return new Map(
    [...answers].map(([rowId, answer]) => [rowId, { ...answer, ...(sets.get(rowId) as Partial<Answer> | undefined) }]),
  );
};
