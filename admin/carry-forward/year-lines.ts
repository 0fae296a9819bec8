import {
  type Plan,
  type PlanItem,
  type PlanSections,
  type WordChange,
  withYear,
  yearChanges,
} from '../../sync/model/index.ts';

/** A row of the plan in which a year would change. */
export interface YearLine {
  readonly id: string;
  readonly label: string | null;
  readonly words: readonly WordChange[];
}

const changed = (words: readonly WordChange[]): boolean => words.some(word => word.in !== 'both');

/** The rows whose text or remarks name the year, the one before or the one after, and how they would read. */
export const yearLines = (
  rows: readonly Pick<PlanItem, 'id' | 'label' | 'text' | 'remarks'>[],
  from: number,
  to: number,
): readonly YearLine[] =>
  rows.flatMap(({ id, label, text, remarks }) => {
    const words = [text, remarks].map(part => yearChanges(part, from, to)).find(changed);
    return words ? [{ id, label, words }] : [];
  });

/** A passage around the plan's table in which a year would change, named by its place. */
export interface Passage {
  readonly at: string;
  readonly words: readonly WordChange[];
}

/** The same for what the plan says around its table. */
export function sectionLines(sections: PlanSections, from: number, to: number): readonly Passage[] {
  const { basis, goals, scope, reviews, closing } = sections;
  const numbered = (name: string, texts: readonly string[]) =>
    texts.map((text, i) => ({ at: `${name}.${i}`, words: yearChanges(text, from, to) }));
  return [
    ...numbered('basis', basis),
    ...numbered('goals', goals),
    ...numbered('scope', [scope]),
    ...numbered(
      'reviews',
      reviews.map(({ text }) => text),
    ),
    ...numbered('closing', [closing]),
  ].filter(({ words }) => changed(words));
}

/** The title as it would be next year; titles also name the year without calling it one. */
export const nextTitle = ({ title, year }: Pick<Plan, 'title' | 'year'>, to: number): string => {
  const moved = withYear(title, year, to);
  return moved === title ? title.replace(String(year), String(to)) : moved;
};
