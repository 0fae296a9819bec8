import type { PlanDocument } from '../../../sync/model/index.ts';
import { writePlan } from '../../../sync/outline/write/index.ts';
import { planCsv } from './csv.ts';

/** A format of the open data. */
export interface DataFormat {
  readonly mediaType: string;
  /** Compressed by itself. */
  readonly packed: boolean;
  /** File name of what describes its fields to programs, beside the plans. */
  readonly describedBy?: string;
  readonly write: (document: PlanDocument) => Promise<Uint8Array | string>;
}

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
    write: document => writePlan(document, 'xlsx'),
  },
  ods: {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    packed: true,
    write: document => writePlan(document, 'ods'),
  },
};
