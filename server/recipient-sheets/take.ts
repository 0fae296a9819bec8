import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { type Issue, say } from '../../sync/model/index.ts';
import type { FileStanding } from '../../sync/sheet/google/index.ts';
import type { Actor } from '../access/actor.ts';
import { collectionFiles } from '../collection-files/definition.ts';
import { readingDuty } from '../collection-files/reader.ts';
import { deliver } from '../collection-files/receive.ts';
import { rejectFile } from '../collection-files/reject.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { type Arrived, keep as keepFile } from '../files/receive.ts';
import { mediaTypes } from '../forms/formats.ts';
import { reading } from '../reading/run.ts';
import type { Change } from '../records/change.ts';
import { findMany } from '../records/records.ts';
import type { InHand } from './look-after.ts';
import { lookMs, planFor } from './standing.ts';

/** An export that is kept, and what it was taken at. */
interface Arriving extends Omit<Arrived, 'path' | 'fields'> {
  readonly mark: FileStanding;
  readonly texts: string | null;
  /** Who wanted it. */
  readonly by: Actor;
}

/**
 * Looks whether somebody wrote in a spreadsheet, and takes it back where its time has come: it is exported, kept, and handed in like
 * any file, so that everything that is done with files is done with it. What says nothing else than before makes no file.
 * @throws GoogleFault, Refusal
 */
export async function take(inHand: InHand): Promise<void> {
  const { context, google, kept, keep } = inHand;
  const begun = kept.arriving === null ? null : (JSON.parse(kept.arriving) as Arriving);
  if (begun) return handIn(inHand, begun);
  const spreadsheetId = kept.spreadsheetId!;
  const standing = await google.standing(spreadsheetId);
  const mark = kept.takenMark === null ? null : (JSON.parse(kept.takenMark) as FileStanding);
  const { dueDate } = await context.db
    .selectFrom('collections')
    .select('dueDate')
    .where('id', '=', kept.collectionId)
    .executeTakeFirstOrThrow();
  const now = context.now();
  const { editedAt: seenAt, takeNext } = kept;
  const plan = planFor({ dueDate }, { takeNext: Boolean(takeNext), seenAt }, mark, standing, now);
  const { editedAt, nextLookAt } = plan;
  if (!plan.take) return keep({ editedAt, nextLookAt, lookedAt: now.toISOString() });
  const bytes = await google.download(spreadsheetId, context.config.uploadLimitBytes);
  const arriving = await stored(inHand, bytes, standing);
  if (!(await saysMore(inHand, arriving))) return done(inHand, arriving, {});
  await keep({ arriving: JSON.stringify(arriving) });
  await handIn(inHand, arriving);
}

/** Keeps what Google exported before anything is made of it. */
async function stored({ context, kept, owner, log }: InHand, bytes: Uint8Array, mark: FileStanding): Promise<Arriving> {
  const name = `${kept.name}.xlsx`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { name, sha256, size: bytes.length, path: join(context.storage.incoming, uuid()) };
  try {
    await writeFile(file.path, bytes, { flush: true, mode: 0o600 });
    await keepFile(context, file, mediaTypes.xlsx);
  } finally {
    await rm(file.path, { force: true });
  }
  const texts = await reading.read('texts', { bytes, name }, log);
  const by = (kept.takeNext && kept.takenBy !== null && (await actorOf(context, kept.takenBy))) || owner;
  return { name, sha256, size: file.size, mark, texts: texts.ok ? texts.result : null, by };
}

const actorOf = ({ db }: InHand['context'], id: string): Promise<Actor | undefined> =>
  db.selectFrom('users').select(['id', 'name', 'agencyId', 'unitId', 'role']).where('id', '=', id).executeTakeFirst();

/** Whether it says anything else than what was handed in last; who asks for it anew after that was turned down gets it. */
async function saysMore({ context, kept }: InHand, { texts }: Arriving): Promise<boolean> {
  if (texts === null || texts !== kept.takenTexts) return true;
  if (!kept.takeNext || kept.fileId === null) return false;
  const last = await context.db
    .selectFrom('collectionFiles')
    .select('state')
    .where('id', '=', kept.fileId)
    .executeTakeFirst();
  return last?.state === 'rejected' || last?.state === 'unreadable';
}

/** Hands in what is kept. The same bytes are one file, so that doing it again after a server ended in the midst does no harm. */
async function handIn(inHand: InHand, arriving: Arriving): Promise<void> {
  const { context, kept, owner } = inHand;
  const { bureauId, collectionId, recipientId } = kept;
  // Google may export the very bytes that were turned down; who asks for them once more wants them looked at once more.
  const target = { bureauId, collectionId, via: 'sheet', recipientId, anew: Boolean(kept.takeNext) } as const;
  const { name, sha256, size, by } = arriving;
  const { refused } = await withLocalCopy(context, { sha256, name }, async ({ path }) =>
    deliver(context, by, target, one({ name, sha256, size, path })),
  );
  if (refused[0]) throw refused[0].refusal;
  const file = await context.db
    .selectFrom('collectionFiles')
    .select('id')
    .where('collectionId', '=', collectionId)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  await done(inHand, arriving, { fileId: file.id }, async work => {
    if (kept.fileId !== null && kept.fileId !== file.id) await supersede({ ...work, actor: owner }, kept.fileId);
  });
  context.background.wake(readingDuty);
}

async function* one(file: Arrived): AsyncGenerator<Arrived> {
  yield file;
}

/** What the same spreadsheet said before, and nobody took in yet, would only be a second file that says less. */
async function supersede(work: Change, fileId: string): Promise<void> {
  const [found] = await findMany(work, collectionFiles, 'reject', [fileId]);
  if (!found?.allowed || !['waiting', 'read', 'unreadable'].includes(found.row.state)) return;
  await rejectFile(work, fileId, found.row.version, say('sheet_superseded', 'zh-TW'));
}

async function done(
  inHand: InHand,
  { mark, texts, by }: Arriving,
  set: { readonly fileId?: string },
  work?: (work: Change) => Promise<void>,
): Promise<void> {
  const { context, kept, keep } = inHand;
  const now = context.now();
  const at = now.toISOString();
  // That an address is refused is still so.
  const problem =
    kept.problem !== null && (JSON.parse(kept.problem) as Issue).severity === 'warning' ? kept.problem : null;
  await keep(
    {
      ...set,
      arriving: null,
      takenMark: JSON.stringify(mark),
      takenTexts: texts,
      takenAt: at,
      lookedAt: at,
      editedAt: null,
      state: 'active',
      problem,
      takeNext: false,
      nextLookAt: new Date(now.getTime() + lookMs).toISOString(),
    },
    async unit => {
      await work?.(unit);
      unit.record({
        action: 'recipientSheets.take',
        resource: 'recipientSheets',
        recordId: kept.id,
        agencyId: kept.bureauId,
        after: { fileId: set.fileId ?? null, news: set.fileId !== undefined, by: by.id },
      });
    },
  );
}
