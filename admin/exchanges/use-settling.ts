import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { HttpError, useNotify } from 'react-admin';
import { type Decisions, type ExchangeDetail, exchangeDetail, type Placements } from '../../sync/model/index.ts';
import { problemCode, request } from '../data/index.ts';
import { movedUnder, stillPossible, without } from './merge/settling.ts';
import { exchangeKey, pathOfExchange, readExchange } from './use-exchange.ts';

export type Saving = 'saved' | 'waiting' | 'sending' | 'failed';

/** A moment in which decisions that follow one another quickly are gathered. */
const pause = 350;
const mostTries = 4;

/** Refusals after which the preview is read anew and the decisions are sent once more. */
const curable = new Set(['stale_version', 'decision_impossible']);

export interface Settling {
  readonly decisions: Decisions;
  readonly saving: Saving;
  readonly decide: (decisions: Decisions) => void;
  /** Says which issued rows rows of the file stand for; the preview is made anew with it. */
  readonly place: (rows: Placements) => void;
  /** Sends what waits. Resolves with the exchange on which everything decided so far is kept. */
  readonly flush: () => Promise<ExchangeDetail>;
}

/**
 * Keeps decisions as they are made. They stand on the screen at once and are sent a moment later, one request at a time;
 * when somebody else settled first, the preview is read anew and the person's own decisions are put on top of it.
 */
export function useSettling(exchange: ExchangeDetail): Settling {
  const queries = useQueryClient();
  const notify = useNotify();
  const [unsent, setUnsent] = useState<Decisions>({});
  const [saving, setSaving] = useState<Saving>('saved');
  const own = useRef<Decisions>({});
  const placed = useRef<Placements>({});
  const present = useRef(exchange);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  if (exchange.version >= present.current.version) present.current = exchange;

  const keep = useCallback((decisions: Decisions) => {
    own.current = decisions;
    setUnsent(decisions);
  }, []);
  const show = useCallback(
    (next: ExchangeDetail) => {
      present.current = next;
      queries.setQueryData(exchangeKey(next.id), next);
    },
    [queries],
  );

  const send = useCallback(async (): Promise<void> => {
    for (let tries = 1; Object.keys({ ...own.current, ...placed.current }).length > 0; tries++) {
      const sent = own.current;
      const rows = placed.current;
      const seen = present.current;
      setSaving('sending');
      try {
        const answer = await request(pathOfExchange(seen.id), {
          method: 'PATCH',
          json: { version: seen.version, decisions: sent, ...(Object.keys(rows).length > 0 ? { rows } : {}) },
        });
        const next = exchangeDetail.parse(answer.json);
        show(next);
        placed.current = Object.fromEntries(
          Object.entries(placed.current).filter(([key, rowId]) => rows[key] !== rowId),
        );
        // A row that was placed elsewhere takes its fields along.
        const left = without(own.current, sent);
        keep(next.changes ? stillPossible(next.changes, left) : left);
        const moved = seen.changes && next.changes ? movedUnder(seen.changes, next.changes, Object.keys(sent)) : [];
        if (moved.length > 0)
          notify('exchange.settle.moved', { type: 'warning', messageArgs: { smart_count: moved.length } });
      } catch (error) {
        if (!curable.has(problemCode(error) ?? '') || tries >= mostTries) throw error;
        const next = await readExchange(seen.id);
        show(next);
        keep(next.changes && next.state === 'previewed' ? stillPossible(next.changes, own.current) : {});
        notify('exchange.settle.reread', { type: 'info' });
      }
    }
  }, [keep, notify, show]);

  const flush = useCallback((): Promise<ExchangeDetail> => {
    clearTimeout(timer.current);
    const turn = line.current.then(send).then(
      () => {
        setSaving('saved');
        return present.current;
      },
      (error: unknown) => {
        setSaving('failed');
        throw error;
      },
    );
    line.current = turn.catch(() => undefined);
    return turn;
  }, [send]);

  const decide = useCallback(
    (decisions: Decisions) => {
      keep({ ...own.current, ...decisions });
      setSaving('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        flush().catch((error: unknown) => {
          if (error instanceof HttpError || error instanceof Error) notify(error.message, { type: 'error' });
        });
      }, pause);
    },
    [flush, keep, notify],
  );

  const place = useCallback(
    (rows: Placements) => {
      placed.current = { ...placed.current, ...rows };
      flush().catch((error: unknown) => {
        placed.current = {};
        if (error instanceof Error) notify(error.message, { type: 'error' });
      });
    },
    [flush, notify],
  );

  // Whoever leaves within the pause has decided all the same.
  useEffect(
    () => () => {
      if (Object.keys(own.current).length > 0) void flush().catch(() => undefined);
    },
    [flush],
  );

  return { decisions: { ...exchange.decisions, ...unsent }, saving, decide, place, flush };
}
