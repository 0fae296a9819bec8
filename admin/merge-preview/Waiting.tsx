import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { flushSync } from 'react-dom';
import { useSearchParams } from 'react-router-dom';
import { callVerb, problemCode } from '../data/index.ts';
import { ConfirmDialog } from '../verbs/index.ts';
import { Footer } from './Footer.tsx';
import { Preview } from './Preview.tsx';
import { type Outcome, outcomeOf, waiting } from './plan.ts';
import type { NameOf, ShownPlan } from './shown.ts';
import { readSettled, type Settled, type SettledKind, useSettling } from './use-settling.ts';

interface Props<T extends Settled> {
  readonly kind: SettledKind<T>;
  readonly file: T;
  readonly plan: ShownPlan;
  readonly nameOf: NameOf;
  /** Whether rows that were taken for others can be placed anew. */
  readonly places?: boolean;
  /** Whether a file that changes nothing is taken in all the same. */
  readonly emptyApplies?: boolean;
  /** What applying will do, asked before it does. */
  readonly asks: (outcome: Outcome) => ReactNode;
}

/** The preview while it waits for a person, with the way to apply it. */
export function Waiting<T extends Settled>({
  kind,
  file,
  plan,
  nameOf,
  places = false,
  emptyApplies = false,
  asks,
}: Props<T>) {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const { decisions, saving, decide, place, flush } = useSettling(kind, file);
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
      const done = kind.parse(await callVerb(kind.resource, kept.id, 'apply', { version: kept.version }));
      queries.setQueryData(kind.key(done.id), done);
      void queries.invalidateQueries();
      notify('exchange.applied.notice', { type: 'success' });
      window.scrollTo({ top: 0 });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      if (problemCode(error) !== undefined)
        queries.setQueryData(kind.key(file.id), await readSettled(kind, file.id).catch(() => file));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };

  return (
    <>
      <Preview
        plan={plan}
        decisions={decisions}
        nameOf={nameOf}
        onDecide={decide}
        onPlace={places ? place : undefined}
        goTo={goTo}
      />
      <Footer
        waiting={open.length}
        outcome={outcome}
        saving={saving}
        emptyApplies={emptyApplies}
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
          {asks(outcome)}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
