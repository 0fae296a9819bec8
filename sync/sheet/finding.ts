import type { Workbook } from './workbook.ts';

/** Something odd that did not keep the workbook from being read. */
export interface Finding {
  readonly code: 'sheet_missing' | 'cell_text_missing' | 'cell_repeated';
  readonly sheet: string;
  readonly row?: number;
  readonly column?: number;
}

/** What the reader of any format gives; it throws a `Refusal` for a file that cannot be read. */
export interface Reading {
  readonly workbook: Workbook;
  readonly findings: readonly Finding[];
}
