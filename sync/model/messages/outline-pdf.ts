/** What is doubtful in a .pdf, or keeps it from being read. */
export const outlinePdfMessages = {
  pdf_encrypted: {
    zh: '「{name}」有密碼保護，無法開啟。檔案已原樣保存；請以密碼開啟後另存成沒有密碼的 PDF（列印時選「另存為 PDF」即可），再重新上傳。',
    en: '“{name}” is protected by a password and cannot be opened. The file is kept as it came. Open it with the password, save it as a PDF without one (printing to PDF will do) and upload that.',
  },
  pdf_corrupt: {
    zh: '「{name}」已損壞或不完整，無法讀取。檔案已原樣保存；請重新下載或由原檔再次轉存成 PDF，再重新上傳。',
    en: '“{name}” is damaged or incomplete and cannot be read. The file is kept as it came. Download it again, or make the PDF anew from the original, and upload that.',
  },
  pdf_scanned: {
    zh: '「{name}」是掃描的影像，裡面沒有文字。檔案已原樣保存；請改用原來的 Word、ODF 或由其直接轉存的 PDF；只有紙本時，請先以文字辨識（OCR）軟體處理。',
    en: '“{name}” is a scan: there are pictures of pages in it and no text. The file is kept as it came. Use the original document, or a PDF saved from it; if there is only paper, run text recognition (OCR) first.',
  },
  pdf_garbled: {
    zh: '「{name}」的字型沒有文字編碼，畫面上看得見，讀出來卻是亂碼。檔案已原樣保存；請改用原來的 Word 或 ODF 檔，或由其重新轉存成 PDF。',
    en: 'The fonts in “{name}” do not say which characters they draw: it can be seen, but not read. The file is kept as it came. Use the original document, or make the PDF anew from it.',
  },
  pdf_too_many_pages: {
    zh: '「{name}」有 {pages} 頁，超過上限 {limit} 頁，未讀入。檔案已原樣保存；請將計畫所在的頁面另存成單獨的 PDF 後上傳。',
    en: '“{name}” has {pages} pages; the limit is {limit}, and nothing was read. The file is kept as it came. Save the pages that hold the plan as a PDF of their own and upload that.',
  },
  pdf_too_dense: {
    zh: '「{name}」的文字和線條多到不像一份計畫，未讀入。檔案已原樣保存；請將計畫所在的頁面另存成單獨的 PDF 後上傳。',
    en: '“{name}” holds far more text and lines than any plan, and nothing was read. The file is kept as it came. Save the pages that hold the plan as a PDF of their own and upload that.',
  },
  pdf_too_long: {
    zh: '讀取「{name}」的時間過長，已中止，未讀入任何內容。檔案已原樣保存；請將計畫所在的頁面另存成單獨的 PDF，或改用原來的 Word、ODF 檔。',
    en: 'Reading “{name}” took too long and was stopped; nothing was read. The file is kept as it came. Save the pages that hold the plan as a PDF of their own, or use the original document.',
  },
  pdf_too_big: {
    zh: '讀取「{name}」需要的記憶體過多，已中止，未讀入任何內容。檔案已原樣保存；請將計畫所在的頁面另存成單獨的 PDF，或改用原來的 Word、ODF 檔。',
    en: 'Reading “{name}” took too much memory and was stopped; nothing was read. The file is kept as it came. Save the pages that hold the plan as a PDF of their own, or use the original document.',
  },
  pdf_failed: {
    zh: '讀取「{name}」時發生錯誤，未讀入任何內容。檔案已原樣保存；請由原檔重新轉存成 PDF，或改用原來的 Word、ODF 檔。',
    en: 'Reading “{name}” failed; nothing was read. The file is kept as it came. Make the PDF anew from the original, or use the original document.',
  },
  pdf_page_scanned: {
    zh: '第 {page} 頁沒有文字，可能是掃描的影像或空白頁。請確認；若有內容，請自行補上。',
    en: 'There is no text on page {page}; it may be a scan, or blank. Please check, and add what it says.',
  },
  pdf_page_garbled: {
    zh: '第 {page} 頁有些字讀不出來（字型沒有文字編碼）。請對照原檔改正。',
    en: 'Some characters on page {page} could not be read, since their font does not name them. Please compare with the original.',
  },
  pdf_page_overprinted: {
    zh: '第 {page} 頁有文字疊印在一起，無法確定先後。請對照原檔改正，或改用原來的 Word、ODF 檔。',
    en: 'On page {page} texts are printed over each other, and their order cannot be told. Please compare with the original, or use the original document.',
  },
  pdf_page_cut: {
    zh: '第 {page} 頁的文字和線條過多，只讀了前面的部分。請確認。',
    en: 'Page {page} holds too much text and too many lines; only the first part was read. Please check.',
  },
  pdf_page_unread: {
    zh: '第 {page} 頁已損壞，未讀入。請確認；若有內容，請自行補上。',
    en: 'Page {page} is damaged and was not read. Please check, and add what it says.',
  },
} as const;
