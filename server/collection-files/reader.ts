import { availableParallelism } from 'node:os';
import { type RawBuilder, sql } from 'kysely';
import type { Order, Returned } from '../../sync/collect/index.ts';
import { type Issue, say } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { claim, type Duty, prolong } from '../background/index.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { type Log, reading } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { createOrders } from './order.ts';
import { type Understood, writeUnderstood } from './understood.ts';

/** A file that was begun so often and never finished is what ended the servers. */
const mostTries = 25;

/** A server that was killed leaves its files to the others after this time; it is prolonged well within it. */
const leaseMs = 10_000;
const prolongMs = 3000;

/** The name by which the reading of files is woken. */
export const readingDuty = 'collectionFiles';

/** Files that are read before what was found is written down: few enough, small enough and soon enough that everybody sees it go on. */
const together = { files: 20, bytes: 2 * 1024 * 1024, ms: 2000 };

type Where = Pick<Context, 'db' | 'engine' | 'now' | 'storage'>;

const waits = sql<boolean>`${sql.ref('collectionFiles.state')} = 'waiting'`;
const isNew = sql<boolean>`${waits} and ${sql.ref('collectionFiles.tries')} = 0`;

/**
 * Reads what waits, beside everything else that the server does. Any number of servers share the work: each takes some files for a
 * while and says so from time to time, and the files of one that was killed are taken up by the others. Those that nobody began yet
 * are read one after another and written down together; one that was begun before, and may be what ended a server, is read by
 * itself, so that it takes no other with it.
 */
export function readWaiting(context: Where, log: Log): Duty {
  const orderOf = createOrders(context);
  const atOnce = availableParallelism() > 2 ? 2 : 1;

  async function run(): Promise<boolean> {
    const take = (open: RawBuilder<boolean>, most: number) =>
      claim(context, { table: 'collectionFiles', open, most, leaseMs });
    const some = await take(isNew, together.files);
    const { ids, leaseUntil } = some.ids.length > 0 ? some : await take(waits, 1);
    if (ids.length === 0) return false;
    const lease = keepLease(context, ids, leaseUntil);
    try {
      const files = await begun(context, ids);
      const read = await readThose(files);
      const rest = files.filter(({ id }) => !read.has(id));
      await giveBack(
        context,
        rest.map(({ id }) => id),
        lease.until(),
      );
      for (const those of Map.groupBy(files, ({ receivedBy }) => receivedBy).values())
        await keep(
          those.flatMap(({ id }) => read.get(id) ?? []),
          those[0]!,
        );
    } finally {
      lease.end();
    }
    return true;
  }

  /** What those of the files say that there was time for. */
  async function readThose(files: readonly Begun[]): Promise<ReadonlyMap<string, Understood | null>> {
    const read = new Map<string, Understood | null>();
    const began = performance.now();
    const orders = new Map<string, Promise<Order>>();
    let bytes = 0;
    const left = [...files];
    const isEnough = () => read.size > 0 && (bytes > together.bytes || performance.now() - began > together.ms);
    const lane = async (): Promise<void> => {
      while (!isEnough()) {
        const file = left.shift();
        if (!file) return;
        bytes += file.size;
        const { collectionId } = file;
        orders.set(collectionId, orders.get(collectionId) ?? orderOf(collectionId));
        const returned = await understand(file, orders.get(collectionId)!).catch((error: unknown) => {
          log.error({ err: error, file: file.id }, 'a returned file could not be read');
          return 'later' as const;
        });
        read.set(file.id, returned === 'later' ? null : { id: file.id, returned });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    return read;
  }

  /** What could not be read or written down now keeps its lease: it runs out, and somebody tries again. The others do not wait for it. */
  async function keep(read: readonly Understood[], file: Begun): Promise<void> {
    if (read.length === 0) return;
    try {
      await change(context, await receiver(context, file), work => writeUnderstood(work, read));
    } catch (error) {
      log.error({ err: error, files: read.map(({ id }) => id) }, 'returned files could not be written down');
    }
  }

  async function understand(file: Begun, asked: Promise<Order>): Promise<Returned | 'later'> {
    const { sha256, fileName: name, recipientId } = file;
    if (file.tries > mostTries) return { ok: false, issue: failed(name) };
    const order = await asked;
    const own = recipientId === null ? order : { ...order, recipientId };
    const read = await withLocalCopy(context, { sha256, name }, local => reading.read('collected', local, log, own));
    if (read.ok) return { ...read.result, issues: [...read.issues, ...read.result.issues] };
    return read.issue.code === 'conversion_busy' ? 'later' : { ok: false, issue: read.issue };
  }

  return { name: readingDuty, run };
}

/** Says from time to time that these files are worked on. */
function keepLease(context: Where, ids: readonly string[], taken: string) {
  let lease: string | null = taken;
  const prolonged = async (): Promise<void> => {
    if (lease !== null) lease = await prolong(context, 'collectionFiles', ids, lease, leaseMs);
  };
  const timer = setInterval(() => void prolonged().catch(() => {}), prolongMs);
  timer.unref();
  return { until: () => lease, end: () => clearInterval(timer) };
}

/** Leaves files that were taken, but not begun after all, to whoever is next. */
async function giveBack({ db }: Where, ids: readonly string[], leaseUntil: string | null): Promise<void> {
  if (ids.length === 0 || leaseUntil === null) return;
  await db
    .updateTable('collectionFiles')
    .set(eb => ({ leaseUntil: null, tries: eb('tries', '-', 1) }))
    .where('id', 'in', ids)
    .where('leaseUntil', '=', leaseUntil)
    .execute();
}

/** Counts that these files are begun once more, before they can do any harm. */
async function begun({ db }: Where, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .updateTable('collectionFiles')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('id', 'in', ids)
    .returning(['id', 'collectionId', 'recipientId', 'fileName', 'sha256', 'receivedBy', 'size', 'tries'])
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
