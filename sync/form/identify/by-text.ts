import type { AskedRow } from './asked-row.ts';
import { assign } from './assign.ts';
import type { Ground } from './ground.ts';
import type { Decided } from './match.ts';
import type { Near } from './nearest.ts';
import { tellingOf, withoutMark } from './plain.ts';
import { isSlip } from './similar.ts';

/** How much more alike than any other row the right one must be. */
const margin = 0.15;
/** Rows further apart than this are not the same row retyped. */
const least = 0.5;
const neighbours = 8;
/** Below this length a slip makes another word, unless much speaks for the row. */
const longText = 24;

type Nearby = readonly [AskedRow, readonly Near[]];

/** Rows that ask what a row of the template asks, but for slips of the keyboard. */
export function byText(ground: Ground, asked: Decided): Decided {
  const taken = new Set([...asked.values()].map(({ template }) => template));
  const texts = new Set(ground.template.map(({ text }) => text));
  const open = ground.returned.filter(row => !asked.has(row) && row.text !== '' && !texts.has(row.text));
  const nearby: readonly Nearby[] = open.map(row => [row, ground.nearest(row).slice(0, neighbours)]);
  const chosen = best(nearby, ground, taken);
  const rivals = Map.groupBy(
    nearby.flatMap(([row, list]) => list.map(near => ({ ...near, returned: row }))),
    near => near.row,
  );
  return new Map(
    nearby.flatMap(([row, list], i) => {
      const template = chosen[i];
      if (!template || !sameWords(row, template) || !spokenFor(row, template, ground)) return [];
      const alike = list.find(near => near.row === template)!.alike;
      const contested =
        list.some(near => near.row !== template && near.alike > alike - margin) ||
        rivals.get(template)!.some(near => near.returned !== row && near.alike > alike - margin);
      return contested ? [] : [[row, { template, by: 'text', duplicate: false }] as const];
    }),
  );
}

/** The assignment, one to one, that makes all of these rows together most alike. */
function best(nearby: readonly Nearby[], ground: Ground, taken: ReadonlySet<AskedRow>): readonly (AskedRow | null)[] {
  const free = ground.template.filter(row => !taken.has(row));
  const columns = new Map(free.map((row, column) => [row, column]));
  const edges = nearby.flatMap(([returned, list], row) =>
    list.flatMap(({ row: template, alike }) => {
      const column = columns.get(template);
      const score = ground.score(returned, template, alike);
      return column === undefined || score < least ? [] : [{ row, column, worth: score }];
    }),
  );
  return assign(nearby.length, edges).map(column => (column === null ? null : free[column]!));
}

const slip = (a: string, b: string): boolean => isSlip(a, b) && tellingOf(a) === tellingOf(b);

function sameWords(a: AskedRow, b: AskedRow): boolean {
  if (slip(a.text, b.text)) return true;
  if (a.label === b.label) return false;
  return slip(withoutMark(a.text), b.text) || slip(a.text, withoutMark(b.text));
}

/** What stands around the text must agree in two respects, in one for a long text, and in none differ. */
function spokenFor(row: AskedRow, template: AskedRow, ground: Ground): boolean {
  const { agreeing, differing } = ground.beliefIn(row).weigh(row, template);
  const count = agreeing.length + (ground.order.sameGap(row, template) ? 1 : 0);
  return differing.length === 0 && count >= (template.text.length >= longText ? 1 : 2);
}
