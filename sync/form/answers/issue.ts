import { type Issue, type Params, say } from '../../model/index.ts';
import type { answerMessages } from '../../model/messages/answer.ts';
import { columnName, parseAddress } from '../../sheet/index.ts';

export type AnswerIssueCode = keyof typeof answerMessages;

/** Where in a workbook an issue belongs: a cell such as F12, or a whole row. */
export interface AnswerPlace {
  readonly sheet: string;
  readonly row?: number;
  readonly cell?: string;
  readonly field?: string;
}

const errors: ReadonlySet<AnswerIssueCode> = new Set([
  'answer_sheet_missing',
  'answer_error_value',
  'answer_choice_several',
  'fill_sheet_unknown',
  'fill_row_unknown',
  'fill_row_repeated',
  'fill_field_missing',
  'fill_choice_unknown',
  'fill_day_unreadable',
  'fill_cell_foreign',
  'fill_cell_contested',
]);
const remarks: ReadonlySet<AnswerIssueCode> = new Set([
  'answer_choice_missing',
  'answer_choice_by_format',
  'answer_cell_shared',
]);

/** An issue of this area, with its message from the catalogue; the place fills placeholders of the same name. */
export function answerIssue(code: AnswerIssueCode, place: AnswerPlace, more: Params = {}): Issue {
  const { sheet, cell, field } = place;
  const at = cell ? parseAddress(cell) : null;
  const row = place.row ?? at?.row;
  const params: Params = { sheet, ...(row ? { row } : {}), ...(cell ? { cell } : {}), ...more };
  return {
    code,
    severity: errors.has(code) ? 'error' : remarks.has(code) ? 'info' : 'warning',
    message: say(code, 'zh-TW', params),
    params,
    sheet,
    ...(row ? { row } : {}),
    ...(at ? { column: columnName(at.column) } : {}),
    ...(field ? { field } : {}),
  };
}
