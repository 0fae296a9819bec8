import type { Cell, Workbook, Worksheet } from 'exceljs';
import { addressOf, type Range } from '../../../sheet/index.ts';
import { columnTitles } from '../../columns.ts';
import { cellText } from '../cell-text.ts';
import type { CellLink, Drawing, DrawnCell } from '../drawing.ts';
import { dress } from '../look.ts';

/** Adds a drawn sheet to a workbook of exceljs. */
export async function renderSheet(workbook: Workbook, drawing: Drawing): Promise<void> {
  const sheet = workbook.addWorksheet(drawing.name, {
    views: [{ state: 'frozen', ySplit: drawing.frozenRows, showGridLines: false, zoomScale: 100 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(drawing.repeatsHeader
        ? {
            horizontalCentered: true,
            margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
            printTitlesRow: `${drawing.frozenRows}:${drawing.frozenRows}`,
          }
        : {}),
    },
    ...(drawing.footer ? { headerFooter: { oddFooter: footerOf(drawing.footer) } } : {}),
  });
  drawing.columns.forEach(({ width, hidden }, i) => {
    sheet.getColumn(i + 1).width = width;
    if (hidden) sheet.getColumn(i + 1).hidden = true;
  });
  drawing.rows.forEach(({ height, cells }, i) => {
    for (const cell of cells) put(sheet.getCell(i + 1, cell.column), cell);
    sheet.getRow(i + 1).height = height;
  });
  for (const { top, left, bottom, right } of drawing.merges) sheet.mergeCells(top, left, bottom, right);
  if (drawing.filter) sheet.autoFilter = rangeName(drawing.filter);
  if (drawing.protected) await protect(sheet);
}

const protect = (sheet: Worksheet): Promise<void> =>
  sheet.protect('', { formatCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true });

function put(cell: Cell, { text, look, size, link, choices }: DrawnCell): void {
  const written = cellText(text);
  if (link && written !== '') cell.value = { text: written, hyperlink: targetOf(link) };
  else cell.value = written === '' ? null : written;
  dress(cell, look, size);
  if (choices) cell.dataValidation = listOf(choices);
}

const listOf = (choices: readonly string[]): NonNullable<Cell['dataValidation']> => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${choices.join(',')}"`],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: columnTitles.result,
  error: `請選擇：${choices.join('、')}`,
});

const rangeName = ({ top, left, bottom, right }: Range): string =>
  `${addressOf(top, left)}:${addressOf(bottom, right)}`;
const targetOf = (link: CellLink): string =>
  link.kind === 'web' ? link.url : `#'${link.sheet}'!${rangeName(link.range)}`;

/** Footers take & as a command. */
const footerText = (text: string): string => text.replaceAll('&', '&&');
const footerOf = ([left, right]: readonly [string, string]): string =>
  `&L&9${footerText(left)}&C&9第 &P 頁，共 &N 頁&R&9${footerText(right)}`;
