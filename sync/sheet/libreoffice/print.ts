import { type Issue, type MessageCode, type Params, say } from '../../model/index.ts';
import { defaultLimits } from '../limits.ts';
import type { Conversion, ConversionOptions } from './convert.ts';
import { runOffice } from './office.ts';
import { findSoffice } from './soffice.ts';

/** What can be printed to .pdf, and the filter of the program that does it. */
const filters = { odt: 'writer_pdf_Export', ods: 'calc_pdf_Export' } as const;
export type Printable = keyof typeof filters;

/** Marks headings and cells for whoever has the document read aloud. */
const options = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

/**
 * Prints a document that we wrote ourselves to .pdf with the LibreOffice of this machine. Takes seconds; see `convert` for how it is
 * bounded. An installation may lack the program for one kind of document, so several may be given: the first that works is taken.
 * @param documents as functions, since only the one that is needed is made
 * @param name for messages only
 */
export async function printPdf(
  documents: readonly { readonly from: Printable; readonly write: () => Promise<Uint8Array> }[],
  name: string,
  { soffice = findSoffice(), timeMs = 60_000, limits = defaultLimits }: ConversionOptions = {},
): Promise<Conversion> {
  const refused = (code: MessageCode, params: Params = {}): Conversion => ({
    ok: false,
    issue: issueOf(code, { name, ...params }),
  });
  if (soffice === null) return refused('printer_missing');
  const until = performance.now() + timeMs;
  for (const { from, write } of documents) {
    const left = until - performance.now();
    const job = { bytes: await write(), from, to: 'pdf', filter: `${filters[from]}:${options}`, timeMs: left, limits };
    const printed = left > 0 ? await runOffice(soffice, job) : 'tooLong';
    if (printed === 'tooLong') return refused('printing_too_long', { seconds: Math.round(timeMs / 1000) });
    if (printed !== 'failed') return { ok: true, bytes: printed, issues: [] };
  }
  return refused('printing_failed');
}

const issueOf = (code: MessageCode, params: Params): Issue => ({
  code,
  severity: 'error',
  message: say(code, 'zh-TW', params),
  params,
});
