import { type AskedRow, asStep } from './asked-row.ts';
import { matchRows, type RowMatch } from './match.ts';
import type { PlanStep } from './plan-step.ts';

export interface StepMatch {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** Null when it is not certain which step the row asks for, or none. */
  readonly id: string | null;
  /** 0–1; null without a step. */
  readonly score: number | null;
  /** Best first; empty for a row that resembles no step. */
  readonly candidates: readonly { readonly id: string; readonly score: number }[];
  /** Another row before it asks for the same step, as in a form with one row a unit. */
  readonly duplicate: boolean;
}

/**
 * Which step of a plan each row of a form asks for, by the rules of `matchRows`. A form may print a step with its sub-steps or
 * without.
 */
export function matchPlan(rows: readonly AskedRow[], steps: readonly PlanStep[]): readonly StepMatch[] {
  const asked = steps.map(asStep);
  const whole = matchRows(rows, asked).rows;
  const taken = new Set(whole.map(({ templateRow }) => templateRow));
  const isOpen = ({ templateRow }: RowMatch): boolean => templateRow === null;
  const titles = matchRows(
    rows.filter((_, i) => isOpen(whole[i]!)).map(titleOnly),
    asked.filter(({ row }) => !taken.has(row)).map(titleOnly),
  ).rows;
  const byTitle = new Map(titles.map(match => [`${match.sheet}\n${match.row}`, match]));
  return whole.map(match => {
    const retried = isOpen(match) ? byTitle.get(`${match.sheet}\n${match.row}`) : undefined;
    const { sheet, row, templateRow, score, duplicate } = retried && !isOpen(retried) ? retried : match;
    const candidates = match.candidates.length > 0 ? match.candidates : (retried?.candidates ?? []);
    return {
      sheet,
      row,
      id: templateRow === null ? null : steps[templateRow - 1]!.id,
      score,
      candidates:
        templateRow === null ? candidates.map(each => ({ id: steps[each.row - 1]!.id, score: each.score })) : [],
      duplicate,
    };
  });
}

const titleOnly = (row: AskedRow): AskedRow => ({ ...row, text: row.title });
