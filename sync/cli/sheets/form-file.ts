import { columnFields, columnTitles } from '../../form/columns.ts';
import { parseResult, readForm } from '../../form/index.ts';
import { type Answer, answerFields, decisionKey } from '../../model/index.ts';
import type { SheetContent, SheetRow } from '../../sheet/google/index.ts';
import { parseAddress } from '../../sheet/index.ts';
import { type Book, readBook } from '../files.ts';
import { failure } from './failure.ts';

/** Where an answer stands in the file. */
interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A form of ours in a file: one side of the sync. */
export interface FormFile {
  readonly path: string;
  readonly book: Book;
  readonly formId: string;
  readonly content: SheetContent;
  /** What the file says; a word that is no result counts as none. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Rows whose result is a word that is none. */
  readonly unread: ReadonlySet<string>;
  /** By `decisionKey`. */
  readonly places: ReadonlyMap<string, Place>;
}

const formats: ReadonlySet<string> = new Set(['xlsx', 'ods', 'fods']);

/** Reads a form with its row ids. @throws FileFailed */
export async function readFormFile(path: string): Promise<FormFile> {
  const book = await readBook(path);
  const { formId, rows } = readForm({ customProperties: new Map(), ...book.workbook });
  const isOurs = formId !== null && rows.length > 0 && rows.every(({ matchedBy }) => matchedBy === 'id');
  if (!isOurs || !formats.has(book.format) || new Set(rows.map(({ rowId }) => rowId)).size < rows.length)
    throw failure('sheet_form_without_ids', { name: book.file });
  const printed = rows.map(({ rowId, values }): SheetRow => {
    const texts = Object.fromEntries(columnFields.map(field => [field, values[columnTitles[field]] ?? '']));
    const evidence = (texts.evidence ?? '').split('\n').flatMap(name => (name === '' ? [] : [{ name, url: null }]));
    return {
      rowId,
      texts: texts as SheetRow['texts'],
      unit: (texts.unit ?? '').split('\n')[0] ?? '',
      evidence,
      locked: false,
    };
  });
  const results = new Map(rows.map(({ rowId, cells }) => [rowId, parseResult(cells.result?.text ?? '')]));
  return {
    path,
    book,
    formId,
    content: { formId, title: book.file.replace(/\.\w+$/, ''), heading: headingOf(book, rows[0]), rows: printed },
    answers: new Map(
      rows.map(({ rowId, cells }) => [
        rowId,
        {
          result: results.get(rowId) ?? null,
          narrative: cells.narrative?.text ?? '',
          remarks: cells.remarks?.text ?? '',
        },
      ]),
    ),
    unread: new Set([...results].flatMap(([rowId, result]) => (result === undefined ? [rowId] : []))),
    places: new Map(
      rows.flatMap(({ rowId, sheet, cells }) =>
        answerFields.flatMap(field => {
          const at = parseAddress(cells[field]?.cell ?? '');
          return at ? [[decisionKey(rowId, field), { sheet, ...at }] as const] : [];
        }),
      ),
    ),
  };
}

/** What stands above the table, in one line. */
function headingOf({ workbook }: Book, first: { readonly sheet: string; readonly row: number } | undefined) {
  const sheet = workbook.sheets.find(({ name }) => name === first?.sheet);
  const above = (sheet?.rows ?? []).filter(({ row }) => row < (first?.row ?? 0) - 1);
  const texts = above.flatMap(({ cells }) => cells.map(({ text }) => text.trim()).filter(text => text !== ''));
  return [texts.join('　')];
}
