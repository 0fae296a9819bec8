/** What was noticed while a form was written, or a returned one read and merged. */
export const formMessages = {
  form_text_too_long: {
    zh: '「{question}」的「{column}」有 {length} 字，超過 Excel 單一儲存格上限 {limit} 字。表單未產生，資料未變更；請縮短該欄後再產生。',
    en: '“{column}” of “{question}” has {length} characters; a cell of Excel holds {limit}. No form was made and nothing was changed. Shorten it and try again.',
  },
  form_row_clipped: {
    zh: '第 {row} 列「{column}」的文字超過 Excel 列高上限，列印時無法完整顯示；儲存格內容完整。',
    en: 'Row {row}: the text of “{column}” needs more than the greatest row height of Excel and is cut off in print. The cell holds all of it.',
  },
  own_form_not_found: {
    zh: '檔案中找不到自行檢核表的表格。檔案已原樣保存；請確認上傳的是本系統產生的表單，且標題列仍在。',
    en: 'No self-check table was found in the file. It was kept as it came. Please check that it is a form issued by this system and that its header row is still there.',
  },
  form_id_recovered: {
    zh: '檔案的表單編號已遺失（可能經其他軟體另存），已由隱藏資料辨識為同一份表單。',
    en: 'The file has lost its form number (another program may have saved it); hidden data show which form it is.',
  },
  form_id_lost: {
    zh: '檔案中沒有表單編號，無法得知是哪一份表單。檔案已原樣保存；請指定表單，或改用系統產生的檔案填寫。',
    en: 'The file has no form number, so it cannot be told which form it is. It was kept as it came; choose the form, or fill in the file that the system made.',
  },
  form_id_other: {
    zh: '檔案的表單編號與這份表單不同；只有編號相符的列會比對。',
    en: 'The file has the number of another form; only rows whose ids belong to this form are compared.',
  },
  form_sheet_other: {
    zh: '工作表「{sheet}」來自另一份表單；不屬於這份表單的列另外列出。',
    en: 'The sheet “{sheet}” comes from another form; rows that do not belong to this one are listed apart.',
  },
  form_manifest_lost: {
    zh: '檔案的隱藏對照資料已遺失，無法檢查題目與佐證資料欄是否被改過；各列仍依編號比對。',
    en: 'The hidden list of questions is gone, so edits of questions and evidence cannot be noticed. Rows are still matched by their ids.',
  },
  form_header_missing: {
    zh: '工作表「{sheet}」有 {count} 列屬於本表單，但找不到標題列，無法判斷各欄；這些列另外列出，未比對。請還原標題列後再上傳。',
    en: 'The sheet “{sheet}” has {count} rows of this form but no header row, so its columns are unknown. They are listed apart and were not compared. Restore the header row and upload again.',
  },
  form_sheet_unread: {
    zh: '工作表「{sheet}」沒有檢核表格，其內容未讀入；檔案已原樣保存。',
    en: 'The sheet “{sheet}” holds no self-check table and was not read. The file was kept as it came.',
  },
  form_sheet_copied: {
    zh: '工作表「{sheet}」與「{other}」有 {count} 列相同編號，無法判斷以何者為準，這些列不套用。請只保留一張工作表後再上傳。',
    en: 'The sheets “{sheet}” and “{other}” share {count} row ids, so it cannot be told which counts. These rows are not applied. Keep one of the sheets and upload again.',
  },
  form_column_missing: {
    zh: '工作表「{sheet}」找不到「{column}」欄；該欄視為未繳回，不變更任何內容。',
    en: 'The sheet “{sheet}” has no column “{column}”; it counts as not returned and changes nothing.',
  },
  form_column_repeated: {
    zh: '工作表「{sheet}」有 {count} 個「{column}」欄，無法判斷以何者為準；該欄未比對。請只保留一欄後再上傳。',
    en: 'The sheet “{sheet}” has {count} columns “{column}”, so it cannot be told which counts; none was compared. Keep one and upload again.',
  },
  form_column_unknown: {
    zh: '工作表「{sheet}」多了「{column}」欄，其中 {count} 格有內容；未讀入，請人工檢視。',
    en: 'The sheet “{sheet}” has an extra column “{column}” with {count} filled cells. It was not read; please look at it.',
  },
  form_row_duplicated: {
    zh: '同一列在檔案中出現 {count} 次（{places}），無法判斷以何者為準，該列不套用。',
    en: 'One row is in the file {count} times ({places}), so it cannot be told which counts. It is not applied.',
  },
  form_row_mismatched: {
    zh: '第 {row} 列的編號與題目不屬於同一列（排序時可能漏選隱藏欄），該列不套用；請人工確認。',
    en: 'Row {row} has the id of one row and the question of another (a sort may have left the hidden column out). It is not applied; please check.',
  },
  form_row_by_question: {
    zh: '第 {row} 列的編號已遺失，依題目文字對應；請確認。',
    en: 'Row {row} has lost its id and was matched by the text of its question. Please confirm.',
  },
  form_rows_by_text: {
    zh: '檔案沒有列編號，{count} 列依題目與其標題、課室等文字對應；請確認後再套用。',
    en: 'The file has no row ids; {count} rows were matched by their questions and what stands around them. Please confirm before applying.',
  },
  form_read_as_other: {
    zh: '檔案帶有另一份表單的編號；已依您指定的表單，改以題目逐列比對，請確認。',
    en: 'The file has the number of another form. It was compared with the form that you chose, row by row by the questions; please confirm.',
  },
  form_row_doubtful: {
    zh: '第 {row} 列無法確定是表單的哪一列；已另外列出，請指定或略過。',
    en: 'It is not certain which row of the form row {row} is. It is listed apart; choose one, or leave it out.',
  },
  form_row_ambiguous: {
    zh: '第 {row} 列的編號已遺失，且題目符合一列以上，無法自動對應；已另外列出。',
    en: 'Row {row} has lost its id and its question fits more than one row, so it was not matched. It is listed apart.',
  },
  form_row_stray: {
    zh: '第 {row} 列不屬於原表單的任何一列；已另外列出，未套用。',
    en: 'Row {row} belongs to no row of the issued form. It is listed apart and was not applied.',
  },
  form_row_unknown: {
    zh: '第 {row} 列的編號不屬於這份表單；已另外列出，未套用。',
    en: 'The id of row {row} does not belong to this form. It is listed apart and was not applied.',
  },
  form_row_gone: {
    zh: '第 {row} 列的填報已不存在或已撤銷，無法套用。',
    en: 'The report of row {row} no longer exists or was withdrawn, so nothing can be applied to it.',
  },
  form_question_edited: {
    zh: '第 {row} 列的「{column}」被改過；題目不由表單變更，此修改不套用。',
    en: '“{column}” of row {row} was edited. A form does not change questions; this edit is not applied.',
  },
  form_evidence_edited: {
    zh: '第 {row} 列的「{column}」被改過；請至填報頁上傳或移除佐證資料，此修改不套用。',
    en: '“{column}” of row {row} was edited. Please add or remove evidence on the report’s page; this edit is not applied.',
  },
  form_heading_edited: {
    zh: '工作表「{sheet}」標題列以上的文字被改過；此修改不套用。',
    en: 'The text above the table of the sheet “{sheet}” was edited; this edit is not applied.',
  },
  form_formula: {
    zh: '{cell} 是公式而非文字（目前結果為「{text}」），不會自動採用；請人工確認。',
    en: '{cell} holds a formula instead of text (its present value is “{text}”). It is not taken by itself; please decide.',
  },
  form_merged: {
    zh: '{cell} 與其他儲存格合併，無法確定內容屬於哪一列；請人工確認。',
    en: '{cell} is merged with other cells, so it is uncertain whose value it is. Please decide.',
  },
  form_shared: {
    zh: '{cell} 由多個單位共用，無法分出各單位的內容（「【單位】」分段被改過，或只有一格結果）；請人工確認。',
    en: '{cell} is shared by several units and their parts cannot be told apart (the lines 【unit】 were edited, or there is one result for all). Please decide.',
  },
  form_error_value: {
    zh: '{cell} 是錯誤值 {text}，無法採用。',
    en: '{cell} holds the error {text}, which cannot be taken.',
  },
  form_result_unknown: {
    zh: '{cell} 的檢核結果「{text}」不是可用的選項（已完成、辦理中、未辦理、不適用），不會採用；請先保留本系統的值，再至填報頁修改。',
    en: 'The result “{text}” in {cell} is none of the choices (done, ongoing, not done, not applicable) and is not taken. Keep the present value and correct it on the report’s page.',
  },
  form_value_too_long: {
    zh: '{cell} 有 {length} 字，超過「{column}」上限 {limit} 字，無法採用；請縮短後再上傳。',
    en: '{cell} has {length} characters; “{column}” holds {limit}. It cannot be taken. Shorten it and upload again.',
  },
  form_converted: {
    zh: '檔案由 LibreOffice 從 {from} 轉換為 {to}，版面、字型、下拉選單與公式可能略有出入；請開檔核對後再寄出。',
    en: 'LibreOffice converted the file from {from} to {to}; layout, fonts, drop-downs and formulas may differ. Please check it before you send it.',
  },
  form_report_nowhere: {
    zh: '「{step}」（{units}）在範本中沒有對應的列，未填入這份表單。',
    en: '“{step}” ({units}) has no row in the template and is not in this form.',
  },
  form_rows_unconfirmed: {
    zh: '有 {count} 列的對應是系統依文字建議、尚未經人確認；請核對後再寄出。',
    en: '{count} rows were matched by their texts and nobody has confirmed them yet. Please check before sending.',
  },
  form_notices_more: {
    zh: '另有 {count} 則提醒未列出；請先處理以上各項，再重新發出。',
    en: '{count} more notices are not listed. Deal with these first, then send the form anew.',
  },
  form_decision_unknown: {
    zh: '「{key}」不是待決定的欄位，此決定未採用。',
    en: '“{key}” is no field that can be decided; this decision was not taken.',
  },
  form_decision_refused: {
    zh: '此欄位已鎖定或內容不合規定，只能保留本系統的值，此決定未採用。',
    en: 'This field is locked, or their value is not valid: only the present value can be kept. This decision was not taken.',
  },
} as const;
