import type { Issue, ProfileRow, RowAnswer } from '../../model/index.ts';
import { type AnswerCell, isBlank } from './answer-cell.ts';
import { dayOfText, printDay } from './day.ts';
import { type FormPeriod, splitNarrative } from './history.ts';
import { answerIssue } from './issue.ts';
import { evidenceNames } from './names.ts';
import { scoreIn } from './score.ts';

/** Fields whose answer is what stands in one cell of theirs. */
export const cellFields = [
  'narrative',
  'evidence',
  'selfScore',
  'firstScore',
  'secondScore',
  'remarks',
  'action',
  'actualDate',
] as const;
export type CellField = (typeof cellFields)[number];

export interface FieldPlace {
  readonly sheet: string;
  readonly row: ProfileRow;
  readonly period: FormPeriod | null;
  readonly field: CellField;
}

export interface CellReading {
  readonly values: Partial<RowAnswer>;
  readonly issues: readonly Issue[];
}

type Read = (cell: AnswerCell, place: FieldPlace) => CellReading;

const narrative: Read = (cell, { period }) => {
  const parts = splitNarrative(cell.text, period);
  return {
    values: {
      ...(parts.narrative === '' ? {} : { narrative: parts.narrative }),
      ...(parts.history.length === 0 ? {} : { history: [...parts.history] }),
    },
    issues: [],
  };
};

/** A numbered cell that waits for names holds none. */
const evidence: Read = cell => {
  const names = evidenceNames(cell.text);
  const stub = names.length === 0 && /^[\s\d.．、()（）①-⑳一二三四五六七八九十:：]*$/.test(cell.text);
  return stub ? { values: {}, issues: [] } : { values: { evidence: [...names], evidenceText: cell.text }, issues: [] };
};

const score: Read = (cell, { sheet, row, field }) => {
  const at = { sheet, cell: cell.address, field };
  const value = scoreIn(cell, row.weight);
  if (value === null)
    return {
      values: {},
      issues: /^[\s分]*$/.test(cell.text)
        ? []
        : [answerIssue('answer_score_unreadable', at, { text: cell.text.slice(0, 60) })],
    };
  const above = row.weight !== undefined && value > row.weight;
  return {
    values: { [field]: value },
    issues: above ? [answerIssue('answer_score_above_weight', at, { score: value, weight: row.weight! })] : [],
  };
};

const plain: Read = (cell, { field }) => ({ values: { [field]: cell.text }, issues: [] });

/** What is left of a date that waits for its numbers: 年 月 日. */
const dayStub = /^[\s年月日./-]*$/;

const day: Read = (cell, { sheet, field }) => {
  if (dayStub.test(cell.text)) return { values: {}, issues: [] };
  if (cell.day !== null)
    return {
      values: { actualDate: cell.day, actualDateText: printDay(cell.format, cell.day) ?? cell.text },
      issues: [],
    };
  const iso = dayOfText(cell.text);
  if (iso !== null) return { values: { actualDate: iso, actualDateText: cell.text.trim() }, issues: [] };
  const issue = answerIssue(
    'answer_day_unreadable',
    { sheet, cell: cell.address, field },
    { text: cell.text.slice(0, 60) },
  );
  return { values: { actualDateText: cell.text.trim() }, issues: [issue] };
};

const readers: Readonly<Record<CellField, Read>> = {
  narrative,
  evidence,
  selfScore: score,
  firstScore: score,
  secondScore: score,
  remarks: plain,
  action: plain,
  actualDate: day,
};

/** Reads what a cell says in a field; nothing where it is blank. */
export function readCell(cell: AnswerCell, place: FieldPlace): CellReading {
  return isBlank(cell) ? { values: {}, issues: [] } : readers[place.field](cell, place);
}

/** The same for a text or number that does not stand there yet. */
export const asCell = (cell: AnswerCell, value: string | number): AnswerCell => ({
  ...cell,
  text: String(value),
  number: typeof value === 'number' ? value : null,
  day: null,
  error: null,
  formula: null,
});

/** Values that count as an answer; history alone is what the form asked with. */
export const isAnswered = (values: Partial<RowAnswer>): boolean => Object.keys(values).some(key => key !== 'history');
