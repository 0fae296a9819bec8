import type { Mark } from '../../model/index.ts';
import type { Where } from '../draft.ts';
import type { Grid } from '../grid.ts';

/** A paragraph of its full length, with the mark that it begins with. */
export interface Text {
  readonly kind: 'text';
  /** Line breaks that were typed are \n; lines that merely wrapped are joined. */
  readonly text: string;
  readonly mark: Mark | null;
  readonly where: Where;
  /** Texts of one row of a sheet stand beside each other and share this; all others are alone. */
  readonly group: number;
  /** Nothing is missing at its end. */
  readonly whole: boolean;
}

export interface TablePiece {
  readonly kind: 'table';
  readonly grid: Grid;
  readonly where: Where;
  readonly whereOf: (row: number, column?: number) => Where;
  /** Stands for itself, as a sheet does, and goes on in no other table. */
  readonly alone: boolean;
}

/** What a document is made of, once lines have become paragraphs. */
export type Piece = Text | TablePiece;

export const isText = (piece: Piece): piece is Text => piece.kind === 'text';
export const isTable = (piece: Piece): piece is TablePiece => piece.kind === 'table';
