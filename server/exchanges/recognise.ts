import { countsOf } from '../../sync/merge/index.ts';
import { type Exchange, exchangeMachine } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { mustNotBeBusy } from '../reading/busy.ts';
import type { Log } from '../reading/run.ts';
import { type Change, change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { exchanges } from './definition.ts';
import { type LeftForm, readAsForm } from './read-as.ts';
import { type KeptFile, keptOf, previewOf } from './stored.ts';

interface Wish {
  readonly version: number;
  readonly formId: string;
}

interface Chosen {
  readonly exchange: Exchange;
  readonly form: LeftForm & { readonly id: string; readonly roundId: string };
}

/**
 * Reads a file as the form that a person says it is, and makes its preview: a file without ids, or one that was taken for another
 * form. Which rows are which is then for the person to look at; nothing is applied by it. What was decided about the rows of
 * another form says nothing about these, and is thrown away; the event keeps it.
 * @throws Refusal `stale_version`, `illegal_transition`, `foreign_reference`, `exchange_unreadable`, `conversion_busy`
 */
export async function recogniseExchange(
  context: Context,
  actor: Actor,
  id: string,
  wish: Wish,
  log: Log,
): Promise<Exchange> {
  const { exchange, form } = await change(context, actor, work => choose(work, id, wish));
  const { sha256, fileName } = exchange;
  const read = await withLocalCopy(context, { sha256, name: fileName }, file => readAsForm(context, file, form, log));
  mustNotBeBusy(read);
  if (!read.ok) throw new Refusal('exchange_unreadable', {}, { issue: read.issue });
  // Reading takes its time, and somebody else may have been faster.
  return change(context, actor, async work => preview(work, await choose(work, id, wish), read.result));
}

async function preview(work: Change, { exchange, form }: Chosen, file: KeptFile): Promise<Exchange> {
  const counts = countsOf(await previewOf(work.tx, form.id, file, {}), {});
  const { decisions, placements } = await keptOf(work.tx, exchange.id);
  const set = {
    formId: form.id,
    roundId: form.roundId,
    state: transition(exchangeMachine, 'exchange', exchange.state, 'preview'),
    version: exchange.version + 1,
    updatedAt: work.at,
  };
  await work.tx
    .updateTable('exchanges')
    .set({
      ...set,
      counts: JSON.stringify(counts),
      problem: null,
      returned: JSON.stringify(file),
      decisions: '{}',
      placements: '{}',
    })
    .where('id', '=', exchange.id)
    .execute();
  const { formId, roundId, state } = exchange;
  work.record({
    action: 'exchanges.recognise',
    resource: 'exchanges',
    recordId: exchange.id,
    agencyId: exchange.agencyId,
    before: { formId, roundId, state, ...(state === 'previewed' ? { decisions, rows: placements } : {}) },
    after: { formId: set.formId, roundId: set.roundId, state: set.state },
  });
  return { ...exchange, ...set, counts, problem: null };
}

async function choose(work: Change, id: string, { version, formId }: Wish): Promise<Chosen> {
  const exchange = await find(work, exchanges, 'recognise', id);
  transition(exchangeMachine, 'exchange', exchange.state, 'preview');
  if (exchange.version !== version) throw stale(exchange);
  const form = await work.tx
    .selectFrom('forms')
    .select(['id', 'roundId', 'sha256', 'name', 'issued'])
    .where('id', '=', formId)
    .where('agencyId', '=', exchange.agencyId)
    .executeTakeFirst();
  if (!form) throw new Refusal('foreign_reference', { field: 'formId' }, { field: 'formId' });
  return { exchange, form };
}
