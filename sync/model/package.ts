import { z } from 'zod';
import { edited, id, instant, line, version } from './base.ts';
import { choicesOf, type Decision, decisionKey, decisions } from './exchange.ts';
import { issue } from './issue.ts';
import type { Machine } from './machine.ts';

/**
 * What goes from one installation to another (封包): `returns` what an agency reported in a round, to its bureau; `plan`, `templates`
 * and `reviews` (findings, and how their answers were taken) from the bureau to an agency. `collection` is a form that the bureau
 * asks one agency for, with its workbook and whatever was said of what it returned; `collected` what the agency hands in for it.
 */
export const packageKinds = ['returns', 'collected', 'plan', 'templates', 'collection', 'reviews'] as const;
export const packageKind = z.enum(packageKinds);
export type PackageKind = z.infer<typeof packageKind>;

/** A sent package stays as it is. A received one that cannot be trusted or read is `refused`, with the reason. */
export const packageStates = ['sent', 'previewed', 'applied', 'undone', 'rejected', 'refused'] as const;
export const packageState = z.enum(packageStates);
export type PackageState = z.infer<typeof packageState>;
export type PackageVerb = 'apply' | 'undo' | 'reject';

export const packageMachine: Machine<PackageState, PackageVerb> = {
  initial: 'previewed',
  states: packageStates,
  verbs: {
    apply: { from: ['previewed'], to: 'applied' },
    undo: { from: ['applied'], to: 'undone' },
    reject: { from: ['previewed', 'refused'], to: 'rejected', reason: 'required' },
  },
};

/** Where a superior's plan goes: beside ours as the superior's, or as a draft of our own. */
export const packagePlaces = ['superior', 'draft'] as const;
export const packagePlace = z.enum(packagePlaces);
export type PackagePlace = z.infer<typeof packagePlace>;

/** A fingerprint of a key: 32 hex digits, shown in groups of four. */
export const fingerprint = z.string().regex(/^[0-9a-f]{32}$/);
export const inGroups = (mark: string): string =>
  mark
    .toUpperCase()
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';

const count = z.number().int().nonnegative();

/** A package that was made here or came here, kept as it is under its SHA-256. */
export const packet = z.strictObject({
  ...edited,
  /** Whose package list it stands in. */
  agencyId: id,
  direction: z.enum(['sent', 'received']),
  /** Null where nothing of it could be read. */
  kind: packageKind.nullable(),
  packageId: z.string().nullable(),
  /** The format that it was written in. */
  format: z.number().int().nullable(),
  /** The agency of this installation that stands for the other side; null where its key is not known. */
  peerAgencyId: id.nullable(),
  /** What the other side calls itself. */
  peerName: z.string(),
  /** Of the key that signed it, or that it was made for. */
  fingerprint: z.string().nullable(),
  title: z.string(),
  planId: id.nullable(),
  roundId: id.nullable(),
  /** What is asked for, or handed in for, in this installation. */
  collectionId: id.nullable(),
  handledBy: id,
  fileName: line(255),
  sha256: z.string().length(64),
  size: count,
  state: packageState,
  stateReason: z.string(),
  problem: issue.nullable(),
  counts: z.strictObject({
    rows: count,
    fresh: count,
    changes: count,
    conflicts: count,
    unsettled: count,
    same: count,
    files: count,
  }),
  leftOut: z.strictObject({ personalData: count, unfinished: count }),
  /** When the sender made it. */
  packedAt: instant.nullable(),
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
});

/** What packages are made of, in the order in which they are written: what is named comes before what names it. */
export const packedResources = [
  'plans',
  'planItems',
  'units',
  'rounds',
  'assignments',
  'reports',
  'evidence',
  'templates',
  'collections',
  'recipients',
  'collectionFiles',
  'collectedRows',
  'findings',
] as const;
export type PackedResource = (typeof packedResources)[number];

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** What a column holds, whatever its kind. */
const json = z.unknown() as unknown as z.ZodType<JsonValue>;

/** One field of one row, as in an exchange; values are those of the row, whatever their kind. */
export const packetField = z.strictObject({
  field: z.string(),
  base: json,
  ours: json,
  theirs: json,
  outcome: z.enum(['same', 'ours', 'theirs', 'equal', 'conflict']),
  why: z.enum(['bothChanged', 'locked']).nullable(),
  clearing: z.boolean(),
});

/** `new` rows are made, with all their fields; of `changed` ones only fields that differ are told; `blocked` ones cannot be made. */
export const packetRow = z.strictObject({
  resource: z.enum(packedResources),
  /** The sender's id. */
  foreignId: z.string(),
  /** The row of this installation, once there is one. */
  localId: id.nullable(),
  status: z.enum(['new', 'changed', 'blocked']),
  /** What people call it. */
  text: z.string(),
  fields: z.array(packetField),
});

export const packetDetail = packet.extend({
  /** Null where nothing can be applied. */
  rows: z.array(packetRow).nullable(),
  decisions,
  /** Where a plan goes; null for other kinds. `placeFixed` once an earlier package of it was applied. */
  place: packagePlace.nullable(),
  placeFixed: z.boolean(),
  /** What undoing left alone: somebody had changed it since, or built on it. */
  left: z.array(z.strictObject({ resource: z.enum(packedResources), localId: id, field: z.string().nullable() })),
});

/** Makes a package for whoever holds a trusted key. */
export const packetCreate = z.strictObject({
  kind: packageKind,
  trustedKeyId: id,
  /** For returns, the round; for a plan, the plan; for templates, which; for what is asked and what is handed in, the collection. */
  roundId: id.optional(),
  planId: id.optional(),
  templateIds: z.array(id).min(1).max(50).optional(),
  collectionId: id.optional(),
});
/** What became of making packages of a collection for many agencies: those that were made, and the recipients whose key nobody trusts yet. */
export const packetsMade = z.strictObject({ packetIds: z.array(id), withoutKey: z.array(id) });
export const packetSettle = z.strictObject({ version, decisions, place: packagePlace.optional() });

/** Somebody else's key, trusted after its fingerprint was compared by telephone or face to face. */
export const trustedKey = z.strictObject({
  ...edited,
  agencyId: id,
  /** The agency of this installation that its holder is. */
  peerAgencyId: id,
  name: line(120),
  publicKey: z.string(),
  fingerprint,
  state: z.enum(['trusted', 'revoked']),
  stateReason: z.string(),
  trustedBy: id,
  revokedAt: instant.nullable(),
});
/** `keyFile` is the text of the file; `fingerprint` is what the person compared. */
export const trustedKeyCreate = z.strictObject({
  peerAgencyId: id,
  keyFile: z.string().max(10_000),
  fingerprint,
});

/** The agency's own key, without its private half. Null where none was made yet. */
export const ownKey = z.strictObject({
  fingerprint: fingerprint.nullable(),
  createdAt: instant.nullable(),
  /** The text to hand to others. */
  keyFile: z.string().nullable(),
  /** False where the private half cannot be opened any more, because the key file of the server is another. */
  usable: z.boolean(),
});
export const ownKeyCreate = z.strictObject({ replace: z.boolean().optional() });

export type Packet = z.infer<typeof packet>;
export type PacketField = z.infer<typeof packetField>;
export type PacketRow = z.infer<typeof packetRow>;
export type PacketDetail = z.infer<typeof packetDetail>;
export type PacketCreate = z.infer<typeof packetCreate>;
export type PacketsMade = z.infer<typeof packetsMade>;
export type TrustedKey = z.infer<typeof trustedKey>;
export type OwnKey = z.infer<typeof ownKey>;

/** Names a row of a package among all of them. */
export const packetRowId = ({ resource, foreignId }: Pick<PacketRow, 'resource' | 'foreignId'>): string =>
  `${resource}/${foreignId}`;

/** Key of one field in the decisions of a package. */
export const packetKey = ({ resource, foreignId }: Pick<PacketRow, 'resource' | 'foreignId'>, field: string): string =>
  decisionKey(packetRowId({ resource, foreignId }), field);

export const packetChoices = (field: Pick<PacketField, 'outcome' | 'why'>): readonly Decision[] => choicesOf(field);

/** Whether theirs is written: a plain change that nobody turned down, or a conflict settled so. */
export function takesPacked(field: Pick<PacketField, 'outcome' | 'why'>, choice: Decision | undefined): boolean {
  if (!packetChoices(field).includes('theirs')) return false;
  return field.outcome === 'theirs' ? choice !== 'ours' : choice === 'theirs';
}
