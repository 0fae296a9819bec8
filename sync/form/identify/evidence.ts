import { isUnitGroup } from '../../model/index.ts';
import type { AskedRow, Heading } from './asked-row.ts';
import { alike, pairsOf } from './similar.ts';

/** What two rows have beside their text, and can agree on or not. */
export const traits = ['item', 'keyPoint', 'label', 'number', 'units', 'checkMonths', 'plannedDate'] as const;
export type Trait = (typeof traits)[number];
/** Null: one of them does not say. */
type Verdict = 'agrees' | 'differs' | null;

/** A row of the returned file and the row of the template that asks the same, each found nowhere else. */
export interface Pair {
  readonly returned: AskedRow;
  readonly template: AskedRow;
}

const sameList = (a: readonly (string | number)[], b: readonly (string | number)[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

function headings(a: Heading, b: Heading): Verdict {
  if (a.plain === '' || b.plain === '') return null;
  if (a.plain === b.plain) return 'agrees';
  return alike(pairsOf(a.plain), pairsOf(b.plain)) >= 0.85 ? null : 'differs';
}

/** Several units may answer for one row, and one of them may have taken it over; 各課室 is every unit. */
function units(a: readonly string[], b: readonly string[]): Verdict {
  if (a.length === 0 || b.length === 0) return null;
  if (sameList(a, b)) return 'agrees';
  return a.some(unit => b.includes(unit) || isUnitGroup(unit)) || b.some(isUnitGroup) ? null : 'differs';
}

const plainly = <T>(a: T, b: T, none: T): Verdict => (a === none || b === none ? null : a === b ? 'agrees' : 'differs');

const compare: Readonly<Record<Trait, (a: AskedRow, b: AskedRow) => Verdict>> = {
  item: (a, b) => headings(a.item, b.item),
  keyPoint: (a, b) => headings(a.keyPoint, b.keyPoint),
  label: (a, b) => plainly(a.label, b.label, null),
  number: (a, b) => plainly(a.number, b.number, ''),
  units: (a, b) => units(a.units, b.units),
  checkMonths: (a, b) =>
    a.checkMonths.length === 0 || b.checkMonths.length === 0
      ? null
      : sameList(a.checkMonths, b.checkMonths)
        ? 'agrees'
        : 'differs',
  plannedDate: (a, b) => plainly(a.plannedDate, b.plannedDate, ''),
};

/** Traits that do not travel with a row: a sort leaves them behind, a cut row takes them from others, a program counts them anew. */
const movable: readonly Trait[] = ['item', 'keyPoint', 'label', 'number'];
/** Those that are counted anew once a row is gone or came in. */
const counted: readonly Trait[] = ['label', 'number'];
const headingTraits: readonly Trait[] = ['item', 'keyPoint'];
export const isHeading = (trait: Trait): trait is 'item' | 'keyPoint' => trait === 'item' || trait === 'keyPoint';

export interface Evidence {
  readonly agreeing: readonly Trait[];
  readonly differing: readonly Trait[];
}

/** What tells rows of one text apart; `differing` holds only what surely does. */
export interface TwinEvidence extends Evidence {
  /** These differ too, but may have been left behind or counted anew: enough for a doubt, not for a verdict. */
  readonly doubted: readonly Trait[];
  /**
   * Nothing that can be seen differs, headings taken over from rows above included: the row looks as it was issued. A heading that
   * may be the row's own counts here even in a sheet whose headings are not to be believed.
   */
  readonly looksIssued: boolean;
}

/** How far the traits of one returned sheet can be believed, as the pairs that are certain show. */
export interface Belief {
  /** What speaks for and against two rows being the same. */
  readonly weigh: (returned: AskedRow, template: AskedRow) => Evidence;
  /** @param complete as many rows of the text came back as went out, so that numbers were not counted anew over a gap */
  readonly weighTwins: (complete: boolean) => (returned: AskedRow, template: AskedRow) => TwinEvidence;
}

const believable = 0.8;

/**
 * @param pairs the certain ones of the sheet
 * @param returned all rows of the sheet, in its order
 * @param template all rows that were issued, in their order
 */
export function beliefOf(pairs: readonly Pair[], returned: readonly AskedRow[], template: readonly AskedRow[]): Belief {
  const counts = traits.map(trait => {
    const verdicts = pairs.map(pair => compare[trait](pair.returned, pair.template));
    const differs = verdicts.filter(verdict => verdict === 'differs').length;
    return { trait, differs, said: verdicts.filter(Boolean).length };
  });
  const those = (holds: (count: (typeof counts)[number]) => boolean): ReadonlySet<Trait> =>
    new Set(counts.filter(holds).map(({ trait }) => trait));
  const believed = those(({ differs, said }) => said === 0 || 1 - differs / said >= believable);
  const faultless = those(({ trait, differs }) => (movable.includes(trait) ? differs === 0 : believed.has(trait)));
  const filledIn = {
    item: standsInEveryRow(pairs, returned, template, 'item'),
    keyPoint: standsInEveryRow(pairs, returned, template, 'keyPoint'),
  };
  const given = new Set(traits.filter(trait => returned.some(row => saidOf(row, trait) !== '')));

  const tellsTwins = (trait: Trait, row: AskedRow, complete: boolean): boolean => {
    if (counted.includes(trait) && !complete) return false;
    return isHeading(trait) ? (row[trait].own ?? filledIn[trait]) : true;
  };
  // A row is no witness of itself: what it alone gets wrong speaks against it, not against the trait.
  const pairOf = new Map(pairs.map(pair => [pair.returned, pair.template]));
  const believedOf = (row: AskedRow, { trait, differs, said }: (typeof counts)[number]): boolean => {
    const issued = pairOf.get(row);
    const own = issued ? compare[trait](row, issued) : null;
    const others = said - (own ? 1 : 0);
    return others === 0 || 1 - (differs - (own === 'differs' ? 1 : 0)) / others >= believable;
  };
  return {
    weigh: (a, b) => {
      const usable = counts
        .filter(count => believedOf(a, count))
        .map(({ trait }) => trait)
        .filter(trait => !isHeading(trait) || a[trait].own !== false || faultless.has(trait));
      const those = (wanted: Verdict) => usable.filter(trait => compare[trait](a, b) === wanted);
      return { agreeing: those('agrees'), differing: those('differs') };
    },
    weighTwins: complete => (a, b) => {
      const seen = traits.filter(trait => faultless.has(trait) && given.has(trait));
      const telling = seen.filter(trait => tellsTwins(trait, a, complete));
      const apart = seen.filter(trait => saidOf(a, trait) !== saidOf(b, trait));
      const takenOver = (trait: Trait): boolean => isHeading(trait) && a[trait].own === false;
      return {
        agreeing: telling.filter(trait => saidOf(a, trait) !== '' && saidOf(a, trait) === saidOf(b, trait)),
        differing: apart.filter(trait => telling.includes(trait)),
        doubted: apart.filter(trait => !telling.includes(trait) && !takenOver(trait)),
        looksIssued:
          apart.length === 0 && headingTraits.every(trait => takenOver(trait) || saidOf(a, trait) === saidOf(b, trait)),
      };
    },
  };
}

/** Empty where the row does not say. */
function saidOf(row: AskedRow, trait: Trait): string {
  if (isHeading(trait)) return row[trait].plain;
  return trait === 'units' || trait === 'checkMonths' ? row[trait].join() : String(row[trait] ?? '');
}

/** Rows whose heading is not that of the row above them. */
function firstRows(rows: readonly AskedRow[], field: 'item' | 'keyPoint'): ReadonlySet<AskedRow> {
  return new Set(
    rows.filter((row, i) => {
      const above = rows[i - 1];
      return !above || above.sheet !== row.sheet || above[field].plain !== row[field].plain;
    }),
  );
}

/**
 * Whether the headings of a sheet stand in every row, where nobody looked: a row that was not the first of its group and is now,
 * and still names the right heading, has not taken it over from the row above.
 */
function standsInEveryRow(
  pairs: readonly Pair[],
  returned: readonly AskedRow[],
  template: readonly AskedRow[],
  field: 'item' | 'keyPoint',
): boolean {
  const [before, now] = [firstRows(template, field), firstRows(returned, field)];
  return pairs.some(
    pair =>
      now.has(pair.returned) && !before.has(pair.template) && compare[field](pair.returned, pair.template) === 'agrees',
  );
}
