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
  google_busy: {
    zh: 'Google 的用量限制已達上限，尚未寫入。系統稍後會再試，您也可以過幾分鐘再同步。',
    en: 'Google’s usage limit is reached; nothing was written yet. It is tried again later, or sync again in a few minutes.',
  },
  google_unreachable: {
    zh: '暫時無法連上 Google，或沒有得到回應。下次同步會先讀回試算表比對，不會重複寫入，也不會遺失內容。',
    en: 'Google cannot be reached or did not answer. The next sync reads the spreadsheet back and compares first, so nothing is written twice and nothing is lost.',
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
} as const;
