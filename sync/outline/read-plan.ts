import { interpretDocument } from './interpret-document.ts';
import type { PlanDocumentReading, ReadOptions } from './reading.ts';
import { readSheets } from './workbook.ts';

/**
 * Reads a plan out of a document, whatever format it is in (.docx .odt .fodt .pdf .txt .xlsx .ods .fods): the content tells
 * which, never the name. Never rejects on bad input: a file that cannot be read gives no plan and the one issue that says
 * what it is and what to do.
 * @param fileName as the person knows it: for messages, and in place of a title that the document does not have
 */
export async function readPlan(
  bytes: Uint8Array,
  fileName: string,
  _options: ReadOptions = {},
): Promise<PlanDocumentReading> {
  const read = readSheets(bytes, fileName);
  if (!read.ok) return { plan: null, sources: [], issues: [read.issue] };
  const reading = interpretDocument(read.document, fileName);
  return { ...reading, issues: [...read.issues, ...reading.issues] };
}
