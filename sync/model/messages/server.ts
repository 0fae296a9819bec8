/** Why a request was refused: what was wrong, what was kept, what to do next. */
export const serverMessages = {
  not_logged_in: {
    zh: '尚未登入或登入已逾時，請重新登入。',
    en: 'You are not logged in, or the session has expired. Please log in.',
  },
  wrong_credentials: {
    zh: '帳號或密碼不正確，或帳號暫時無法使用。',
    en: 'The account or password is wrong, or the account cannot be used at the moment.',
  },
  not_allowed: { zh: '您的角色不能執行此動作。', en: 'Your role does not allow this.' },
  comparison_failed: {
    zh: '這兩份計畫無法在時限內對照，未更動任何資料。請稍後再試；若仍失敗，請通知系統管理者。',
    en: 'These two plans could not be compared in time; nothing was changed. Try again later; if it fails again, tell the administrator.',
  },
  not_found: { zh: '查無此筆資料，或您無權檢視。', en: 'There is no such record, or you may not see it.' },
  stale_version: {
    zh: '這筆資料剛被他人更新，您這次的動作沒有執行，也沒有儲存。請看過目前的內容後再做一次。',
    en: 'Somebody else has just changed this, so what you did was not carried out and nothing was saved. Look at how it stands now, then do it again.',
  },
  illegal_transition: {
    zh: '目前狀態為「{state}」，不能執行「{verb}」。',
    en: 'This cannot be done ({verb}) in the present state ({state}).',
  },
  reason_required: { zh: '請填寫理由。', en: 'A reason is required.' },
  invalid_input: {
    zh: '欄位「{field}」不正確：{problem}。資料未變更。',
    en: 'The field “{field}” is not valid: {problem}. Nothing was changed.',
  },
  unknown_field: { zh: '不認得的欄位：{field}。資料未變更。', en: 'Unknown field: {field}. Nothing was changed.' },
  unknown_parameter: {
    zh: '清單不能依「{field}」篩選或排序。',
    en: 'The list cannot be filtered or sorted by “{field}”.',
  },
  range_too_large: {
    zh: '一次最多取 {limit} 筆，請縮小範圍。',
    en: 'At most {limit} rows at once; please ask for a smaller range.',
  },
  too_large: {
    zh: '內容太大，上限為 {limit}。資料未變更。',
    en: 'This is too large; the limit is {limit}. Nothing was changed.',
  },
  body_too_large: {
    zh: '送出的內容太大，資料未變更。請減少內容後再試。',
    en: 'The request is too large. Nothing was changed; please send less.',
  },
  file_too_large: {
    zh: '檔案超過 {limit} 的上限，未存入。請縮小或分割檔案後再上傳。',
    en: 'The file is over the limit of {limit} and was not stored. Make it smaller or split it, then upload again.',
  },
  file_missing: {
    zh: '請求中沒有檔案，資料未變更。請選擇檔案後再上傳。',
    en: 'There is no file in the request; nothing was changed. Choose a file and upload it again.',
  },
  upload_broken: {
    zh: '上傳中斷或內容不完整，檔案未存入。請重新上傳。',
    en: 'The upload broke off or is incomplete, and the file was not stored. Please upload it again.',
  },
  no_space: {
    zh: '伺服器的儲存空間不足，檔案未存入，其他資料不受影響。請通知管理者。',
    en: 'The server is out of storage space. The file was not stored; nothing else is affected. Please tell your administrator.',
  },
  reading_too_long: {
    zh: '讀取「{name}」花費太久，已停止。檔案已原樣保存；請刪減無關的工作表與格式後，另存新檔再上傳。',
    en: 'Reading “{name}” took too long and was stopped. The file was kept as it came; remove sheets and formats that do not belong to it, save it anew and upload that.',
  },
  reading_too_big: {
    zh: '「{name}」內容過多，無法讀取。檔案已原樣保存；請刪減無關的工作表與格式後，另存新檔再上傳。',
    en: '“{name}” holds too much to be read. The file was kept as it came; remove sheets and formats that do not belong to it, save it anew and upload that.',
  },
  reading_failed: {
    zh: '系統無法讀取「{name}」。檔案已原樣保存；請用試算表軟體另存為 .xlsx 後再上傳，若仍失敗請告知管理者。',
    en: 'The system could not read “{name}”. The file was kept as it came; save it anew as .xlsx and upload that. If this fails again, tell your administrator.',
  },
  too_many_files: {
    zh: '一次上傳的檔案太多，請分批上傳。',
    en: 'Too many files at once. Please upload them in batches.',
  },
  wrong_media_type: {
    zh: '不支援此種內容格式，資料未變更。',
    en: 'This kind of content is not supported. Nothing was changed.',
  },
  not_json: { zh: '內容不是正確的 JSON，資料未變更。', en: 'The content is not valid JSON. Nothing was changed.' },
  malformed_request: { zh: '請求格式不正確，資料未變更。', en: 'The request is malformed. Nothing was changed.' },
  too_many_requests: { zh: '嘗試次數過多，請稍候再試。', en: 'Too many attempts. Please wait a little and try again.' },
  csrf: { zh: '頁面已過期，請重新整理後再試。', en: 'This page has expired. Reload it and try again.' },
  setup_closed: {
    zh: '系統已有管理者，設定連結失效。',
    en: 'An administrator exists already; the set-up link is no longer valid.',
  },
  wrong_token: { zh: '連結不正確或已失效。', en: 'The link is wrong or no longer valid.' },
  password_weak: { zh: '密碼太常見，請換一個。', en: 'This password is too common. Please choose another.' },
  password_reused: {
    zh: '新密碼不可與最近 {count} 次相同。',
    en: 'The new password must differ from the last {count}.',
  },
  password_too_young: {
    zh: '密碼變更未滿 1 日，請稍後再變更。',
    en: 'The password was changed less than a day ago. Please wait.',
  },
  password_must_change: { zh: '請先變更密碼。', en: 'Please change your password first.' },
  wrong_current_password: { zh: '目前的密碼不正確。', en: 'The current password is wrong.' },
  unit_required: { zh: '承辦人與單位主管必須有所屬單位。', en: 'Officers and section chiefs must belong to a unit.' },
  foreign_reference: {
    zh: '欄位「{field}」所指的資料不存在，或屬於其他機關。資料未變更。',
    en: 'What the field “{field}” names does not exist or belongs to another agency. Nothing was changed.',
  },
  last_administrator: {
    zh: '這是最後一位管理者，請先指定另一位。',
    en: 'This is the last administrator. Please appoint another one first.',
  },
  hierarchy_loop: {
    zh: '機關不能隸屬於自己或自己的下級機關。',
    en: 'An agency cannot stand below itself or one of its own subordinates.',
  },
  unit_is_group: {
    zh: '「{name}」代表各個課室，不能作為一個單位的名稱。',
    en: '“{name}” means every section and cannot name one unit.',
  },
  account_taken: { zh: '帳號「{account}」已有人使用。', en: 'The account “{account}” is taken.' },
  name_taken: { zh: '名稱「{name}」已存在。', en: 'The name “{name}” exists already.' },
  in_use: {
    zh: '仍有其他資料使用它，不能刪除。請先處理那些資料，或改為停用。',
    en: 'Other records still use it, so it cannot be deleted. See to those first, or disable it instead.',
  },
  plan_closed: {
    zh: '計畫已結案，不能再變更。',
    en: 'The plan is closed and can no longer be changed.',
  },
  plan_not_carried: {
    zh: '草案還會變動，不能據以建立下年度計畫，資料未變更。請先核定這份計畫。',
    en: 'A draft may still change, so no plan for another year was made from it. Approve this plan first.',
  },
  item_already_carried: {
    zh: '原計畫的一個項目只能由一個項目沿用，資料未變更。請先取消另一項的沿用。',
    en: 'An item of the earlier plan goes on in one item only; nothing was changed. Undo the other link first.',
  },
  plan_locked: {
    zh: '計畫為「{state}」，內容已鎖定，資料未變更。如需修改，請先撤回核定。',
    en: 'The plan is {state} and its content is locked; nothing was changed. To change it, withdraw the approval first.',
  },
  rounds_open: {
    zh: '查核期「{title}」仍在填報中，計畫不能結案。請先截止該查核期。',
    en: 'The round “{title}” is still open, so the plan cannot be closed. Close the round first.',
  },
  unit_disabled: {
    zh: '單位「{name}」已停用，不能再分派。資料未變更。',
    en: 'The unit “{name}” is disabled and takes no more work. Nothing was changed.',
  },
  officer_unfit: {
    zh: '「{name}」的帳號已停用或不屬於「{unit}」，不能擔任其承辦人。資料未變更。',
    en: '{name} is disabled or not of {unit}, and cannot be its case officer. Nothing was changed.',
  },
  same_officer: {
    zh: '移交前後的承辦人相同，資料未變更。請選擇另一位。',
    en: 'This hands the work to the person who has it. Nothing was changed; please choose somebody else.',
  },
  assignment_exists: {
    zh: '此項目已分派給該單位，資料未變更。',
    en: 'This item is assigned to that unit already. Nothing was changed.',
  },
  assignment_ended: {
    zh: '列管事項為「{state}」，不能再變更。如需修改，請先重新列管。',
    en: 'The assignment is {state} and can no longer be changed. Track it again first.',
  },
  too_many_assignments: {
    zh: '一次最多建立 {limit} 件列管事項，資料未變更。請分批分派。',
    en: 'At most {limit} assignments can be created at once. Nothing was changed; please assign in batches.',
  },
  item_loop: {
    zh: '項目不能移到自己或自己的下層之下，位置未變更。',
    en: 'An item cannot stand below itself. It was not moved.',
  },
  too_deep: {
    zh: '計畫最多 {limit} 層，資料未變更。',
    en: 'A plan has at most {limit} levels. Nothing was changed.',
  },
  too_many_items: {
    zh: '一個計畫最多 {limit} 個項目，資料未變更。請分成數個計畫。',
    en: 'A plan has at most {limit} items. Nothing was changed; please split it into several plans.',
  },
  plan_not_approved: {
    zh: '計畫尚未核定，不能開放填報。請先核定計畫。',
    en: 'The plan has not been approved, so no reports can be asked for. Approve the plan first.',
  },
  round_not_draft: {
    zh: '查核期已開放填報，不能刪除，也不能變更查核月份。',
    en: 'The round was opened already: it can no longer be deleted, nor its month be changed.',
  },
  round_not_open: { zh: '查核期不在填報期間，不能稽催。', en: 'The round is not open, so nobody can be reminded.' },
  round_closed: {
    zh: '查核期已截止，資料未變更。如需補正，請秘書室退回、重新開放該筆填報，或重新開放查核期。',
    en: 'The round is closed; nothing was changed. Ask the secretariat to return or reopen the report, or to reopen the round.',
  },
  report_locked: {
    zh: '填報目前狀態為「{state}」，內容已鎖定，您的變更未儲存。如需修改，請審核者退回或重新開放。',
    en: 'The report is {state} and locked; your change was not saved. To change it, have it returned or reopened.',
  },
  report_incomplete: {
    zh: '尚未填寫：{fields}。填報未送出，已填內容仍保留。',
    en: 'Still missing: {fields}. The report was not submitted; what you wrote is kept.',
  },
  report_behind: {
    zh: '實際進度落後預定進度 {lag} 個百分點，請填寫：{fields}。填報未送出，已填內容仍保留。',
    en: 'Progress is {lag} percentage points behind plan, so please fill in: {fields}. The report was not submitted; what you wrote is kept.',
  },
  form_empty: {
    zh: '這個範圍沒有任何填報，未產生表單。請確認查核期已開放，或改選單位。',
    en: 'There is no report in this scope, so no form was made. Open the round first, or choose other units.',
  },
  form_unwritable: {
    zh: '有 {count} 處內容無法寫入試算表，未產生表單。請依明細縮短內容後再試。',
    en: '{count} texts cannot be written into a workbook, so no form was made. Shorten them as listed and try again.',
  },
  template_unreadable: {
    zh: '「{name}」無法讀取，未成為範本。檔案已原樣保存；請依明細處理後重新上傳。',
    en: '“{name}” could not be read and is no template. It was kept as it came; see the details, then upload it again.',
  },
  template_without_table: {
    zh: '「{name}」裡認不出檢核表（沒有「執行步驟」「檢核結果」「辦理情形」之類的欄名），尚未成為範本。若檔案無誤，可以仍然加入，再自行指出欄名在哪一列、各欄是什麼。',
    en: 'No self-check table was recognised in “{name}” (no column titles such as step, result or narrative), so it is no template yet. If it is the right file, add it all the same and point at the row of titles and at what each column holds.',
  },
  template_last_form: {
    zh: '「{name}」至少要有一張工作表是表單，這項更正未套用，範本維持原狀。不再需要這份範本時，請用「刪除」。',
    en: 'At least one sheet of “{name}” must be a form, so this was not applied and the template stays as it was. Delete the template if it is no longer needed.',
  },
  template_name_taken: {
    zh: '已有名為「{name}」的範本，名稱沒有更改。請加上年度或版次，讓人分得出來，例如「{free}」。',
    en: 'There is a template called “{name}” already, so the name was not changed. Add a year or an edition to tell them apart, such as “{free}”.',
  },
  template_too_long: {
    zh: '「{name}」的檢核列超過 {limit} 列，未成為範本。檔案已原樣保存；請分成幾個檔案。',
    en: '“{name}” asks more than {limit} rows and is no template. It was kept as it came; please split it.',
  },
  template_row_unknown: {
    zh: '工作表「{sheet}」第 {row} 列不是這個範本的檢核列，或重複指定。對應未儲存，請重新整理後再試。',
    en: 'Row {row} on sheet “{sheet}” is no row of this template, or was named twice. Nothing was saved; reload and try again.',
  },
  template_rows_unmatched: {
    zh: '範本「{name}」沒有一列對得到這些填報，未產生表單。請先在範本中選定各列對應的計畫項目。',
    en: 'No row of the template “{name}” stands for any of these reports, so no form was made. Choose first which steps its rows stand for.',
  },
  form_unfillable: {
    zh: '「{name}」無法填寫，未產生表單。請依明細處理範本後再試。',
    en: '“{name}” cannot be filled in, so no form was made. See the details, then try again.',
  },
  form_format_of_template: {
    zh: '透過範本發出的表單只能是範本的格式，或轉換為 {to}。未產生表單；請改選格式。',
    en: 'A form sent through this template keeps its format, or is converted to {to}. No form was made; choose another format.',
  },
  form_unconverted: {
    zh: 'LibreOffice 無法把填好的「{name}」轉換為可用的 {to}，未產生表單，資料未變更。請改用範本原來的格式。',
    en: 'LibreOffice could not turn the filled “{name}” into a usable {to} file. No form was made and nothing was changed; use the format of the template instead.',
  },
  form_unknown: {
    zh: '「{name}」不是本機關發出的表單。檔案已原樣保存，未變更任何填報。請確認是否選錯檔案或登錄錯機關。',
    en: '“{name}” is not a form that this agency issued. The file was kept as it came and nothing was changed. Check the file and the agency you are logged in to.',
  },
  form_without_id: {
    zh: '「{name}」裡找不到表單識別碼，也不像本機關近期發出的任何一份表單，無法對回原表。檔案已原樣保存，未變更任何填報。請使用本系統發出的檔案填寫。',
    en: '“{name}” carries no form id and resembles no form that this agency issued of late, so it cannot be matched. The file was kept as it came and nothing was changed. Fill in the file that this system issued.',
  },
  exchange_unreadable: {
    zh: '這個檔案沒有可套用的內容；檔案仍保留。請改上傳正確的檔案。',
    en: 'This file holds nothing that could be applied. It is still kept; please upload the right one.',
  },
  conflicts_unsettled: {
    zh: '還有 {count} 處衝突未決定，未變更任何填報。請逐一選擇後再套用。',
    en: '{count} conflicts are not settled yet; nothing was changed. Decide each of them and apply again.',
  },
  decision_impossible: {
    zh: '有 {count} 個欄位不能這樣決定，決定未儲存。請重新整理後再選。',
    en: '{count} fields cannot be decided that way; the decisions were not saved. Reload and choose again.',
  },
  file_empty: {
    zh: '「{name}」是空的檔案，未存入。請確認檔案內容後再上傳。',
    en: '“{name}” is empty and was not stored. Check the file and upload it again.',
  },
  file_kind_refused: {
    zh: '「{name}」的內容不是可上傳的類型，未存入。可上傳 JPG、PNG、WebP、GIF、HEIC 圖片，PDF、DOCX、XLSX、PPTX、ODT、ODS、ODP、MP4 與純文字檔；類型依檔案內容判斷，改副檔名無效。',
    en: 'The content of “{name}” is of no accepted kind, so it was not stored. Accepted are JPG, PNG, WebP, GIF and HEIC images, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, MP4 and plain text, judged by content; renaming a file does not help.',
  },
  file_bomb: {
    zh: '「{name}」解壓縮後異常龐大或已損壞，未存入。請以原軟體重新存檔後再上傳。',
    en: '“{name}” would inflate to an abnormal size or is damaged, and was not stored. Save it again in its program and upload it anew.',
  },
  upload_too_large: {
    zh: '一次上傳的總量上限為 {total}，單一檔案上限為 {each}。檔案均未存入，請分批上傳。',
    en: 'One upload may bring {total} in all and {each} a file. Nothing was stored; please upload in batches.',
  },
  already_attached: {
    zh: '相同的內容已附於這筆填報，名稱為「{name}」，未重複存入。',
    en: 'The same content is at this report already, as “{name}”. It was not added again.',
  },
  evidence_accepted: {
    zh: '此佐證資料已附於審核通過的填報，不能改名。',
    en: 'This evidence belongs to an accepted report, so it cannot be renamed.',
  },
  secret_key_missing: {
    zh: '這項機密是以另一把金鑰檔封存的，現在的金鑰檔打不開它；資料未變更。請管理者把原來的金鑰檔（SECRET_KEY_FILE，或資料夾內的 secrets/secret.key）放回；若已遺失，請重新建立這項機密。',
    en: 'This secret was sealed with another key file, and the present one cannot open it; nothing was changed. Ask the administrator to put the former key file back (SECRET_KEY_FILE, or secrets/secret.key in the data folder); if it is lost, make the secret anew.',
  },
  secret_damaged: {
    zh: '這項機密的內容已毀損，無法打開；資料未變更。請從備份還原，或重新建立這項機密。',
    en: 'This secret is damaged and cannot be opened; nothing was changed. Restore it from a backup, or make it anew.',
  },
  no_service: {
    zh: '系統暫時無法完成，資料未變更。請稍後再試；若持續發生，請告知管理者代號 {requestId}。',
    en: 'The system could not do this just now; nothing was changed. Try again later, or tell your administrator the code {requestId}.',
  },
} as const;
