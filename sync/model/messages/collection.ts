/** Collections: what is refused and what is told about files that come back. */
export const collectionMessages = {
  collection_closed: {
    zh: '彙整案「{name}」已結束，不再收件。如需補收，請先重新開放。',
    en: 'The collection “{name}” is closed and takes no more files. Reopen it first to accept late ones.',
  },
  collection_file_foreign: {
    zh: '這份檔案是另一個彙整案發出的，未自動認定機關。請確認是否放錯，或指定是哪個機關的回覆。',
    en: 'This file was issued in another collection, so no agency was taken for its sender. Check whether it was misplaced, or say whose it is.',
  },
  collection_recipient_unknown: {
    zh: '檔案中的機關識別碼不在這個彙整案的受查機關之列，未自動認定機關。請指定是哪個機關的回覆。',
    en: 'The file carries the id of an agency that this collection does not ask. Say whose it is.',
  },
  collection_names_differ: {
    zh: '檔案識別碼屬於「{issued}」，但機關欄寫的是「{named}」，未自動認定機關。請指定是哪個機關的回覆。',
    en: 'The file was issued to “{issued}”, but names “{named}” as its agency. Say whose it is.',
  },
  collection_agency_unknown: {
    zh: '無法確認這份檔案是哪個機關的（檔案中的名稱：{name}）。請從可能的機關中指定。',
    en: 'It is not certain whose file this is (it says: {name}). Choose the agency.',
  },
  collection_edition_unknown: {
    zh: '檔案註明為第 {edition} 版，但這個彙整案沒有這一版；已依題目內容判斷版次。',
    en: 'The file says that it is edition {edition}, which this collection does not have; the edition was told by what it asks.',
  },
  collection_no_questions: {
    zh: '這份檔案中沒有任何一列是這個彙整案的題目。請確認是否放錯檔案。',
    en: 'No row of this file is a question of this collection. Check whether it is the right file.',
  },
  collection_consolidated: {
    zh: '「{name}」是彙整後的活頁簿，不是機關填報的表單，未納入。',
    en: '“{name}” is a consolidated workbook and not a form that an agency filled in; it was left out.',
  },
  collection_strays_more: {
    zh: '另有 {count} 列不屬於任何題目，未逐列列出。請對照原檔確認是否放錯檔案。',
    en: 'Another {count} rows are no question of this collection and are not listed. Compare with the original and check whether it is the right file.',
  },
  collection_row_copied: {
    zh: '題目「{text}」在檔案中有 {count} 列，未自動採用任何一列。請指定採用哪一列。',
    en: 'The file has {count} rows for the question “{text}”, and none was taken. Choose one.',
  },
  collection_not_open: {
    zh: '彙整案「{name}」尚未發送，還不能收件。請先發送。',
    en: 'The collection “{name}” has not been opened yet, so nothing can be taken in. Open it first.',
  },
  collection_ended: {
    zh: '彙整案「{name}」已結束，內容不再變更。如需補正，請先重新開放。',
    en: 'The collection “{name}” is closed and is not changed any more. Reopen it first.',
  },
  collection_file_unrecognised: {
    zh: '還不知道這份檔案是哪個機關的，未套用。請先指定機關。',
    en: 'It is not known whose file this is, so it was not applied. Say which agency sent it.',
  },
  collection_file_superseded: {
    zh: '這個機關之後又套用了另一份檔案。請先復原較新的那一份；這份未變更。',
    en: 'A later file of the same agency was applied. Undo that one first; nothing was changed.',
  },
  collection_file_others: {
    zh: '這份檔案與先前收到的另一份完全相同，但那一份不是貴機關的回覆。請確認是否選錯檔案；未重複收件。',
    en: 'The same file came in before, but not as the answer of your agency. Check whether it is the right file; it was not taken.',
  },
  collection_review_column: {
    zh: '審查欄「{column}」中的「{value}」不是上級機關所填，原樣保留，未列入審查結果。',
    en: '“{value}” in the review column “{column}” was not written by the bureau. It is kept as it came, and does not count as a review.',
  },
  collection_nothing_applied: {
    zh: '這個機關還沒有已彙整的檔案，無法退回或審定。請先套用它的檔案。',
    en: 'Nothing of this agency has been taken in yet, so it can neither go back nor be accepted. Apply its file first.',
  },
  collection_files_pending: {
    zh: '這個機關還有 {count} 份檔案等待處理。請先套用或不採用，再退回或審定。',
    en: '{count} files of this agency are still waiting. Apply or reject them first.',
  },
  collection_review_unfillable: {
    zh: '無法在機關送回的檔案中填入審查結果（{why}）。審查意見仍可在系統中查看。',
    en: 'The review could not be written into the returned file ({why}). It can still be seen in the application.',
  },
  folder_missing: {
    zh: '找不到資料夾「{folder}」，或沒有讀取權限。請確認路徑後再執行。',
    en: 'The folder “{folder}” is not there or may not be read. Check the path and run it again.',
  },
  folder_file_unreadable: {
    zh: '無法讀取資料夾中的「{name}」，未收下；其餘檔案不受影響。請確認讀取權限。',
    en: '“{name}” in the folder could not be read and was not taken; the others were. Check that it may be read.',
  },
  folder_interrupted: {
    zh: '暫時無法收件（{why}），已收下的都已保存；稍後自動再試。',
    en: 'Nothing can be taken in for the moment ({why}). What was taken is kept; it is tried again by itself.',
  },
  folder_handed_in: {
    zh: '收下 {fresh} 份，先前已收過 {repeated} 份，未收 {refused} 份。',
    en: '{fresh} taken, {repeated} had come before, {refused} not taken.',
  },
  archive_broken: {
    zh: '壓縮檔「{name}」已損壞或不完整，其餘檔案已收下。請重新壓縮後再送。',
    en: 'The archive “{name}” is damaged or incomplete; what could be taken from it is kept. Pack it anew and send it again.',
  },
  archive_encrypted: {
    zh: '壓縮檔中的「{name}」有密碼，未收下。請移除密碼後再送。',
    en: '“{name}” in the archive needs a password and was not taken. Remove the password and send it again.',
  },
  archive_nested: {
    zh: '「{name}」是壓縮檔中的壓縮檔，未收下。請解開後再送。',
    en: '“{name}” is an archive inside an archive and was not taken. Unpack it and send it again.',
  },
  archive_method: {
    zh: '壓縮檔中的「{name}」使用不支援的壓縮方式，未收下。請改用一般的 .zip。',
    en: '“{name}” in the archive is packed in a way that is not supported and was not taken. Use an ordinary .zip.',
  },
  archive_too_large: {
    zh: '壓縮檔「{name}」解開後太大或檔案太多（上限 {limit}），其餘未收下。請分次送件。',
    en: 'The archive “{name}” holds too much (limit {limit}); the rest was not taken. Send it in several parts.',
  },
  collection_not_draft: {
    zh: '彙整案「{name}」已發出，不能刪除。如不再收件，請結束它。',
    en: 'The collection “{name}” was opened and cannot be deleted. Close it if nothing more is to come in.',
  },
  collection_must_be_open: {
    zh: '彙整案「{name}」尚未開放或已結束，目前不能{verb}。請先開放。',
    en: 'The collection “{name}” is not open, so this cannot be done now: {verb}. Open it first.',
  },
  collection_form_unusable: {
    zh: '範本「{name}」無法做成各機關的表單，未變更任何資料。請依明細處理範本後再試。',
    en: 'The template “{name}” cannot be made out to agencies; nothing was changed. See the details, then try again.',
  },
  collection_form_changed: {
    zh: '範本「{name}」剛才有人修改，未變更任何資料。請確認範本後再試一次。',
    en: 'The template “{name}” was changed just now; nothing else was. Look at it, then try again.',
  },
  collection_row_unknown: {
    zh: '工作表「{sheet}」第 {row} 列不是新版的題目，或所指的題目不在這個彙整案或重複指定。新版未發出，請重新整理後再試。',
    en: 'Row {row} on sheet “{sheet}” is no question of the new edition, or stands for none of this collection or one that was named twice. The edition was not issued; reload and try again.',
  },
  recipient_not_below: {
    zh: '有 {count} 個機關不是貴機關的下級機關，或已停用，未加入任何機關。請重新選擇。',
    en: '{count} of the agencies do not stand below yours, or are disabled; none was added. Please choose again.',
  },
  addresses_changed: {
    zh: '有 {count} 個機關的信箱在預覽後已由他人變更，這次沒有更動任何信箱。請重新預覽後再套用。',
    en: 'The addresses of {count} agencies were changed by somebody else since the preview; none was changed now. Please preview again.',
  },
  recipient_has_returned: {
    zh: '「{name}」已有來件，不能移除。',
    en: 'Something came from “{name}” already, so it cannot be removed.',
  },
  workbook_not_made: {
    zh: '「{name}」的表單尚未做好，請稍候再下載。',
    en: 'The form for “{name}” is not made yet. Please download it in a moment.',
  },
  workbooks_not_made: {
    zh: '還有 {count} 個機關的表單尚未做好，請稍候再下載。',
    en: 'The forms of {count} agencies are not made yet. Please download them in a moment.',
  },
  workbooks_none: {
    zh: '沒有可下載的表單。請先開放彙整案，並加入受查機關。',
    en: 'There is no form to download. Open the collection and add agencies first.',
  },
  workbooks_too_large: {
    zh: '選取的表單合計超過 4 GB，無法放進一個壓縮檔。請分批下載。',
    en: 'The chosen forms are over 4 GB together and do not fit into one archive. Download them in parts.',
  },
  mail_not_configured: {
    zh: '這個系統尚未設定寄信伺服器（SMTP_URL），沒有寄出任何信。請改用下載，或請管理者設定。',
    en: 'No mail server is set up here (SMTP_URL), so no mail was sent. Download the forms instead, or ask the administrator.',
  },
  mail_refused: {
    zh: '寄給 {to} 的信被退回：{answer}。請確認信箱後重寄，或改用其他方式送達。',
    en: 'The mail to {to} was refused: {answer}. Check the address and send it again, or deliver the form another way.',
  },
  mail_undelivered: {
    zh: '試了 {tries} 次仍無法把信寄給 {to}：{answer}。請確認信箱與寄信伺服器後重寄。',
    en: 'After {tries} attempts the mail to {to} could not be delivered: {answer}. Check the address and the mail server, then send it again.',
  },
  mail_tried: {
    zh: '寄給 {to} 的信暫時無法送出（第 {tries} 次：{answer}），系統會自動再試。',
    en: 'The mail to {to} could not be handed over yet (attempt {tries}: {answer}). It is tried again by itself.',
  },
  mail_perhaps_again: {
    zh: '（系統先前寄送本信時中斷，您可能收到內容相同的兩封，以任一封辦理即可。）',
    en: '(Sending was interrupted, so this mail may reach you twice. Both are the same; use either.)',
  },
  mail_dropped: {
    zh: '寄信前彙整案已結束，這封信沒有寄出。',
    en: 'The collection was closed before this mail was sent, so it was not.',
  },
  mail_greeting: { zh: '{agency} 您好：', en: 'To {agency}:' },
  mail_issue_subject: {
    zh: '【{bureau}】請填報「{name}」，{due}前回復',
    en: '[{bureau}] Please fill in “{name}” by {due}',
  },
  mail_issue_text: {
    zh: '{bureau}請貴機關填報「{name}」，請於 {due} 前回復。',
    en: '{bureau} asks your agency to fill in “{name}” and return it by {due}.',
  },
  mail_chase_subject: {
    zh: '【{bureau}】稽催：「{name}」尚未收到貴機關的回復',
    en: '[{bureau}] Reminder: “{name}” has not come back from your agency',
  },
  mail_chase_text: {
    zh: '「{name}」的回復期限為 {due}，{bureau}尚未收到貴機關的表單。請儘速填報；如已寄出，請不必理會這封信。',
    en: '“{name}” was due on {due}, and {bureau} has not received the form of your agency. Please return it soon; if you have sent it already, never mind this mail.',
  },
  mail_newer_edition: {
    zh: '附件為第 {edition} 版，取代先前寄送的版本。',
    en: 'The attached form is edition {edition} and replaces those sent before.',
  },
  mail_instructions: { zh: '填表說明', en: 'Instructions' },
  mail_how: {
    zh: '附件是專為貴機關製作的表單，請直接填寫這個檔案後回復，以便辨識。在這個系統有帳號的機關，也可以登入後上傳：{url}',
    en: 'The attached form was made for your agency. Please fill in this very file and return it, so that it is recognised. Agencies with an account here may also upload it after logging in: {url}',
  },
  upward_line: { zh: '{agency}：{said}', en: '{agency}: {said}' },
  upward_more: {
    zh: '（另有 {count} 個機關，詳彙整表）',
    en: '({count} more agencies; see the consolidated workbook)',
  },
  upward_not_asked: {
    zh: '這份表單不是向貴機關要的，不能帶入彙整結果。請從「上級交辦表單」開啟。',
    en: 'This form was not asked of your agency, so nothing can be filled in. Open one that was.',
  },
  upward_not_made: {
    zh: '上級機關的表單尚未做好，請稍候再試。',
    en: 'The form of the bureau above is not made yet. Please try again in a moment.',
  },
  upward_nothing_alike: {
    zh: '「{name}」的題目沒有一題與上級表單相同，或還沒有機關的回復彙整進來，因此沒有可帶入的內容。請改用彙整表自行填寫。',
    en: 'No question of “{name}” that was answered is also in the form of the bureau above, so there is nothing to fill in. Use the consolidated workbook instead.',
  },
  upward_unfillable: {
    zh: '無法把彙整結果填入上級表單（{why}）。請改用彙整表自行填寫。',
    en: 'What was collected could not be written into the form of the bureau above ({why}). Use the consolidated workbook instead.',
  },
  review_sheet: { zh: '審查意見', en: 'Review' },
  review_reason: { zh: '退回理由：{reason}', en: 'Sent back because: {reason}' },
  review_first: { zh: '　初核 {score}：{remarks}', en: '    First review {score}: {remarks}' },
  review_second: { zh: '　複核 {score}：{remarks}', en: '    Second review {score}: {remarks}' },
  review_corrected: { zh: '　「{field}」改列：{value}', en: '    “{field}” was changed to: {value}' },
  review_row_reason: { zh: '　請補正：{reason}', en: '    Please correct: {reason}' },
  review_nothing: { zh: '沒有審查意見。', en: 'There are no remarks.' },
} as const;
