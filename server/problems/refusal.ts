import type { MessageCode, Params } from '../../sync/model/index.ts';

/** HTTP status of each refusal; a code that is not listed is 400. */
const statusOf: Readonly<Partial<Record<string, number>>> = {
  not_logged_in: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  csrf: 403,
  password_must_change: 403,
  not_found: 404,
  stale_version: 409,
  illegal_transition: 409,
  in_use: 409,
  plan_locked: 409,
  assignment_exists: 409,
  assignment_ended: 409,
  rounds_open: 409,
  account_taken: 409,
  name_taken: 409,
  template_name_taken: 409,
  plan_closed: 409,
  plan_not_approved: 409,
  addresses_changed: 409,
  plan_not_carried: 409,
  item_already_carried: 409,
  round_not_draft: 409,
  round_not_open: 409,
  round_closed: 409,
  report_locked: 409,
  already_attached: 409,
  evidence_accepted: 409,
  upload_too_large: 413,
  conflicts_unsettled: 409,
  exchange_unreadable: 409,
  collection_closed: 409,
  collection_not_open: 409,
  collection_ended: 409,
  collection_file_unrecognised: 409,
  collection_file_superseded: 409,
  collection_file_others: 409,
  collection_nothing_applied: 409,
  collection_files_pending: 409,
  collection_review_unfillable: 422,
  archive_too_large: 413,
  collection_not_draft: 409,
  collection_must_be_open: 409,
  collection_form_changed: 409,
  collection_form_unusable: 422,
  recipient_has_returned: 409,
  workbook_not_made: 409,
  upward_not_asked: 409,
  upward_not_made: 409,
  upward_nothing_alike: 409,
  upward_unfillable: 409,
  workbooks_not_made: 409,
  workbooks_none: 409,
  workbooks_too_large: 413,
  mail_not_configured: 409,
  template_unreadable: 422,
  template_without_table: 422,
  template_last_form: 422,
  template_too_long: 422,
  form_unfillable: 422,
  form_unconverted: 422,
  template_rows_unmatched: 409,
  too_large: 413,
  file_too_large: 413,
  no_space: 507,
  too_many_requests: 429,
  conversion_busy: 503,
  printer_missing: 503,
  printing_busy: 503,
  printing_failed: 503,
  printing_too_long: 503,
  writing_failed: 503,
  comparison_failed: 503,
  package_unreadable: 409,
  package_replayed: 409,
  package_not_below: 409,
  package_not_above: 409,
  package_place_fixed: 409,
  package_undo_later: 409,
  package_no_accepted: 409,
  package_no_findings: 409,
  package_plan_draft: 409,
  package_not_asked: 409,
  package_workbook_not_made: 409,
  package_nothing_collected: 409,
  package_collection_here: 409,
  packages_none: 409,
  packages_too_large: 413,
  package_file_changed: 409,
  package_foreign_id: 409,
  key_exists: 409,
  key_trusted_already: 409,
  key_revoked: 409,
  secret_key_missing: 503,
  secret_damaged: 503,
  sheet_busy: 409,
  sheet_unpublished: 409,
  sheet_question_open: 409,
  sheet_format_foreign: 409,
  google_absent: 409,
  google_revoked: 409,
  google_forbidden: 409,
  google_storage: 409,
  google_protected: 409,
  google_rejected: 409,
  google_export_large: 409,
  google_share_refused: 409,
  google_busy: 503,
  google_unreachable: 503,
  no_service: 500,
};

/**
 * A request that is refused for a reason the person can understand. `code` picks the message of the catalogue, `params`
 * fill it, `details` go to the client as they are and must hold nothing it may not see.
 */
export class Refusal extends Error {
  readonly code: MessageCode;
  readonly params: Params;
  readonly details: unknown;
  readonly status: number;

  constructor(code: MessageCode, params: Params = {}, details?: unknown) {
    super(code);
    this.code = code;
    this.params = params;
    this.details = details;
    this.status = statusOf[code] ?? 400;
  }
}

/** Refuses a write made on an old version and hands over the row as it is now. */
export const stale = (current: unknown): Refusal => new Refusal('stale_version', {}, { current });
