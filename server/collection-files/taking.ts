import { v7 as uuid } from 'uuid';
import type { Edition } from '../../sync/collect/index.ts';
import { mergeWrites } from '../../sync/merge/index.ts';
import {
  type CollectedRow,
  type CollectedValues,
  type CollectionFile,
  collectionFileMachine,
  type Decisions,
  rowKey,
  type WorkbookMerge,
} from '../../sync/model/index.ts';
import { unreviewed } from '../collected-rows/blank.ts';
import { updateMany } from '../database/update-many.ts';
import type { Change } from '../records/change.ts';
import { editMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { collectionFiles } from './definition.ts';
import type { Held, Looked } from './held.ts';
import type { Applied, Kept, Read, RowSaid, Undoing } from './kept.ts';
import { answersOnly, placed } from './preview.ts';
import { changedFields, pick, type RowsByQuestion, rowsOf, same, upsert } from './rows.ts';

/** A file that is about to be taken in, as it was looked at under lock. */
export interface Taking {
  readonly file: CollectionFile;
  readonly held: Held;
  readonly now: Looked & { readonly merge: WorkbookMerge; readonly edition: Edition };
  readonly read: Read;
  readonly placements: Kept['placements'];
}

/**
 * Takes files in, each of another recipient: what they say goes into the rows, and what undoing needs is kept beside them. The
 * roster is for the caller to bring up to date. The number of statements grows with the rows that are written, by the hundred.
 */
export async function takeIn(work: Change, takings: readonly Taking[]): Promise<readonly CollectionFile[]> {
  const known = await rowsOf(
    work,
    takings.map(({ held }) => held.recipient.id),
  );
  const plans = takings.map(taking => planOf(taking, known(taking.held.recipient.id), work.at));
  await upsert(
    work,
    plans.flatMap(({ rows }) => rows),
  );
  for (const [i, { file }] of takings.entries()) for (const one of plans[i]!.applied) recordRow(work, file, one);
  await updateMany(
    work.tx,
    { table: 'collectionFiles', columns: ['merge', 'decisions', 'undo'], alike: {} },
    takings.map((taking, i) => ({ id: taking.file.id, ...besideOf(taking, plans[i]!.applied) })),
  );
  return editMany(
    work,
    collectionFiles,
    ['state', 'counts', 'doubts'],
    takings.map(({ file, now: { counts, doubts } }) => ({
      row: file,
      set: { state: transition(collectionFileMachine, 'collectionFile', file.state, 'apply'), counts, doubts },
    })),
    'apply',
  );
}

function besideOf({ now: { merge, decisions }, held }: Taking, rows: readonly Applied[]) {
  const { fileId, stateReason, acceptedAt } = held.recipient;
  const undo: Undoing = { rows, left: [], recipient: { fileId, stateReason, acceptedAt } };
  return {
    merge: JSON.stringify(merge),
    decisions: JSON.stringify({ decisions, seen: {} }),
    undo: JSON.stringify(undo),
  };
}

/** What stands in a row of the file, and what of it is accepted. */
function saidIn({ file, now, read, placements, held }: Taking): ReadonlyMap<string, RowSaid> {
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

interface Plan {
  readonly rows: readonly CollectedRow[];
  readonly applied: readonly Applied[];
}

/** Rows that say the same as before are not touched, so that taking in a late file costs what it changes. */
function planOf(taking: Taking, known: RowsByQuestion, at: string): Plan {
  const { file, held } = taking;
  const rows: CollectedRow[] = [];
  const applied: Applied[] = [];
  for (const [rowId, said] of saidIn(taking)) {
    const row = known.get(rowId);
    if (row && same(row.original, said.original) && same(row.accepted, said.accepted)) continue;
    const next: CollectedRow = row
      ? { ...row, ...said, issues: [...said.issues], version: row.version + 1, updatedAt: at }
      : {
          id: uuid(),
          version: 1,
          createdAt: at,
          updatedAt: at,
          bureauId: file.bureauId,
          collectionId: file.collectionId,
          recipientId: held.recipient.id,
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
  return { rows, applied };
}

const saidBy = ({ original, accepted, lineage, issues }: CollectedRow): RowSaid => ({
  original,
  accepted,
  lineage,
  issues,
});

function recordRow(work: Change, { bureauId }: CollectionFile, { id, before, after }: Applied): void {
  const fields = changedFields(before?.accepted ?? {}, after.accepted);
  work.record({
    action: 'collectedRows.import',
    resource: 'collectedRows',
    recordId: id,
    agencyId: bureauId,
    before: { accepted: pick(before?.accepted ?? {}, fields) },
    after: { accepted: pick(after.accepted, fields), lineage: after.lineage },
  });
}
