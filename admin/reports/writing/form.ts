import { type Report, type ReportAnswers, reportAnswers } from '../../../sync/model/index.ts';

/** One figure as it stands in its three boxes. */
export interface FigureRow {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** What a person has in front of them: every answer as it was typed, readable or not yet. */
export interface ReportForm {
  readonly result: ReportAnswers['result'];
  readonly narrative: string;
  readonly figures: readonly FigureRow[];
  readonly plannedProgress: string;
  readonly actualProgress: string;
  readonly delayCause: string;
  readonly remedy: string;
  readonly remarks: string;
}

export type AnswerName = keyof ReportAnswers;

/** The answers in the order of the page. */
export const answerNames: readonly AnswerName[] = [
  'result',
  'narrative',
  'plannedProgress',
  'actualProgress',
  'delayCause',
  'remedy',
  'figures',
  'remarks',
];

/** Longest texts that the model takes, in characters. */
export const longest = { narrative: 20_000, delayCause: 4000, remedy: 4000, remarks: 4000 } as const;

export const blankFigure: FigureRow = { name: '', value: '', unit: '' };

export const answersOf = (report: Report): ReportAnswers =>
  Object.fromEntries(answerNames.map(name => [name, report[name]])) as unknown as ReportAnswers;

const percentText = (value: number | null): string => (value === null ? '' : String(value));

type Writers = { readonly [K in AnswerName]: (value: ReportAnswers[K]) => ReportForm[K] };

const writers: Writers = {
  result: value => value,
  narrative: value => value,
  figures: value => value.map(({ name, value: number, unit }) => ({ name, value: String(number), unit })),
  plannedProgress: percentText,
  actualProgress: percentText,
  delayCause: value => value,
  remedy: value => value,
  remarks: value => value,
};

/** One answer as it is typed. */
export const typedForm = <K extends AnswerName>(name: K, value: ReportAnswers[K]): ReportForm[K] =>
  writers[name](value);

export const formOf = (answers: ReportAnswers): ReportForm =>
  Object.fromEntries(answerNames.map(name => [name, typedForm(name, answers[name] as never)])) as unknown as ReportForm;

/** A number as people type it: full-width digits and thousands separators too. Undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? undefined : number;
}

const readPercent = (text: string): unknown => (text.trim() === '' ? null : (readNumber(text) ?? Number.NaN));

/** A row without anything in it is no figure. */
export const isBlankFigure = (row: FigureRow): boolean => `${row.name}${row.value}${row.unit}`.trim() === '';

type Readers = { readonly [K in AnswerName]: (typed: ReportForm[K]) => unknown };

const readers: Readers = {
  result: typed => typed,
  narrative: typed => typed,
  figures: typed =>
    typed
      .filter(row => !isBlankFigure(row))
      .map(({ name, value, unit }) => ({ name, value: readNumber(value) ?? Number.NaN, unit })),
  plannedProgress: readPercent,
  actualProgress: readPercent,
  delayCause: typed => typed,
  remedy: typed => typed,
  remarks: typed => typed,
};

export interface Reading {
  /** The answers that the server would take, as it would keep them. */
  readonly answers: Partial<ReportAnswers>;
  /** Those that are not finished, such as a figure without a number: kept on this device, not sent. */
  readonly unfinished: readonly AnswerName[];
}

/** Reads the form by the model's own schema. */
export function readForm(form: ReportForm): Reading {
  const answers: Record<string, unknown> = {};
  const unfinished: AnswerName[] = [];
  for (const name of answerNames) {
    const read = reportAnswers.shape[name].safeParse(readers[name](form[name] as never));
    if (read.success) answers[name] = read.data;
    else unfinished.push(name);
  }
  return { answers: answers as Partial<ReportAnswers>, unfinished };
}
