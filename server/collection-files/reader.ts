import { availableParallelism } from 'node:os';
import { sql } from 'kysely';
import type { Returned } from '../../sync/collect/index.ts';
import { type Issue, say } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { claim, type Duty, prolong } from '../background/index.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { type Log, reading } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { createOrders } from './order.ts';
import { writeUnderstood } from './understood.ts';

/** A file that was begun so often and never finished is what ended the servers. */
const mostTries = 25;

/** A server that was killed leaves its files to the others after this time; it is prolonged well within it. */
const leaseMs = 10_000;
const prolongMs = 3000;

/** The name by which the reading of files is woken. */
export const readingDuty = 'collectionFiles';

type Where = Pick<Context, 'db' | 'engine' | 'now' | 'storage'>;

const waits = sql<boolean>`${sql.ref('collectionFiles.state')} = 'waiting'`;

/**
 * Reads what waits, beside everything else that the server does. Any number of servers share the work: each takes a file for a
 * while and says so from time to time, and the files of one that was killed are taken up by the others.
 */
export function readWaiting(context: Where, log: Log): Duty {
  const orderOf = createOrders(context);
  const atOnce = availableParallelism() > 2 ? 2 : 1;

  async function run(): Promise<boolean> {
    const { ids, leaseUntil } = await claim(context, { table: 'collectionFiles', open: waits, most: atOnce, leaseMs });
    const files = await begun(context, ids);
    await Promise.all(files.map(file => readOne(file, leaseUntil)));
    return ids.length > 0;
  }

  async function readOne(file: Begun, taken: string): Promise<void> {
    let lease: string | null = taken;
    const prolonged = async (): Promise<void> => {
      if (lease !== null) lease = await prolong(context, 'collectionFiles', file.id, lease, leaseMs);
    };
    const timer = setInterval(() => void prolonged().catch(() => {}), prolongMs);
    timer.unref();
    try {
      const returned = await understand(file);
      // The lease runs out, and somebody tries again; the others do not wait for it.
      if (returned === 'later') return;
      await change(context, await receiver(context, file), work => writeUnderstood(work, file.id, returned));
    } catch (error) {
      log.error({ err: error, file: file.id }, 'a returned file could not be written down');
    } finally {
      clearInterval(timer);
    }
  }

  async function understand(file: Begun): Promise<Returned | 'later'> {
    const { sha256, fileName: name, collectionId, recipientId } = file;
    if (file.tries > mostTries) return { ok: false, issue: failed(name) };
    const order = await orderOf(collectionId);
    const own = recipientId === null ? order : { ...order, recipientId };
    const read = await withLocalCopy(context, { sha256, name }, local => reading.read('collected', local, log, own));
    if (read.ok) return { ...read.result, issues: [...read.issues, ...read.result.issues] };
    return read.issue.code === 'conversion_busy' ? 'later' : { ok: false, issue: read.issue };
  }

  return { name: readingDuty, run };
}

/** Counts that these files are begun once more, before they can do any harm. */
async function begun({ db }: Where, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .updateTable('collectionFiles')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('id', 'in', ids)
    .returning(['id', 'collectionId', 'recipientId', 'fileName', 'sha256', 'receivedBy', 'tries'])
    .execute();
}
type Begun = Awaited<ReturnType<typeof begun>>[number];

function failed(name: string): Issue {
  const params = { name };
  return { code: 'reading_failed', severity: 'error', params, message: say('reading_failed', 'zh-TW', params) };
}

/** Reading is part of receiving, so that its events are of whoever handed the file in. */
const receiver = ({ db }: Where, { receivedBy }: Begun): Promise<Actor> =>
  db
    .selectFrom('users')
    .select(['id', 'name', 'agencyId', 'unitId', 'role'])
    .where('id', '=', receivedBy)
    .executeTakeFirstOrThrow();
