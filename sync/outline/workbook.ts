import { defaultLimits, type Limits, readWorkbook, type Workbook } from '../sheet/index.ts';
import type { OutlineDocument } from './document.ts';
import { gridOf } from './grid.ts';
import type { DocumentReading } from './reading.ts';

/** A workbook as blocks: every sheet is a table, whose rows are told by the sheet's own numbers. */
export function documentOfWorkbook({ sheets }: Workbook): OutlineDocument {
  return {
    blocks: sheets.map(sheet => ({ kind: 'table', sheet: true, grid: gridOf(sheet), place: {}, placeOf: () => ({}) })),
  };
}

/** Far beyond any plan; a workbook takes several times its size in memory. */
const limits: Limits = { ...defaultLimits, inflatedBytes: 48 * 1024 * 1024, cells: 500_000 };

/** Reads the blocks of an .xlsx, .xlsm, .xltx, .ods or .fods. */
export function readSheets(bytes: Uint8Array, fileName: string): DocumentReading {
  const read = readWorkbook(bytes, fileName, limits);
  return read.ok ? { ok: true, document: documentOfWorkbook(read.workbook), issues: read.issues } : read;
}
