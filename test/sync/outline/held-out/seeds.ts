/** Numbers that look random and are the same for the same seed, so that every machine reads the same plans. */
export interface Dice {
  /** From 0 to below `sides`. */
  readonly roll: (sides: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** From `least` to `most`. */
  readonly between: (least: number, most: number) => number;
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return { roll, pick: list => list[roll(list.length)]!, between: (least, most) => least + roll(most - least + 1) };
}
