import { columnFields, columnTitles, idColumnMark } from '../columns.ts';
import type { FormContent } from '../content.ts';
import { legible } from '../plain-text.ts';
import { printedRow } from '../print.ts';
import { guarded } from './guard.ts';
import { writeRecords } from './records.ts';

/** Tells Excel that the file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** The table of the form alone, with the row ids in its last column under the mark that holds the form id. */
export function writeCsv({ formId, rows }: FormContent): Uint8Array {
  const header = [...columnFields.map(field => columnTitles[field]), `${idColumnMark}${formId}`];
  const records = rows.map(row => {
    const texts = printedRow(row);
    return [...columnFields.map(field => legible(texts[field])), row.rowId];
  });
  return new TextEncoder().encode(
    byteOrderMark + writeRecords([header, ...records].map(record => record.map(guarded))),
  );
}
