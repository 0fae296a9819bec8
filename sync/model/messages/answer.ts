/** What is said of answers that stand in a form, and of those that are written into one. */
export const answerMessages = {
  answer_sheet_missing: {
    zh: '檔案中沒有工作表「{sheet}」，該表未讀取。請確認工作表是否改名或刪除。',
    en: 'The file has no sheet “{sheet}”; it was not read. Check whether the sheet was renamed or deleted.',
  },
  answer_formula: {
    zh: '工作表「{sheet}」的 {cell} 是公式，讀到的是上次存檔時的結果「{text}」；請確認。',
    en: '{cell} on sheet “{sheet}” holds a formula; “{text}”, its value when the file was saved, was read. Please check.',
  },
  answer_error_value: {
    zh: '工作表「{sheet}」的 {cell} 是錯誤值 {text}，未採用；請改正後再上傳。',
    en: '{cell} on sheet “{sheet}” holds the error {text} and was not taken. Correct it and upload again.',
  },
  answer_day_unreadable: {
    zh: '工作表「{sheet}」{cell} 的「{text}」不是明確的日期，只保留原文字；請改寫成如 114.06.30。',
    en: '“{text}” in {cell} on sheet “{sheet}” is no clear date; only its text was kept. Write it such as 114.06.30.',
  },
  answer_score_unreadable: {
    zh: '工作表「{sheet}」{cell} 的「{text}」不是分數，未採用；請填數字。',
    en: '“{text}” in {cell} on sheet “{sheet}” is no score and was not taken. Enter a number.',
  },
  answer_score_above_weight: {
    zh: '工作表「{sheet}」{cell} 的分數 {score} 超過配分 {weight}；請確認。',
    en: 'The score {score} in {cell} on sheet “{sheet}” is above the full marks {weight}. Please check.',
  },
  answer_choice_unknown: {
    zh: '工作表「{sheet}」{cell} 的「{text}」不是表上的選項（{choices}）；文字已保留，請確認。',
    en: '“{text}” in {cell} on sheet “{sheet}” is none of the form’s choices ({choices}). The text was kept; please check.',
  },
  answer_choice_several: {
    zh: '工作表「{sheet}」第 {row} {line}勾選了 {count} 個結果（{choices}），無法判斷；請只勾選一個。',
    en: 'On sheet “{sheet}”, {line} {row} has {count} results marked ({choices}), so none was taken. Mark one only.',
  },
  answer_choice_missing: {
    zh: '工作表「{sheet}」第 {row} {line}有填報內容，但沒有勾選結果。',
    en: 'On sheet “{sheet}”, {line} {row} has answers but no result is marked.',
  },
  answer_choice_by_format: {
    zh: '工作表「{sheet}」第 {row} {line}沒有勾選記號，依字體格式（刪除線、粗體、底線或顏色）讀為「{choice}」；請確認。',
    en: 'On sheet “{sheet}”, {line} {row} has no mark; “{choice}” was read from how the choices are formatted (crossed out, bold, underlined or coloured). Please check.',
  },
  answer_choice_format_doubtful: {
    zh: '工作表「{sheet}」第 {row} {line}的選項（{choices}）以字體格式區分，但看不出選的是哪一個，未採用；請改用勾選記號。',
    en: 'The choices of {line} {row} on sheet “{sheet}” ({choices}) are formatted differently, but not so that one is chosen for sure; none was taken. Use a mark instead.',
  },
  answer_choice_printed: {
    zh: '工作表「{sheet}」有 {count} 列的選項都把「{choice}」印成粗體、底線或顏色，視為表單原來的樣子，未當作填報結果；若確實都選這一項，請改用勾選記號。',
    en: 'In all {count} rows of sheet “{sheet}”, “{choice}” is printed bold, underlined or coloured. This was taken for the look of the form, not for its answers; if it was chosen everywhere, use marks instead.',
  },
  answer_mark_unusual: {
    zh: '工作表「{sheet}」{cell} 的「{text}」不是常見的勾選記號；請確認是否為勾選。',
    en: '“{text}” in {cell} on sheet “{sheet}” is no usual mark; please check whether it was meant as one.',
  },
  answer_cell_shared: {
    zh: '工作表「{sheet}」的 {cell} 合併給第 {rows} {line}共用；這些{line}讀到的內容相同。',
    en: '{cell} on sheet “{sheet}” is merged over {line}s {rows}; they all read the same.',
  },
  fill_sheet_unknown: {
    zh: '範本中沒有工作表「{sheet}」，其中 {count} 列未寫入。請確認工作表名稱。',
    en: 'The template has no form on a sheet “{sheet}”; its {count} rows were not written. Check the name of the sheet.',
  },
  fill_row_unknown: {
    zh: '工作表「{sheet}」第 {row} {line}不是範本的填報{line}，未寫入。請在範本中確認此{line}。',
    en: 'On sheet “{sheet}”, {line} {row} is none of the template that asks something; nothing was written. Check it in the template.',
  },
  fill_row_repeated: {
    zh: '工作表「{sheet}」第 {row} {line}有 {count} 組填報內容，無法判斷以何者為準，未寫入。',
    en: 'There are {count} sets of answers for {line} {row} on sheet “{sheet}”, so none was written.',
  },
  fill_field_missing: {
    zh: '工作表「{sheet}」第 {row} {line}沒有「{title}」的欄位，未寫入。',
    en: 'On sheet “{sheet}”, {line} {row} has no place for “{title}”; it was not written.',
  },
  fill_choice_unknown: {
    zh: '「{text}」不是工作表「{sheet}」第 {row} {line}的選項（{choices}），未寫入。請改用表上的選項。',
    en: '“{text}” is none of the choices of {line} {row} on sheet “{sheet}” ({choices}); it was not written. Use one of the form’s choices.',
  },
  fill_day_unreadable: {
    zh: '「{text}」不是日期，工作表「{sheet}」的 {cell} 未寫入。',
    en: '“{text}” is no date; {cell} on sheet “{sheet}” was not written.',
  },
  fill_cell_foreign: {
    zh: '工作表「{sheet}」的 {cell} 不是第 {row} {line}的填報儲存格，未寫入。',
    en: '{cell} on sheet “{sheet}” is no cell for the answers of {line} {row}; it was not written.',
  },
  fill_cell_contested: {
    zh: '工作表「{sheet}」的 {cell} 由第 {rows} {line}共用，但各{line}要寫入的內容不同，未寫入。請先統一內容。',
    en: '{cell} on sheet “{sheet}” is shared by {line}s {rows}, which say different things; it was not written. Make them agree first.',
  },
  fill_literal_differs: {
    zh: '工作表「{sheet}」的 {cell}：指定的儲存格文字與該列的「{title}」不一致，寫入的是後者。',
    en: '{cell} on sheet “{sheet}”: the given cell text does not say what the row’s “{title}” says; the latter was written.',
  },
  fill_reads_differently: {
    zh: '工作表「{sheet}」的 {cell} 已照原文寫入，但其中的分隔線或標號會讓這段「{title}」讀回來不一樣；請檢視。',
    en: '{cell} on sheet “{sheet}” was written as given, but a separator or number in it makes this “{title}” read differently. Please look at it.',
  },
} as const;
