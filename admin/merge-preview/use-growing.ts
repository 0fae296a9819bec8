import { startTransition, useEffect, useState } from 'react';

const step = 30;

/**
 * How many of `total` rows are drawn: a screenful at once, the rest while nobody waits. All of them are there in the end, so
 * that the browser's own search and print find them. Starts over when `key` changes.
 */
export function useGrowing(total: number, key: string): readonly [drawn: number, atLeast: (count: number) => void] {
  const [grown, setGrown] = useState({ key, count: step });
  const count = grown.key === key ? grown.count : step;
  useEffect(() => {
    if (count >= total) return;
    const timer = setTimeout(() => startTransition(() => setGrown({ key, count: count + step })), 30);
    return () => clearTimeout(timer);
  }, [count, total, key]);
  return [Math.min(count, total), wanted => setGrown({ key, count: Math.max(count, wanted) })];
}
