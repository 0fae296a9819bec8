import type { Range } from './address.ts';

/**
 * A workbook as every reader gives it and everything above stands on, whatever file it came from. It says what is there
 * and never what it means. Sparse: only the cells that the file has are there, and a range over whole columns stays a range.
 */
export interface Workbook {
  /** Serial dates count from 1904 instead of 1900; dates among the values are right already. */
  readonly date1904: boolean;
  /** Custom document properties as text, by name. */
  readonly customProperties: ReadonlyMap<string, string>;
  /** In the order of the tabs; chart sheets and the like are left out. */
  readonly sheets: readonly Sheet[];
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /** Name of the part in the package that holds the sheet, without a leading slash. */
  readonly part: string;
  /** Rows that the file has, ascending, each once. */
  readonly rows: readonly Row[];
  readonly row: (row: number) => Row | undefined;
  /** The cell that the file has there. Inside a merge only the anchor holds a value; see `anchor`. */
  readonly cell: (row: number, column: number) => Cell | undefined;
  readonly merges: readonly Range[];
  /** The merge that covers a cell, if any. */
  readonly mergeAt: (row: number, column: number) => Range | undefined;
  /** The cell that a person sees there: the top left cell of the merge that covers it, else the cell itself. */
  readonly anchor: (row: number, column: number) => Cell | undefined;
  readonly isRowHidden: (row: number) => boolean;
  readonly isColumnHidden: (column: number) => boolean;
  /** Spans of columns with their own width, style or visibility, in the order of the file. */
  readonly columns: readonly ColumnSpan[];
  readonly validations: readonly Validation[];
  /** The sheet is protected, so that a person can change unlocked cells only. */
  readonly protected: boolean;
}

export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
  /** In characters of the default font. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly styleIndex: number | null;
}

/** Where an element stands in its part: UTF-16 code units of the decoded text (byte order mark left out), end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly row: number;
  readonly hidden: boolean;
  readonly styleIndex: number | null;
  /** In points, with whether a person set it. */
  readonly height: number | null;
  readonly customHeight: boolean;
  /** Ascending by column, each column once. */
  readonly cells: readonly Cell[];
  readonly span: Span;
}

export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** ISO without zone: `2025-06-30`, `2025-06-30T09:30:00`, or `09:30:00` for a time of day. */
  | { readonly kind: 'date'; readonly value: string }
  /** Such as #N/A. */
  | { readonly kind: 'error'; readonly value: string };

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** Such as F12. */
  readonly address: string;
  /** What a person sees: rich runs joined, phonetics left out, dates in ISO, TRUE/FALSE, line breaks as \n. Empty when blank. */
  readonly text: string;
  /** For a formula, the value it had when the file was saved. */
  readonly value: CellValue;
  /** Without the leading =; null when the cell holds none. For the followers of a shared formula, the text of its first cell. */
  readonly formula: string | null;
  /** The cell follows or leads a formula shared by several cells. */
  readonly sharedFormula: boolean;
  /** Index into the cell formats of the style part. */
  readonly styleIndex: number;
  /** The cell's style locks it; effective only while the sheet is protected. */
  readonly locked: boolean;
  readonly span: Span;
}

export interface Validation {
  readonly ranges: readonly Range[];
  /** list, whole, decimal, date, time, textLength, custom or none. */
  readonly type: string;
  readonly operator: string;
  readonly allowBlank: boolean;
  readonly formula1: string;
  readonly formula2: string;
  /** Choices of a list that are written out in it; null when it names a range or is no list. */
  readonly choices: readonly string[] | null;
}
