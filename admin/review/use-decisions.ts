import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { Report } from '../../sync/model/index.ts';
import { type Approval, type Decision, decideOn, type Failures, failuresAfter, placeAfter } from './decide.ts';

export interface Decisions {
  /** What still waits: a report that was just decided on is gone at once, not only when the list has been read anew. */
  readonly waiting: readonly Report[];
  readonly approval: Approval;
  readonly busy: boolean;
  readonly failures: Failures;
  readonly selected: readonly string[];
  /** The row that the keys act on. */
  readonly current: string | null;
  readonly setCurrent: (id: string | null) => void;
  readonly toggle: (id: string) => void;
  readonly select: (ids: readonly string[]) => void;
  readonly decide: (reports: readonly Report[], decision: Decision, reason?: string) => Promise<void>;
}

/** Selecting and deciding on a queue of reports. */
export function useDecisions(queue: readonly Report[], approval: Approval): Decisions {
  const notify = useNotify();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<Failures>({});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [decided, setDecided] = useState<ReadonlyMap<string, number>>(new Map());
  const waiting = queue.filter(({ id, version }) => decided.get(id) !== version);
  const ids = waiting.map(({ id }) => id);
  const selected = chosen.filter(id => ids.includes(id));

  const decide: Decisions['decide'] = async (reports, decision, reason) => {
    setBusy(true);
    try {
      const answer = await decideOn(reports, decision, reason);
      const gone = new Set(answer.done.map(({ id }) => id));
      setFailures(before => failuresAfter(before, answer));
      setDecided(
        before =>
          new Map([
            ...before,
            ...reports.filter(({ id }) => gone.has(id)).map(({ id, version }) => [id, version] as const),
          ]),
      );
      setChosen(before => before.filter(id => !gone.has(id)));
      if (current !== null && gone.has(current)) setCurrent(placeAfter(ids, gone, ids.indexOf(current)));
      const [done, refused] = [answer.done.length, answer.refused.length];
      if (refused > 0) notify('review.someRefused', { type: 'warning', messageArgs: { done, smart_count: refused } });
      else if (done === 1) notify(`report.done.${decision}`, { type: 'success' });
      else notify('review.manyDone', { type: 'success', messageArgs: { smart_count: done } });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
    setBusy(false);
    void queries.invalidateQueries();
  };

  return {
    waiting,
    approval,
    busy,
    failures,
    selected,
    current,
    setCurrent,
    toggle: id => setChosen(selected.includes(id) ? selected.filter(one => one !== id) : [...selected, id]),
    select: setChosen,
    decide,
  };
}
