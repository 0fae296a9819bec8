import { decide } from '../merge/three-way.ts';
import {
  type Decisions,
  type PackedResource,
  type PacketField,
  type PacketRow,
  packetChoices,
  packetKey,
  takesPacked,
} from '../model/index.ts';
import { type Json, sameJson } from './canonical.ts';

export type Values = Readonly<Record<string, Json>>;

/** One row of a package. */
export interface Incoming {
  readonly resource: PackedResource;
  readonly foreignId: string;
  readonly text: string;
  /** The fields that are merged. */
  readonly values: Values;
}

/** What this installation knows of the same row. */
export interface Known {
  readonly localId: string;
  /** What the last applied package said; a field that it did not speak of counts as said just as it is said now. */
  readonly base: Values;
  /** As the row stands; null when it was deleted here. */
  readonly ours: Values | null;
  /** Takes nothing: it was accepted or approved here. */
  readonly locked: boolean;
  /** Fields on which the sender has the last word: what it says anew is taken, whatever stands here. */
  readonly theirWord?: readonly string[];
}

export interface MergedPackage {
  /** Rows with something to do or to settle. */
  readonly rows: readonly PacketRow[];
  /** How many rows say what stands here already. */
  readonly same: number;
}

const blank = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function mergeField(field: string, theirs: Json, { base, ours, locked, theirWord = [] }: Known): PacketField {
  const said = base[field] ?? (field in base ? null : theirs);
  const here = ours?.[field] ?? null;
  const yields = theirWord.includes(field) && !sameJson(said, theirs);
  const sides = { base: yields ? here : said, ours: here, theirs };
  const { outcome, why } = decide<Json>(sameJson, sides, { theirs: locked ? 'locked' : null });
  const clearing = (outcome === 'theirs' || outcome === 'conflict') && blank(theirs) && !blank(sides.base);
  return {
    field,
    ...sides,
    outcome,
    why: why === 'locked' || why === 'bothChanged' ? why : null,
    clearing,
  } as PacketField;
}

const told = ({ outcome }: PacketField): boolean =>
  outcome === 'theirs' || outcome === 'conflict' || outcome === 'ours';

/**
 * Three-way merge, per field, of the rows of a package against what the last applied one said and what stands now. A row
 * that a package no longer has is never deleted; one that was deleted here and changed there is listed as `blocked`.
 * @param closed resources of which no new row can be made
 */
export function mergePackage(
  incoming: readonly Incoming[],
  known: ReadonlyMap<string, Known>,
  closed: ReadonlySet<PackedResource> = new Set(),
): MergedPackage {
  const rows: PacketRow[] = [];
  for (const { resource, foreignId, text, values } of incoming) {
    const row = known.get(`${resource}/${foreignId}`);
    const place = { resource, foreignId, text };
    if (!row) {
      rows.push({ ...place, localId: null, status: closed.has(resource) ? 'blocked' : 'new', fields: [] });
      continue;
    }
    if (row.ours === null) {
      const changed = Object.entries(values).some(
        ([field, value]) => field in row.base && !sameJson(row.base[field], value),
      );
      if (changed) rows.push({ ...place, localId: null, status: 'blocked', fields: [] });
      continue;
    }
    const fields = Object.entries(values)
      .map(([field, value]) => mergeField(field, value, row))
      .filter(told);
    if (fields.some(({ outcome }) => outcome !== 'ours'))
      rows.push({ ...place, localId: row.localId, status: 'changed', fields });
  }
  return { rows, same: incoming.length - rows.length };
}

export interface Side {
  readonly ours: Json;
  readonly theirs: Json;
}
/** What both sides said when a person decided: a decision holds only as long as they still say it. */
export type SeenSides = Readonly<Record<string, Side>>;

const fieldsByKey = (rows: readonly PacketRow[]): ReadonlyMap<string, PacketField> =>
  new Map(rows.flatMap(row => row.fields.map(field => [packetKey(row, field.field), field] as const)));

export interface SettledPackage {
  readonly decisions: Decisions;
  readonly seen: SeenSides;
  /** Keys of what cannot be decided so. */
  readonly refused: readonly string[];
}

/** Checks a person's decisions against what a package would change. */
export function settlePackage(rows: readonly PacketRow[], decisions: Decisions): SettledPackage {
  const fields = fieldsByKey(rows);
  const taken = Object.entries(decisions).filter(([key, choice]) => {
    const field = fields.get(key);
    return field !== undefined && packetChoices(field).includes(choice);
  });
  const accepted = new Set(taken.map(([key]) => key));
  return {
    decisions: Object.fromEntries(taken),
    seen: Object.fromEntries(
      taken.map(([key]) => [key, { ours: fields.get(key)!.ours as Json, theirs: fields.get(key)!.theirs as Json }]),
    ),
    refused: Object.keys(decisions).filter(key => !accepted.has(key)),
  };
}

/** Those of earlier decisions that still hold. */
export function stillHolding(rows: readonly PacketRow[], decisions: Decisions, seen: SeenSides): Decisions {
  const fields = fieldsByKey(rows);
  return Object.fromEntries(
    Object.entries(decisions).filter(([key, choice]) => {
      const field = fields.get(key);
      const then = seen[key];
      if (!field || !then || !packetChoices(field).includes(choice)) return false;
      return sameJson(field.ours, then.ours) && sameJson(field.theirs, then.theirs);
    }),
  );
}

/** Keys of conflicts that nobody has settled. */
export const openConflicts = (rows: readonly PacketRow[], decisions: Decisions): readonly string[] =>
  [...fieldsByKey(rows)].flatMap(([key, field]) =>
    field.outcome === 'conflict' && decisions[key] === undefined ? [key] : [],
  );

/** The fields of a row that are written, with their new values. */
export const taken = (row: PacketRow, decisions: Decisions): Values =>
  Object.fromEntries(
    row.fields
      .filter(field => takesPacked(field, decisions[packetKey(row, field.field)]))
      .map(({ field, theirs }) => [field, theirs as Json]),
  );
