import { availableParallelism } from 'node:os';
import type { Returned } from '../../sync/collect/index.ts';
import { type Issue, say } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Duty } from '../background/index.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { type Log, reading } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { type Leased, putBack, renew, renewMs, takeNext } from './lease.ts';
import { createOrders } from './order.ts';
import { writeUnderstood } from './understood.ts';

/** A file that was begun so often and never finished is what ended the servers. */
const mostTries = 25;

/** The name by which the reading of files is woken. */
export const readingDuty = 'collectionFiles';

type Where = Pick<Context, 'db' | 'engine' | 'now' | 'storage'>;

/**
 * Reads what waits, beside everything else that the server does. Any number of servers share the work: each takes a file for a
 * while and says so from time to time, and the files of one that was killed are taken up by the others.
 */
export function readWaiting(context: Where, log: Log): Duty {
  const orderOf = createOrders(context);
  const atOnce = availableParallelism() > 2 ? 2 : 1;

  async function run(): Promise<boolean> {
    const files: Leased[] = [];
    for (let n = 0; n < atOnce; n++) {
      const file = await takeNext(context);
      if (file) files.push(file);
    }
    await Promise.all(files.map(readOne));
    return files.length > 0;
  }

  async function readOne(file: Leased): Promise<void> {
    const timer = setInterval(() => void renew(context, file.id).catch(() => {}), renewMs);
    timer.unref();
    try {
      const returned = await understand(file);
      if (returned === 'later') return await putBack(context, file.id);
      await change(context, await receiver(context, file), work => writeUnderstood(work, file.id, returned));
    } catch (error) {
      // The lease runs out, and somebody tries again; the others do not wait for it.
      log.error({ err: error, file: file.id }, 'a returned file could not be written down');
      await putBack(context, file.id).catch(() => {});
    } finally {
      clearInterval(timer);
    }
  }

  async function understand(file: Leased): Promise<Returned | 'later'> {
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

function failed(name: string): Issue {
  const params = { name };
  return { code: 'reading_failed', severity: 'error', params, message: say('reading_failed', 'zh-TW', params) };
}

/** Reading is part of receiving, so that its events are of whoever handed the file in. */
const receiver = ({ db }: Where, { receivedBy }: Leased): Promise<Actor> =>
  db
    .selectFrom('users')
    .select(['id', 'name', 'agencyId', 'unitId', 'role'])
    .where('id', '=', receivedBy)
    .executeTakeFirstOrThrow();
