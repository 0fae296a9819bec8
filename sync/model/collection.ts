import { z } from 'zod';
import { day, edited, id, instant, line, prose, stored, version } from './base.ts';
import { issue } from './issue.ts';
import type { Machine } from './machine.ts';
import { skeletonKey } from './plan-item.ts';
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

/** A newer edition of the form, issued while the collection is open. */
export const editionCreate = z.strictObject({ version, templateId: id });

/** A question of the form, whichever edition it stands in. */
export const collectionRow = z.strictObject({
  id,
  collectionId: id,
  position: z.number().int().nonnegative(),
  label: z.string(),
  text: z.string(),
  /** Texts of the items that it stands under, outermost first. */
  path: z.array(z.string()),
  skeletonKey: skeletonKey.nullable(),
});

/**
 * Where an agency stands in a collection: nothing came (未送), nothing came in time (逾期), a file came (已送), it is of an earlier
 * edition (版本不符), a second one says otherwise (重複), something in it is for a person to look at (有疑義), all of it is in (已彙整),
 * or it went back with reasons (退回補正).
 */
export const rosterStates = [
  'notReturned',
  'overdue',
  'returned',
  'otherEdition',
  'duplicate',
  'doubtful',
  'consolidated',
  'sentBack',
] as const;
export const rosterState = z.enum(rosterStates);
export type RosterState = z.infer<typeof rosterState>;

export const deliveryWays = ['file', 'mail', 'app', 'package', 'sheet'] as const;
export const deliveryWay = z.enum(deliveryWays);

/** An agency that a collection asks (受查機關), with the workbook made for it. */
export const recipient = z.strictObject({
  ...edited,
  collectionId: id,
  agencyId: id,
  /** The edition that its workbook is; null until one was made. */
  edition: z.number().int().positive().nullable(),
  fileName: line(255).nullable(),
  sha256: z.string().length(64).nullable(),
  mailTo: z.email().nullable(),
  sentAt: instant.nullable(),
  sentVia: deliveryWay.nullable(),
  state: rosterState,
  /** The file that counts; null while none does. */
  fileId: id.nullable(),
  returnedAt: instant.nullable(),
  chasedAt: instant.nullable(),
  chases: z.number().int().nonnegative(),
});

export const collectionFileStates = ['waiting', 'read', 'unreadable', 'applied', 'rejected'] as const;
export const collectionFileState = z.enum(collectionFileStates);
export type CollectionFileState = z.infer<typeof collectionFileState>;
export type CollectionFileVerb = 'read' | 'fail' | 'apply' | 'undo' | 'reject';

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
  },
};

/** How a file was recognised as an agency's: by the ids in it, the agency it names, how alike it is, or by a person. */
export const recognisedBy = z.enum(['id', 'name', 'similarity', 'person']);

/** A file that came back in a collection (來件), kept as it came under its SHA-256. The same bytes twice are one. */
export const collectionFile = z.strictObject({
  ...edited,
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
});

const score = z.number().min(0).max(1);

/** One file with its whole preview. Base is what was issued or last applied, ours what the bureau holds, theirs the file. */
export const collectionFileDetail = collectionFile.extend({
  merge: workbookMerge.nullable(),
  /** Settled conflicts and changes turned down, by `${rowId}:${field}`. */
  decisions: z.record(z.string(), z.enum(['ours', 'theirs'])),
  issues: z.array(issue),
  /** Agencies that it may be from, best first. */
  candidates: z.array(z.strictObject({ recipientId: id, score })),
});

/** Files that came in one go, and how far reading them is. */
export const delivery = z.strictObject({
  ...stored,
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

export type Collection = z.infer<typeof collection>;
export type CollectionRow = z.infer<typeof collectionRow>;
export type Recipient = z.infer<typeof recipient>;
export type CollectionFile = z.infer<typeof collectionFile>;
export type CollectionFileDetail = z.infer<typeof collectionFileDetail>;
export type Delivery = z.infer<typeof delivery>;
export type DeliveryWay = z.infer<typeof deliveryWay>;
export type CollectedValues = z.infer<typeof collectedValues>;
export type Lineage = z.infer<typeof lineage>;
export type RowReview = z.infer<typeof rowReview>;
export type ReviewStage = z.infer<typeof reviewStage>;
export type CollectedRow = z.infer<typeof collectedRow>;

/** A recipient nothing of whom came is late from the day after the due date on. */
export const rosterStateOn = (
  { state }: Pick<Recipient, 'state'>,
  { dueDate }: Pick<Collection, 'dueDate'>,
  today: string,
): RosterState => (state === 'notReturned' && today > dueDate ? 'overdue' : state);
