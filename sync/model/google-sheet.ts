import { z } from 'zod';
import { edited, id, instant, line, prose, version } from './base.ts';
import { fieldChange } from './exchange.ts';
import { answerFields } from './form.ts';
import { issue } from './issue.ts';
import type { Machine } from './machine.ts';

/** How Google knows us: a service account with its key, or a person's account that was granted to us. */
export const sheetAccountKinds = ['serviceAccount', 'oauth'] as const;

/** A Google account that spreadsheets are published and kept in step with. Its key or token is sealed and never answered. */
export const sheetAccount = z.strictObject({
  ...edited,
  agencyId: id,
  kind: z.enum(sheetAccountKinds),
  /** Its e-mail address. */
  name: line(255),
  /** `revoked` once Google no longer accepts the grant: connect it anew. */
  state: z.enum(['ok', 'revoked']),
  createdBy: id,
});

/** The JSON key of a service account, as Google hands it out; without one, the account that the installation has. */
export const sheetAccountCreate = z.strictObject({ key: prose(20_000).optional() });

/** Begins connecting a person's account; `client` is the JSON of an OAuth client, unless the installation has one. */
export const sheetGrantCreate = z.strictObject({
  client: prose(20_000).optional(),
  flow: z.enum(['browser', 'device']),
});

/** What the person does now: opens `url`, in the device flow on any device and types `userCode` there. */
export const sheetGrant = z.strictObject({
  id,
  flow: z.enum(['browser', 'device']),
  url: z.string(),
  userCode: z.string().nullable(),
  /** Seconds between two looks whether it was granted. */
  interval: z.number().int().positive(),
  expiresAt: instant,
});

export const sheetGrantFinish = z.strictObject({ code: prose(4000), state: prose(400) });
export const sheetGrantStanding = z.strictObject({
  state: z.enum(['pending', 'granted', 'denied', 'expired']),
  account: sheetAccount.nullable(),
});

/** Which ways of connecting this installation offers. */
export const sheetSetup = z.strictObject({
  /** An OAuth client is configured, so that nobody has to bring one. */
  hasClient: z.boolean(),
  /** The installation has a service account: its e-mail address. */
  serviceAccount: z.string().nullable(),
  /** Where Google sends people back to: to be named in the OAuth client. */
  redirectUrl: z.string(),
});

export const sheetTabbings = ['one', 'unit'] as const;
/** `preview` offers what comes in to a person first; `automatic` takes what nobody else changed, and offers conflicts. */
export const sheetModes = ['preview', 'automatic'] as const;

export const sheetStates = ['publishing', 'active', 'paused', 'asking', 'failed', 'disconnected'] as const;
export const sheetState = z.enum(sheetStates);
export type SheetConnectionState = z.infer<typeof sheetState>;
export type SheetVerb = 'publish' | 'sync' | 'ask' | 'fail' | 'pause' | 'resume' | 'disconnect';

/** `asking`: many rows or answers are gone, and a person says what is to become of them. `failed`: Google refuses for good. */
export const sheetMachine: Machine<SheetConnectionState, SheetVerb> = {
  initial: 'publishing',
  states: sheetStates,
  verbs: {
    publish: { from: ['publishing', 'failed'], to: 'active' },
    sync: { from: ['active', 'asking', 'failed', 'paused'], to: 'active' },
    ask: { from: ['active', 'asking', 'failed'], to: 'asking' },
    fail: { from: ['publishing', 'active', 'asking', 'failed'], to: 'failed' },
    pause: { from: ['active', 'asking', 'failed'], to: 'paused' },
    resume: { from: ['paused'], to: 'active' },
    disconnect: { from: ['publishing', 'active', 'asking', 'failed', 'paused'], to: 'disconnected' },
  },
};

/**
 * Losses that look like a mishap: rows gone, answers cleared, answer columns gone, rows that lost their ids. Nothing is written on either
 * side before a person has said what is to become of them.
 */
export const sheetQuestion = z.strictObject({
  rows: z.number().int(),
  ofRows: z.number().int(),
  cleared: z.number().int(),
  columns: z.array(z.enum(answerFields)),
  unidentified: z.number().int(),
});

/** Minutes between two syncs that nobody asks for. */
export const sheetIntervals = [5, 15, 30, 60, 240, 1440] as const;
const everyMinutes = z.number().int().min(5).max(10_080).nullable();

/** A form of a round that was published as a spreadsheet (線上試算表) and is kept in step with it. */
export const sheetConnection = z.strictObject({
  ...edited,
  agencyId: id,
  roundId: id,
  formId: id,
  accountId: id,
  createdBy: id,
  name: line(255),
  spreadsheetId: z.string().nullable(),
  url: z.string().nullable(),
  folderId: z.string().nullable(),
  tabbing: z.enum(sheetTabbings),
  mode: z.enum(sheetModes),
  everyMinutes,
  state: sheetState,
  problem: issue.nullable(),
  question: sheetQuestion.nullable(),
  /** How many cells the last sync sent and took, and how many fields wait for a person. */
  lastSent: z.number().int(),
  lastTaken: z.number().int(),
  waiting: z.number().int(),
  /** The exchange in which they wait. */
  exchangeId: id.nullable(),
  lastSyncAt: instant.nullable(),
  nextSyncAt: instant.nullable(),
});

/** Id of a folder at Google; empty: none. */
export const sheetFolder = z
  .string()
  .trim()
  .max(200)
  .regex(/^[\w-]*$/)
  .optional();
export const sheetCreate = z.strictObject({
  roundId: id,
  accountId: id,
  unitIds: z.array(id).max(200).optional(),
  tabbing: z.enum(sheetTabbings),
  folderId: sheetFolder,
  mode: z.enum(sheetModes).optional(),
  everyMinutes: everyMinutes.optional(),
});
export const sheetEdit = z.strictObject({
  version,
  mode: z.enum(sheetModes).optional(),
  everyMinutes: everyMinutes.optional(),
});
export const sheetSync = z.strictObject({ version, answer: z.enum(['restore', 'leave']).optional() });

const previewRow = z.strictObject({
  rowId: z.string(),
  text: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  fields: z.array(fieldChange),
});

/** What a sync would do now. */
export const sheetPreview = z.strictObject({
  kind: z.enum(['read', 'empty', 'unreadable']),
  /** Rows with something that comes in, goes out, or both. */
  rows: z.array(previewRow),
  incoming: z.number().int(),
  conflicts: z.number().int(),
  outgoing: z.number().int(),
  missing: z.number().int(),
  strays: z.number().int(),
  question: sheetQuestion.nullable(),
  issues: z.array(issue),
});

export type SheetAccount = z.infer<typeof sheetAccount>;
export type SheetGrant = z.infer<typeof sheetGrant>;
export type SheetGrantStanding = z.infer<typeof sheetGrantStanding>;
export type SheetSetup = z.infer<typeof sheetSetup>;
export type SheetQuestion = z.infer<typeof sheetQuestion>;
export type SheetConnection = z.infer<typeof sheetConnection>;
export type SheetPreview = z.infer<typeof sheetPreview>;
export type SheetMode = (typeof sheetModes)[number];
