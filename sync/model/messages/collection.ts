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
} as const;
