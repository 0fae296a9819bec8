import {
  type CollectedRow,
  type CollectionFile,
  type CollectionFileDetail,
  collectionFileMachine,
} from '../../sync/model/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import { hold } from './held.ts';
import { type Applied, keptOf, type Undoing } from './kept.ts';
import { mustBeRunning } from './open.ts';
import { refreshRecipient } from './roster.ts';
import { changedFields, pick, rowsOf, upsert } from './rows.ts';

/**
 * Takes an applied file back, in one transaction. Later work is never lost: a value that somebody corrected since stays and is
 * named in `left`, and a row that was reviewed stays with its review.
 * @throws Refusal `collection_file_superseded` when a later file of the agency counts, `stale_version`, `illegal_transition`
 */
export async function undoFile(work: Change, file: CollectionFile, version: number): Promise<CollectionFile> {
  const state = transition(collectionFileMachine, 'collectionFile', file.state, 'undo');
  if (file.version !== version) throw stale(file);
  await mustBeRunning(work, file.collectionId);
  const held = file.recipientId === null ? null : await hold(work, file.recipientId);
  const { undo } = await keptOf(work.tx, file.id);
  if (!held || !undo || held.recipient.fileId !== file.id) throw new Refusal('collection_file_superseded');
  const left = await takeBack(work, file, undo.rows);
  const done: Undoing = { ...undo, left };
  await work.tx
    .updateTable('collectionFiles')
    .set({ undo: JSON.stringify(done), merge: null, decisions: '{}' })
    .where('id', '=', file.id)
    .execute();
  const next = await edit<CollectionFile>(work, collectionFiles, file, version, { state }, 'undo');
  await refreshRecipient(work, held.recipient.id, undo.recipient);
  return next;
}

type Left = CollectionFileDetail['left'];

async function takeBack(work: Change, file: CollectionFile, applied: readonly Applied[]): Promise<Left> {
  const rows = (await rowsOf(work, [file.recipientId!]))(file.recipientId!);
  const found = await namedByFindings(
    work,
    applied.map(({ id }) => id),
  );
  const gone: string[] = [];
  const back: CollectedRow[] = [];
  const left: Left = [];
  for (const one of applied) {
    const row = rows.get(one.rowId);
    if (!row) continue;
    const next = restored(row, one, work.at, left);
    if (one.before === null && !found.has(row.id) && !isWorkedOn(next)) gone.push(row.id);
    else back.push(next);
    const fields = changedFields(row.accepted, next.accepted);
    work.record({
      action: 'collectedRows.undoImport',
      resource: 'collectedRows',
      recordId: row.id,
      agencyId: file.bureauId,
      before: { accepted: pick(row.accepted, fields), lineage: row.lineage },
      after: { accepted: pick(next.accepted, fields), lineage: next.lineage },
    });
  }
  await remove(work, gone);
  await upsert(work, back);
  return left;
}

/** What the file said goes; what a person said since stays, and is told. */
function restored(row: CollectedRow, { before, after }: Applied, at: string, left: Left): CollectedRow {
  const was = before?.accepted ?? {};
  const accepted = { ...row.accepted };
  for (const field of changedFields(was, after.accepted)) {
    if ((row.accepted[field] ?? null) === (after.accepted[field] ?? null)) accepted[field] = was[field] ?? null;
    else left.push({ rowId: row.rowId, field });
  }
  return {
    ...row,
    accepted,
    original: before?.original ?? {},
    lineage: before?.lineage ?? null,
    issues: [...(before?.issues ?? [])],
    version: row.version + 1,
    updatedAt: at,
  };
}

/** Whether somebody reviewed a row or corrected a value in it. */
const isWorkedOn = ({ first, second, returnReason, accepted }: CollectedRow): boolean =>
  first.at !== null ||
  second.at !== null ||
  returnReason !== null ||
  Object.values(accepted).some(value => value !== null);

async function namedByFindings({ tx }: Change, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('findings').select('collectedRowId').where('collectedRowId', 'in', ids).execute();
  return new Set(rows.flatMap(({ collectedRowId }) => collectedRowId ?? []));
}

async function remove({ tx }: Change, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('collectedRows').where('id', 'in', ids).execute();
}
