import type { Workbook } from 'exceljs';
import { columnTitles, evidenceSheetTitle } from '../columns.ts';
import type { FormContent, FormRow } from '../content.ts';
import { cellText } from './cell-text.ts';
import type { Texts } from './layout.ts';
import { dress, type Look } from './look.ts';
import { heightOf } from './measure.ts';

/** Rows of the evidence sheet that one row of the form points to. */
export interface EvidenceLink {
  readonly first: number;
  readonly last: number;
}

/** Only web addresses become links, spelled so that Excel does not find the file damaged; anything else stays a name. */
function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= 2000 ? href : null;
}

/** A cell holds one link: the evidence itself, or, where there are several, its lines on the evidence sheet. */
export function linkOf(row: FormRow, links: ReadonlyMap<string, EvidenceLink>): string | null {
  const lines = links.get(row.rowId);
  if (lines) return `#'${evidenceSheetTitle}'!C${lines.first}:C${lines.last}`;
  return row.evidence.length === 1 ? safeUrl(row.evidence[0]!.url) : null;
}

const firstRow = 3;
const widths = [44, 18, 70] as const;

/** Where each row with several pieces of evidence will stand on the evidence sheet. */
export function placeEvidence(rows: readonly FormRow[]): ReadonlyMap<string, EvidenceLink> {
  const links = new Map<string, EvidenceLink>();
  let next = firstRow;
  for (const { rowId, evidence } of rows) {
    if (evidence.length < 2) continue;
    links.set(rowId, { first: next, last: next + evidence.length - 1 });
    next += evidence.length;
  }
  return links;
}

/** Adds the sheet that gives every piece of evidence its own link, where some row has more than one. */
export function writeEvidenceSheet(
  workbook: Workbook,
  content: FormContent,
  texts: readonly Texts[],
  links: ReadonlyMap<string, EvidenceLink>,
): void {
  if (links.size === 0) return;
  const sheet = workbook.addWorksheet(evidenceSheetTitle, {
    views: [{ state: 'frozen', ySplit: 2, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  widths.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  const put = (row: number, column: number, text: string, look: Look): void => {
    const cell = sheet.getCell(row, column);
    cell.value = text === '' ? null : cellText(text);
    dress(cell, look);
  };
  put(1, 1, evidenceSheetTitle, 'title');
  sheet.mergeCells(1, 1, 1, widths.length);
  sheet.getRow(1).height = 34;
  [columnTitles.step, columnTitles.unit, columnTitles.evidence].forEach((title, i) => {
    put(2, i + 1, title, 'header');
  });
  sheet.getRow(2).height = 26;
  content.rows.forEach((row, i) => {
    const link = links.get(row.rowId);
    if (!link) return;
    const { step, unit } = texts[i]!;
    row.evidence.forEach(({ name, url }, nth) => {
      const at = link.first + nth;
      put(at, 1, nth === 0 ? step : '', 'text');
      put(at, 2, nth === 0 ? unit : '', 'centred');
      put(at, 3, name, 'text');
      const href = safeUrl(url);
      const text = cellText(name);
      if (href && text !== '') {
        sheet.getCell(at, 3).value = { text, hyperlink: href };
        dress(sheet.getCell(at, 3), 'link');
      }
      const share = Math.ceil(heightOf(step, widths[0], 12) / row.evidence.length);
      sheet.getRow(at).height = Math.min(409, Math.max(24, share, heightOf(name, widths[2], 12)));
    });
    for (const column of [1, 2]) sheet.mergeCells(link.first, column, link.last, column);
  });
}
