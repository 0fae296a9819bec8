/** Why a workbook cannot be read, and what to do about it; then what was odd in one that could. */
export const workbookMessages = {
  not_a_workbook: {
    zh: '「{name}」不是試算表檔案。檔案已原樣保存；請改上傳 .xlsx 或 .ods 檔。.csv 與網頁匯出的表格，可先用 Excel 開啟，再另存為 .xlsx。',
    en: '“{name}” is not a workbook. It was kept as it came; please upload an .xlsx or .ods file. A .csv or a table exported as a web page can be opened in Excel and saved as .xlsx.',
  },
  csv_not_a_form: {
    zh: '「{name}」是文字表格（CSV），但其中找不到檢核表的欄名列。檔案已原樣保存；請保留系統產生之 CSV 的第一列欄名與最後一欄的列代碼，或改上傳 .xlsx、.ods 檔。',
    en: '“{name}” is a table of text (CSV), but the row that names the columns of the form is not in it. It was kept as it came; leave the first row and the last column of the CSV as they were issued, or upload an .xlsx or .ods file.',
  },
  workbook_empty: {
    zh: '「{name}」是空檔（0 位元組），可能上傳時中斷。檔案已原樣保存；請確認原檔後重新上傳。',
    en: '“{name}” is empty (0 bytes); the upload may have been cut off. It was kept as it came; check the original and upload it again.',
  },
  workbook_encrypted: {
    zh: '「{name}」設有開啟密碼，無法讀取。檔案已原樣保存；請在 Excel 以「檔案 > 資訊 > 保護活頁簿 > 以密碼加密」清除密碼（LibreOffice 則另存新檔時取消「以密碼儲存」），存檔後重新上傳。',
    en: '“{name}” needs a password to open and cannot be read. It was kept as it came; remove the password in Excel (File > Info > Protect Workbook > Encrypt with Password) or in LibreOffice (save it anew without “Save with password”), save, and upload it again.',
  },
  workbook_xls: {
    zh: '「{name}」是舊版 .xls（Excel 97–2003）格式，無法讀取。檔案已原樣保存；請在 Excel 或 LibreOffice 另存為 .xlsx 或 .ods 後重新上傳。',
    en: '“{name}” is in the old .xls format (Excel 97–2003) and cannot be read. It was kept as it came; save it as .xlsx or .ods in Excel or LibreOffice and upload that.',
  },
  workbook_xls_old: {
    zh: '「{name}」是 Excel 95 或更早的格式，無法讀取。檔案已原樣保存；請在 LibreOffice 開啟並另存為 .xlsx 或 .ods 後重新上傳。',
    en: '“{name}” is in the format of Excel 95 or earlier and cannot be read. It was kept as it came; open it in LibreOffice, save it as .xlsx or .ods and upload that.',
  },
  workbook_xlsb: {
    zh: '「{name}」是二進位活頁簿（.xlsb），無法讀取。檔案已原樣保存；請在 Excel 另存為 .xlsx 或 .ods 後重新上傳。',
    en: '“{name}” is a binary workbook (.xlsb) and cannot be read. It was kept as it came; save it as .xlsx or .ods in Excel and upload that.',
  },
  workbook_corrupt: {
    zh: '「{name}」已損壞，無法讀取（損壞處：{where}）。檔案已原樣保存；請用 Excel 開啟並修復、另存新檔後重新上傳，或請對方重寄。',
    en: '“{name}” is damaged and cannot be read (damaged part: {where}). It was kept as it came; open and repair it in Excel, save a copy and upload that, or ask the sender to send it again.',
  },
  workbook_too_large: {
    zh: '「{name}」解開後的內容超過上限（{limit}），未予讀取。檔案已原樣保存；請刪除多餘的工作表、列與格式後重新上傳。',
    en: 'Unpacked, “{name}” goes beyond a limit ({limit}) and was not read. It was kept as it came; delete sheets, rows and formats that are not needed and upload it again.',
  },
  workbook_signed: {
    zh: '「{name}」有數位簽章，寫入任何內容都會使簽章失效，因此未予寫入。檔案已原樣保存；請向原單位取得未簽章的檔案。',
    en: '“{name}” carries a digital signature, which any change would break, so nothing was written. It was kept as it came; ask whoever made it for a copy without the signature.',
  },
  sheet_missing: {
    zh: '檔案中找不到工作表「{sheet}」的內容，其餘工作表已讀取。',
    en: 'The contents of the sheet “{sheet}” are missing from the file. The other sheets were read.',
  },
  cell_text_missing: {
    zh: '工作表「{sheet}」儲存格 {column}{row} 的文字不在檔案中，視為空白。請對照原檔確認。',
    en: 'The text of cell {column}{row} on sheet “{sheet}” is missing from the file; it is taken as blank. Please compare with the original.',
  },
  cell_repeated: {
    zh: '工作表「{sheet}」儲存格 {column}{row} 在檔案中重複出現，採用最後一個有內容的。請對照原檔確認。',
    en: 'Cell {column}{row} on sheet “{sheet}” stands in the file more than once; the last one with content was taken. Please compare with the original.',
  },
} as const;

/** Why a cell was not written, or what a person should look at after it was. */
export const cellMessages = {
  cell_sheet_unknown: {
    zh: '檔案中沒有工作表「{sheet}」，{cell} 未寫入。請確認工作表是否改名或刪除。',
    en: 'There is no sheet “{sheet}”; {cell} was not written. Check whether the sheet was renamed or deleted.',
  },
  cell_outside: {
    zh: '工作表「{sheet}」沒有這個位置（{cell}），未寫入。',
    en: 'The sheet “{sheet}” has no such place ({cell}); nothing was written.',
  },
  cell_merged: {
    zh: '工作表「{sheet}」的 {cell} 屬於合併儲存格 {range}，但不是左上角那一格，未寫入；請改寫左上角的儲存格。',
    en: '{cell} on sheet “{sheet}” is covered by the merged cells {range} and is not their first one; it was not written. Write into the first cell.',
  },
  cell_formula: {
    zh: '工作表「{sheet}」的 {cell} 是公式，未寫入，以免覆蓋計算。',
    en: '{cell} on sheet “{sheet}” holds a formula and was not written, so that the calculation stays.',
  },
  cell_table_header: {
    zh: '工作表「{sheet}」的 {cell} 是表格「{table}」的欄名，未寫入；改了欄名檔案會損壞。',
    en: '{cell} on sheet “{sheet}” names a column of the table “{table}” and was not written: changing it would damage the file.',
  },
  cell_pivot: {
    zh: '工作表「{sheet}」的 {cell} 屬於樞紐分析表，內容由程式產生，未寫入；請改寫其資料來源。',
    en: '{cell} on sheet “{sheet}” belongs to a pivot table, which the program fills itself; it was not written. Write into its source instead.',
  },
  cell_locked: {
    zh: '工作表「{sheet}」受保護，{cell} 已鎖定，未寫入。請在範本中允許填寫此格，或向原單位取得開放填寫的檔案。',
    en: 'The sheet “{sheet}” is protected and {cell} is locked; it was not written. Allow the cell in the template, or ask for a file in which it can be filled.',
  },
  cell_not_in_list: {
    zh: '工作表「{sheet}」的 {cell} 只能選清單中的項目，「{value}」不在其中，未寫入；可選：{allowed}。',
    en: '{cell} on sheet “{sheet}” takes a choice of its list only, and “{value}” is none; it was not written. Choices: {allowed}.',
  },
  cell_number_not_allowed: {
    zh: '工作表「{sheet}」的 {cell} 限填數值或日期（{allowed}），「{value}」不符，未寫入。',
    en: '{cell} on sheet “{sheet}” takes numbers or dates only ({allowed}), which “{value}” is not; it was not written.',
  },
  cell_length_not_allowed: {
    zh: '工作表「{sheet}」的 {cell} 限制字數（{allowed}），內容有 {length} 字，未寫入。',
    en: '{cell} on sheet “{sheet}” limits the number of characters ({allowed}); the text has {length} and was not written.',
  },
  cell_rule_not_met: {
    zh: '工作表「{sheet}」的 {cell} 設有輸入條件（{allowed}），「{value}」不符，未寫入。',
    en: '{cell} on sheet “{sheet}” takes only what meets its rule ({allowed}), and “{value}” does not; it was not written.',
  },
  cell_rule_unchecked: {
    zh: '工作表「{sheet}」的 {cell} 已寫入，但其輸入條件（{allowed}）無法在此計算，未能檢查；請以 Excel 或 LibreOffice 開啟確認。',
    en: '{cell} on sheet “{sheet}” was written, but its rule ({allowed}) cannot be worked out here and was not checked; please open the file in Excel or LibreOffice and look.',
  },
  cell_too_long: {
    zh: '工作表「{sheet}」的 {cell} 有 {length} 字，超過儲存格上限 {limit} 字，未寫入；請縮短。',
    en: 'The text for {cell} on sheet “{sheet}” has {length} characters; a cell holds {limit}. It was not written; please shorten it.',
  },
  cell_value_invalid: {
    zh: '工作表「{sheet}」的 {cell}：「{value}」不是可寫入的數值或日期，未寫入。',
    en: '{cell} on sheet “{sheet}”: “{value}” is no number or date that can be written; nothing was written.',
  },
  cell_patched_twice: {
    zh: '工作表「{sheet}」的 {cell} 有兩個不同的內容要寫入，只採用第一個。',
    en: 'Two different values were to be written into {cell} on sheet “{sheet}”; only the first was.',
  },
  cell_formulas_stale: {
    zh: '工作表「{sheet}」的 {cell} 等儲存格已寫入，檔案中有公式引用這些儲存格；ODF 檔開啟時可能仍顯示原來的計算結果，請在 LibreOffice 按 Ctrl+Shift+F9 重新計算後存檔。',
    en: 'Cells such as {cell} on sheet “{sheet}” were written, and formulas in the file read them; an ODF file may still show their old results when opened. Press Ctrl+Shift+F9 in LibreOffice to calculate anew, and save.',
  },
  cell_may_not_fit: {
    zh: '工作表「{sheet}」的 {cell} 已寫入，但列高固定或儲存格已合併，文字可能顯示不完整；請調整列高。',
    en: '{cell} on sheet “{sheet}” was written, but its row has a fixed height or the cell is merged, so the text may be cut off; please make the row taller.',
  },
  cell_text_cleaned: {
    zh: '工作表「{sheet}」的 {cell} 已寫入，其中不合規定的字元已取代。',
    en: '{cell} on sheet “{sheet}” was written; characters that no text may hold were replaced.',
  },
} as const;
