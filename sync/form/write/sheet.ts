import type { Cell, Workbook, Worksheet } from 'exceljs';
import { formatRocDate } from '../../model/index.ts';
import { type ColumnField, columnFields, columnTitles, idColumnMark } from '../columns.ts';
import type { FormContent, FormRow } from '../content.ts';
import { resultWords } from '../result-words.ts';
import { cellText } from './cell-text.ts';
import { type EvidenceLink, linkOf } from './evidence-sheet.ts';
import { columnOf, headerRow, idColumn, lastColumn, rowAt, sheetName } from './grid.ts';
import { fontSize, type Layout, type Texts } from './layout.ts';
import { dress, type Look } from './look.ts';
import { heightOf } from './measure.ts';
import { signOff } from './sign-off.ts';

const hint =
  '填寫說明：請填淡黃底欄位；灰底列已審核通過，請勿修改。「檢核結果」請由選單選擇。可篩選、調整欄寬列高，請勿刪除或複製列；佐證資料請至系統上傳。';

/** The lines above the table, as read back to see whether somebody edited them. */
export const headingOf = (content: FormContent): readonly string[] => [
  content.title,
  `機關：${content.agencyName}`,
  `填報期限：${formatRocDate(content.dueDate)}`,
  `計畫：${content.planTitle}`,
  `查核期別：${content.year}年度　${content.roundTitle}（${content.period}）`,
  hint,
];

const put = (cell: Cell, text: string, look: Look, size?: number): void => {
  cell.value = text === '' ? null : cellText(text);
  dress(cell, look, size);
};

function writeHeading(sheet: Worksheet, content: FormContent, layout: Layout): void {
  const [title, agency, due, plan, round, note] = headingOf(content) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const whole = columnFields.reduce((sum, field) => sum + layout.widths[field], 0);
  const split = columnOf('unit');
  const line = (row: number, left: string, right: string): void => {
    put(sheet.getCell(row, 1), left, 'heading');
    put(sheet.getCell(row, split), right, 'headingRight');
    sheet.mergeCells(row, 1, row, split - 1);
    sheet.mergeCells(row, split, row, lastColumn);
  };
  put(sheet.getCell(1, 1), title, 'title');
  sheet.mergeCells(1, 1, 1, lastColumn);
  line(2, agency, due);
  line(3, plan, round);
  put(sheet.getCell(4, 1), note, 'hint');
  sheet.mergeCells(4, 1, 4, lastColumn);
  sheet.getRow(1).height = Math.max(34, heightOf(title, whole, 18));
  sheet.getRow(2).height = 22;
  const left = layout.widths.item + layout.widths.keyPoint + layout.widths.step;
  sheet.getRow(3).height = Math.max(22, heightOf(plan, left, fontSize), heightOf(round, whole - left, fontSize));
  sheet.getRow(4).height = heightOf(note, whole, 10);
}

function writeHeader(sheet: Worksheet, formId: string): void {
  for (const field of columnFields) put(sheet.getCell(headerRow, columnOf(field)), columnTitles[field], 'header');
  put(sheet.getCell(headerRow, idColumn), `${idColumnMark}${formId}`, 'hidden');
  sheet.getRow(headerRow).height = 30;
}

const lookOf: Readonly<Record<ColumnField, (row: FormRow) => Look>> = {
  item: () => 'text',
  keyPoint: () => 'text',
  step: () => 'text',
  unit: () => 'centred',
  checkMonths: () => 'centred',
  result: row => (row.locked ? 'closedChoice' : 'openChoice'),
  narrative: row => (row.locked ? 'closedText' : 'openText'),
  evidence: () => 'text',
  remarks: row => (row.locked ? 'closedText' : 'openText'),
};

const choices = {
  type: 'list',
  allowBlank: true,
  formulae: [`"${Object.values(resultWords).join(',')}"`],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: columnTitles.result,
  error: `請選擇：${Object.values(resultWords).join('、')}`,
} as const;

function writeRow(
  sheet: Worksheet,
  index: number,
  row: FormRow,
  texts: Texts,
  size: number,
  links: EvidenceLinks,
): void {
  const at = rowAt(index);
  for (const field of columnFields) {
    put(sheet.getCell(at, columnOf(field)), texts[field], lookOf[field](row), field === 'narrative' ? size : undefined);
  }
  put(sheet.getCell(at, idColumn), row.rowId, 'hidden');
  if (!row.locked)
    sheet.getCell(at, columnOf('result')).dataValidation = { ...choices, formulae: [...choices.formulae] };
  const link = linkOf(row, links);
  if (!link || texts.evidence === '') return;
  const cell = sheet.getCell(at, columnOf('evidence'));
  cell.value = { text: cellText(texts.evidence), hyperlink: link };
  dress(cell, 'link');
}

type EvidenceLinks = ReadonlyMap<string, EvidenceLink>;

/** Footers take & as a command. */
const footerText = (text: string): string => text.replaceAll('&', '&&');

/** Adds the sheet that people see and fill in. */
export async function writeAnswerSheet(
  workbook: Workbook,
  content: FormContent,
  texts: readonly Texts[],
  layout: Layout,
  links: EvidenceLinks,
): Promise<void> {
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: headerRow, showGridLines: false, zoomScale: 100 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
    headerFooter: {
      oddFooter: `&L&9${footerText(`${content.agencyName}　${content.roundTitle}`)}&C&9第 &P 頁，共 &N 頁&R&9製表日期：${formatRocDate(content.issuedOn)}`,
    },
  });
  for (const field of columnFields) sheet.getColumn(columnOf(field)).width = layout.widths[field];
  const ids = sheet.getColumn(idColumn);
  ids.width = 12;
  ids.hidden = true;

  writeHeading(sheet, content, layout);
  writeHeader(sheet, content.formId);
  content.rows.forEach((row, i) => {
    writeRow(sheet, i, row, texts[i]!, layout.narrativeSizes[i]!, links);
    sheet.getRow(rowAt(i)).height = layout.heights[i]!;
  });
  for (const { field, first, last } of layout.blocks) {
    if (last > first) sheet.mergeCells(rowAt(first), columnOf(field), rowAt(last), columnOf(field));
  }
  signOff(sheet, rowAt(content.rows.length), layout);
  sheet.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: Math.max(headerRow, rowAt(content.rows.length) - 1), column: lastColumn },
  };
  await sheet.protect('', {
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  });
}
