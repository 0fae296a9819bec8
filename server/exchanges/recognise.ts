import { countsOf } from '../../sync/merge/index.ts';
import { type Exchange, exchangeMachine } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { IssuedThrough } from '../forms/made.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { type Log, reading } from '../reading/run.ts';
import { type Change, change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { exchanges } from './definition.ts';
import { type KeptFile, previewOf } from './stored.ts';

interface Wish {
  readonly version: number;
  readonly formId: string;
}

interface Chosen {
  readonly exchange: Exchange;
  readonly form: { readonly id: string; readonly roundId: string; readonly sha256: string; readonly name: string };
  readonly issued: IssuedThrough;
}

/**
 * Reads a file without ids as the form that a person says it is, and makes its preview. Which rows are which is then for the
 * person to look at; nothing is applied by it.
 * @throws Refusal `stale_version`, `illegal_transition`, `foreign_reference`, `form_not_templated`, `exchange_unreadable`
 */
export async function recogniseExchange(
  context: Context,
  actor: Actor,
  id: string,
  wish: Wish,
  log: Log,
): Promise<Exchange> {
  const { exchange, form, issued } = await change(context, actor, work => choose(work, id, wish));
  const { sha256, fileName } = exchange;
  const read = await withLocalCopy(context, form, left =>
    withLocalCopy(context, { sha256, name: fileName }, file =>
      reading.read('returnedAs', file, log, { issued, path: left.path }),
    ),
  );
  if (!read.ok) throw new Refusal('exchange_unreadable', {}, { issue: read.issue });
  const file: KeptFile = { through: { ...read.result, issues: [...read.issues, ...read.result.issues] } };
  // Reading takes its time, and somebody else may have been faster.
  return change(context, actor, async work => {
    const now = await choose(work, id, wish);
    const state = transition(exchangeMachine, 'exchange', now.exchange.state, 'preview');
    const counts = countsOf(await previewOf(work.tx, form.id, file, {}), {});
    await work.tx
      .updateTable('exchanges')
      .set({ returned: JSON.stringify(file) })
      .where('id', '=', id)
      .execute();
    const { id: formId, roundId } = form;
    return edit(
      work,
      exchanges,
      now.exchange,
      wish.version,
      { formId, roundId, state, counts, problem: null },
      'recognise',
    );
  });
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
  if (form.issued === null) throw new Refusal('form_not_templated');
  return { exchange, form, issued: JSON.parse(form.issued) as IssuedThrough };
}
