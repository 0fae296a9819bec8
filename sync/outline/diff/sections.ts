import { alike, pairsOf, plainOf } from '../../form/identify/index.ts';
import {
  type PlanSectionName,
  type PlanSectionRow,
  type PlanSections,
  planSectionNames,
  type TaskForceMember,
} from '../../model/index.ts';
import { wordChanges } from './words.ts';

const filled = (...texts: readonly string[]): readonly string[] => texts.filter(text => text !== '');
const memberOf = ({ title, member, duty, remarks }: TaskForceMember): string =>
  filled(title, member, duty, remarks).join('｜');

/** The entries of each section as they are printed; months, receivers and forms of a review are words of its text. */
const entriesOf: Readonly<Record<PlanSectionName, (sections: PlanSections) => readonly string[]>> = {
  basis: ({ basis }) => basis,
  goals: ({ goals }) => goals,
  scope: ({ scope }) => filled(scope),
  reviews: ({ reviews }) => reviews.map(({ text }) => text),
  taskForce: ({ taskForce }) => taskForce.map(memberOf),
  closing: ({ closing }) => filled(closing),
};

/** Entries of one text each, of which there is only one in either plan, are that one however they were reworded. */
const single: ReadonlySet<PlanSectionName> = new Set(['scope', 'closing']);
/** Entries less alike than this are two. */
const sameEntry = 0.45;

interface Entry {
  readonly text: string;
  readonly plain: string;
  readonly pairs: readonly string[];
}

const entry = (text: string): Entry => {
  const plain = plainOf(text);
  return { text, plain, pairs: pairsOf(plain) };
};

const likeness = (a: Entry, b: Entry): number => (a.plain === b.plain ? 1 : alike(a.pairs, b.pairs));

/** Compares what two plans say around their trees, section by section. Entries keep their order; gone ones stand where they stood. */
export const diffSections = (before: PlanSections, after: PlanSections): readonly PlanSectionRow[] =>
  planSectionNames.flatMap(section => {
    const [old, now] = [entriesOf[section](before).map(entry), entriesOf[section](after).map(entry)];
    const least = single.has(section) ? 0 : sameEntry;
    return aligned(old, now, least).map(([a, b]) => rowOf(section, a, b));
  });

function rowOf(section: PlanSectionName, before: Entry | null, after: Entry | null): PlanSectionRow {
  const texts = { section, before: before?.text ?? null, after: after?.text ?? null };
  if (!before || !after) return { ...texts, kind: before ? 'removed' : 'added', words: [] };
  if (before.plain === after.plain) return { ...texts, kind: 'same', words: [] };
  return { ...texts, kind: 'reworded', words: [...wordChanges(before.text, after.text)] };
}

type Pair = readonly [before: Entry | null, after: Entry | null];

/** The way to lay two lists side by side in order that makes most of what is alike. */
function aligned(old: readonly Entry[], now: readonly Entry[], least: number): readonly Pair[] {
  const worth = old.map(a => now.map(b => likeness(a, b)));
  const best = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const both = (i: number, j: number): number => {
    const alikeness = worth[i]![j]!;
    return alikeness < least ? -1 : alikeness + best[i + 1]![j + 1]!;
  };
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, both(i, j));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (both(i, j) === best[i]![j]) pairs.push([old[i++]!, now[j++]!]);
    else if (best[i + 1]![j] === best[i]![j]) pairs.push([old[i++]!, null]);
    else pairs.push([null, now[j++]!]);
  }
  return [
    ...pairs,
    ...old.slice(i).map((each): Pair => [each, null]),
    ...now.slice(j).map((each): Pair => [null, each]),
  ];
}
