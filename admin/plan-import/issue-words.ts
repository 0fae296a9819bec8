import { say } from '../../sync/model/index.ts';
import { asLocale } from '../words/i18n.ts';
import type { ReviewIssue, Source } from './review.ts';

type Translate = (key: string, params?: Record<string, unknown>) => string;

/** An issue in the person's language; one that this console does not know yet in the language it came in. */
export function issueText({ code, message, params }: ReviewIssue, locale: string): string {
  const text = say(code, asLocale(locale), params);
  return text === code ? message : text;
}

/** Where something stands in the file. The sheet is named when there are several. */
export function placeText(
  { sheet, row, column }: { readonly [K in keyof Source]?: Source[K] | undefined },
  several: boolean,
  translate: Translate,
): string {
  if (row === undefined) return sheet ?? '';
  const named = several && sheet !== undefined;
  if (column === undefined) return translate(named ? 'planImport.rowOfSheet' : 'planImport.rowOf', { sheet, row });
  return translate(named ? 'planImport.cellOf' : 'planImport.cell', { sheet, row, column });
}
