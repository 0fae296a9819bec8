import type { Grid } from './grid.ts';

/**
 * A plan document as any format gives it: paragraphs and tables in reading order. An adapter (docx/, odt/, pdf/, text/)
 * makes it and knows nothing of plans; the interpreter reads it and knows nothing of formats.
 */
export interface OutlineDocument {
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | DocumentTable;

/** Where something stands, for a person to find it again: what the format has of it. */
export interface Place {
  /** From 1; of a .pdf. */
  readonly page?: number;
  /** From 1: the line of a .txt or of a .pdf's page, the paragraph of a .docx or .odt counted over the whole body. A cell of theirs is told by its row and column. */
  readonly line?: number;
}

/** A paragraph, or the line of a format that has no paragraphs. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** With its automatic number as it is printed; line breaks inside it are \n. Never empty. */
  readonly text: string;
  readonly place: Place;
  /** False where the format has lines only, so that this one may go on in the next. */
  readonly whole: boolean;
  /** Of a line: the first word of the next would not have fitted behind it, so that the break between them is mere wrapping. */
  readonly full?: boolean;
  /** How far it is set in from the left, in characters of the text's own size; what it cannot tell is 0. */
  readonly indent: number;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** Rows and columns count from 1 inside this table. */
  readonly grid: Grid;
  readonly place: Place;
  /** It is a sheet of a workbook: it stands for itself and goes on in no other one. */
  readonly sheet?: boolean;
  /** Where a row of the grid stands, where the format can tell it more exactly than by the table. */
  readonly placeOf: (row: number) => Place;
}
