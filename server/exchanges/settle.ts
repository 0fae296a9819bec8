import { countsOf, settle } from '../../sync/merge/index.ts';
import type { Decisions, Exchange } from '../../sync/model/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { type Decided, waitingPreview } from './stored.ts';

/**
 * Keeps what a person decided about fields of the preview. Decisions on other fields stay, and any may be decided anew until
 * the exchange is applied. What cannot be decided so refuses the whole request, so that nobody believes it was kept.
 * @throws Refusal `decision_impossible` with an issue for each such field, `stale_version`, `illegal_transition`
 */
export async function settleExchange(
  work: Change,
  exchange: Exchange,
  version: number,
  wanted: Decisions,
): Promise<Exchange> {
  if (exchange.state !== 'previewed')
    throw new Refusal('illegal_transition', {
      state: `{exchange.state.${exchange.state}}`,
      verb: '{exchange.verb.settle}',
    });
  if (exchange.version !== version) throw stale(exchange);
  const earlier = await waitingPreview(work.tx, exchange);
  const { decisions, seen, issues } = settle(earlier.changes, wanted);
  if (issues.length > 0) throw new Refusal('decision_impossible', { count: issues.length }, { issues });

  const all: Decided = { decisions: { ...earlier.decisions, ...decisions }, seen: { ...earlier.seen, ...seen } };
  const counts = countsOf(earlier.changes, all.decisions);
  const next = { ...exchange, counts, version: version + 1, updatedAt: work.at };
  await work.tx
    .updateTable('exchanges')
    .set({
      decisions: JSON.stringify(all),
      counts: JSON.stringify(counts),
      version: next.version,
      updatedAt: next.updatedAt,
    })
    .where('id', '=', exchange.id)
    .execute();
  work.record({
    action: 'exchanges.settle',
    resource: 'exchanges',
    recordId: exchange.id,
    agencyId: exchange.agencyId,
    before: { decisions: earlier.decisions },
    after: { decisions: all.decisions },
  });
  return next;
}
