import {
  choicesOf,
  type Exchange,
  exchangeMachine,
  type RowChange,
  type SheetConnection,
} from '../../sync/model/index.ts';
import {
  type HomeSide,
  intentOf,
  isPlain,
  type Readable,
  type SheetRow,
  type SyncPlan,
} from '../../sync/sheet/google/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { applyExchange } from '../exchanges/apply.ts';
import { exchanges } from '../exchanges/definition.ts';
import { keepPreview } from '../exchanges/stored.ts';
import { type Change, change } from '../records/change.ts';
import { edit, findMany } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { agreeOn, sheetBaseOf, sheetOursOf } from './base.ts';
import { sheetContent } from './content.ts';
import type { Lease } from './lease.ts';
import { type Chosen, keepReading, newExchange, only, refreshExchange } from './offer.ts';

/** What a sync took and what waits, told to whoever shows it. */
export interface Taken {
  fields: number;
  waiting: number;
}

/**
 * Our side of a spreadsheet, in the database. Each call is one transaction, and only the holder of the lease may write: a server that
 * stood still would otherwise take what it read long ago for news.
 */
export function databaseHome(
  context: Context,
  actor: Actor,
  sheet: SheetConnection,
  lease: Pick<Lease, 'hold'>,
): HomeSide & { readonly taken: Taken } {
  const { db } = context;
  const taken: Taken = { fields: 0, waiting: 0 };
  let printed: ReadonlyMap<string, SheetRow> | null = null;
  const changing = <T>(work: (work: Change) => Promise<T>): Promise<T> =>
    change(context, actor, async each => {
      await lease.hold(each.tx);
      return work(each);
    });
  const rows = async () => {
    printed ??= new Map((await sheetContent(context, sheet)).rows.map(row => [row.rowId, row]));
    return printed;
  };
  const settled = async () => {
    const row = await db.selectFrom('sheets').select('settled').where('id', '=', sheet.id).executeTakeFirst();
    return row?.settled ?? null;
  };
  const openIntent = () =>
    db
      .selectFrom('sheetOperations')
      .select('intent')
      .where('sheetId', '=', sheet.id)
      .where('endedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .executeTakeFirst();
  const endAll = (tx: Change['tx'], at: string) =>
    tx
      .updateTable('sheetOperations')
      .set({ endedAt: at })
      .where('sheetId', '=', sheet.id)
      .where('endedAt', 'is', null)
      .execute();

  return {
    taken,
    load: async () => {
      const open = await openIntent();
      return {
        formId: sheet.formId,
        base: await sheetBaseOf(db, sheet.id),
        ours: await sheetOursOf(db, sheet.id),
        rows: await rows(),
        intent: open ? intentOf(open.intent) : null,
        settled: await settled(),
      };
    },
    begin: intent =>
      changing(async work => {
        await endAll(work.tx, work.at);
        await work.tx
          .insertInto('sheetOperations')
          .values({
            id: intent.id,
            sheetId: sheet.id,
            createdAt: work.at,
            intent: JSON.stringify(intent),
            endedAt: null,
          })
          .execute();
        work.record({
          action: 'sheets.send',
          resource: 'sheets',
          recordId: sheet.id,
          agencyId: sheet.agencyId,
          after: { operation: intent.id, cells: intent.writes.length, rows: intent.rowIds.length },
        });
      }),
    end: (_, agreed) =>
      changing(async work => {
        await endAll(work.tx, work.at);
        await agreeOn(work.tx, sheet.id, agreed);
      }),
    agree: agreed => changing(work => agreeOn(work.tx, sheet.id, agreed)),
    take: (plan, reading) => takeIn(context, changing, sheet, plan, reading, taken),
  };
}

const fieldsOf = (
  rows: readonly RowChange[],
  wanted: (row: RowChange, change: RowChange['fields'][number]) => boolean,
) =>
  rows.flatMap(row =>
    row.fields
      .filter(each => choicesOf(each).length > 0 && wanted(row, each))
      .map(({ field }) => `${row.rowId}:${field}`),
  );

const choosing = (keys: readonly string[]): Chosen => {
  const set = new Set(keys);
  return (rowId, field) => set.has(`${rowId}:${field}`);
};

/** Takes what only the spreadsheet changed where that is wanted, and offers the rest to a person as an exchange. */
async function takeIn(
  context: Context,
  changing: <T>(work: (work: Change) => Promise<T>) => Promise<T>,
  sheet: SheetConnection,
  { changes }: SyncPlan,
  { returned }: Readable,
  taken: Taken,
): Promise<boolean> {
  const automatic = sheet.mode === 'automatic';
  const plain = automatic ? fieldsOf(changes.rows, isPlain) : [];
  const waiting = fieldsOf(changes.rows, (row, each) => !automatic || !isPlain(row, each));
  taken.waiting = waiting.length;
  const file = plain.length + waiting.length > 0 ? await keepReading(context, sheet, returned) : null;

  const applied = await changing(async work => {
    if (file && plain.length > 0) {
      const chosen = only(returned, choosing(plain));
      const kept = { google: { sheetId: sheet.id, returned: { ...chosen, strays: [], issues: [] } } };
      const exchange = await newExchange(work, sheet, file, kept);
      const done = await applyExchange(work, exchange, exchange.version);
      taken.fields += done.counts.changes;
    }
    const open = await waitingExchange(work, sheet);
    if (!file || waiting.length === 0) {
      if (open) await withdraw(work, open);
      return plain.length > 0;
    }
    const kept = { google: { sheetId: sheet.id, returned: only(returned, choosing(waiting)) } };
    if (open) {
      if (open.sha256 !== file.sha256) await refreshExchange(work, open, file, kept);
      await point(work, sheet, open.id);
    } else if (!(await wasRejected(work, sheet, file.sha256))) {
      await point(work, sheet, (await newExchange(work, sheet, file, kept)).id);
    }
    return plain.length > 0;
  });
  return applied;
}

const point = (work: Change, sheet: SheetConnection, exchangeId: string) =>
  work.tx.updateTable('sheets').set({ exchangeId }).where('id', '=', sheet.id).execute();

async function waitingExchange(work: Change, sheet: SheetConnection): Promise<Exchange | null> {
  const now = await work.tx.selectFrom('sheets').select('exchangeId').where('id', '=', sheet.id).executeTakeFirst();
  if (!now?.exchangeId) return null;
  const [found] = await findMany(work, exchanges, 'update', [now.exchangeId]);
  return found?.row.state === 'previewed' ? found.row : null;
}

/** Somebody turned this very content down as a whole: it is not offered again before it changes. */
async function wasRejected(work: Change, sheet: SheetConnection, sha256: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom('exchanges')
    .select('id')
    .where('formId', '=', sheet.formId)
    .where('sha256', '=', sha256)
    .where('state', '=', 'rejected')
    .executeTakeFirst();
  return row !== undefined;
}

/** Both sides say the same again before anybody settled it. */
async function withdraw(work: Change, open: Exchange): Promise<void> {
  await keepPreview(work.tx, open);
  const stateReason = '線上試算表已無待處理的差異';
  const state = transition(exchangeMachine, 'exchange', open.state, 'reject', stateReason);
  await edit(work, exchanges, open, open.version, { state, stateReason }, 'reject');
  await work.tx.updateTable('sheets').set({ exchangeId: null }).where('exchangeId', '=', open.id).execute();
}
