import { z } from 'zod';
import { edited, id, instant, line } from './base.ts';
import { sheetFolder } from './google-sheet.ts';
import { issue } from './issue.ts';
import type { Machine } from './machine.ts';

export const recipientSheetStates = ['publishing', 'active', 'failed', 'disconnected'] as const;
export const recipientSheetState = z.enum(recipientSheetStates);
export type RecipientSheetState = z.infer<typeof recipientSheetState>;
export type RecipientSheetVerb = 'publish' | 'take' | 'fail' | 'disconnect';

/** `publishing`: it is being made; `failed`: Google refuses for good, and a person has to do something before it is tried again. */
export const recipientSheetMachine: Machine<RecipientSheetState, RecipientSheetVerb> = {
  initial: 'publishing',
  states: recipientSheetStates,
  verbs: {
    publish: { from: ['publishing', 'failed'], to: 'active' },
    take: { from: ['publishing', 'active', 'failed'], to: 'active' },
    fail: { from: ['publishing', 'active', 'failed'], to: 'failed' },
    disconnect: { from: ['publishing', 'active', 'failed'], to: 'disconnected' },
  },
};

/**
 * The workbook of a recipient, handed out as a Google spreadsheet (線上試算表). What is written in it counts once it is taken back,
 * which is like a file that comes in.
 */
export const recipientSheet = z.strictObject({
  ...edited,
  bureauId: id,
  /** The agency that fills it in. */
  agencyId: id,
  collectionId: id,
  recipientId: id,
  accountId: id,
  createdBy: id,
  name: line(255),
  /** The edition that it was made from. */
  edition: z.number().int().positive(),
  folderId: z.string().nullable(),
  spreadsheetId: z.string().nullable(),
  url: z.string().nullable(),
  /** The address that it is to be shared with, and when it was. */
  shareWith: z.email().max(254).nullable(),
  sharedAt: instant.nullable(),
  state: recipientSheetState,
  problem: issue.nullable(),
  /** When somebody last wrote in it that was not taken back yet; null while nobody did. */
  editedAt: instant.nullable(),
  /** Somebody wants it taken back now. */
  takeNext: z.boolean(),
  /** When it was last taken back, also where it said nothing new, and the file that it became. */
  takenAt: instant.nullable(),
  fileId: id.nullable(),
  lookedAt: instant.nullable(),
  nextLookAt: instant.nullable(),
});

/** Hands out workbooks as spreadsheets: to those named, else to all that have none of the newest edition. */
export const sheetsHandOut = z.strictObject({
  accountId: id,
  folderId: sheetFolder,
  /** Lets the agencies write that have an address, which Google tells them by mail. */
  share: z.boolean(),
  recipientIds: z.array(id).max(5000).optional(),
});
export const sheetsHandedOut = z.strictObject({
  queued: z.number().int().nonnegative(),
  /** Those among them without an address, which must be shared by hand. */
  withoutAddress: z.number().int().nonnegative(),
  /** Named recipients that have a spreadsheet of the newest edition already. */
  had: z.number().int().nonnegative(),
});
export const sheetsTaken = z.strictObject({ queued: z.number().int().nonnegative() });

/** What is written counts as finished when nobody wrote for so long, once the due date is past. */
export const settleMinutes = 30;

export type RecipientSheet = z.infer<typeof recipientSheet>;
