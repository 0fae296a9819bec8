import { notice } from '../../sync/form/notice.ts';
import { countsOf, settle } from '../../sync/merge/index.ts';
import { type Decisions, type Exchange, type Issue, type Placements, rowKey } from '../../sync/model/index.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { baseOf } from './base.ts';
import { type Decided, keptOf, placeable, waitingPreview } from './stored.ts';

/**
 * Keeps what a person decided about fields of the preview, and which rows of the file stand for which of the form. Decisions on other fields stay, and any may be decided anew until
 * the exchange is applied. What cannot be decided so refuses the whole request, so that nobody believes it was kept.
 * @throws Refusal `decision_impossible` with an issue for each such field, `stale_version`, `illegal_transition`
 */
export async function settleExchange(
  work: Change,
  exchange: Exchange,
  version: number,
  wanted: Decisions,
  rows: Placements = {},
): Promise<Exchange> {
  if (exchange.state !== 'previewed')
    throw new Refusal('illegal_transition', {
      state: `{exchange.state.${exchange.state}}`,
      verb: '{exchange.verb.settle}',
    });
  if (exchange.version !== version) throw stale(exchange);
  const placed = await place(work, exchange, rows);
  const earlier = await waitingPreview(work.tx, exchange);
  const { decisions, seen, issues: refused } = settle(earlier.changes, wanted);
  const issues = [...placed.issues, ...refused];
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
    before: { decisions: earlier.decisions, ...(placed.changed ? { rows: placed.before } : {}) },
    after: { decisions: all.decisions, ...(placed.changed ? { rows: placed.after } : {}) },
  });
  return next;
}

interface Placed {
  readonly before: Placements;
  readonly after: Placements;
  readonly changed: boolean;
  readonly issues: readonly Issue[];
}

/** Puts rows where a person says they belong, before the preview is made; the transaction takes it back when it is refused. */
async function place({ tx }: Change, exchange: Exchange, rows: Placements): Promise<Placed> {
  const { returned, placements: before } = await keptOf(tx, exchange.id);
  const after = { ...before, ...rows };
  const keys = Object.keys(rows);
  if (keys.length === 0) return { before, after, changed: false, issues: [] };
  const known = new Set(placeable(returned).map(({ sheet, row }) => rowKey(sheet, row)));
  const ids = exchange.formId === null ? new Map() : await baseOf(tx, exchange.formId);
  const issues = Object.entries(rows)
    .filter(([key, rowId]) => !known.has(key) || (rowId !== null && !ids.has(rowId)))
    .map(([key]) => notice('form_decision_unknown', { key }, { field: key }));
  await tx
    .updateTable('exchanges')
    .set({ placements: JSON.stringify(after) })
    .where('id', '=', exchange.id)
    .execute();
  return { before, after, changed: true, issues };
}
