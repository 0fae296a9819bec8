import { fillForm } from '../../sync/form/fill/index.ts';
import {
  type FormFormat,
  type Issue,
  type Locale,
  type MergedField,
  type RowFill,
  type RowReview,
  say,
} from '../../sync/model/index.ts';
import { withSheet } from '../../sync/sheet/added-sheet/index.ts';
import { readWorkbook } from '../../sync/sheet/index.ts';
import type { Read } from '../reading/jobs.ts';

/** What the bureau says of one question. */
export interface ReviewedRow {
  /** Where it stands in the agency's file; null where the file does not have it. */
  readonly place: { readonly sheet: string; readonly row: number } | null;
  readonly question: string;
  /** Values that the bureau accepted otherwise than they came. */
  readonly corrected: readonly { readonly field: MergedField; readonly value: string }[];
  readonly first: RowReview;
  readonly second: RowReview;
  readonly returnReason: string | null;
}

export interface ReviewOrder {
  readonly locale: Locale;
  /** Why all of it goes back; empty where it does not. */
  readonly reason: string;
  readonly rows: readonly ReviewedRow[];
}

export interface FilledReview {
  readonly bytes: Uint8Array;
  /** The ending of the file. */
  readonly format: FormFormat;
}

/** Fills reviews into a returned workbook; whatever is not a column for them stays byte for byte. */
export function fillReview(bytes: Uint8Array, name: string, order: ReviewOrder): Read<FilledReview> {
  const book = readWorkbook(bytes, name);
  if (!book.ok) return book;
  const filled = fillForm(bytes, name, null, { sheets: scoresOf(order.rows) });
  if (!filled.ok) return filled;
  const { locale } = order;
  const added = withSheet(filled.bytes, name, { name: say('review_sheet', locale), lines: reviewLines(order) });
  if (!added.ok) return added;
  const issues: readonly Issue[] = filled.report.issues;
  return { ok: true, result: { bytes: added.bytes, format: book.workbook.format }, issues };
}

function scoresOf(rows: readonly ReviewedRow[]) {
  const fills = rows.flatMap(({ place, first, second }): { readonly sheet: string; readonly fill: RowFill }[] => {
    if (!place || (first.score === null && second.score === null)) return [];
    const scores = {
      ...(first.score === null ? {} : { firstScore: first.score }),
      ...(second.score === null ? {} : { secondScore: second.score }),
    };
    return [{ sheet: place.sheet, fill: { row: place.row, ...scores } }];
  });
  return [...Map.groupBy(fills, ({ sheet }) => sheet)].map(([name, list]) => ({
    name,
    rows: list.map(({ fill }) => fill),
  }));
}

/** One column of lines, which nobody takes for a table of answers when the file comes back. */
export function reviewLines({ reason, rows, locale }: ReviewOrder): readonly string[] {
  const review = (code: 'review_first' | 'review_second', { score, remarks }: RowReview): readonly string[] =>
    score === null && remarks === '' ? [] : [say(code, locale, { score: score ?? '', remarks })];
  const told = rows.flatMap(({ question, first, second, returnReason, corrected }) => {
    const lines = [
      ...review('review_first', first),
      ...review('review_second', second),
      ...corrected.map(({ field, value }) =>
        say('review_corrected', locale, { field: `{form.field.${field}}`, value }),
      ),
      ...(returnReason === null ? [] : [say('review_row_reason', locale, { reason: returnReason })]),
    ];
    return lines.length === 0 ? [] : ['', question, ...lines];
  });
  const why = reason === '' ? [] : [say('review_reason', locale, { reason })];
  return [
    say('review_sheet', locale),
    ...why,
    ...(why.length + told.length === 0 ? [say('review_nothing', locale)] : told),
  ];
}
