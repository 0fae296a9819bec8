/** Repeatable chance: the same seed gives the same sample on every machine. */
export interface Chance {
  /** A whole number from 0 up to, without, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True `percent` times in a hundred. */
  readonly often: (percent: number) => boolean;
}

/** Mulberry32, a generator of 32-bit numbers that is small and good enough to scatter sample values. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, pick: from => from[below(from.length)]!, often: percent => below(100) < percent };
}
