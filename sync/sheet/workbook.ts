import type { Range } from './address.ts';
import type { Stretch } from './emphasis.ts';

/**
 * A workbook as every reader gives it and everything above stands on, whatever file it came from. It says what is there
 * and never what it means. Sparse: only the cells that the file has are there, and a range over whole columns stays a range.
 */
export interface Workbook {
  /** What the file is by its content; templates and add-ins count as what they make. */
  readonly format: WorkbookFormat;
  /** A digital signature covers the file and would be broken by any change. */
  readonly signed: boolean;
  /** Serial dates count from 1904 instead of 1900; dates among the values are right already. */
  readonly date1904: boolean;
  /** Custom document properties as text, by name. */
  readonly customProperties: ReadonlyMap<string, string>;
  /** In the order of the tabs; chart sheets and the like are left out. */
  readonly sheets: readonly Sheet[];
  readonly definedNames: readonly DefinedName[];
}

/** All that finding, reading and filling a form needs of a workbook; a table of texts has that much too. */
export type Sheets = Pick<Workbook, 'sheets'>;

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'ods' | 'fods';

/** A name that formulas may use, such as 選項. */
export interface DefinedName {
  readonly name: string;
  /** The sheet that alone knows the name; null when all do. */
  readonly sheet: string | null;
  /** What it stands for, without a leading =, such as `選單!$A$1:$A$4`. */
  readonly refersTo: string;
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
  /** The validation that holds for a cell, with the choices that its list offers there. */
  readonly validationAt: (row: number, column: number) => Validation | undefined;
  readonly tables: readonly Table[];
  /** What a note (comment) on the cell says; a thread of comments is joined by line breaks. */
  readonly noteAt: (row: number, column: number) => string | undefined;
  /** Where a hyperlink on the cell leads: an address, or `#` and a place in the workbook. */
  readonly linkAt: (row: number, column: number) => string | undefined;
  /** The sheet is protected, so that a person can change unlocked cells only. */
  readonly protected: boolean;
  /** Absent where the file's kind has none. */
  readonly drawnBoxes?: () => readonly DrawnBox[];
}

/** A check box or option button that is drawn over the cells: what it says stands in no cell. */
export interface DrawnBox {
  /** The cell that its upper left corner lies in; null where the file does not tell. */
  readonly at: { readonly row: number; readonly column: number } | null;
}

/** A table in the sense of the program (ListObject, database range), not of the form. */
export interface Table {
  readonly name: string;
  readonly range: Range;
  /** The cells that name its columns and may not be changed by themselves; null when it has no header row. */
  readonly header: Range | null;
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
  /** Parts of the text are emphasised; absent where the file's kind does not tell. */
  readonly isRich?: boolean;
  /** The text cut where its look changes, in one piece when it does not; absent where the file's kind does not tell. */
  readonly stretches?: readonly Stretch[];
  /** The text has its pronunciation above it. */
  readonly isPhonetic?: boolean;
  /** For a formula, the value it had when the file was saved. */
  readonly value: CellValue;
  /** Without the leading =; null when the cell holds none. For the followers of a shared formula, the text of its first cell. */
  readonly formula: string | null;
  /** The cell follows or leads a formula shared by several cells. */
  readonly sharedFormula: boolean;
  /** Index into the cell formats of the style part. */
  readonly styleIndex: number;
  /** The code of its number format in the notation of Excel, such as `yyyy/m/d`; `General` when it has none. */
  readonly numberFormat: string;
  /** The cell's style locks it; effective only while the sheet is protected. */
  readonly locked: boolean;
  readonly span: Span;
}

export interface Validation {
  readonly ranges: readonly Range[];
  /** The cell that relative addresses of its formulas are seen from, where that is not the first of its ranges. */
  readonly base?: Range;
  /** list, whole, decimal, date, time, textLength, custom or none. */
  readonly type: string;
  readonly operator: string;
  readonly allowBlank: boolean;
  /** A value outside it is refused; false where the program only warns. */
  readonly strict: boolean;
  readonly formula1: string;
  readonly formula2: string;
  /** Choices of a list, written out in it or standing in the range that it names; null when they cannot be known, or for no list. */
  readonly choices: readonly string[] | null;
}
