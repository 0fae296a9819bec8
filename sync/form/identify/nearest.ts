import type { AskedRow } from './asked-row.ts';
import { alike, pairsOf } from './similar.ts';

/** A row of the template and how much of its text another row shares, 0–1. */
export interface Near {
  readonly row: AskedRow;
  readonly alike: number;
}

/** Pairs of characters in more rows than this tell too little to be worth looking up. */
const commonest = 1500;

/** Finds the rows whose texts share most with a text, without comparing it with all of them. */
export function nearestIn(rows: readonly AskedRow[]): (text: string, count: number) => readonly Near[] {
  const pairs = rows.map(({ text }) => pairsOf(text));
  const rowsWith = new Map<string, number[]>();
  for (const [i, list] of pairs.entries())
    for (const pair of new Set(list)) {
      const known = rowsWith.get(pair);
      if (known) known.push(i);
      else rowsWith.set(pair, [i]);
    }
  const shared = new Uint16Array(rows.length);
  return (text, count) => {
    const wanted = pairsOf(text);
    const seen: number[] = [];
    for (const pair of new Set(wanted)) {
      const list = rowsWith.get(pair) ?? [];
      if (list.length > commonest) continue;
      for (const i of list) {
        if (shared[i] === 0) seen.push(i);
        shared[i]!++;
      }
    }
    const rough = (i: number): number => (2 * shared[i]!) / (wanted.length + pairs[i]!.length);
    const best = seen.sort((a, b) => rough(b) - rough(a) || a - b).slice(0, 2 * count);
    const near = best.map(i => ({ row: rows[i]!, alike: alike(wanted, pairs[i]!) }));
    shared.fill(0);
    return near.sort((a, b) => b.alike - a.alike).slice(0, count);
  };
}
