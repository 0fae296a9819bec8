import { type Params, say } from '../model/index.ts';
import { Refusal } from '../sheet/index.ts';
import { readDocx } from './docx/index.ts';
import { codeOf, type FileKind, fileKind } from './file-kind.ts';
import { interpretDocument } from './interpret-document.ts';
import type { NoteCode } from './note.ts';
import { readFlatOdt, readOdt } from './odt/index.ts';
import { readPdf } from './pdf/index.ts';
import { printedOf } from './printed.ts';
import type { DocumentReading, PlanFileReading, ReadOptions } from './reading.ts';
import { readText } from './text/index.ts';
import { readSheets } from './workbook.ts';

/**
 * Reads a plan out of a document, whatever format it is in (.docx .odt .fodt .pdf .txt .xlsx .ods .fods): the content tells
 * which, never the name. Never rejects on bad input: a file that cannot be read gives no plan and the one issue that says
 * what it is and what to do; only an aborted `signal` rejects.
 * @param fileName as the person knows it: for messages, and in place of a title that the document does not have
 */
export async function readPlan(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<PlanFileReading> {
  const read = await readDocument(bytes, fileName, options);
  if (!read.ok) return { plan: null, sources: [], issues: [read.issue], source: { blocks: [], cut: false } };
  const reading = interpretDocument(read.document, fileName);
  return { ...reading, issues: [...read.issues, ...reading.issues], source: printedOf(read.document) };
}

/** Opens a document of any format as blocks. */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<DocumentReading> {
  try {
    return await open(fileKind(bytes), bytes, fileName, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusal(codeOf(error), { name: fileName, ...error.params });
  }
}

async function open(
  file: FileKind,
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<DocumentReading> {
  switch (file.kind) {
    case 'refused':
      return refusal(file.code, { name: fileName });
    case 'sheets':
      return readSheets(bytes, fileName);
    case 'docx':
      return readDocx(file.archive);
    case 'odt':
      return readOdt(file.archive);
    case 'pdf':
      return readPdf(bytes, fileName, options);
    case 'flatOdt':
      return readFlatOdt(bytes);
    case 'text':
      return readText(bytes, fileName);
  }
}

function refusal(code: NoteCode, params: Params): DocumentReading {
  return { ok: false, issue: { code, severity: 'error', message: say(code, 'zh-TW', params), params } };
}
