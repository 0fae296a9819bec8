import type { Kysely } from 'kysely';
import type { Returned } from '../../sync/collect/index.ts';
import type {
  CollectedValues,
  CollectionFileDetail,
  Decisions,
  Issue,
  Lineage,
  MergedField,
  Placements,
  WorkbookMerge,
} from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';

/** What a file says, as it was read. */
export type Read = Extract<Returned, { readonly ok: true }>;

/** What both sides said when a person decided, by key: a decision holds only as long as they still say it. */
export type Seen = Readonly<
  Record<string, readonly [ours: CollectedValues[MergedField], theirs: CollectedValues[MergedField]]>
>;

/** What people decided, and what they saw when they did. */
export interface Decided {
  readonly decisions: Decisions;
  readonly seen: Seen;
}

/** The values of one collected row before and after a file was applied. */
export interface Applied {
  readonly id: string;
  readonly rowId: string;
  /** Null where the row did not exist. */
  readonly before: RowSaid | null;
  readonly after: RowSaid;
}

/** What a collected row holds that comes from a file. */
export interface RowSaid {
  readonly original: CollectedValues;
  readonly accepted: CollectedValues;
  readonly lineage: Lineage | null;
  readonly issues: readonly Issue[];
}

/** What applying replaced, and after undoing, what could not be taken back. */
export interface Undoing {
  readonly rows: readonly Applied[];
  readonly left: CollectionFileDetail['left'];
  /** How the recipient stood before. */
  readonly recipient: {
    readonly fileId: string | null;
    readonly stateReason: string;
    readonly acceptedAt: string | null;
  };
}

/** What a file keeps beside what lists show. */
export interface Kept extends Decided {
  readonly read: Read | null;
  readonly placements: Placements;
  readonly merge: WorkbookMerge | null;
  readonly undo: Undoing | null;
}

const parse = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

export async function keptOf(db: Kysely<Database>, fileId: string): Promise<Kept> {
  const [kept] = await keptOfMany(db, [fileId]);
  return kept![1];
}

/** What several files keep, by id. */
export async function keptOfMany(
  db: Kysely<Database>,
  fileIds: readonly string[],
): Promise<readonly (readonly [string, Kept])[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .selectFrom('collectionFiles')
    .select(['id', 'returned', 'merge', 'decisions', 'undo', 'placements'])
    .where('id', 'in', fileIds)
    .execute();
  return rows.map(row => {
    const decided = JSON.parse(row.decisions) as Partial<Decided>;
    return [
      row.id,
      {
        read: parse<Read>(row.returned),
        merge: parse<WorkbookMerge>(row.merge),
        undo: parse<Undoing>(row.undo),
        placements: JSON.parse(row.placements) as Placements,
        decisions: decided.decisions ?? {},
        seen: decided.seen ?? {},
      },
    ] as const;
  });
}
