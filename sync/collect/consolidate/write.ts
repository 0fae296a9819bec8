import { writeOds } from './ods.ts';
import { dataSheets } from './sheets.ts';
import type { ConsolidationFormat, ConsolidationSource, Sink } from './source.ts';
import { Counting } from './statistics.ts';
import { summarySheet } from './summary.ts';
import { headings } from './words.ts';
import { writeXlsx } from './xlsx.ts';
import { ZipStream } from './zip-stream.ts';

/**
 * Writes the consolidated workbook: 摘要, 依項目, 依機關, 原始資料, 來源. Memory is bounded whatever the number of rows.
 * @param sink takes the file piece by piece
 */
export async function writeConsolidation(
  source: ConsolidationSource,
  sink: Sink,
  format: ConsolidationFormat,
): Promise<void> {
  const zip = new ZipStream(sink);
  const meta = { title: source.title, madeAt: source.madeAt, cut: headings(source.locale).cut };
  await writers[format](source, zip, meta);
  await zip.end();
}

interface Meta {
  readonly title: string;
  readonly madeAt: string;
  readonly cut: string;
}

const writers: Readonly<
  Record<ConsolidationFormat, (source: ConsolidationSource, zip: ZipStream, meta: Meta) => Promise<void>>
> = {
  xlsx: (source, zip, meta) => {
    const counting = new Counting(source.items, source.hasPrevious);
    return writeXlsx(zip, dataSheets(source, counting), summarySheet(source, counting), meta);
  },
  // All sheets are one part, in the order of the tabs: what the summary says must be known before the rows pass.
  ods: async (source, zip, meta) => {
    const counting = new Counting(source.items, source.hasPrevious);
    for await (const row of source.byAgency()) counting.add(row);
    await writeOds(zip, [summarySheet(source, counting), ...dataSheets(source, null)], meta);
  },
};
