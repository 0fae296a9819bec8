import type { FormContent } from '../content.ts';
import { digestOf, manifestCells, manifestRow } from '../manifest.ts';
import type { Drawing } from './drawing.ts';
import { drawEvidenceSheet, placeEvidence } from './evidence-sheet.ts';
import { rowAt } from './grid.ts';
import type { Layout, Texts } from './layout.ts';
import { drawAnswerSheet, headingOf } from './sheet.ts';

/** A form as it is to look, whatever format it is written in. */
export interface DrawnForm {
  readonly content: FormContent;
  /** The one to fill in first. */
  readonly sheets: readonly Drawing[];
  /** The hidden sheet that remembers what each row asked, cell by cell. */
  readonly manifest: readonly (readonly string[])[];
  /** Rows of the first sheet that people fill in. */
  readonly answerRows: { readonly first: number; readonly last: number };
}

export function drawForm(content: FormContent, texts: readonly Texts[], layout: Layout): DrawnForm {
  const links = placeEvidence(content.rows);
  const evidence = drawEvidenceSheet(content, texts, links);
  return {
    content,
    sheets: [drawAnswerSheet(content, texts, layout, links), ...(evidence ? [evidence] : [])],
    manifest: manifestCells({
      formId: content.formId,
      heading: digestOf(headingOf(content).join('')),
      rows: content.rows.map((row, i) => manifestRow(row.rowId, texts[i]!)),
    }),
    answerRows: { first: rowAt(0), last: rowAt(content.rows.length) - 1 },
  };
}
