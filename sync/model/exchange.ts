import { z } from 'zod';
import { edited, id, instant, line, version } from './base.ts';
import { answer, answerFields } from './form.ts';
import { issue } from './issue.ts';
import type { Machine } from './machine.ts';

export const exchangeStates = ['received', 'previewed', 'applied', 'undone', 'rejected'] as const;
export const exchangeState = z.enum(exchangeStates);
export type ExchangeState = z.infer<typeof exchangeState>;
export type ExchangeVerb = 'preview' | 'apply' | 'undo' | 'reject';

export const exchangeMachine: Machine<ExchangeState, ExchangeVerb> = {
  initial: 'received',
  states: exchangeStates,
  verbs: {
    // Also anew: a person may find that the file is another form than it was taken for.
    preview: { from: ['received', 'previewed'], to: 'previewed' },
    apply: { from: ['previewed'], to: 'applied' },
    undo: { from: ['applied'], to: 'undone' },
    reject: { from: ['received', 'previewed'], to: 'rejected', reason: 'required' },
  },
};

const value = z.string().nullable();

/**
 * One field of one row, base / ours / theirs side by side. `outcome` is what the three-way rule says:
 * `same` nothing to do, `ours` only we changed it, `theirs` only they did, `equal` both made the same change, `conflict` a person settles.
 * `why` tells what makes it a conflict: both changed it, both changed something of the fields that belong `together`, ours is locked, theirs is no legal value (`invalid`), or what they meant is
 * uncertain because it stands in a formula or in cells merged across rows (`doubtful`). `clearing`: theirs blanks a value.
 * `theirs` of an `invalid` result is the word as it was typed.
 */
export const fieldChange = z.strictObject({
  field: z.enum(answerFields),
  base: value,
  ours: value,
  theirs: value,
  outcome: z.enum(['same', 'ours', 'theirs', 'equal', 'conflict']),
  why: z.enum(['bothChanged', 'together', 'locked', 'invalid', 'doubtful']).nullable(),
  clearing: z.boolean(),
  /** Where theirs stands, such as F12. */
  cell: z.string().nullable(),
});

const score = z.number().min(0).max(1);

/**
 * A row of the file that belongs to no issued row: listed for a person, never dropped. `values` are its texts by column title.
 * `candidates` are the issued rows that it may stand for, best first; absent where there are none.
 */
export const strayRow = z.strictObject({
  sheet: z.string(),
  row: z.number().int().positive(),
  text: z.string(),
  values: z.record(z.string(), z.string()),
  candidates: z.array(z.strictObject({ rowId: z.string(), score })).optional(),
  /** False where its cells are not known, so that nothing could be taken from it wherever it is placed. */
  placeable: z.literal(false).optional(),
});

/** How a row of a file was recognised: its id, its question word by word, how alike its text and place are, or by somebody's choice. */
export const matchedBy = ['id', 'question', 'text', 'person'] as const;
export type MatchedBy = (typeof matchedBy)[number];

/**
 * What the returned file says of one issued row. Only `matched` rows have fields; the others are shown and never applied:
 * `notReturned` is not in the file, `duplicated` is in it more than once, `mismatched` has the id of this row beside the question
 * of another (the id column was left out of a sort). `copies` are the rows of the file that a blocked row was found in.
 * A column that is missing from the file gives no field. `matchedBy` question or text is for a person to confirm; person is one's choice.
 */
export const rowChange = z.strictObject({
  rowId: z.string(),
  reportId: id,
  /** Of the report as it stands, which is what a write is made on. */
  reportVersion: version,
  status: z.enum(['matched', 'notReturned', 'duplicated', 'mismatched']),
  matchedBy: z.enum(matchedBy).nullable(),
  sheet: z.string().nullable(),
  row: z.number().int().positive().nullable(),
  locked: z.boolean(),
  fields: z.array(fieldChange),
  copies: z.array(strayRow),
});

/** Everything a returned file would change: serialisable, replayable, and the whole of what the preview shows. */
export const changePlan = z.strictObject({
  rows: z.array(rowChange),
  strays: z.array(strayRow),
  issues: z.array(issue),
});

/** How a person settled a conflict, or turned down a change. The key of the record is `decisionKey`. */
export const decision = z.enum(['ours', 'theirs']);
export const decisions = z.record(z.string(), decision);

/** One report's share of what a plan writes: the fields with their new values, and what stood there before. */
export const answerWrite = z.strictObject({
  rowId: z.string(),
  reportId: id,
  reportVersion: version,
  set: answer.partial(),
  before: answer.partial(),
});

/** A file that came back (交換), kept as it came under its SHA-256. */
export const exchange = z.strictObject({
  ...edited,
  agencyId: id,
  formId: id.nullable(),
  roundId: id.nullable(),
  receivedBy: id,
  fileName: line(255),
  sha256: z.string().length(64),
  size: z.number().int().nonnegative(),
  state: exchangeState,
  stateReason: z.string(),
  /** Why nothing could be read, or null. */
  problem: issue.nullable(),
  counts: z.strictObject({
    rows: z.number().int(),
    changes: z.number().int(),
    conflicts: z.number().int(),
    unsettled: z.number().int(),
    notReturned: z.number().int(),
    strays: z.number().int(),
  }),
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
});

/** A form that a file without a form id may be, by how alike their questions are. */
export const formCandidate = z.strictObject({ formId: id, name: z.string(), issuedAt: instant, score });

/** One exchange with its whole preview. Counts and preview are made anew from the reports as they stand until it is applied. */
export const exchangeDetail = exchange.extend({
  changes: changePlan.nullable(),
  decisions,
  /** Fields that undoing left alone: somebody had changed them since, or accepted the report. */
  left: z.array(z.strictObject({ rowId: z.string(), field: z.enum(answerFields) })),
  /** Best first; empty once the form is known. */
  candidates: z.array(formCandidate),
});

/** Key of a row of the file in `placements`. */
export const rowKey = (sheet: string, row: number): string => `${sheet}!${row}`;

/** Which issued row a row of the file stands for, as a person chose it: by `rowKey`, null for none. */
export const placements = z.record(z.string(), z.string().nullable());

/** Settles fields by `decisionKey`; `rows` places strays, or takes a match away. */
export const exchangeSettle = z.strictObject({ version, decisions, rows: placements.optional() });

/** Names the form that a file is: one without a form id, or one that was taken for another. */
export const exchangeRecognise = z.strictObject({ version, formId: id });

export type FieldChange = z.infer<typeof fieldChange>;
export type RowChange = z.infer<typeof rowChange>;
export type StrayRow = z.infer<typeof strayRow>;
export type ChangePlan = z.infer<typeof changePlan>;
export type Decision = z.infer<typeof decision>;
export type Decisions = z.infer<typeof decisions>;
export type AnswerWrite = z.infer<typeof answerWrite>;
export type Exchange = z.infer<typeof exchange>;
export type FormCandidate = z.infer<typeof formCandidate>;
export type Placements = z.infer<typeof placements>;
export type ExchangeDetail = z.infer<typeof exchangeDetail>;

/** Key of one field in `decisions`. */
export const decisionKey = (rowId: string, field: string): string => `${rowId}:${field}`;

/**
 * What a person may decide about a field: nothing where nothing is theirs to take, only `ours` where theirs may not be written
 * (locked or no legal value), else both. A conflict needs a decision; a plain change is taken unless decided as `ours`.
 */
export function choicesOf({ outcome, why }: Pick<FieldChange, 'outcome' | 'why'>): readonly Decision[] {
  if (outcome !== 'theirs' && outcome !== 'conflict') return [];
  return why === 'locked' || why === 'invalid' ? ['ours'] : ['ours', 'theirs'];
}
