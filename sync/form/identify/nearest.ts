import type { AskedRow } from './asked-row.ts';
import { alikeTo, pairsOf } from './similar.ts';

/** A row of the template and how much of its text another row shares, 0–1. */
export interface Near<Row = AskedRow> {
  readonly row: Row;
  readonly alike: number;
}

/** Pairs of characters in more rows than this tell too little to be worth looking up. */
const commonest = 1500;
/** How many are given at most, and of how many the exact likeness is worked out. */
const most = 16;
const roughly = 2 * most;

/** Finds the rows whose texts share most with a text, best first, without comparing it with all of them. */
export function nearestIn<Row extends { readonly text: string }>(
  rows: readonly Row[],
): (text: string) => readonly Near<Row>[] {
  const pairs = rows.map(({ text }) => pairsOf(text));
  const rowsWith = new Map<string, number[]>();
  for (const [i, list] of pairs.entries())
    for (const pair of new Set(list)) {
      const known = rowsWith.get(pair);
      if (known) known.push(i);
      else rowsWith.set(pair, [i]);
    }
  // One array for all look-ups, cleared after each: making one anew for every row would be most of the work.
  const shared = new Uint16Array(rows.length);
  const found = new Map<string, readonly Near<Row>[]>();

  const lookUp = (text: string): readonly Near<Row>[] => {
    const wanted = pairsOf(text);
    const seen: number[] = [];
    for (const pair of new Set(wanted)) {
      const list = rowsWith.get(pair) ?? [];
      if (list.length > commonest) continue;
      for (const i of list) if (shared[i]!++ === 0) seen.push(i);
    }
    const best = bestOf(seen, i => (2 * shared[i]!) / (wanted.length + pairs[i]!.length));
    for (const i of seen) shared[i] = 0;
    const alike = alikeTo(wanted);
    return best
      .map(i => ({ row: rows[i]!, alike: alike(pairs[i]!) }))
      .sort((a, b) => b.alike - a.alike)
      .slice(0, most);
  };
  return text => {
    const known = found.get(text) ?? lookUp(text);
    found.set(text, known);
    return known;
  };
}

/** The greatest few of a long list, in order of place among equals. */
function bestOf(list: readonly number[], worth: (i: number) => number): readonly number[] {
  const best: { readonly i: number; readonly worth: number }[] = [];
  for (const i of list) {
    const here = worth(i);
    if (best.length === roughly && here <= best.at(-1)!.worth) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.worth < here) at--;
    best.splice(at, 0, { i, worth: here });
    if (best.length > roughly) best.pop();
  }
  return best.map(({ i }) => i);
}
