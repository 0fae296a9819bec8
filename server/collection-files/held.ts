import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Edition, ValuesByRow } from '../../sync/collect/index.ts';
import type {
  CollectedValues,
  CollectionFile,
  Decisions,
  Issue,
  Recipient,
  RowReview,
  WorkbookMerge,
} from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { fromRow } from '../listing/fields.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { editionsOf } from './editions.ts';
import type { Kept, Read } from './kept.ts';
import {
  countsAlone,
  countsOf,
  doubtsOf,
  foreignScores,
  issuesOf,
  placed,
  previewOf,
  type Sides,
  stillStanding,
} from './preview.ts';

/** A recipient, locked until the change ends, with all that its files are compared with. */
export interface Held {
  readonly recipient: Recipient;
  readonly sides: Sides;
  readonly editions: readonly Edition[];
  /** Number of the newest edition. */
  readonly newest: number;
}

type Reading = Kysely<Database> | Transaction<Database>;

/** Null where the collection does not ask it any more. */
export const hold = async (work: Pick<Change, 'tx' | 'engine'>, recipientId: string): Promise<Held | null> =>
  (await holdMany(work, [recipientId])).get(recipientId) ?? null;

/** Those of several that their collection still asks, by id, with as few statements as for one. */
export async function holdMany(
  work: Pick<Change, 'tx' | 'engine'>,
  recipientIds: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  return heldOfMany(work.tx, await holdLines(work, recipientIds));
}

/** The recipients alone, locked until the change ends. */
export async function holdLines(
  { tx, engine }: Pick<Change, 'tx' | 'engine'>,
  recipientIds: readonly string[],
): Promise<readonly Line[]> {
  if (recipientIds.length === 0) return [];
  const rows = await tx
    .selectFrom('recipients')
    .selectAll()
    .where('id', 'in', recipientIds)
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  return rows.map(lineOf);
}

/** The same without a lock, for looking only. */
export const holdOnly = async (db: Reading, recipientId: string): Promise<Held | null> =>
  (await holdOnlyMany(db, [recipientId])).get(recipientId) ?? null;

/** `holdMany` without a lock, for looking only. */
export async function holdOnlyMany(db: Reading, recipientIds: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  if (recipientIds.length === 0) return new Map();
  const rows = await db.selectFrom('recipients').selectAll().where('id', 'in', recipientIds).execute();
  return heldOfMany(db, rows.map(lineOf));
}

/** A recipient as lists show it, and what its workbook left with. */
export interface Line {
  readonly recipient: Recipient;
  readonly issued: string | null;
}

const lineOf = (row: Selectable<Database['recipients']>): Line => ({
  recipient: fromRow<Recipient>(recipients.fields, row),
  issued: row.issued,
});

/** All that the files of recipients are compared with, by id. */
export async function heldOfMany(db: Reading, lines: readonly Line[]): Promise<ReadonlyMap<string, Held>> {
  if (lines.length === 0) return new Map();
  const editions = new Map<string, readonly Edition[]>();
  for (const id of new Set(lines.map(({ recipient }) => recipient.collectionId)))
    editions.set(id, await editionsOf(db, id));
  const rows = await rowsSaid(
    db,
    lines.map(({ recipient }) => recipient.id),
  );
  return new Map(
    lines.map(({ recipient, issued }) => {
      const of = editions.get(recipient.collectionId) ?? [];
      const sides = sidesOf(recipient, JSON.parse(issued ?? '{}') as ValuesByRow, rows.get(recipient.id) ?? []);
      return [recipient.id, { recipient, sides, editions: of, newest: Math.max(...of.map(each => each.edition)) }];
    }),
  );
}

type Said = Pick<
  Selectable<Database['collectedRows']>,
  'rowId' | 'original' | 'accepted' | 'lineage' | 'first' | 'second'
>;

async function rowsSaid(db: Reading, recipientIds: readonly string[]): Promise<ReadonlyMap<string, readonly Said[]>> {
  const rows = await db
    .selectFrom('collectedRows')
    .select(['recipientId', 'rowId', 'original', 'accepted', 'lineage', 'first', 'second'])
    .where('recipientId', 'in', recipientIds)
    .execute();
  return Map.groupBy(rows, ({ recipientId }) => recipientId);
}

/** The base is what was last taken in of the agency, else what its workbook left with. */
function sidesOf({ fileId }: Pick<Recipient, 'fileId'>, issued: ValuesByRow, rows: readonly Said[]): Sides {
  const values = (of: readonly Said[], said: 'original' | 'accepted'): ValuesByRow =>
    Object.fromEntries(of.map(row => [row.rowId, JSON.parse(row[said]) as CollectedValues]));
  // What was taken back and only kept for its review says nothing any more.
  const returned = rows.filter(({ lineage }) => lineage !== null);
  const scoreOf = (review: string) => (JSON.parse(review) as RowReview).score;
  return {
    base: { ...issued, ...(fileId === null ? {} : values(returned, 'original')) },
    ours: values(rows, 'accepted'),
    scores: Object.fromEntries(
      rows.map(({ rowId, first, second }) => [rowId, { firstScore: scoreOf(first), secondScore: scoreOf(second) }]),
    ),
  };
}

/** A file looked at as things stand now. */
export interface Looked extends Pick<CollectionFile, 'counts' | 'doubts'> {
  readonly merge: WorkbookMerge | null;
  readonly decisions: Decisions;
  readonly edition: Edition | null;
  readonly issues: readonly Issue[];
}

type Told = Pick<CollectionFile, 'recipientId' | 'recognisedBy' | 'edition' | 'fileName'>;

/** What a file changes, decided as far as it was, and what is doubtful in it. @param held null while nobody knows whose it is */
export function look(
  file: Told,
  kept: Pick<Kept, 'placements' | 'decisions' | 'seen'>,
  read: Read,
  held: Held | null,
): Looked {
  const edition = held?.editions.find(each => each.edition === file.edition) ?? null;
  const merge = held && edition ? previewOf(edition, read, kept.placements, held.sides, file.fileName) : null;
  const decisions = merge ? stillStanding(merge, kept) : {};
  const counts = merge ? countsOf(merge, decisions, read) : countsAlone(read);
  const foreign = held && edition ? foreignScores(edition, placed(read, kept.placements), held.sides.scores) : [];
  const doubts = doubtsOf({ file, counts, edition: held?.newest ?? file.edition ?? 0, read, foreign });
  return { merge, decisions, counts, doubts, edition, issues: [...issuesOf(read, file), ...foreign] };
}
