/** What is said of a workbook that LibreOffice was to turn into another format. */
export const conversionMessages = {
  workbook_converted: {
    zh: '「{name}」是 {from} 格式，已由 LibreOffice 轉換為 {to} 後讀取；原檔已原樣保存。轉換可能略有出入，請對照原檔確認。',
    en: '“{name}” is a {from} file; LibreOffice converted it to {to} and that was read. The original was kept as it came. A conversion may differ in details, so please compare.',
  },
  converter_missing: {
    zh: '本機未安裝 LibreOffice，無法將「{name}」轉換為 {to}。檔案已原樣保存；請在 Excel 或 LibreOffice 另存為 .xlsx 或 .ods。',
    en: 'LibreOffice is not installed on this machine, so “{name}” cannot be converted to {to}. It was kept as it came; save it as .xlsx or .ods in Excel or LibreOffice.',
  },
  conversion_failed: {
    zh: 'LibreOffice 無法轉換「{name}」，檔案可能已損壞。檔案已原樣保存；請在 Excel 或 LibreOffice 開啟確認，另存為 .xlsx 或 .ods 後再試。',
    en: 'LibreOffice could not convert “{name}”; it may be damaged. It was kept as it came; open it in Excel or LibreOffice, save it as .xlsx or .ods and try again.',
  },
  conversion_too_long: {
    zh: 'LibreOffice 在 {seconds} 秒內未能轉換「{name}」，已停止。檔案已原樣保存；請在 Excel 或 LibreOffice 另存為 .xlsx 或 .ods 後再試。',
    en: 'LibreOffice did not convert “{name}” within {seconds} seconds and was stopped. It was kept as it came; save it as .xlsx or .ods in Excel or LibreOffice and try again.',
  },
  conversion_busy: {
    zh: '「{name}」須由 LibreOffice 轉換，但目前等候轉換的檔案太多，未處理。請過幾分鐘再上傳，或在 Excel 另存為 .xlsx 或 .ods 後上傳，就不必等候。',
    en: '“{name}” must be converted by LibreOffice, and too many files are waiting for that, so nothing was done. Upload it again in a few minutes, or save it as .xlsx or .ods first, which needs no waiting.',
  },
  printer_missing: {
    zh: '本機未安裝 LibreOffice，無法產生 PDF「{name}」。請安裝 LibreOffice 後再試，或改用 .docx、.odt，在 Word 或 LibreOffice 中另存為 PDF。',
    en: 'LibreOffice is not installed on this machine, so the PDF “{name}” cannot be made. Install LibreOffice and try again, or take .docx or .odt and save that as PDF in Word or LibreOffice.',
  },
  printing_busy: {
    zh: '目前等候產生 PDF 的檔案太多，未產生「{name}」。請過幾分鐘再試，或改下載 .docx、.odt，不必等候。',
    en: 'Too many files are waiting to be made into PDF, so “{name}” was not made. Try again in a few minutes, or take .docx or .odt, which needs no waiting.',
  },
  writing_failed: {
    zh: '無法產生「{name}」，未更動任何資料。請稍後再試，或改用其他格式；若仍失敗，請通知系統管理者。',
    en: '“{name}” could not be made; nothing was changed. Try again later or take another format; if it fails again, tell the administrator.',
  },
  printing_failed: {
    zh: 'LibreOffice 無法產生 PDF「{name}」，未寫出任何檔案。請改用 .docx、.odt，在 Word 或 LibreOffice 中另存為 PDF。',
    en: 'LibreOffice could not make the PDF “{name}”, and nothing was written. Take .docx or .odt and save that as PDF in Word or LibreOffice.',
  },
  printing_too_long: {
    zh: 'LibreOffice 在 {seconds} 秒內未能產生 PDF「{name}」，已停止，未寫出任何檔案。請改用 .docx、.odt，在 Word 或 LibreOffice 中另存為 PDF。',
    en: 'LibreOffice did not make the PDF “{name}” within {seconds} seconds and was stopped; nothing was written. Take .docx or .odt and save that as PDF in Word or LibreOffice.',
  },
} as const;
