/** What is doubtful in a plain text, or was put together again. */
export const outlineTextMessages = {
  text_empty: {
    zh: '「{name}」沒有文字。檔案已原樣保存；請確認檔案後重新上傳。',
    en: 'There is no text in “{name}”. The file is kept as it came. Please check the file and upload it again.',
  },
  text_too_large: {
    zh: '「{name}」超過 {limit} MB，不像一份計畫，未讀入。檔案已原樣保存；請將計畫的部分另存成單獨的檔案後上傳。',
    en: '“{name}” is larger than {limit} MB, which no plan is; nothing was read. The file is kept as it came. Save the part that holds the plan as a file of its own and upload that.',
  },
  text_not_text: {
    zh: '「{name}」不是純文字檔，無法讀取。檔案已原樣保存；請上傳原來的 Word、ODF、PDF 或 Excel 檔，或在原程式另存成「純文字（UTF-8）」。',
    en: '“{name}” is no plain text and cannot be read. The file is kept as it came. Upload the original Word, ODF, PDF or Excel file, or save it as plain text (UTF-8) from its own program.',
  },
  text_unreadable: {
    zh: '第 {line} 行有無法辨識的字元（編碼損壞），請對照原檔補正。',
    en: 'Line {line} holds characters that its encoding cannot tell. Please compare it with the original.',
  },
  text_line_too_long: {
    zh: '第 {line} 行過長，只讀了前面的部分。若是計畫內容，請分行後重新上傳。',
    en: 'Line {line} is far too long; only its beginning was read. If it belongs to the plan, break it into lines and upload the file again.',
  },
  text_too_many_lines: {
    zh: '行數過多，第 {line} 行起未讀入。請將計畫的部分另存成單獨的檔案後上傳。',
    en: 'There are too many lines; those from line {line} on were not read. Save the part that holds the plan as a file of its own and upload that.',
  },
  text_furniture: {
    zh: '頁碼與各頁重複的頁首頁尾共 {count} 行未列入內容。',
    en: '{count} lines of page numbers and running titles were left out.',
  },
  text_cell_resumed: {
    zh: '「{text}」換頁後接續，已併回前面同一格。',
    en: '“{text}” goes on after a page break; it was put back into its cell.',
  },
  text_line_cut: {
    zh: '同一行有兩格的內容，已自「{text}」分開。',
    en: 'One line held parts of two cells; it was cut before “{text}”.',
  },
  text_begin_guessed: {
    zh: '「{text}」沒有編號，依欄寬與句子視為新的一格，請確認。',
    en: '“{text}” has no number; going by its width and its sentence it was taken as a new cell. Please check.',
  },
  text_beside_guessed: {
    zh: '「{text}」印在兩個步驟之間，已歸於前一個步驟，請確認。',
    en: '“{text}” is printed between two steps and was taken as part of the first. Please check.',
  },
  text_columns_mixed: {
    zh: '此行「{text}」混有表格數欄的文字，無法確定各屬哪一欄，請與原文核對，或改上傳原來的 Word、ODF 或 PDF 檔。',
    en: 'This line holds text of several columns, “{text}”, and which belongs to which cannot be told. Please check it against the original, or upload the Word, ODF or PDF document itself.',
  },
  text_unit_early: {
    zh: '執行單位印在「{text}」之前，視為同一步驟的文字，請確認。',
    en: 'The unit is printed before “{text}”, which was taken as more of the same step. Please check.',
  },
  text_cell_shifted: {
    zh: '「{text}」所在的欄與上下列不同，依內容歸入應在的欄。',
    en: '“{text}” stands in another column than in the rows around it; it was put where it belongs by what it says.',
  },
  text_outside_joined: {
    zh: '「{text}」落在表格之外，視為表格內接續的文字，請確認。',
    en: '“{text}” stands outside the cells of the table; it was taken as text that goes on inside. Please check.',
  },
  text_lost: {
    zh: '「{text}」附近的文字在轉檔時遺失或損壞，請對照原檔補正。',
    en: 'Text around “{text}” was lost or damaged when the file was made. Please complete it from the original.',
  },
  text_speck: {
    zh: '「{text}」不成文字，未讀入。',
    en: '“{text}” is no word and was left out.',
  },
  text_repeated: {
    zh: '「{text}」與上一行編號相同，視為同一行重複辨識，已合併。請對照原檔。',
    en: '“{text}” has the number of the line above; it was taken as the same line, recognised twice, and merged. Please compare with the original.',
  },
  text_month_guessed: {
    zh: '「{text}」損壞，依表中其他期限視為月份，請確認查核月份。',
    en: '“{text}” is damaged; going by the other deadlines it was read as a month. Please check the month.',
  },
  text_columns_unmatched: {
    zh: '表格各欄的格數不一致（相差 {count} 格），已依所在高度對應執行重點與步驟，請逐項確認。',
    en: 'The columns of the table do not count alike (they differ by {count}); key points were put beside the steps at their height. Please check each.',
  },
  text_deadline_missing: {
    zh: '「{text}」旁沒有期限，其他步驟都有，請對照原檔補上。',
    en: 'No deadline stands beside “{text}”, though nearly all other steps have one. Please add it from the original.',
  },
} as const;
