/** What Google answered, and what a spreadsheet that is kept in step asks of people. */
export const googleMessages = {
  google_absent: {
    zh: '線上試算表已被刪除、移到垃圾桶，或不再與此帳號共用。系統內的填報未受影響；請在 Google 雲端硬碟還原後再同步，或解除連結後重新發布。',
    en: 'The spreadsheet was deleted, moved to the bin, or is no longer shared with this account. The reports here are not affected; restore it in Google Drive and sync again, or disconnect and publish anew.',
  },
  google_revoked: {
    zh: 'Google 不再接受此帳號的授權或金鑰，資料未變更。請重新連接帳號後再同步。',
    en: 'Google no longer accepts the grant or key of this account; nothing was changed. Connect the account anew, then sync again.',
  },
  google_forbidden: {
    zh: '此 Google 帳號沒有權限，資料未變更。請將共用雲端硬碟的資料夾以「內容管理員」身分分享給此帳號，並確認已啟用 Sheets 與 Drive API。',
    en: 'This Google account lacks the right; nothing was changed. Share the folder of a shared drive with it as content manager, and see that the Sheets and Drive APIs are enabled.',
  },
  google_storage: {
    zh: '服務帳號沒有自己的儲存空間，無法建立檔案；重試也不會成功。請填入共用雲端硬碟的資料夾代碼，或改以個人帳號授權（OAuth）。',
    en: 'A service account has no storage of its own and cannot create files; trying again will not help. Name a folder of a shared drive, or connect a person’s account (OAuth) instead.',
  },
  google_protected: {
    zh: '試算表的儲存格受到他人的保護設定限制，無法寫入；資料未變更。請移除該保護或授權此帳號編輯後再同步。',
    en: 'Cells of the spreadsheet are protected by somebody else and could not be written; nothing was changed. Lift the protection or let this account edit, then sync again.',
  },
  google_rejected: {
    zh: 'Google 拒絕了這次要求，資料未變更。請先以「預覽」查看試算表的狀態；若持續發生，請解除連結後重新發布。',
    en: 'Google rejected the request; nothing was changed. Look at the spreadsheet with “Preview” first; if it goes on, disconnect and publish anew.',
  },
  google_export_large: {
    zh: '線上試算表超過 Google 匯出的上限（10 MB），無法收回；試算表與系統內的資料都未變更。請刪除貼上的圖片、多餘的工作表或格式後再收回，或請機關以檔案送回。',
    en: 'The spreadsheet is larger than Google exports (10 MB), so it could not be taken back; nothing was changed on either side. Delete pasted pictures, extra sheets or formats and take it back again, or have the agency return a file.',
  },
  google_share_refused: {
    zh: '試算表已建立，但 Google 不接受與 {address} 共用（不是 Google 帳號，或貴機關的設定不允許對外共用）。請改正機關的電子郵件後再試，或在 Google 雲端硬碟自行共用。',
    en: 'The spreadsheet is there, but Google does not share it with {address} (it is no Google account, or your organisation does not allow sharing outside). Correct the agency’s address and try again, or share it in Google Drive yourself.',
  },
  google_busy: {
    zh: 'Google 的用量限制已達上限，尚未寫入。系統稍後會再試，您也可以過幾分鐘再同步。',
    en: 'Google’s usage limit is reached; nothing was written yet. It is tried again later, or sync again in a few minutes.',
  },
  google_unreachable: {
    zh: '暫時無法連上 Google，或沒有得到回應。下次同步會先讀回試算表比對，不會重複寫入，也不會遺失內容。',
    en: 'Google cannot be reached or did not answer. The next sync reads the spreadsheet back and compares first, so nothing is written twice and nothing is lost.',
  },
  sheet_format_foreign: {
    zh: '彙整案「{name}」的範本不是 Google 能轉成試算表的格式（.xlsx、.xlsm、.ods），未發放。請以 .xlsx 範本發出新版，或改用檔案或郵件發放。',
    en: 'The template of the collection “{name}” is of no kind that Google converts (.xlsx, .xlsm, .ods), so nothing was handed out. Issue an edition from an .xlsx template, or hand out files or mails.',
  },
  sheet_owner_gone: {
    zh: '發放這份試算表的人員已停用或改派，不再自動收回；試算表與已收回的內容都保留。請按「立即收回」，由您接手。',
    en: 'Whoever handed out this spreadsheet no longer works here in that role, so it is not taken back by itself. The spreadsheet and what was taken back are kept; press “Take back now” to take over.',
  },
  sheet_superseded: {
    zh: '同一份線上試算表有較新的內容，以較新的來件為準。',
    en: 'The same spreadsheet was taken back again later; the later file counts.',
  },
  google_key_wrong: {
    zh: '這不是服務帳號的 JSON 金鑰，未儲存。請在 Google Cloud 主控台「服務帳戶 › 金鑰」建立 JSON 金鑰後，貼上整份內容。',
    en: 'This is not the JSON key of a service account; nothing was stored. Create a JSON key under “Service accounts › Keys” in the Google Cloud console and paste the whole of it.',
  },
  google_client_wrong: {
    zh: '這不是 OAuth 用戶端的 JSON 檔，未儲存。請在 Google Cloud 主控台「憑證」下載用戶端的 JSON 後，貼上整份內容。',
    en: 'This is not the JSON of an OAuth client; nothing was stored. Download the client’s JSON under “Credentials” in the Google Cloud console and paste the whole of it.',
  },
  google_no_client: {
    zh: '此系統未設定 OAuth 用戶端。請貼上用戶端的 JSON，或請管理者以 GOOGLE_CREDENTIALS 設定。',
    en: 'This installation has no OAuth client. Paste the client’s JSON, or ask the administrator to set GOOGLE_CREDENTIALS.',
  },
  google_no_installation: {
    zh: '此系統未設定服務帳號。請貼上金鑰，或請管理者以 GOOGLE_CREDENTIALS 設定。',
    en: 'This installation has no service account. Paste a key, or ask the administrator to set GOOGLE_CREDENTIALS.',
  },
  google_grant_unknown: {
    zh: '這次授權已逾時、已使用過，或不是由您開始的。沒有連接任何帳號；請重新開始。',
    en: 'This grant has expired, was used already, or was not begun by you. No account was connected; begin again.',
  },
  sheet_busy: {
    zh: '這份線上試算表正在同步中，請稍候再試。資料未變更。',
    en: 'This spreadsheet is being synced just now; try again in a moment. Nothing was changed.',
  },
  sheet_unpublished: {
    zh: '這份線上試算表尚未建立完成。請先按「同步」完成發布。',
    en: 'This spreadsheet has not been made yet. Press “Sync” to finish publishing it.',
  },
  sheet_question_open: {
    zh: '目前沒有待回答的問題，資料未變更。請重新整理後再試。',
    en: 'There is no open question; nothing was changed. Reload and try again.',
  },
  sheet_empty: {
    zh: '試算表內沒有任何內容。系統不會把它當作全部清空：填報未變更。請在 Google 試算表以「版本記錄」還原後再同步。',
    en: 'The spreadsheet holds nothing at all. That is not taken for clearing everything: the reports were not changed. Restore it from its version history, then sync again.',
  },
  sheet_unreadable: {
    zh: '試算表內找不到這份表單的表格（標題列可能被改掉或整頁被取代）。填報未變更。請以「版本記錄」還原後再同步。',
    en: 'The table of this form is not in the spreadsheet (its header may have been changed, or the page replaced). The reports were not changed. Restore it from its version history, then sync again.',
  },
  sheet_restless: {
    zh: '同步期間一直有人在修改試算表，部分內容留待下次同步。沒有遺失任何內容。',
    en: 'People kept changing the spreadsheet during the sync; the rest is left to the next one. Nothing was lost.',
  },
  sheet_credentials_missing: {
    zh: '沒有 Google 憑證，未做任何事。請以 --credentials 指定檔案，或設定 GOOGLE_CREDENTIALS：服務帳號的 JSON 金鑰，或 gcloud auth application-default login 產生的檔案。',
    en: 'There are no Google credentials; nothing was done. Name the file with --credentials or GOOGLE_CREDENTIALS: the JSON key of a service account, or the file that “gcloud auth application-default login” makes.',
  },
  sheet_credentials_wrong: {
    zh: '「{name}」不是服務帳號的 JSON 金鑰，也不是已授權使用者的憑證檔，未做任何事。',
    en: '“{name}” is neither the JSON key of a service account nor the credentials of an authorised user; nothing was done.',
  },
  sheet_form_without_ids: {
    zh: '「{name}」不是由本系統發出、帶有編號的表單，無法與試算表逐列對應，未做任何事。請使用系統匯出的 .xlsx 或 .ods。',
    en: '“{name}” is not a form of this system with its row ids, so its rows cannot be told apart; nothing was done. Use the .xlsx or .ods that the system exported.',
  },
  sheet_state_damaged: {
    zh: '「{name}」無法讀取或屬於另一份表單，未做任何事。請還原這個檔案；刪除它會視為從未發布，下次會另建新的試算表。',
    en: '“{name}” cannot be read or belongs to another form; nothing was done. Restore the file; without it the form counts as never published, and the next push makes another spreadsheet.',
  },
  sheet_not_pushed: {
    zh: '「{name}」尚未發布為試算表，未做任何事。請先執行 guankao sheets push。',
    en: '“{name}” has not been published as a spreadsheet; nothing was done. Run guankao sheets push first.',
  },
  sheet_result_unread: {
    zh: '「{name}」步驟「{step}」的檢核結果不是可辨識的結果，這一格未同步。請改為「已完成」「辦理中」「未辦理」或「不適用」。',
    en: 'In “{name}” the result of the step “{step}” is no known result; this cell was not synced. Make it 已完成, 辦理中, 未辦理 or 不適用.',
  },
  sheet_form_in_use: {
    zh: '另一個指令正在同步「{name}」，未做任何事。若確定沒有，請刪除「{lock}」後再試。',
    en: 'Another command is syncing “{name}”; nothing was done. If none is, delete “{lock}” and try again.',
  },
} as const;
