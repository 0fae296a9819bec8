import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { HttpError, useNotify } from 'react-admin';
import type { Decisions, Placements } from '../../sync/model/index.ts';
import { problemCode, request } from '../data/index.ts';
import { movedUnder, stillPossible, without } from './settling.ts';
import type { ShownPlan } from './shown.ts';

/** A file whose preview is settled: an exchange, or one that came back to a bureau. */
export interface Settled {
  readonly id: string;
  readonly version: number;
  readonly decisions: Decisions;
}

/** Where previews of one kind are kept. One object for each kind, made once. */
export interface SettledKind<T extends Settled> {
  readonly resource: string;
  /** The key under which the page holds it. */
  readonly key: (id: string) => readonly unknown[];
  readonly parse: (json: unknown) => T;
  /** Its preview; null where it has none, or where nothing is settled any more. */
  readonly planOf: (one: T) => ShownPlan | null;
  /** Placements as the server takes them, where rows are named otherwise there. */
  readonly placing?: (one: T, rows: Placements) => Placements;
}

export const pathOf = <T extends Settled>({ resource }: SettledKind<T>, id: string): string =>
  `/api/${resource}/${encodeURIComponent(id)}`;

export const readSettled = async <T extends Settled>(kind: SettledKind<T>, id: string): Promise<T> =>
  kind.parse((await request(pathOf(kind, id))).json);

export type Saving = 'saved' | 'waiting' | 'sending' | 'failed';

/** A moment in which decisions that follow one another quickly are gathered. */
const pause = 350;
const mostTries = 4;

/** Refusals after which the preview is read anew and the decisions are sent once more. */
const curable = new Set(['stale_version', 'decision_impossible']);

export interface Settling<T> {
  readonly decisions: Decisions;
  readonly saving: Saving;
  readonly decide: (decisions: Decisions) => void;
  /** Says which issued rows rows of the file stand for; the preview is made anew with it. */
  readonly place: (rows: Placements) => void;
  /** Sends what waits. Resolves with the file on which everything decided so far is kept. */
  readonly flush: () => Promise<T>;
}

/**
 * Keeps decisions as they are made. They stand on the screen at once and are sent a moment later, one request at a time;
 * when somebody else settled first, the preview is read anew and the person's own decisions are put on top of it.
 */
export function useSettling<T extends Settled>(kind: SettledKind<T>, file: T): Settling<T> {
  const queries = useQueryClient();
  const notify = useNotify();
  const [unsent, setUnsent] = useState<Decisions>({});
  const [saving, setSaving] = useState<Saving>('saved');
  const own = useRef<Decisions>({});
  const placed = useRef<Placements>({});
  const present = useRef(file);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  if (file.version >= present.current.version) present.current = file;

  const keep = useCallback((decisions: Decisions) => {
    own.current = decisions;
    setUnsent(decisions);
  }, []);
  const show = useCallback(
    (next: T) => {
      present.current = next;
      queries.setQueryData(kind.key(next.id), next);
    },
    [kind, queries],
  );

  const send = useCallback(async (): Promise<void> => {
    for (let tries = 1; Object.keys({ ...own.current, ...placed.current }).length > 0; tries++) {
      const sent = own.current;
      const rows = placed.current;
      const seen = present.current;
      setSaving('sending');
      try {
        const answer = await request(pathOf(kind, seen.id), {
          method: 'PATCH',
          json: {
            version: seen.version,
            decisions: sent,
            ...(Object.keys(rows).length > 0 ? { rows: kind.placing?.(seen, rows) ?? rows } : {}),
          },
        });
        const next = kind.parse(answer.json);
        show(next);
        placed.current = Object.fromEntries(
          Object.entries(placed.current).filter(([key, rowId]) => rows[key] !== rowId),
        );
        // A row that was placed elsewhere takes its fields along.
        const left = without(own.current, sent);
        const [before, after] = [kind.planOf(seen), kind.planOf(next)];
        keep(after ? stillPossible(after, left) : left);
        const moved = before && after ? movedUnder(before, after, Object.keys(sent)) : [];
        if (moved.length > 0)
          notify('exchange.settle.moved', { type: 'warning', messageArgs: { smart_count: moved.length } });
      } catch (error) {
        if (!curable.has(problemCode(error) ?? '') || tries >= mostTries) throw error;
        const next = await readSettled(kind, seen.id);
        show(next);
        const after = kind.planOf(next);
        keep(after ? stillPossible(after, own.current) : {});
        notify('exchange.settle.reread', { type: 'info' });
      }
    }
  }, [keep, kind, notify, show]);

  const flush = useCallback((): Promise<T> => {
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

  return { decisions: { ...file.decisions, ...unsent }, saving, decide, place, flush };
}
