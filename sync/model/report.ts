import { z } from 'zod';
import { day, edited, id, instant, line, prose, version } from './base.ts';
import type { Machine } from './machine.ts';

export const reportStates = ['pending', 'drafting', 'submitted', 'endorsed', 'accepted', 'returned'] as const;
export const reportState = z.enum(reportStates);
export type ReportState = z.infer<typeof reportState>;
export type ReportVerb = 'start' | 'submit' | 'endorse' | 'accept' | 'return' | 'revise' | 'reopen';

/** `start` and `revise` happen by themselves with the first edit of a pending or returned report. */
export const reportMachine: Machine<ReportState, ReportVerb> = {
  initial: 'pending',
  states: reportStates,
  verbs: {
    start: { from: ['pending'], to: 'drafting' },
    submit: { from: ['drafting'], to: 'submitted' },
    endorse: { from: ['submitted'], to: 'endorsed' },
    accept: { from: ['endorsed'], to: 'accepted' },
    return: { from: ['submitted', 'endorsed'], to: 'returned', reason: 'required' },
    revise: { from: ['returned'], to: 'drafting' },
    reopen: { from: ['accepted'], to: 'drafting', reason: 'required' },
  },
};

/** States in which the section may write; an edit in the others is refused. */
export const writableReportStates: readonly ReportState[] = ['pending', 'drafting', 'returned'];

/** States in which the section still owes something. */
export const unfinishedReportStates: readonly ReportState[] = ['pending', 'drafting', 'returned'];

export const results = ['done', 'ongoing', 'notDone', 'notApplicable'] as const;
export const result = z.enum(results);
export type Result = z.infer<typeof result>;

export const figure = z.strictObject({ name: line(60), value: z.number(), unit: z.string().trim().max(20) });
const percent = z.number().int().min(0).max(100);

const answers = {
  result: result.nullable(),
  narrative: prose(20_000),
  figures: z.array(figure).max(40),
  /** Percent complete that was planned for, and that is, at the time of the report. */
  plannedProgress: percent.nullable(),
  actualProgress: percent.nullable(),
  delayCause: prose(4000),
  remedy: prose(4000),
  remarks: prose(4000),
};

/** What one assignment owes in one round (填報). Unit, officer, item and due date are carried along so that lists need no join. */
export const report = z.strictObject({
  ...edited,
  ...answers,
  agencyId: id,
  planId: id,
  planItemId: id,
  assignmentId: id,
  roundId: id,
  unitId: id,
  officerId: id.nullable(),
  dueDate: day,
  state: reportState,
  /** Why it was last returned or reopened. */
  stateReason: prose(2000),
  submittedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  chasedAt: instant.nullable(),
  evidenceCount: z.number().int().nonnegative(),
});

export const reportAnswers = z.strictObject(answers);
export const reportEdit = reportAnswers.partial().extend({ version });

export const batchVerbs = ['submit', 'endorse', 'accept', 'return'] as const;
/** One verb on many reports. Each stands alone: what could not be done is answered beside what was. */
export const reportBatch = z.strictObject({
  verb: z.enum(batchVerbs),
  reports: z.array(z.strictObject({ id, version })).min(1).max(500),
  reason: line(2000).optional(),
});

export type Figure = z.infer<typeof figure>;
export type Report = z.infer<typeof report>;
export type ReportAnswers = z.infer<typeof reportAnswers>;
