import type { AskedRow } from './asked-row.ts';
import { isHeading, type Trait } from './evidence.ts';
import type { Ground } from './ground.ts';
import type { Decided } from './match.ts';

type Mutable = Map<AskedRow, { readonly template: AskedRow; readonly by: 'question'; readonly duplicate: boolean }>;

/** Another unit or another day makes it another row, which somebody may have added in its place. */
const ofTheRowItself: readonly Trait[] = ['units', 'plannedDate'];
/** A text this long is hardly written twice by chance. */
const ownWords = 8;
/** Nor is one this long a title that repeats under the headings of a form. */
const ownSentence = 24;
/** Rows of one text that are compared each with each; a form has more only if its texts say nothing. */
const mostTwins = 400;

/** Rows that ask word by word what a row of the template asks. */
export function byQuestion(ground: Ground): Decided {
  const decided: Mutable = new Map();
  const returnedBy = Map.groupBy(ground.returned, ({ text }) => text);
  for (const [text, asked] of Map.groupBy(ground.template, row => row.text)) {
    const rows = returnedBy.get(text);
    if (!rows || text === '') continue;
    if (asked.length === 1) alone(asked[0]!, rows, ground, decided);
    else if (asked.length <= mostTwins && rows.length <= mostTwins) twins(asked, rows, ground, decided);
  }
  return decided;
}

/** Under another heading of its own it is another row, unless its text is long and nothing else is known by that heading. */
const standsElsewhere = (row: AskedRow, trait: Trait, { headings }: Ground): boolean =>
  isHeading(trait) &&
  row[trait].own === true &&
  (row.text.length < ownSentence || headings[trait].has(row[trait].plain));

/** Every returned row of a text that the template has once is that row or a copy of it, unless what stands around it says no. */
function alone(template: AskedRow, rows: readonly AskedRow[], ground: Ground, decided: Mutable): void {
  const same = rows.filter(row => {
    const { agreeing, differing } = ground.beliefIn(row).weigh(row, template);
    if (differing.some(trait => ofTheRowItself.includes(trait) || standsElsewhere(row, trait, ground))) return false;
    if (differing.length > 0) return agreeing.length > differing.length;
    return agreeing.length > 0 || row.text.length >= ownWords || ground.order.sameGap(row, template);
  });
  take(template, same, decided);
}

function take(template: AskedRow, rows: readonly AskedRow[], decided: Mutable): void {
  for (const [i, row] of rows.entries()) decided.set(row, { template, by: 'question', duplicate: i > 0 });
}

/** Rows of one text: what stands around them decides, and else their place, as long as nothing is left over. */
function twins(asked: readonly AskedRow[], rows: readonly AskedRow[], ground: Ground, decided: Mutable): void {
  const complete = asked.length === rows.length;
  const possible = new Map(rows.map(row => [row, possibleFor(row, asked, ground, complete)]));
  const claims = Map.groupBy(
    rows.filter(row => possible.get(row)!.certain !== null),
    row => possible.get(row)!.certain!,
  );
  const unclaimed = asked.filter(template => !claims.has(template));
  const undecided = rows.filter(row => possible.get(row)!.certain === null);
  for (const [template, claimants] of claims) {
    // Two rows for one while another is missing: one of them may be that other, edited.
    if (claimants.length === 1 || (unclaimed.length === 0 && undecided.length === 0))
      take(template, claimants, decided);
  }
  if (unclaimed.length !== undecided.length) return;
  const inPlace = undecided.every((row, i) => {
    const template = unclaimed[i]!;
    return possible.get(row)!.looksIssuedAs.includes(template) && ground.order.sameGap(row, template);
  });
  if (inPlace) for (const [i, row] of undecided.entries()) take(unclaimed[i]!, [row], decided);
}

interface Possible {
  /** The only row of the template that nothing speaks against and something speaks for. */
  readonly certain: AskedRow | null;
  /** Rows of the template that it looks like in every respect. */
  readonly looksIssuedAs: readonly AskedRow[];
}

function possibleFor(row: AskedRow, asked: readonly AskedRow[], ground: Ground, complete: boolean): Possible {
  const weigh = ground.beliefIn(row).weighTwins(complete);
  const left = asked
    .map(template => ({ template, ...weigh(row, template) }))
    .filter(({ differing }) => differing.length === 0);
  const [only, ...others] = left;
  const certain = only && others.length === 0 && only.agreeing.length > 0 && only.doubted.length === 0;
  return {
    certain: certain ? only.template : null,
    looksIssuedAs: left.filter(({ looksIssued }) => looksIssued).map(({ template }) => template),
  };
}
