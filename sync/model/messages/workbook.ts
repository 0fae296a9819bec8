/** Why a workbook cannot be read, and what to do about it. */
export const workbookMessages = {
  not_a_workbook: {
    zh: '「{name}」不是試算表檔案。檔案已原樣保存；請改上傳 .xlsx 檔。',
    en: '“{name}” is not a workbook. It was kept as it came; please upload an .xlsx file.',
  },
} as const;
