/** What was doubtful in a plan document. */
export const outlineMessages = {
  table_not_found: {
    zh: '找不到計畫表：各工作表（{sheets}）都沒有「執行要項」「執行重點」「執行單位」之類的欄位名稱。檔案已原樣保存；請確認檔案，或在表格上方加上欄位名稱後重新上傳。',
    en: 'No plan table was found: none of the sheets ({sheets}) has column headings such as 執行要項, 執行重點 or 執行單位. The file was kept as it came; check it, or put headings above the table, and upload it again.',
  },
  table_empty: {
    zh: '找到欄位名稱，但下方沒有計畫內容。請確認檔案。',
    en: 'The headings were found, but there is no plan below them. Please check the file.',
  },
  table_elsewhere: {
    zh: '工作表「{sheet}」也有計畫表，未讀入。若需要，請另存成單獨的檔案後匯入。',
    en: 'The sheet “{sheet}” has a plan table too, which was not read. If you need it, save it as a file of its own and import that.',
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
    zh: '表格上方沒有計畫名稱，暫用檔名「{title}」。',
    en: 'No title stands above the table; the file name “{title}” is used for now.',
  },
  agency_missing: { zh: '表格上方沒有機關名稱。', en: 'No agency is named above the table.' },
  year_missing: {
    zh: '表格上方沒有年度，請自行填寫。',
    en: 'No year is stated above the table. Please enter it.',
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
    zh: '另有 {count} 個疑點未列出，這份表格可能不是計畫表。請確認檔案。',
    en: '{count} more doubts are not listed; this table may be no plan. Please check the file.',
  },
  text_cut: {
    zh: '文字超過 {limit} 字，超出部分未讀入。請縮短原文後重新上傳，或自行補在下一層。',
    en: 'The text is longer than {limit} characters; the rest was not read. Shorten it and upload the file again, or add the rest as a sub-step.',
  },
} as const;
