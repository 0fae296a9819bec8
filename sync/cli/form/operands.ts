import type { Operand } from '../command.ts';
import { words } from '../words.ts';

export const book: Operand = {
  name: 'BOOK',
  about: words(
    '試算表檔案（.xlsx .xlsm .ods .fods；.xls 需有 LibreOffice）',
    'a workbook (.xlsx .xlsm .ods .fods; .xls through LibreOffice)',
  ),
};
export const returned: Operand = {
  name: 'RETURNED',
  about: words('寄回的表單', 'a form that came back'),
};
