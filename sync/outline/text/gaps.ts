import type { Column } from './cells.ts';
import type { TableRow } from './rows.ts';

/** What a row of a table lacks though nearly all others have it. */
interface Gap {
  readonly code: 'text_lost' | 'text_deadline_missing';
  readonly line: number;
  readonly text: string;
}

const nearlyAll = 0.8;
/** Stands where a row was printed and its text is lost, so that what is beside it keeps its place. */
const lostText = '（文字缺漏）';

/**
 * Rows whose text damage took away: beside a deadline or a unit stood a step, if nearly every other row has one. Only asked
 * of tables that were recognised from a picture, where such a loss is known to happen.
 */
export function fillGaps(rows: readonly TableRow[]): { rows: readonly TableRow[]; gaps: readonly Gap[] } {
  const gaps: Gap[] = [];
  const isUsual = (column: Column, among: readonly TableRow[]): boolean =>
    among.filter(({ cells }) => cells[column] !== undefined).length >= among.length * nearlyAll;
  const stepped = isUsual('step', rows);
  const steps = rows.filter(({ cells }) => cells.step !== undefined);
  const dated = isUsual('deadline', steps);
  const filled = rows.map(row => {
    const { step, keyPoint, item, deadline, unit } = row.cells;
    const excerpt = (step ?? keyPoint ?? item ?? '').slice(0, 40);
    if (dated && step !== undefined && deadline === undefined) {
      gaps.push({ code: 'text_deadline_missing', line: row.line, text: excerpt });
    }
    const lost =
      step !== undefined ? /^\s*\S{1,3}$/.test(step) : stepped && (deadline !== undefined || unit !== undefined);
    if (!lost) return row;
    gaps.push({ code: 'text_lost', line: row.line, text: excerpt });
    return { ...row, cells: { ...row.cells, step: `${step ?? ''}${lostText}` } };
  });
  return { rows: filled, gaps };
}
