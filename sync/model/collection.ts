import { z } from 'zod';
import { day, edited, id, instant, line, prose, stored, version } from './base.ts';
import { issue, problem } from './issue.ts';
import type { Machine } from './machine.ts';
import { skeletonKey } from './plan-item.ts';
import { deliveryWay } from './recipient.ts';
import { mergedFields, mergedValue, workbookMerge } from './workbook-merge.ts';

export const collectionStates = ['draft', 'open', 'closed'] as const;
export const collectionState = z.enum(collectionStates);
export type CollectionState = z.infer<typeof collectionState>;
export type CollectionVerb = 'open' | 'close' | 'reopen';

export const collectionMachine: Machine<CollectionState, CollectionVerb> = {
  initial: 'draft',
  states: collectionStates,
  verbs: {
    open: { from: ['draft'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
    reopen: { from: ['closed'], to: 'open', reason: 'required' },
  },
};

/** A form that a bureau asks agencies for (彙整案): the template, who fills it, until when, and how. */
export const collection = z.strictObject({
  ...edited,
  /** The bureau that asks. */
  agencyId: id,
  name: line(120),
  /** The template of the newest edition. */
  templateId: id,
  /** Number of the newest edition of the form, from 1. */
  edition: z.number().int().positive(),
  dueDate: day,
  instructions: prose(4000),
  state: collectionState,
  /** The collection of the round before, which this one is compared with. */
  previousId: id.nullable(),
});

export const collectionCreate = collection
  .pick({ name: true, templateId: true, dueDate: true, instructions: true, previousId: true })
  .extend({ agencyIds: z.array(id).max(5000) });
export const collectionEdit = collection
  .pick({ name: true, dueDate: true, instructions: true, previousId: true })
  .partial()
  .extend({ version });

/** A question of the form, whichever edition it stands in. */
export const collectionRow = z.strictObject({
  id,
  bureauId: id,
  collectionId: id,
  position: z.number().int().nonnegative(),
  label: z.string(),
  text: z.string(),
  /** Texts of the items that it stands under, outermost first. */
  path: z.array(z.string()),
  skeletonKey: skeletonKey.nullable(),
});

export const collectionFileStates = ['waiting', 'read', 'unreadable', 'applied', 'rejected'] as const;
export const collectionFileState = z.enum(collectionFileStates);
export type CollectionFileState = z.infer<typeof collectionFileState>;
export type CollectionFileVerb = 'read' | 'fail' | 'apply' | 'undo' | 'reject' | 'receive';

export const collectionFileMachine: Machine<CollectionFileState, CollectionFileVerb> = {
  initial: 'waiting',
  states: collectionFileStates,
  verbs: {
    // Also anew: a person may say that the file is another agency's than it was taken for.
    read: { from: ['waiting', 'read', 'unreadable'], to: 'read' },
    fail: { from: ['waiting', 'read'], to: 'unreadable' },
    apply: { from: ['read'], to: 'applied' },
    undo: { from: ['applied'], to: 'read' },
    reject: { from: ['waiting', 'read', 'unreadable'], to: 'rejected', reason: 'required' },
    // The same bytes were delivered once more: whoever sends them again wants them looked at again.
    receive: { from: ['rejected', 'unreadable'], to: 'waiting' },
  },
};

/**
 * Why a file is not taken in without a person: whose it is was not certain, or only likely; it is of another edition; both sides
 * changed something; questions are missing; rows belong to no question; what something means is uncertain.
 */
export const fileDoubts = [
  'unrecognised',
  'likely',
  'otherEdition',
  'conflicts',
  'notReturned',
  'strays',
  'uncertain',
] as const;
export const fileDoubt = z.enum(fileDoubts);
export type FileDoubt = z.infer<typeof fileDoubt>;

/** How a file was recognised as an agency's: by the ids in it, the agency it names, how alike it is, or by a person. */
export const recognisedBy = z.enum(['id', 'name', 'similarity', 'person']);

/** A file that came back in a collection (來件), kept as it came under its SHA-256. The same bytes twice are one. */
export const collectionFile = z.strictObject({
  ...edited,
  bureauId: id,
  collectionId: id,
  /** The files that came in one go. */
  deliveryId: id,
  recipientId: id.nullable(),
  recognisedBy: recognisedBy.nullable(),
  /** The edition that it is. */
  edition: z.number().int().positive().nullable(),
  receivedBy: id,
  via: deliveryWay,
  fileName: line(255),
  sha256: z.string().length(64),
  size: z.number().int().nonnegative(),
  state: collectionFileState,
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
    issues: z.number().int(),
  }),
  /** Empty: it may be taken in with all others that are clean. */
  doubts: z.array(fileDoubt),
});

const score = z.number().min(0).max(1);
const decisions = z.record(z.string(), z.enum(['ours', 'theirs']));
const placements = z.record(z.string(), id.nullable());

/** One file with its whole preview. Base is what was issued or last applied, ours what the bureau holds, theirs the file. */
export const collectionFileDetail = collectionFile.extend({
  merge: workbookMerge.nullable(),
  /** Settled conflicts and changes turned down, by row of the merge and field (`mergeKey`): `${rowKey(sheet, row)}:${field}`. */
  decisions,
  /** Which question a person said that a row of the file is, by `rowKey` of the row; null: none. */
  placements,
  /** The questions in the order of the file's edition, by the place at which `merge` names them. */
  questions: z.array(
    z.strictObject({
      rowId: id,
      sheet: z.string(),
      row: z.number().int().positive(),
      label: z.string(),
      text: z.string(),
    }),
  ),
  issues: z.array(issue),
  /** Agencies that it may be from, best first. */
  candidates: z.array(z.strictObject({ recipientId: id, score })),
  /** What undoing could not take back, because somebody changed it since. */
  left: z.array(z.strictObject({ rowId: id, field: z.enum(mergedFields) })),
});

/** What a person says of a file: which side counts, which question a row is, whose file it is. Each for itself. */
export const collectionFileSettle = z.strictObject({
  version,
  decisions: decisions.optional(),
  rows: placements.optional(),
  recipientId: id.optional(),
});

/** Files that are to be applied; without names all that are clean. */
export const filesApply = z.strictObject({ fileIds: z.array(id).max(5000).optional() });
export const filesApplied = z.strictObject({
  applied: z.number().int().nonnegative(),
  /** `state`: it does not wait; `duplicate`: another file of the same agency waits or was applied; `conflict`: somebody was faster. */
  left: z.array(z.strictObject({ id, why: z.enum([...fileDoubts, 'duplicate', 'state', 'conflict']) })),
});

/** Files that are to be turned down for one reason, each as the person saw it. */
export const filesReject = z.strictObject({
  reason: line(2000),
  files: z.array(z.strictObject({ id, version })).min(1).max(5000),
});
export const filesRejected = z.strictObject({
  rejected: z.number().int().nonnegative(),
  /** `state`: it waits for nobody any more; `conflict`: somebody was faster; `missing`: no such file here. */
  left: z.array(z.strictObject({ id, why: z.enum(['state', 'conflict', 'missing']) })),
});

/** Files that came in one go, and how far reading them is. */
export const delivery = z.strictObject({
  ...stored,
  bureauId: id,
  collectionId: id,
  receivedBy: id,
  via: deliveryWay,
  total: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  read: z.number().int().nonnegative(),
  unreadable: z.number().int().nonnegative(),
  /** Bytes that had come before, which made no new file. */
  repeated: z.number().int().nonnegative(),
});

/** A delivery, and what of it could not be taken. What was taken is kept. */
export const deliveryAnswer = delivery.extend({
  refused: z.array(z.strictObject({ name: z.string(), problem })),
});

export const collectedValues = z.partialRecord(z.enum(mergedFields), mergedValue);

/** Where a value came from. */
export const lineage = z.strictObject({
  fileId: id,
  fileName: z.string(),
  sheet: z.string(),
  row: z.number().int().positive(),
  cells: z.partialRecord(z.enum(mergedFields), z.string()),
});

export const reviewStages = ['first', 'second'] as const;
export const reviewStage = z.enum(reviewStages);

/** Score and remarks of one review (初核, 複核). */
export const rowReview = z.strictObject({
  score: z.number().min(0).max(1000).nullable(),
  remarks: prose(4000),
  by: id.nullable(),
  at: instant.nullable(),
});

/** What one agency answered to one question: the text as it came beside the accepted one, and what the bureau says of it. */
export const collectedRow = z.strictObject({
  ...edited,
  bureauId: id,
  collectionId: id,
  recipientId: id,
  rowId: id,
  original: collectedValues,
  accepted: collectedValues,
  lineage: lineage.nullable(),
  issues: z.array(issue),
  first: rowReview,
  second: rowReview,
  /** Why it goes back to the agency; null while it does not. */
  returnReason: prose(2000).nullable(),
});

/** What a reviewer writes; each field on its own. `accepted` corrects values beside the original text. */
export const collectedRowEdit = z.strictObject({
  version,
  accepted: collectedValues.optional(),
  first: rowReview.pick({ score: true, remarks: true }).partial().optional(),
  second: rowReview.pick({ score: true, remarks: true }).partial().optional(),
  returnReason: prose(2000).nullable().optional(),
});

const resultCounts = z.record(z.string(), z.number().int());

/** How often each result was given. Keys are the results of the vocabulary, a form's own words where they mean none, and empty where nothing was answered. */
export const collectionStatistics = z.strictObject({
  byItem: z.array(
    z.strictObject({ key: z.string(), text: z.string(), total: z.number().int(), results: resultCounts }),
  ),
  byAgency: z.array(z.strictObject({ recipientId: id, total: z.number().int(), results: resultCounts })),
  /** Against the collection of the round before; null where there is none. */
  changes: z
    .strictObject({
      better: z.number().int(),
      worse: z.number().int(),
      new: z.number().int(),
      gone: z.number().int(),
    })
    .nullable(),
});

export type Collection = z.infer<typeof collection>;
export type CollectionRow = z.infer<typeof collectionRow>;
export type CollectionFile = z.infer<typeof collectionFile>;
export type CollectionFileDetail = z.infer<typeof collectionFileDetail>;
export type DeliveryAnswer = z.infer<typeof deliveryAnswer>;
export type CollectionFileSettle = z.infer<typeof collectionFileSettle>;
export type FilesApplied = z.infer<typeof filesApplied>;
export type FilesReject = z.infer<typeof filesReject>;
export type FilesRejected = z.infer<typeof filesRejected>;
export type CollectionStatistics = z.infer<typeof collectionStatistics>;
export type Delivery = z.infer<typeof delivery>;
export type CollectedValues = z.infer<typeof collectedValues>;
export type Lineage = z.infer<typeof lineage>;
export type RowReview = z.infer<typeof rowReview>;
export type ReviewStage = z.infer<typeof reviewStage>;
export type CollectedRow = z.infer<typeof collectedRow>;
