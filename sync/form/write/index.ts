import type { Issue } from '../../model/index.ts';
import { columnFields, columnTitles } from '../columns.ts';
import type { FormContent } from '../content.ts';
import { writeCsv } from '../csv/index.ts';
import { notice } from '../notice.ts';
import { printedRow } from '../print.ts';
import { cellLimit } from './cell-text.ts';
import { type DrawnForm, drawForm } from './draw.ts';
import { rowAt } from './grid.ts';
import { layOut, type Texts } from './layout.ts';
import { writeOds } from './ods/index.ts';
import { writeXlsx } from './xlsx/index.ts';

/** The formats of our own form. */
export type OwnFormat = 'xlsx' | 'ods' | 'csv';

export type WrittenForm =
  /** The file; the issues tell what will not look well in print. */
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

/** How a form can be written; each drawn once and alike. */
const writers: Readonly<Record<OwnFormat, (form: DrawnForm) => Uint8Array | Promise<Uint8Array>>> = {
  xlsx: writeXlsx,
  ods: writeOds,
  csv: ({ content }) => writeCsv(content),
};

/**
 * Writes the self-check form (自行檢核表) of a round. Pure: the same content gives the same bytes.
 * Refuses, before writing anything, texts that no cell can hold.
 */
export async function writeForm(content: FormContent, format: OwnFormat = 'xlsx'): Promise<WrittenForm> {
  assertDistinctIds(content);
  const texts = content.rows.map(printedRow);
  const refusals = tooLong(texts);
  if (refusals.length > 0) return { ok: false, issues: refusals };
  const layout = layOut(texts);
  return {
    ok: true,
    bytes: await writers[format](drawForm(content, texts, layout)),
    issues: layout.clipped.map(({ index, field }) =>
      notice('form_row_clipped', { column: columnTitles[field] }, { row: rowAt(index), field }),
    ),
  };
}
