import type { PlanDocument, PlanFileFormat } from '../../../sync/model/index.ts';
import { type Log, reading } from '../../reading/run.ts';
import { planCsv } from './csv.ts';

/** A format of the open data. */
export interface DataFormat {
  readonly mediaType: string;
  /** Compressed by itself. */
  readonly packed: boolean;
  /** File name of what describes its fields to programs, beside the plans. */
  readonly describedBy?: string;
  readonly write: (document: PlanDocument, log: Log) => Promise<Uint8Array | string>;
}

let lastWritten: Promise<unknown> = Promise.resolve();

/**
 * Workbooks are written on the threads that read the office's files. One after another, so that a crowd that asks for many
 * plans at once never has more than one of them in the way of the office.
 */
const workbook =
  (format: PlanFileFormat): DataFormat['write'] =>
  (plan, log) => {
    const written = lastWritten.then(() => reading.write({ plan, format, name: `plan.${format}` }, log));
    lastWritten = written;
    return written.then(read => {
      if (!read.ok) throw new Error(read.issue.message);
      return read.result;
    });
  };

/** By the ending of their file names. */
export const dataFormats: Readonly<Record<'csv' | 'json' | 'xlsx' | 'ods', DataFormat>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    packed: false,
    describedBy: 'plan.table-schema.json',
    write: async document => planCsv(document),
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    packed: false,
    describedBy: 'plan.schema.json',
    write: async document => JSON.stringify(document, null, 2),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    packed: true,
    write: workbook('xlsx'),
  },
  ods: {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    packed: true,
    write: workbook('ods'),
  },
};
