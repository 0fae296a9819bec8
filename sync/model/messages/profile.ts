/** What was doubtful in a form that somebody else made. */
export const profileMessages = {
  form_not_found: {
    zh: '找不到表單：各工作表（{sheets}）都沒有「執行步驟」「辦理情形」「檢核結果」之類的欄位名稱。檔案已原樣保存；請確認檔案，或於範本頁面指定欄位名稱所在的列。',
    en: 'No form was found: none of the sheets ({sheets}) has column titles such as 執行步驟, 辦理情形 or 檢核結果. The file was kept as it came; check it, or show on the template page in which rows the titles stand.',
  },
} as const;
