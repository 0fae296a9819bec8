import type { Issue } from '../../model/index.ts';
import { columnFields, columnTitles } from '../columns.ts';
import type { FormContent } from '../content.ts';
import { digestOf, manifestCells, manifestRow } from '../manifest.ts';
import { notice } from '../notice.ts';
import { printedRow } from '../print.ts';
import { cellLimit, cellText } from './cell-text.ts';
import { placeEvidence, writeEvidenceSheet } from './evidence-sheet.ts';
import { rowAt } from './grid.ts';
import { layOut, type Texts } from './layout.ts';
import { finishPackage } from './package.ts';
import { saveWorkbook } from './save.ts';
import { headingOf, writeAnswerSheet } from './sheet.ts';

export type WrittenForm =
  /** The .xlsx; the issues tell what will not look well in print. */
  | { readonly ok: true; readonly bytes: Uint8Array; readonly issues: readonly Issue[] }
  /** Something cannot be written; the issues say what. */
  | { readonly ok: false; readonly issues: readonly Issue[] };

const tooLong = (texts: readonly Texts[]): readonly Issue[] =>
  texts.flatMap((row, i) =>
    columnFields
      .filter(field => row[field].length > cellLimit)
      .map(field =>
        notice(
          'form_text_too_long',
          {
            question: row.step.slice(0, 40),
            column: columnTitles[field],
            length: row[field].length,
            limit: cellLimit,
          },
          { row: rowAt(i), field },
        ),
      ),
  );

function assertDistinctIds({ rows }: FormContent): void {
  const ids = new Set(rows.map(row => row.rowId));
  if (ids.size !== rows.length || ids.has('')) throw new Error('Row ids of a form must be distinct and not empty');
}

/**
 * Writes the self-check form (自行檢核表) of a round as .xlsx. Pure: the same content gives the same bytes.
 * Refuses, before writing anything, texts that no cell can hold.
 */
export async function writeForm(content: FormContent): Promise<WrittenForm> {
  assertDistinctIds(content);
  const texts = content.rows.map(printedRow);
  const refusals = tooLong(texts);
  if (refusals.length > 0) return { ok: false, issues: refusals };

  const layout = layOut(texts);
  const links = placeEvidence(content.rows);
  // Only who writes a form pays for loading exceljs; readers and mergers come through the same folder.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const issued = new Date(`${content.issuedOn}T00:00:00Z`);
  Object.assign(workbook, {
    creator: content.agencyName,
    lastModifiedBy: content.agencyName,
    title: content.title,
    created: issued,
    modified: issued,
  });
  workbook.views = [{ x: 0, y: 0, width: 28_800, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  await writeAnswerSheet(workbook, content, texts, layout, links);
  writeEvidenceSheet(workbook, content, texts, links);
  const manifest = workbook.addWorksheet('guankao', { state: 'veryHidden' });
  const cells = manifestCells({
    formId: content.formId,
    heading: digestOf(headingOf(content).join('')),
    rows: content.rows.map((row, i) => manifestRow(row.rowId, texts[i]!)),
  });
  for (const row of cells) manifest.addRow(row.map(cellText));

  const written = await saveWorkbook(workbook);
  const answerRows = { first: rowAt(0), last: rowAt(content.rows.length) - 1 };
  return {
    ok: true,
    bytes: finishPackage(written, content.formId, answerRows),
    issues: layout.clipped.map(({ index, field }) =>
      notice('form_row_clipped', { column: columnTitles[field] }, { row: rowAt(index), field }),
    ),
  };
}
