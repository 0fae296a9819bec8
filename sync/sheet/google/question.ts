import type { BaseRow } from '../../merge/index.ts';
import type { SheetQuestion } from '../../model/index.ts';
import { answerFields } from '../../model/index.ts';
import type { SyncPlan } from './plan.ts';
import type { TabTable } from './reading.ts';

/** A few rows or cells are somebody's daily work; from here on a person is asked whether it was meant. */
const few = 3;
const share = 0.1;

const isMass = (count: number, of: number): boolean => count > few && count > of * share;

/**
 * What looks like a mishap: many rows gone, many answers cleared at once, columns gone, or rows that lost their ids. Nothing is
 * written on either side before a person has said what is to become of it. Null where there is nothing to ask.
 */
export function questionOf(
  { changes, missing }: SyncPlan,
  base: ReadonlyMap<string, BaseRow>,
  tables: readonly TabTable[],
): SheetQuestion | null {
  const matched = changes.rows.filter(({ status }) => status === 'matched');
  const cleared = matched.flatMap(({ fields }) => fields).filter(({ clearing }) => clearing).length;
  const filled = [...base.values()].flatMap(({ answer }) =>
    answerFields.filter(field => (answer[field] ?? '') !== ''),
  ).length;
  const question: SheetQuestion = {
    rows:
      isMass(missing.length, base.size) || (missing.length > 0 && missing.length === base.size) ? missing.length : 0,
    ofRows: base.size,
    cleared: isMass(cleared, filled) ? cleared : 0,
    columns: [
      ...new Set(
        tables.flatMap(({ columns }) =>
          answerFields.filter(field => !columns.at.has(field) && !columns.repeated.has(field)),
        ),
      ),
    ],
    unidentified: matched.filter(({ matchedBy }) => matchedBy === 'question').length,
  };
  return question.rows + question.cleared + question.columns.length + question.unidentified > 0 ? question : null;
}
