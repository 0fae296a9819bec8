import { rowKey, type TemplateRow, type TemplateRowMatch, type TemplateRows } from '../../../sync/model/index.ts';

/** What a person chose for rows of a template, by `rowKey`: a step, or null for none. */
export type Choices = Readonly<Record<string, string | null>>;

/** How a row of a template stands to the plan. */
export const standings = ['open', 'suggested', 'certain', 'confirmed', 'none'] as const;
export type Standing = (typeof standings)[number];

/** A row with the choice that holds for it now. */
export interface Mapped extends TemplateRowMatch {
  readonly key: string;
  readonly standing: Standing;
}

const certain = 0.75;
const margin = 0.08;

/** Steps are suggested only where they can hardly be others; one stands out when its text is alike and the next best clearly behind. */
function isCertain({ planItemId, score, candidates }: TemplateRowMatch): boolean {
  const next = candidates.find(one => one.planItemId !== planItemId)?.score ?? 0;
  return score >= certain && score - next >= margin;
}

function standingOf(row: TemplateRowMatch): Standing {
  if (row.confirmed) return row.planItemId === null ? 'none' : 'confirmed';
  if (row.planItemId === null) return 'open';
  return isCertain(row) ? 'certain' : 'suggested';
}

/** The rows with what the person chose on top of what is kept. */
export const mappedOf = ({ rows }: TemplateRows, choices: Choices): readonly Mapped[] =>
  rows.map(row => {
    const key = rowKey(row.sheet, row.row);
    const chosen = choices[key];
    const now: TemplateRowMatch =
      chosen === undefined ? row : { ...row, planItemId: chosen, confirmed: true, score: scoreOf(row, chosen) };
    return { ...now, key, standing: standingOf(now) };
  });

const scoreOf = ({ planItemId, score, candidates }: TemplateRowMatch, chosen: string | null): number =>
  chosen === planItemId ? score : (candidates.find(one => one.planItemId === chosen)?.score ?? 0);

/** Choices that confirm every suggestion that stands out. */
export const confirmCertain = (rows: readonly Mapped[]): Choices =>
  Object.fromEntries(rows.filter(row => row.standing === 'certain').map(row => [row.key, row.planItemId]));

/** Steps that no row stands for, once the choices hold; in the order given, steps that lost their row last. */
export function uncoveredOf(given: TemplateRows, rows: readonly Mapped[]): readonly string[] {
  const covered = new Set(rows.map(row => row.planItemId));
  const before = given.rows.flatMap(row => (row.planItemId === null ? [] : [row.planItemId]));
  return [...new Set([...given.uncovered, ...before])].filter(id => !covered.has(id));
}

/** Steps that more than one row stands for, which leaves it open where their reports are written. */
export function doubled(rows: readonly Mapped[]): ReadonlySet<string> {
  const all = rows.flatMap(row => (row.planItemId === null ? [] : [row.planItemId]));
  return new Set(all.filter((id, at) => all.indexOf(id) !== at));
}

/** The body that keeps the rows. */
export const bodyOf = ({ planId, version }: TemplateRows, rows: readonly Mapped[]) => ({
  planId,
  version,
  rows: rows.map(({ sheet, row, planItemId, confirmed }): TemplateRow => ({ sheet, row, planItemId, confirmed })),
});

export const countsOf = (rows: readonly Mapped[]): Readonly<Record<Standing, number>> =>
  Object.fromEntries(
    standings.map(standing => [standing, rows.filter(row => row.standing === standing).length]),
  ) as Record<Standing, number>;

/** How far a template is ready for a plan: rows that a person has looked at, rows that wait, and steps without a row. */
export function coverageOf(given: TemplateRows): {
  readonly confirmed: number;
  readonly unconfirmed: number;
  readonly uncovered: number;
} {
  const confirmed = given.rows.filter(row => row.confirmed).length;
  return { confirmed, unconfirmed: given.rows.length - confirmed, uncovered: given.uncovered.length };
}
