import type { AnswerCell } from './answer-cell.ts';

const number = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)`;
const points = new RegExp(`^(${number})(?:分|%)?$`);
const outOf = new RegExp(`^(${number})分?/(${number})分?$`);

/** What scores are given out of where a form does not print it; of others, 6/30 might as well be a day. */
const usualFullMarks: readonly number[] = [5, 10, 20, 50, 100];

/**
 * A score that was typed as text, in any width: 8, 8分, 80%, 85/100. Null when it is no score.
 * @param weight the full marks of the row, where the form prints them
 */
export function scoreOf(text: string, weight?: number): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const given = points.exec(plain);
  if (given) return Number(given[1]);
  const [, score, whole] = outOf.exec(plain) ?? [];
  if (score === undefined || Math.abs(Number(score)) > Number(whole)) return null;
  const isWhole = Number(whole) === weight || (weight === undefined ? usualFullMarks : [100]).includes(Number(whole));
  return isWhole ? Number(score) : null;
}

/** The cell shows 0.8 as 80%. */
const showsPercent = ({ format }: AnswerCell): boolean => /%/.test(format.replace(/"[^"]*"|\\./g, ''));
/** Without the last digits, which only come of counting in twos: 0.07 is 7%. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** The score that a cell of scores says; null when it says none. */
export const scoreIn = (cell: AnswerCell, weight: number | undefined): number | null =>
  cell.number === null ? scoreOf(cell.text, weight) : showsPercent(cell) ? exact(cell.number * 100) : cell.number;

/** The number that a cell must hold to say a score. */
export const numberOfScore = (cell: AnswerCell, score: number): number =>
  showsPercent(cell) ? exact(score / 100) : score;
