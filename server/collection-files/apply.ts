import { v7 as uuid } from 'uuid';
import type { Edition } from '../../sync/collect/index.ts';
import { mergeWrites } from '../../sync/merge/index.ts';
import {
  type CollectedRow,
  type CollectedValues,
  type CollectionFile,
  collectionFileMachine,
  type Decisions,
  type FilesApplied,
  rowKey,
  type WorkbookMerge,
} from '../../sync/model/index.ts';
import { unreviewed } from '../collected-rows/blank.ts';
import { collectedRows } from '../collected-rows/definition.ts';
import { fromRow, toRow } from '../listing/fields.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { type Held, hold, type Looked, look } from './held.ts';
import { type Applied, keptOf, type Read, type RowSaid, type Undoing } from './kept.ts';
import { mustBeRunning } from './open.ts';
import { answersOnly, placed, unsettled } from './preview.ts';
import { lookAgain, refreshRecipient, standsAlone } from './roster.ts';

type Why = FilesApplied['left'][number]['why'];

/** A file stays out of a bulk, and why. */
export class LeftOut extends Error {
  readonly why: Why;

  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

/**
 * Takes a file in, all of it or nothing. The preview is made once more under lock, so that nothing is written over what somebody
 * changed since it was looked at: a new conflict refuses the whole.
 * @param file found and locked in this change
 * @throws Refusal `conflicts_unsettled`, `collection_file_unrecognised`, `illegal_transition`, `stale_version`
 */
export async function applyFile(work: Change, file: CollectionFile, version: number): Promise<CollectionFile> {
  const { held, now, read, placements } = await ready(work, file, version);
  const open = unsettled(now.merge, now.decisions);
  if (open > 0) throw new Refusal('conflicts_unsettled', { count: open });
  return write(work, file, { held, now, read, placements });
}

/** The same for a file that nobody looked at: only one that is clean, and alone. @throws LeftOut */
export async function applyIfClean(work: Change, file: CollectionFile): Promise<CollectionFile> {
  if (file.state !== 'read') throw new LeftOut('state');
  if (file.recipientId === null) throw new LeftOut('unrecognised');
  const prepared = await ready(work, file, file.version);
  const [doubt] = prepared.now.doubts;
  if (doubt) throw new LeftOut(doubt);
  const { held, now } = prepared;
  const others = await lookAgain(work, held.recipient.id, async () => held, file.id);
  if (others.length > 0 || !standsAlone(held.recipient, { state: file.state, counts: now.counts }))
    throw new LeftOut('duplicate');
  return write(work, file, prepared);
}

interface Prepared {
  readonly held: Held;
  readonly now: Looked & { readonly merge: WorkbookMerge; readonly edition: Edition };
  readonly read: Read;
  readonly placements: Readonly<Record<string, string | null>>;
}

async function ready(work: Change, file: CollectionFile, version: number): Promise<Prepared> {
  transition(collectionFileMachine, 'collectionFile', file.state, 'apply');
  if (file.version !== version) throw stale(file);
  await mustBeRunning(work, file.collectionId);
  const held = file.recipientId === null ? null : await hold(work, file.recipientId);
  const kept = await keptOf(work.tx, file.id);
  if (!held || !kept.read) throw new Refusal('collection_file_unrecognised');
  const now = look(file, kept, kept.read, held);
  if (!now.merge || !now.edition) throw new Refusal('collection_file_unrecognised');
  return {
    held,
    now: { ...now, merge: now.merge, edition: now.edition },
    read: kept.read,
    placements: kept.placements,
  };
}

async function write(work: Change, file: CollectionFile, prepared: Prepared): Promise<CollectionFile> {
  const { held, now } = prepared;
  const { fileId, stateReason, acceptedAt, id: recipientId } = held.recipient;
  const rows = await writeRows(work, file, prepared);
  const undo: Undoing = { rows, left: [], recipient: { fileId, stateReason, acceptedAt } };
  await work.tx
    .updateTable('collectionFiles')
    .set({
      merge: JSON.stringify(now.merge),
      decisions: JSON.stringify({ decisions: now.decisions, seen: {} }),
      undo: JSON.stringify(undo),
    })
    .where('id', '=', file.id)
    .execute();
  const state = transition(collectionFileMachine, 'collectionFile', file.state, 'apply');
  const { counts, doubts } = now;
  const next = await edit<CollectionFile>(
    work,
    collectionFiles,
    file,
    file.version,
    { state, counts, doubts },
    'apply',
  );
  await refreshRecipient(work, recipientId, { fileId: file.id, stateReason: '', acceptedAt: null });
  return next;
}

/** What stands in a row of the file, and what of it is accepted. */
function saidIn(file: CollectionFile, { now, read, placements, held }: Prepared): ReadonlyMap<string, RowSaid> {
  const takenFor = takenBy(now.merge, now.decisions, now.edition);
  const issued = new Map(now.edition.rows.map(({ rowId, values }) => [rowId, values]));
  const issues = Map.groupBy(
    read.issues.filter(({ sheet, row }) => sheet && row),
    ({ sheet, row }) => rowKey(sheet!, row!),
  );
  return new Map(
    placed(read, placements).rows.map(({ rowId, sheet, row, values, cells }) => {
      const before = held.sides.ours[rowId] ?? held.sides.base[rowId] ?? issued.get(rowId) ?? {};
      return [
        rowId,
        {
          original: values,
          accepted: { ...answersOnly(before), ...takenFor.get(rowId) },
          lineage: { fileId: file.id, fileName: file.fileName, sheet, row, cells },
          issues: issues.get(rowKey(sheet, row)) ?? [],
        },
      ] as const;
    }),
  );
}

function takenBy(merge: WorkbookMerge, decisions: Decisions, edition: Edition): ReadonlyMap<string, CollectedValues> {
  const rowIds = new Map(edition.rows.map(({ rowId, sheet, row }) => [rowKey(sheet, row), rowId]));
  const byRow = Map.groupBy(mergeWrites(merge, decisions), ({ sheet, row }) => rowIds.get(rowKey(sheet, row))!);
  return new Map(
    [...byRow].map(([rowId, writes]) => [rowId, Object.fromEntries(writes.map(({ field, after }) => [field, after]))]),
  );
}

/** Rows that say the same as before are not touched, so that taking in a late file costs what it changes. */
async function writeRows(work: Change, file: CollectionFile, prepared: Prepared): Promise<readonly Applied[]> {
  const recipientId = prepared.held.recipient.id;
  const known = await rowsOf(work, recipientId);
  const applied: Applied[] = [];
  const rows: CollectedRow[] = [];
  for (const [rowId, said] of saidIn(file, prepared)) {
    const row = known.get(rowId);
    if (row && same(row.original, said.original) && same(row.accepted, said.accepted)) continue;
    const next: CollectedRow = row
      ? { ...row, ...said, issues: [...said.issues], version: row.version + 1, updatedAt: work.at }
      : {
          id: uuid(),
          version: 1,
          createdAt: work.at,
          updatedAt: work.at,
          bureauId: file.bureauId,
          collectionId: file.collectionId,
          recipientId,
          rowId,
          ...said,
          issues: [...said.issues],
          first: unreviewed,
          second: unreviewed,
          returnReason: null,
        };
    rows.push(next);
    applied.push({ id: next.id, rowId, before: row ? saidBy(row) : null, after: said });
  }
  await upsert(work, rows);
  for (const { id, before, after } of applied) {
    const fields = changedFields(before?.accepted ?? {}, after.accepted);
    work.record({
      action: 'collectedRows.import',
      resource: 'collectedRows',
      recordId: id,
      agencyId: file.bureauId,
      before: { accepted: pick(before?.accepted ?? {}, fields) },
      after: { accepted: pick(after.accepted, fields), lineage: after.lineage },
    });
  }
  return applied;
}

const saidBy = ({ original, accepted, lineage, issues }: CollectedRow): RowSaid => ({
  original,
  accepted,
  lineage,
  issues,
});

const sorted = (values: CollectedValues): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A field that is blank and one that is not there say the same. */
export const same = (a: CollectedValues, b: CollectedValues): boolean => sorted(a) === sorted(b);

type Fields = readonly (keyof CollectedValues)[];

export const changedFields = (before: CollectedValues, after: CollectedValues): Fields =>
  [...new Set([...Object.keys(before), ...Object.keys(after)] as (keyof CollectedValues)[])].filter(
    field => (before[field] ?? null) !== (after[field] ?? null),
  );

export const pick = (values: CollectedValues, fields: Fields): CollectedValues =>
  Object.fromEntries(fields.map(field => [field, values[field] ?? null]));

/** The collected rows of a recipient by question, locked until the change ends. */
export async function rowsOf({ tx, engine }: Change, recipientId: string): Promise<ReadonlyMap<string, CollectedRow>> {
  const rows = await tx
    .selectFrom('collectedRows')
    .selectAll()
    .where('recipientId', '=', recipientId)
    .orderBy('id')
    .$if(engine === 'postgres', query => query.forUpdate())
    .execute();
  return new Map(rows.map(row => [row.rowId, fromRow<CollectedRow>(collectedRows.fields, row)]));
}

/** Bound parameters that a statement may hold on either engine. */
const rowsPerStatement = 400;

/** Writes what files say of rows, new ones and known ones with the same few statements; reviews stay as they are. */
export async function upsert({ tx }: Change, rows: readonly CollectedRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement)
    await tx
      .insertInto('collectedRows')
      .values(rows.slice(i, i + rowsPerStatement).map(row => toRow(collectedRows.fields, row)) as never)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(eb => ({
          original: eb.ref('excluded.original'),
          accepted: eb.ref('excluded.accepted'),
          lineage: eb.ref('excluded.lineage'),
          issues: eb.ref('excluded.issues'),
          version: eb.ref('excluded.version'),
          updatedAt: eb.ref('excluded.updatedAt'),
        })),
      )
      .execute();
}
