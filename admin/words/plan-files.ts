import { words } from './words.ts';

/** A plan given out as a document. */
export const planFiles = words(
  {
    plans: {
      file: {
        download: '下載文件',
        making: '產生中…',
        docx: 'Word 文件（.docx）',
        odt: '開放文件（.odt）',
        pdf: 'PDF（.pdf）',
        xlsx: 'Excel 試算表（.xlsx）',
        ods: '開放試算表（.ods）',
        noPrinter: '伺服器未安裝 LibreOffice，無法產生 PDF。請下載 .docx 或 .odt，再另存為 PDF。',
      },
    },
  },
  {
    plans: {
      file: {
        download: 'Download',
        making: 'Preparing…',
        docx: 'Word document (.docx)',
        odt: 'OpenDocument text (.odt)',
        pdf: 'PDF (.pdf)',
        xlsx: 'Excel workbook (.xlsx)',
        ods: 'OpenDocument spreadsheet (.ods)',
        noPrinter:
          'LibreOffice is not installed on the server, so no PDF can be made. Take .docx or .odt and save that as PDF.',
      },
    },
  },
);
