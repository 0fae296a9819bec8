import { useCallback, useRef } from 'react';

/** The same function at every drawing, which does what the latest one would do. */
export function useStable<A extends readonly unknown[], R>(latest: (...args: A) => R): (...args: A) => R {
  const held = useRef(latest);
  held.current = latest;
  return useCallback((...args: A) => held.current(...args), []);
}
