import { z } from 'zod';
import { edited, id, instant, line, version } from './base.ts';
import { issue } from './issue.ts';

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

export const mailStates = ['waiting', 'sent', 'failed'] as const;
export const mailState = z.enum(mailStates);
export type MailState = z.infer<typeof mailState>;

/** An agency that a collection asks (受查機關), with the workbook made for it. */
export const recipient = z.strictObject({
  ...edited,
  /** The agency that asks, and the one that is asked. */
  bureauId: id,
  agencyId: id,
  collectionId: id,
  /** The edition that its workbook is; null until one was made. */
  edition: z.number().int().positive().nullable(),
  fileName: line(255).nullable(),
  sha256: z.string().length(64).nullable(),
  mailTo: z.email().max(254).nullable(),
  /** What became of the last mail to it; null while there was none. */
  mailState: mailState.nullable(),
  /** Why that mail could not be delivered, or not yet; null where nothing went wrong. */
  mailProblem: issue.nullable(),
  sentAt: instant.nullable(),
  sentVia: deliveryWay.nullable(),
  state: rosterState,
  /** The file that counts; null while none does. */
  fileId: id.nullable(),
  returnedAt: instant.nullable(),
  /** Why it went back to the agency; empty while it did not. */
  stateReason: z.string(),
  /** When the bureau was done with reviewing what came; its reviews are then told to the agency. */
  acceptedAt: instant.nullable(),
  chasedAt: instant.nullable(),
  chases: z.number().int().nonnegative(),
});

export const recipientEdit = recipient.pick({ mailTo: true }).partial().extend({ version });
export const recipientsAdd = z.strictObject({ agencyIds: z.array(id).min(1).max(5000) });

/** Names recipients of a collection; without names, whichever the verb is for. */
export const recipientsChosen = z.strictObject({ recipientIds: z.array(id).max(5000).optional() });
export const mailAnswer = z.strictObject({
  queued: z.number().int().nonnegative(),
  /** Named recipients without an address. */
  withoutAddress: z.number().int().nonnegative(),
});
export const chaseAnswer = z.strictObject({
  chased: z.number().int().nonnegative(),
  /** Those among them to whom a mail goes. */
  mailed: z.number().int().nonnegative(),
});

/** An agency that asks another one: its name, which is all that the other one may see of it. */
export const asking = z.strictObject({ id, name: line(120) });

/** Files of a line that lie with the agency: its bureau works in another system, and no package was made of them yet. */
export const unsent = z.strictObject({ id, files: z.number().int().positive() });

/** Everything that was asked, counted by where it stands today. */
export const roster = z.strictObject({
  collectionId: id,
  counts: z.record(rosterState, z.number().int().nonnegative()),
  total: z.number().int().nonnegative(),
  /** Recipients whose workbook of the newest edition is yet to be made. */
  making: z.number().int().nonnegative(),
});

export type DeliveryWay = z.infer<typeof deliveryWay>;
export type Recipient = z.infer<typeof recipient>;
export type Roster = z.infer<typeof roster>;
export type Unsent = z.infer<typeof unsent>;

/** Where a line stands for the agency that is asked: what it uploaded is on its way only once it was packed. */
export const ownStates = [...rosterStates, 'unsent'] as const;
export const ownState = z.enum(ownStates);
export type OwnState = z.infer<typeof ownState>;

/** A recipient nothing of whom came is late from the day after the due date on. */
export const rosterStateOn = (
  { state }: Pick<Recipient, 'state'>,
  { dueDate }: { readonly dueDate: string },
  today: string,
): RosterState => (state === 'notReturned' && today > dueDate ? 'overdue' : state);

/** The same as the agency itself sees it. @param files how many of its files were not packed yet */
export const ownStateOn = (
  recipient: Pick<Recipient, 'state'>,
  collection: { readonly dueDate: string },
  today: string,
  files: number,
): OwnState => (files > 0 ? 'unsent' : rosterStateOn(recipient, collection, today));

/** Nothing came of it, or what came went back: it is reminded when the day is past. */
export const owesReturn = ({ state }: Pick<Recipient, 'state'>): boolean =>
  state === 'notReturned' || state === 'overdue' || state === 'sentBack';
