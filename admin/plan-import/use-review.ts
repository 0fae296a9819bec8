import { useCallback, useEffect, useState } from 'react';
import { keepReview } from './kept.ts';
import type { Review } from './review.ts';

const remembered = 100;
const pause = 300;

interface State {
  readonly now: Review;
  readonly past: readonly Review[];
}

/** A review with a memory of what it was, kept in the browser as soon as something was corrected. */
export function useReview(start: Review) {
  const [{ now, past }, setState] = useState<State>({ now: start, past: [] });
  /** `merge` joins the change to the one before it, as for letters typed one after another. */
  const change = useCallback(
    (next: (review: Review) => Review, merge = false) =>
      setState(before => {
        const changed = next(before.now);
        if (changed === before.now) return before;
        const keep = merge && before.past.length > 0 ? before.past : [...before.past, before.now].slice(-remembered);
        return { now: changed, past: keep };
      }),
    [],
  );
  const undo = useCallback(
    () =>
      setState(before => {
        const last = before.past.at(-1);
        return last ? { now: last, past: before.past.slice(0, -1) } : before;
      }),
    [],
  );
  useEffect(() => {
    if (now === start) return;
    const timer = setTimeout(() => keepReview(now, true), pause);
    return () => clearTimeout(timer);
  }, [now, start]);
  return { review: now, change, undo, canUndo: past.length > 0 };
}
