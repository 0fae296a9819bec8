import { type Issue, type Params, say } from '../model/index.ts';
import type { formMessages } from '../model/messages/form.ts';

export type FormNotice = keyof typeof formMessages;

/** Where in a workbook a notice belongs. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly field?: string;
}

const severities: Readonly<Record<FormNotice, Issue['severity']>> = {
  form_text_too_long: 'error',
  form_row_clipped: 'warning',
  own_form_not_found: 'error',
  form_id_recovered: 'info',
  form_id_lost: 'warning',
  form_id_other: 'error',
  form_sheet_other: 'warning',
  form_manifest_lost: 'info',
  form_header_missing: 'error',
  form_sheet_unread: 'info',
  form_sheet_copied: 'error',
  form_column_missing: 'warning',
  form_column_repeated: 'error',
  form_column_unknown: 'info',
  form_row_duplicated: 'error',
  form_row_mismatched: 'error',
  form_row_by_question: 'warning',
  form_rows_by_text: 'warning',
  form_read_as_other: 'warning',
  form_row_doubtful: 'warning',
  form_row_ambiguous: 'warning',
  form_row_stray: 'warning',
  form_row_unknown: 'warning',
  form_row_gone: 'warning',
  form_question_edited: 'info',
  form_evidence_edited: 'info',
  form_heading_edited: 'info',
  form_formula: 'warning',
  form_merged: 'warning',
  form_shared: 'warning',
  form_error_value: 'warning',
  form_result_unknown: 'warning',
  form_value_too_long: 'warning',
  form_converted: 'warning',
  form_report_nowhere: 'warning',
  form_rows_unconfirmed: 'info',
  form_notices_more: 'info',
  form_decision_unknown: 'error',
  form_decision_refused: 'error',
};

/** An issue of this area, with its message from the catalogue. The place fills placeholders of the same name. */
export const notice = (code: FormNotice, params: Params = {}, place: Place = {}): Issue => {
  const all = { ...(place.sheet ? { sheet: place.sheet } : {}), ...(place.row ? { row: place.row } : {}), ...params };
  return { code, severity: severities[code], message: say(code, 'zh-TW', all), params: all, ...place };
};
