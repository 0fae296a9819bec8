/** Why a file of the command line could not be read or written. */
export const fileMessages = {
  path_missing: {
    zh: '找不到「{name}」，未處理。請確認檔名與資料夾。',
    en: 'There is no “{name}”; nothing was done. Check the name and the folder.',
  },
  path_is_folder: {
    zh: '「{name}」是資料夾，不是檔案，未處理。',
    en: '“{name}” is a folder, not a file; nothing was done.',
  },
  path_is_device: {
    zh: '「{name}」是裝置或管線，不是一般檔案，未處理。請先存成檔案再試。',
    en: '“{name}” is a device or a pipe, not an ordinary file; nothing was done. Save it as a file first.',
  },
  path_forbidden: {
    zh: '沒有「{name}」的讀寫權限，未處理。請檢查權限，或換一個資料夾。',
    en: '“{name}” may not be read or written; nothing was done. Check its permissions or choose another folder.',
  },
  path_failed: {
    zh: '「{name}」讀寫失敗（{why}），未處理。請確認磁碟空間與檔案後再試。',
    en: '“{name}” could not be read or written ({why}); nothing was done. Check the disk and the file, then try again.',
  },
  file_not_json: {
    zh: '「{name}」不是有效的 JSON（{why}），未處理。',
    en: '“{name}” is no valid JSON ({why}); nothing was done.',
  },
  file_not_answers: {
    zh: '「{name}」不是填寫內容的格式（{where}），未處理。格式與 guankao form read --json 的輸出相同。',
    en: '“{name}” does not hold answers in the expected shape ({where}); nothing was done. The shape is that which guankao form read --json prints.',
  },
  file_not_plan: {
    zh: '「{name}」不是計畫的格式（{where}），未處理。格式與 guankao plan read --json 的輸出相同。',
    en: '“{name}” does not hold a plan in the expected shape ({where}); nothing was done. The shape is that which guankao plan read --json prints.',
  },
  file_no_agencies: {
    zh: '「{name}」中讀不到機關名單，未處理。請提供 CSV 檔，第一欄為機關名稱，其後各欄可放別名。',
    en: 'No list of agencies could be read from “{name}”; nothing was done. Give a CSV file with the name of an agency in its first column and other names in the next.',
  },
  folder_no_files: {
    zh: '資料夾「{name}」中沒有檔案，未彙整。',
    en: 'There are no files in the folder “{name}”; nothing was consolidated.',
  },
  folder_too_many: {
    zh: '資料夾「{name}」中的檔案超過 {limit} 個，其餘未讀取。請確認資料夾，或分成幾個資料夾。',
    en: 'The folder “{name}” holds more than {limit} files; the rest was not read. Check the folder, or split it.',
  },
  path_no_file: {
    zh: '「{name}」是連結，不是檔案本身，未讀取。請把檔案放進資料夾。',
    en: '“{name}” is a link and not the file itself; it was not read. Put the file into the folder.',
  },
  path_full: {
    zh: '磁碟空間不足，「{name}」未寫出，原有的檔案沒有改變。請騰出空間後再試。',
    en: 'The disk is full; “{name}” was not written and what was there is unchanged. Make room, then try again.',
  },
  path_no_folder: {
    zh: '「{name}」不是資料夾，未處理。',
    en: '“{name}” is no folder; nothing was done.',
  },
  merge_not_written: {
    zh: '工作表「{sheet}」第 {row} 列的 {field} 無法寫入我方檔案（我方沒有這一列，或屬於前次內容）；其餘已寫入，請人工處理。',
    en: '{field} of row {row} on sheet “{sheet}” could not be written into ours (it has no such row, or the text is an earlier narrative). The rest was written; see to it by hand.',
  },
} as const;
