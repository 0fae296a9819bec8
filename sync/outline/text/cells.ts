import type { Piece } from './pieces.ts';

/** Where a piece belongs: the text columns of a plan from left to right, and what stands beside them. */
export type Column = 'item' | 'keyPoint' | 'step' | 'unit' | 'deadline' | 'remarks';
export const textColumns = ['item', 'keyPoint', 'step'] as const;
export type TextColumn = (typeof textColumns)[number];

export interface Placed {
  readonly piece: Piece;
  readonly column: Column;
  /** A cell begins with it; otherwise it goes on in the cell of its column that was open. */
  readonly begins: boolean;
  /** It begins a cell of the row that is there already. */
  readonly late?: boolean;
  /** What was repaired with it, if anything. */
  readonly repair: Repair | null;
}

/** Kinds of repair, which are the codes of the issues that tell of them. */
export type Repair =
  | 'text_cell_resumed'
  | 'text_line_cut'
  | 'text_begin_guessed'
  | 'text_unit_early'
  | 'text_cell_shifted'
  | 'text_outside_joined'
  | 'text_lost';
