/** What was doubtful in a plan document. */
export const outlineMessages = {
  document_empty: {
    zh: '「{name}」是空檔（0 位元組），可能上傳時中斷。檔案已原樣保存；請確認原檔後重新上傳。',
    en: '“{name}” is empty (0 bytes); the upload may have been cut off. It was kept as it came; check the original and upload it again.',
  },
  document_corrupt: {
    zh: '「{name}」已損壞，無法讀取（損壞處：{where}）。檔案已原樣保存；請用 Word、Excel 或 LibreOffice 開啟並另存新檔後重新上傳，或請對方重寄。',
    en: '“{name}” is damaged and cannot be read (damaged part: {where}). It was kept as it came; open it in Word, Excel or LibreOffice, save a copy and upload that.',
  },
  document_encrypted: {
    zh: '「{name}」設有開啟密碼，無法讀取。檔案已原樣保存；請在 Word 以「檔案 > 資訊 > 保護文件 > 以密碼加密」清除密碼（LibreOffice 則另存新檔時取消「以密碼儲存」），存檔後重新上傳。',
    en: '“{name}” needs a password to open and cannot be read. It was kept as it came; remove the password in Word (File > Info > Protect Document > Encrypt with Password) or in LibreOffice (save it anew without “Save with password”), save, and upload it again.',
  },
  document_too_large: {
    zh: '「{name}」解開後的內容超過上限（{limit}），未予讀取。檔案已原樣保存；請刪除多餘的內容，或只留計畫本文後重新上傳。',
    en: 'Unpacked, “{name}” goes beyond a limit ({limit}) and was not read. It was kept as it came; delete what is not needed, or leave the plan alone in it, and upload it again.',
  },
  document_too_long: {
    zh: '讀取「{name}」的時間過長，已中止，未讀入任何內容。檔案已原樣保存；請刪除多餘的內容，或只留計畫本文後重新上傳。',
    en: 'Reading “{name}” took too long and was stopped; nothing was read. It was kept as it came; delete what is not needed, or leave the plan alone in it, and upload it again.',
  },
  document_too_big: {
    zh: '讀取「{name}」需要的記憶體過多，已中止，未讀入任何內容。檔案已原樣保存；請刪除多餘的內容，或只留計畫本文後重新上傳。',
    en: 'Reading “{name}” took too much memory and was stopped; nothing was read. It was kept as it came; delete what is not needed, or leave the plan alone in it, and upload it again.',
  },
  document_failed: {
    zh: '讀取「{name}」時發生錯誤，未讀入任何內容。檔案已原樣保存；請用 Word 或 LibreOffice 開啟並另存新檔後重新上傳。',
    en: 'Reading “{name}” failed; nothing was read. It was kept as it came; open it in Word or LibreOffice, save a copy and upload that.',
  },
  document_doc: {
    zh: '「{name}」是舊版 .doc（Word 97–2003）格式，無法讀取。檔案已原樣保存；請在 Word 或 LibreOffice 另存為 .docx 或 .odt 後重新上傳。',
    en: '“{name}” is in the old .doc format (Word 97–2003) and cannot be read. It was kept as it came; save it as .docx or .odt in Word or LibreOffice and upload that.',
  },
  document_rtf: {
    zh: '「{name}」是 RTF 格式，無法讀取。檔案已原樣保存；請在 Word 或 LibreOffice 另存為 .docx 或 .odt 後重新上傳。',
    en: '“{name}” is an RTF file and cannot be read. It was kept as it came; save it as .docx or .odt in Word or LibreOffice and upload that.',
  },
  document_markup: {
    zh: '「{name}」是網頁或 XML 檔，無法讀取。檔案已原樣保存；請用 Word 或 LibreOffice 開啟，另存為 .docx 或 .odt 後重新上傳。',
    en: '“{name}” is a web page or an XML file and cannot be read. It was kept as it came; open it in Word or LibreOffice, save it as .docx or .odt and upload that.',
  },
  document_picture: {
    zh: '「{name}」是圖片，沒有可讀取的文字。檔案已原樣保存；請上傳文字檔（.docx、.odt、.pdf、.txt、.xlsx、.ods），或先以文字辨識（OCR）轉換。',
    en: '“{name}” is a picture and has no text to read. It was kept as it came; upload a document with text (.docx, .odt, .pdf, .txt, .xlsx, .ods), or convert it by text recognition (OCR) first.',
  },
  document_unknown: {
    zh: '「{name}」不是可讀取的文件格式。檔案已原樣保存；請改上傳 .docx、.odt、.pdf、.txt、.xlsx 或 .ods 檔。',
    en: '“{name}” is no kind of document that can be read. It was kept as it came; please upload a .docx, .odt, .pdf, .txt, .xlsx or .ods file.',
  },
  document_cut: {
    zh: '文件的段落與儲存格超過 {limit} 個，其後未讀入。請刪除多餘的內容，或只留計畫本文後重新上傳。',
    en: 'The document has more than {limit} paragraphs and cells; those after them were not read. Delete what is not needed, or leave the plan alone in it, and upload it again.',
  },
  text_box_left_out: {
    zh: '文字方塊或圖形內的文字「{text}」未讀入。若屬計畫內容，請自行補上。',
    en: 'The text “{text}” stands in a text box or drawing and was not read. If it belongs to the plan, please add it.',
  },
  plan_not_found: {
    zh: '找不到計畫內容：文件中沒有「執行要項」「執行重點」之類欄位的表格，也沒有依「一、(一)、1.」編號的條文。檔案已原樣保存；請確認檔案後重新上傳。',
    en: 'No plan was found: the document has neither a table with headings such as 執行要項 or 執行重點, nor paragraphs numbered 一, (一), 1. The file was kept as it came; check it and upload it again.',
  },
  section_unread: {
    zh: '「{heading}」一節不是計畫依據、目標、對象、內容、管考或其他事項，未讀入。若需要，請自行補上。',
    en: 'The section “{heading}” is none of basis, goals, scope, content, review or closing, and was not read. If you need it, please add it.',
  },
  section_repeated: {
    zh: '「{heading}」與前面一節性質相同，已併在一起，請確認。',
    en: 'The section “{heading}” is of the same kind as one before it; they were put together. Please check.',
  },
  annex_unread: {
    zh: '「{text}」起是附件，未讀入。',
    en: 'What begins with “{text}” is an annex and was not read.',
  },
  table_unread: {
    zh: '表格「{text}」不是計畫表，也不是編組表，未讀入。若屬計畫內容，請自行補上。',
    en: 'The table “{text}” is neither a plan nor a list of members and was not read. If it belongs to the plan, please add it.',
  },
  review_kind_guessed: {
    zh: '看不出「{text}」是平時、不定期或年度查核，暫列為「平時查核」，請確認。',
    en: 'It is not clear whether “{text}” is a routine, an ad hoc or an annual review; it was taken as routine. Please check.',
  },
  letters_several: {
    zh: '文件上方有數個日期，以最後的「{text}」為準，請確認。',
    en: 'Several dates stand above the plan; the last one, “{text}”, was taken. Please check.',
  },
  section_cut: {
    zh: '「{field}」超過上限（{limit}），超出部分未讀入，請自行補上。',
    en: '“{field}” goes beyond the limit ({limit}); the rest was not read. Please add it.',
  },
  table_not_found: {
    zh: '找不到計畫表：各工作表（{sheets}）都沒有「執行要項」「執行重點」「執行單位」之類的欄位名稱。檔案已原樣保存；請確認檔案，或在表格上方加上欄位名稱後重新上傳。',
    en: 'No plan table was found: none of the sheets ({sheets}) has column headings such as 執行要項, 執行重點 or 執行單位. The file was kept as it came; check it, or put headings above the table, and upload it again.',
  },
  table_empty: {
    zh: '找到欄位名稱，但下方沒有計畫內容。請確認檔案。',
    en: 'The headings were found, but there is no plan below them. Please check the file.',
  },
  table_elsewhere: {
    zh: '「{sheet}」也有計畫表，未讀入。若需要，請另存成單獨的檔案後匯入。',
    en: '“{sheet}” holds a plan table too, which was not read. If you need it, save it as a file of its own and import that.',
  },
  rows_cut: {
    zh: '列數過多，只讀到第 {row} 列，其後未讀入。請刪除多餘的列後重新上傳。',
    en: 'There are too many rows; those after row {row} were not read. Delete the ones that are not needed and upload the file again.',
  },
  rows_hidden: {
    zh: '有 {count} 列被隱藏或篩選掉，仍一併讀入。請確認是否需要。',
    en: '{count} rows are hidden or filtered out; they were read all the same. Please check whether they belong to the plan.',
  },
  column_unread: {
    zh: '欄位「{heading}」不是計畫的內容，其中 {count} 格未讀入。',
    en: 'The column “{heading}” is no part of a plan; its {count} cells were not read.',
  },
  column_unnamed: {
    zh: '此欄沒有名稱，視為左邊欄位的下一層。',
    en: 'This column has no heading; it was taken as the level below the column on its left.',
  },
  unit_column_missing: {
    zh: '表中沒有執行單位欄，請於建立計畫前補上各步驟的單位。',
    en: 'The table has no column of responsible units. Please add the units before you create the plan.',
  },
  assist_included: {
    zh: '協辦單位與主辦單位一併列入，分派時請再確認主協辦。',
    en: 'Assisting units were listed together with leading ones; tell them apart when you assign the steps.',
  },
  unit_missing: {
    zh: '此項沒有執行單位，請補上，或確認與上一項相同。',
    en: 'No responsible unit is printed here. Please add it, or check whether it is that of the row above.',
  },
  unit_doubtful: {
    zh: '「{text}」不像單位名稱，可能是其他欄的文字，請確認。',
    en: '“{text}” does not look like the name of a unit; it may be text of another column. Please check.',
  },
  unit_holds_months: {
    zh: '單位欄中有「{text}」，已視為查核期限，請確認。',
    en: '“{text}” stood among the units and was taken as a deadline. Please check.',
  },
  unit_rejoined: {
    zh: '單位名稱被換行拆開，已併為「{units}」。',
    en: 'A line break had torn a unit’s name; it was put together again: {units}.',
  },
  units_shared: {
    zh: '一格內有 {count} 個步驟、旁邊有數個單位（{units}），每個步驟都列入全部單位，請確認。',
    en: 'One cell holds {count} steps beside several units ({units}); every step was given all of them. Please check.',
  },
  ditto_unclear: {
    zh: '「同上」的上方沒有內容可沿用，視為空白。',
    en: 'A ditto mark has nothing above it to repeat; it was taken as blank.',
  },
  deadline_range: {
    zh: '「{text}」是一段期間，以最後的月份（{months}月）為查核月份，請確認。',
    en: '“{text}” is a period; its last month ({months}) was taken as the check month. Please check.',
  },
  deadline_unclear: {
    zh: '看不出「{text}」是哪些月份，已保留在備註，請自行填寫查核月份。',
    en: 'It is not clear which months “{text}” means. The text was kept among the remarks; please enter the check months.',
  },
  row_joined: {
    zh: '此列沒有新的項目，「{text}」已併入上一項，請確認。',
    en: 'No item begins in this row; “{text}” was added to the one above. Please check.',
  },
  row_outside: {
    zh: '「{text}」不屬於計畫項目，未讀入。若是計畫內容，請自行補上。',
    en: '“{text}” is no plan item and was not read. If it belongs to the plan, please add it.',
  },
  parent_missing: {
    zh: '此列上方沒有「{heading}」，已直接放在再上一層，請確認層級。',
    en: 'There is no “{heading}” above this row; it was put directly under the next level up. Please check its level.',
  },
  cell_error: {
    zh: '儲存格是錯誤值 {text}，視為空白。請修正原檔或自行補上。',
    en: 'The cell holds the error {text} and was taken as blank. Correct the file or fill it in yourself.',
  },
  mark_guessed: {
    zh: '數字「{label}」緊接文字，依前後編號視為項次，請確認。',
    en: 'The number {label} stands close to the text; going by the numbers around it, it was taken as numbering. Please check.',
  },
  mark_unexpected: {
    zh: '編號「{label}」的層級比前面的高，已放在同一層，請確認。',
    en: 'The mark {label} belongs to a higher level than those before it; it was put on the same level. Please check.',
  },
  label_restored: {
    zh: '缺編號，依前後順序補為「{label}」，請確認。',
    en: 'The number was missing; going by its neighbours, {label} was put in. Please check.',
  },
  label_missing: {
    zh: '此項沒有編號，前面各項都有，請確認。',
    en: 'This one has no number, though those before it do. Please check.',
  },
  label_gap: {
    zh: '「{label}」之前缺編號 {missing}，請確認是否漏列。',
    en: '{missing} is missing before {label}. Please check whether something was left out.',
  },
  label_repeated: {
    zh: '編號「{label}」重複或順序顛倒，請確認。',
    en: 'The number {label} is repeated or out of order. Please check.',
  },
  title_missing: {
    zh: '文件中沒有計畫名稱，暫用檔名「{title}」。',
    en: 'The document has no title; the file name “{title}” is used for now.',
  },
  agency_missing: { zh: '文件中沒有機關名稱。', en: 'The document names no agency.' },
  year_missing: {
    zh: '文件中沒有年度，請自行填寫。',
    en: 'The document states no year. Please enter it.',
  },
  year_from_name: {
    zh: '年度 {year} 取自工作表或檔案名稱，請確認。',
    en: 'The year {year} was taken from the name of the sheet or the file. Please check.',
  },
  too_many_nodes: {
    zh: '同一層超過 {limit} 項，自此列起的 {count} 項未讀入。請拆成數個計畫。',
    en: 'One level has more than {limit} entries; {count} from this row on were not read. Split the plan.',
  },
  more_doubts: {
    zh: '另有 {count} 個疑點未列出，這份文件可能不是計畫。請確認檔案。',
    en: '{count} more doubts are not listed; this document may be no plan. Please check the file.',
  },
  text_cut: {
    zh: '文字超過 {limit} 字，超出部分未讀入。請縮短原文後重新上傳，或自行補在下一層。',
    en: 'The text is longer than {limit} characters; the rest was not read. Shorten it and upload the file again, or add the rest as a sub-step.',
  },
} as const;
