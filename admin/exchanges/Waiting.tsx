import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router-dom';
import { type ChangePlan, type ExchangeDetail, exchangeDetail } from '../../sync/model/index.ts';
import { callVerb, problemCode } from '../data/index.ts';
import { ConfirmDialog } from '../verbs/index.ts';
import { outcomeOf, waiting } from './merge/plan.ts';
import { Footer } from './preview/Footer.tsx';
import { Preview } from './preview/Preview.tsx';
import { exchangeKey, readExchange } from './use-exchange.ts';
import type { PlaceOf } from './use-places.ts';
import { useSettling } from './use-settling.ts';

interface Props {
  readonly exchange: ExchangeDetail;
  readonly plan: ChangePlan;
  readonly placeOf: PlaceOf;
}

/** The preview while it waits for a person, with the way to apply it. */
export const Waiting = ({ exchange, plan, placeOf }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const { decisions, saving, decide, place, flush } = useSettling(exchange);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const goTo = useRef<((rowId: string) => void) | null>(null);
  const open = waiting(plan, decisions);
  const outcome = outcomeOf(plan, decisions);

  const next = () => {
    const rowId = plan.rows.find(row => open.some(key => key.startsWith(`${row.rowId}:`)))?.rowId;
    if (rowId === undefined) return;
    flushSync(() =>
      setSearch(
        was => {
          if (was.get('show') !== 'conflicts') was.delete('show');
          return was;
        },
        { replace: true },
      ),
    );
    // The router draws the other view in its own time.
    requestAnimationFrame(() => goTo.current?.(rowId));
  };

  const retry = () => {
    flush().catch((error: Error) => notify(error.message, { type: 'error' }));
  };

  const apply = async () => {
    setBusy(true);
    try {
      const kept = await flush();
      const done = exchangeDetail.parse(await callVerb('exchanges', kept.id, 'apply', { version: kept.version }));
      queries.setQueryData(exchangeKey(done.id), done);
      void queries.invalidateQueries();
      notify('exchange.applied.notice', { type: 'success' });
      window.scrollTo({ top: 0 });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      if (problemCode(error) !== undefined)
        queries.setQueryData(exchangeKey(exchange.id), await readExchange(exchange.id).catch(() => exchange));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };

  return (
    <>
      <Preview plan={plan} decisions={decisions} placeOf={placeOf} onDecide={decide} onPlace={place} goTo={goTo} />
      <Footer
        waiting={open.length}
        outcome={outcome}
        saving={saving}
        onNext={next}
        onRetry={retry}
        onApply={() => setAsking(true)}
      />
      {asking ? (
        <ConfirmDialog
          title={translate('exchange.apply.title')}
          verb={translate('exchange.apply.verb')}
          busy={busy}
          onConfirm={() => void apply()}
          onClose={() => setAsking(false)}
        >
          <p>{translate('exchange.apply.writes', { fields: outcome.fields, rows: outcome.rows })}</p>
          <p>
            {translate('exchange.apply.leaves', {
              keptOurs: outcome.keptOurs,
              notReturned: exchange.counts.notReturned,
              strays: exchange.counts.strays,
            })}
          </p>
          <p>{translate('exchange.apply.undoable')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
};
