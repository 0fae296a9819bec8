import type { FormProfile, ProfileDecision, SheetProfile } from '../../model/index.ts';
import { plainTitle } from './titles.ts';

const layoutCounts = 0.6;

/**
 * How surely two workbooks are the same kind of form, 0–1: most by the titles of their columns and how results are given,
 * the rest by what the rows ask. The same form of another year stays above 0.8, another form of the same plan below 0.8.
 */
export function similarity(a: FormProfile, b: FormProfile): number {
  if (a.sheets.length === 0 || b.sheets.length === 0) return 0;
  const layout = (alike(a, b) + alike(b, a)) / 2;
  const rows = dice(asked(a), asked(b));
  return Math.round((layoutCounts * layout + (1 - layoutCounts) * rows) * 1000) / 1000;
}

/** How well each sheet of one is matched by the best of the other. */
const alike = (a: FormProfile, b: FormProfile): number =>
  a.sheets.reduce((sum, sheet) => sum + Math.max(...b.sheets.map(other => layoutAlike(sheet, other))), 0) /
  a.sheets.length;

function layoutAlike(a: SheetProfile, b: SheetProfile): number {
  const fields = dice(Object.keys(a.columns), Object.keys(b.columns));
  const titles = dice(titlesOf(a), titlesOf(b));
  const choices = a.choiceStyle === b.choiceStyle && dice(a.resultChoices ?? [], b.resultChoices ?? []) > 0.5 ? 1 : 0;
  return fields * 0.4 + titles * 0.5 + choices * 0.1;
}

const isColumn = ({ what }: ProfileDecision): boolean => what.startsWith('column.');

/** The title that a decision on a column names behind the column's letters. */
const titleIn = ({ value }: ProfileDecision): string => plainTitle(value.replace(/^[A-Z]+ ?/, ''));

/** Titles of all columns, as they count when forms are compared. */
export const titlesOf = ({ decisions, otherColumns }: SheetProfile): readonly string[] =>
  [...decisions.filter(isColumn).map(titleIn), ...Object.keys(otherColumns ?? {}).map(plainTitle)].filter(
    title => title !== '',
  );

const asked = ({ sheets }: FormProfile): readonly string[] =>
  sheets.flatMap(({ rows }) =>
    rows.map(({ text, finding }) => (finding ?? text).normalize('NFKC').replace(/[\s\p{P}]/gu, '')),
  );

/** Share of what two lists have in common, each entry as often as it stands there. */
function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const entry of a) left.set(entry, (left.get(entry) ?? 0) + 1);
  let common = 0;
  for (const entry of b) {
    const count = left.get(entry) ?? 0;
    if (count > 0) common++;
    left.set(entry, count - 1);
  }
  return (2 * common) / (a.length + b.length);
}
