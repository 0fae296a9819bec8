/** What was doubtful in a form that somebody else made. */
export const profileMessages = {
  form_not_found: {
    zh: '找不到表單：各工作表（{sheets}）都沒有「執行步驟」「辦理情形」「檢核結果」之類的欄位名稱。檔案已原樣保存；請確認檔案，或於範本的「版面」指出欄位名稱所在的列。',
    en: 'No form was found: none of the sheets ({sheets}) has column titles such as 執行步驟, 辦理情形 or 檢核結果. The file was kept as it came; check it, or show on the template page in which rows the titles stand.',
  },
  form_rows_missing: {
    zh: '工作表「{sheet}」第 {row} {line}有表單的欄位名稱，但其後沒有要填寫的{line}。請確認欄位名稱所在的{line}是否正確。',
    en: 'On sheet “{sheet}”, {line} {row} has the titles of a form, but no {line}s to fill in follow. Check whether the titles are in the right {line}.',
  },
  form_rows_unread: {
    zh: '工作表「{sheet}」有 {count} {line}夾在表格中但看不出要填什麼，未列入（第一{line}是第 {row} {line}「{text}」）。若應填寫，請於範本頁面指定。',
    en: 'On sheet “{sheet}”, {count} {line}s inside the table do not seem to ask anything and were left out (the first is {line} {row}, “{text}”). If they do, show so on the template page.',
  },
  form_rows_cut: {
    zh: '工作表「{sheet}」{line}數過多，第 {row} {line}以後未讀入。請刪除多餘的{line}後重新上傳。',
    en: 'Sheet “{sheet}” has too many {line}s; those after {line} {row} were not read. Delete the ones that are not needed and upload it again.',
  },
  form_number_dates: {
    zh: '工作表「{sheet}」第 {column} {cross}有 {count} 個編號被試算表轉成日期（第一個在第 {row} {line}），已依前後的編號讀回原來的樣子（如「{label}」），檔案未更動。如要改正，請先把該{cross}設為文字格式，再重新輸入編號。',
    en: 'In {cross} {column} of sheet “{sheet}”, {count} numbers had been turned into dates by the spreadsheet program (the first is in {line} {row}); they were read as the numbers that they were, judged by those around them (such as “{label}”). The file was not changed. To mend it, format the {cross} as text and type the numbers again.',
  },
  form_side_by_side: {
    zh: '工作表「{sheet}」左右並排了兩份標題相同的表格，只讀取左邊那份；{columns} 欄的那份未讀取，也不會填寫。請把它移到左邊表格的下方，再重新上傳。',
    en: 'Sheet “{sheet}” has two tables side by side: columns {columns} hold another one with the same titles, which was not read and will not be filled in. Move it below the table on the left and upload the file again.',
  },
  form_boxes_drawn: {
    zh: '工作表「{sheet}」有 {count} 個畫在儲存格上方的核取方塊或選項按鈕（{cells}），內容不在儲存格裡：無法讀出是否已勾選，填寫時也無法代為勾選。請在填好的檔案中自行勾選，或請發表單的機關改用儲存格內的 □ 或下拉選單。',
    en: '{count} check boxes or option buttons are drawn over the cells of sheet “{sheet}” ({cells}), so that no cell holds what they say: whether they are ticked is not read, and filling in the form does not tick them. Tick them yourself in the filled file, or ask whoever sent the form to use □ inside cells or drop-downs instead.',
  },
  form_boxes_drawn_somewhere: {
    zh: '工作表「{sheet}」有 {count} 個畫在儲存格上方的核取方塊或選項按鈕，內容不在儲存格裡：無法讀出是否已勾選，填寫時也無法代為勾選。請在填好的檔案中自行勾選，或請發表單的機關改用儲存格內的 □ 或下拉選單。',
    en: '{count} check boxes or option buttons are drawn over the cells of sheet “{sheet}”, so that no cell holds what they say: whether they are ticked is not read, and filling in the form does not tick them. Tick them yourself in the filled file, or ask whoever sent the form to use □ inside cells or drop-downs instead.',
  },
  form_turned: {
    zh: '工作表「{sheet}」的欄位名稱直排在 {column} 欄（自第 {row} 列起），各項目橫向排列，已依此讀取。',
    en: 'On sheet “{sheet}” the titles stand below each other in column {column} (from row {row}) and the items run across; it was read so.',
  },
  form_correction_refused: {
    zh: '對工作表「{sheet}」{what}的更正有無法採用的部分（{value}），已略過，其餘照常：所指的列或欄不在表上，或範圍不合理。請重新指定。',
    en: 'Some of the correction to the {what} of sheet “{sheet}” cannot be followed ({value}) and was left out; the rest holds. It names rows or columns that the sheet does not have, or too many of them. Please show them again.',
  },
  form_correction_sheet: {
    zh: '檔案中沒有工作表「{sheet}」，對它的更正已略過。請確認工作表是否改名或刪除。',
    en: 'There is no sheet “{sheet}”; the correction to it was left out. Check whether the sheet was renamed or deleted.',
  },
  form_correction_repeated: {
    zh: '工作表「{sheet}」有兩份更正，只採用第一份。',
    en: 'There are two corrections to sheet “{sheet}”; only the first was followed.',
  },
  form_correction_rows: {
    zh: '工作表「{sheet}」有 {count} {line}指定為要填寫，但其中沒有可辨認的內容（第一{line}是第 {row} {line}），未列入。請確認是哪幾{line}，或先指定欄位。',
    en: 'On sheet “{sheet}”, {count} {line}s were named as {line}s to fill in, but nothing in them can be understood (the first is {line} {row}); they were left out. Check which they are, or show the fields first.',
  },
} as const;
