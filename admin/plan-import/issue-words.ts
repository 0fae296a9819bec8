import { say } from '../../sync/model/index.ts';
import { asLocale } from '../words/i18n.ts';
import type { ReviewIssue, Source } from './review.ts';

type Translate = (key: string, params?: Record<string, unknown>) => string;

/** An issue in the person's language; one that this console does not know yet in the language it came in. */
export function issueText({ code, message, params }: ReviewIssue, locale: string): string {
  const text = say(code, asLocale(locale), params);
  return text === code ? message : text;
}

/** What lines are in a file: a text has lines, a document of a word processor paragraphs. */
export const lineWord = (fileName: string): 'line' | 'paragraph' => (/\.txt$/i.test(fileName) ? 'line' : 'paragraph');

/**
 * Where something stands in the file: on a page, in a line or paragraph, or in a cell. The sheet, or the table of a document,
 * is named when there are several.
 */
export function placeText(
  { sheet, row, column, page, line }: Source,
  { several, lines }: { readonly several: boolean; readonly lines: 'line' | 'paragraph' },
  translate: Translate,
): string {
  if (page !== undefined)
    return translate(line === undefined ? 'planImport.page' : 'planImport.pageLine', { page, line });
  if (row === undefined && line !== undefined) return translate(`planImport.${lines}`, { line });
  if (row === undefined) return sheet ?? '';
  const named = several && sheet !== undefined;
  if (column === undefined) return translate(named ? 'planImport.rowOfSheet' : 'planImport.rowOf', { sheet, row });
  return translate(named ? 'planImport.cellOf' : 'planImport.cell', { sheet, row, column });
}
